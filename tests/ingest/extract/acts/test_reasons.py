"""Why an act was read: the pattern, the cue, the next best, and weights that add up to the probability."""

import math

import pytest

from ingest.extract.acts.reasons import Reasons
from ingest.facts import Act, ReportFacts
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_reasons, read_report

VELMORIA = load_jurisdiction("velmoria")


def read(text: str) -> list[tuple[Act, Reasons | None]]:
    report: ReportFacts = read_report(text, VELMORIA, "2031-03")
    (entry,) = report.entries
    return list(zip(entry.acts, read_reasons(report, entry, VELMORIA), strict=True))


TAKEN = (
    "March 4, Pessarin, after the lecture the Pessarin Police Department took Temidor Ruvo from his flat to the police "
    "station. He says that he was threatened there."
)


def test_the_weights_add_up_to_the_probability() -> None:
    for act, reasons in read(TAKEN):
        assert reasons is not None and act.evidence.rule == reasons.candidate.pattern.id
        assert reasons.news.likely == reasons.candidate.probability
        for verdict in (reasons.news, reasons.entry):
            total = verdict.bias + sum(weight for _, weight in verdict.weighed)
            assert verdict.likely == pytest.approx(1 / (1 + math.exp(-total)))
            sizes = [abs(weight) for _, weight in verdict.weighed]
            assert sizes == sorted(sizes, reverse=True) and 0 not in sizes


def test_the_next_best_has_its_score() -> None:
    (_, taken), (_, threatened) = read(TAKEN)
    assert taken is not None and threatened is not None and taken.candidate.runner_up is not None
    assert taken.candidate.runner_up.pattern.id == "seize/evict"
    assert taken.candidate.score is not None and taken.candidate.score > taken.candidate.runner_up.score
    assert taken.candidate.assertion.cue == "" and threatened.candidate.assertion.cue == "says"


def test_a_narrow_phrase_has_its_words_and_no_score() -> None:
    ((act, reasons),) = read("March 4, Pessarin, Temidor Ruvo quit under pressure.")
    assert act.evidence.rule == "frame/dismissal" and reasons is not None
    assert reasons.candidate.score is None and reasons.frame is not None and "quit" in reasons.frame.words.verbs


def test_an_act_that_no_word_tells_has_no_reasons() -> None:
    read_acts = read("March 4, Pessarin, Ilkuvel Orvane planted a tree in memory of the harbour events.")
    assert [(act.type, reasons) for act, reasons in read_acts] == [("other", None)]
