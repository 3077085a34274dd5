"""Predicates: the verbs and nouns of a sentence that may tell an act, by the classes of ``predicates/``."""
