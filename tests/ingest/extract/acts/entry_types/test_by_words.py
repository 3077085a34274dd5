"""Acts that no pattern reads: told where the words of the entry together say so, at the word that says it most."""

from ingest.analysis.document import analyse
from ingest.extract.acts.entry_types.by_words import find_by_words
from ingest.extract.acts.entry_types.model import rate_types
from ingest.extract.acts.log_linear import LogLinear
from tests.ingest.extract.acts.invented import JURISDICTION, candidates_of, facts_of

TEXT = (
    "The hall of the club was sealed with wax while Orlan Timur read aloud, and nobody there could say for how long "
    "the doors would stay shut or who would open them again[1]."
)
MODELS = {
    "seizure": LogLinear(-1.0, {"w:seal": 2.0, "w:wax": 0.5}),
    "detention": LogLinear(-1.0, {"w:wax": 0.5}),
    "other": LogLinear(5.0, {"w:wax": 0.5}),
}


def test_a_likely_type_is_told_at_its_heaviest_word() -> None:
    facts = facts_of(TEXT, "Orlan Timur")
    document = analyse(facts.entry, JURISDICTION)
    (found,) = find_by_words(document, [], rate_types(document, facts, [], MODELS), MODELS)
    assert (found.type, found.trigger.word, found.to, found.by) == ("seizure", "sealed", (), ())
    assert 0.8 < found.probability < 0.83


def test_few_words_are_not_judged_together() -> None:
    facts = facts_of("The hall was sealed with wax[1].")
    document = analyse(facts.entry, JURISDICTION)
    ratings = rate_types(document, facts, [], MODELS)
    assert ratings.likely["seizure"] > 0.8 and find_by_words(document, [], ratings, MODELS) == []


def test_a_type_with_a_candidate_is_left_to_its_candidates() -> None:
    facts = facts_of(TEXT.replace("read aloud", "was detained"), "Orlan Timur")
    document = analyse(facts.entry, JURISDICTION)
    candidates = candidates_of(facts)
    likely = {"detention": LogLinear(5.0, {"w:wax": 1.0})}
    assert any(c.type == "detention" for c in candidates)
    assert find_by_words(document, candidates, rate_types(document, facts, candidates, likely), likely) == []
