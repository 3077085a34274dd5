"""Verbs of a sentence: which words are one, in which form, with which helpers and in which voice."""
