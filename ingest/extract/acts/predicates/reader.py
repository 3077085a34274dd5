"""From a sentence to candidate acts: its verbs, nouns and lists, with their arguments and the patterns that fit."""

from ingest.extract.acts.arguments.focus import Focus
from ingest.extract.acts.arguments.slots import ArgumentReader
from ingest.extract.acts.lexicon.assertion import Cues
from ingest.extract.acts.lexicon.lexicon import Lexicon
from ingest.extract.acts.predicates.candidates import Candidate
from ingest.extract.acts.predicates.context import Context
from ingest.extract.acts.predicates.lists import read_list, read_members
from ingest.extract.acts.predicates.mentions import end_sentence, find_speaker, move_focus
from ingest.extract.acts.predicates.nominalisations import read_nominalisation
from ingest.extract.acts.predicates.nouns import find_noun, read_noun
from ingest.extract.acts.predicates.verbs import read_verb
from ingest.extract.acts.syntax.clauses import Sentence
from ingest.facts import EntryFacts


def read_predicates(
    sentence: Sentence, number: int, facts: EntryFacts, lexicon: Lexicon, focus: Focus, cues: Cues
) -> list[Candidate]:
    """Every candidate of a sentence, the ``number``-th of its entry, in the order of the text.

    Moves the focus on as people are named. Verbs come first: a noun within what they take tells nothing more.
    """
    context = Context(sentence, number, facts, lexicon, focus, cues, ArgumentReader(sentence, facts, lexicon, focus))
    find_speaker(context)
    used = {verb.head for verb in sentence.verbs}
    found = [*_read_verbs(context, used), *_read_nouns(context, used), *read_members(context)]
    end_sentence(context, found)
    focus.told = [c for c in found if _only_counts(c)] or focus.told
    return sorted(found, key=lambda c: c.trigger.start)


def _read_verbs(context: Context, used: set[int]) -> list[Candidate]:
    """The candidates of the verbs; the tokens that they take are added to ``used``."""
    found = []
    for verb in context.sentence.verbs:
        candidate = read_list(verb, context) or read_verb(verb, context, used)
        if candidate is not None:
            found.append(candidate)
        if verb.form == "finite":
            move_focus(verb, context)
    return found


def _read_nouns(context: Context, used: set[int]) -> list[Candidate]:
    """The candidates of the nouns outside ``used``."""
    found = []
    k = 0
    while k < len(context.tokens):
        token, size = context.tokens[k], 1
        if token.kind == "word" and not token.slogan and k not in used:
            candidate = read_nominalisation(k, context)
            if candidate is None:
                patterns, size = find_noun(k, context)
                candidate = read_noun(k, size, patterns, context) if patterns else None
            if candidate is not None:
                found.append(candidate)
        k += size
    return found


def _only_counts(candidate: Candidate) -> bool:
    """``Police detained 12 people``: told of several who are not named."""
    named = bool(candidate.to) or any(party.kind == "person" for party in candidate.by)
    return (candidate.count or 0) > 1 and not named
