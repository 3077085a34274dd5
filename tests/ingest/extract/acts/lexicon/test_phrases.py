"""``phrases.yaml`` fits the other lexicons: its verbs are known, its prepositions stand for simple ones."""

import pytest

from ingest.extract.acts.lexicon.lexicon import load_acts
from ingest.extract.acts.syntax.grammar import PREPOSITIONS
from tests.ingest.extract.acts.invented import JURISDICTION

LEXICON = load_acts(JURISDICTION)


def test_prepositions_of_several_words_have_the_slot_of_a_simple_one() -> None:
    slots = dict(pair for pairs in LEXICON.phrases.prepositions.values() for pair in pairs)
    assert slots["in", "respect", "of"] == "against"
    assert set(slots.values()) <= PREPOSITIONS


def test_no_preposition_of_several_words_begins_or_ends_with_another() -> None:
    phrases = [words for found in LEXICON.phrases.prepositions.values() for words, _ in found]
    pairs = [(a, b) for a in phrases for b in phrases if a != b]
    assert pairs and not [(a, b) for a, b in pairs if b[: len(a)] == a or b[-len(a) :] == a]


@pytest.mark.parametrize("name", ["causing", "own_reason", "inverted", "receiving"])
def test_every_verb_is_one_that_is_recognised(name: str) -> None:
    known = {verb for readings in LEXICON.forms.values() for verb, _ in readings}
    assert getattr(LEXICON.phrases.verbs, name) - known == set()
