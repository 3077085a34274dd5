"""Who did what to whom, on invented people: each case is a form that reports use."""

import pytest

from ingest.analysis.document import analyse
from ingest.extract.acts import find_candidates
from ingest.facts import Entry, EntryFacts, Party
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report
from tests.conftest import ROOT
from tests.ingest.extract.acts.invented import AKIMAT, COURT, acts_of, facts_of, told
from tests.processor_limit import processor_limit

CASES = {
    "passive": (
        "Orlan Timur was detained by police officers near his house[1].",
        ["Orlan Timur"],
        (),
        [("detention", ["Orlan Timur"], [])],
    ),
    "active": (
        "Police detained Orlan Timur in the square[1].",
        ["Orlan Timur"],
        (),
        [("detention", ["Orlan Timur"], [])],
    ),
    "list before one verb": (
        "Civil activists Orlan Timur, Salova Vera and Denko Ivan were detained[1].",
        ["Orlan Timur", "Salova Vera", "Denko Ivan"],
        (),
        [("detention", ["Orlan Timur", "Salova Vera", "Denko Ivan"], [])],
    ),
    "head of a list behind another's name is not hers": (
        "Salova Vera, mother of Orlan Timur, held a solitary picket outside the prison[1].",
        ["Salova Vera", "Orlan Timur"],
        (),
        [("protest", [], ["Salova Vera"])],
    ),
    "header's person": (
        "Orlan Timur, Article 10, Part 2. The district court dismissed the journalist’s appeal[1].",
        ["Orlan Timur"],
        (COURT,),
        [("appeal", ["Orlan Timur"], ["district court"])],
    ),
    "the court sentences the header's person": (
        "Orlan Timur, Article 10 of the Code, the district court sentenced him to 3 years of imprisonment[1].",
        ["Orlan Timur"],
        (COURT,),
        [("sentence", ["Orlan Timur"], ["district court"])],
    ),
    "released in the voice of the verb before": (
        "In the morning Orlan Timur was detained at home and later released[1].",
        ["Orlan Timur"],
        (),
        [("detention", ["Orlan Timur"], []), ("release", ["Orlan Timur"], [])],
    ),
    "permission not given": (
        "The akimat did not give permission to hold a peaceful protest on March 9 to Salova Vera[1].",
        ["Salova Vera"],
        (AKIMAT,),
        [("assembly_refusal", ["Salova Vera"], ["akimat"])],
    ),
    "a slogan does nothing": (
        "Salova Vera held a picket with a poster: “Release Orlan Timur, who was tortured”[1].",
        ["Salova Vera", "Orlan Timur"],
        (),
        [("protest", [], ["Salova Vera"])],
    ),
    "who somebody is does nothing": (
        "Salova Vera, who had been sentenced to 7 years in 2019, went on hunger strike[1].",
        ["Salova Vera"],
        (),
        [("hunger_strike", ["Salova Vera"], [])],
    ),
    "the speaker stands behind the verb": (
        "“The law is unjust to everybody”, said Salova Vera[1].",
        ["Salova Vera"],
        (),
        [("statement", [], ["Salova Vera"])],
    ),
    "officers are never the header's person": (
        "Orlan Timur, Article 10 of the Criminal Code. Police officers beat an activist at the gate[1].",
        ["Orlan Timur"],
        (),
        [("attack", ["Orlan Timur"], [])],
    ),
}


@pytest.mark.parametrize(("text", "names", "bodies", "expected"), CASES.values(), ids=CASES)
def test_who_did_what_to_whom(text, names, bodies, expected):
    assert told(facts_of(text, *names, bodies=bodies)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Salova Vera demanded to arrest Orlan Timur[1].",
        "Salova Vera asked the court to release Orlan Timur[1].",
        "The investigator may detain Orlan Timur[1].",
    ],
)
def test_what_is_only_demanded_or_feared_ties_nobody(text):
    facts = facts_of(text, "Salova Vera", "Orlan Timur")
    harmed = [a for a in acts_of(facts) if a.type in ("detention", "release", "remand")]
    assert harmed == []


def test_an_accusation_in_somebodys_words_is_alleged():
    facts = facts_of("Orlan Timur claims that he was tortured in custody[1].", "Orlan Timur")
    torture = next(a for a in acts_of(facts) if a.type == "torture")
    assert torture.standing == "alleged"
    assert [p.index for p in torture.to] == [0]


def test_the_first_span_is_the_verb_of_the_act():
    text = "Police unlawfully detained Orlan Timur[1]."
    act = acts_of(facts_of(text, "Orlan Timur"))[0]
    span = act.evidence.spans[0]
    assert text[span.start : span.end] == "detained"


@pytest.mark.parametrize("unit", ["(((“““Article 1,1,1,", "and ", "who was said that he, ", "X was detained, "])
def test_a_long_text_of_one_piece_ends(unit):
    with processor_limit():
        acts_of(EntryFacts(Entry(1, unit * (80_000 // len(unit)), 1, "2031-03-03")))


VELMORIA = load_jurisdiction("velmoria")
EXAMPLE = (
    "March 4, Pessarin, after the lecture the Pessarin Police Department took Temidor Ruvo from his flat to the police "
    "station. He says that he was threatened there."
)


def test_the_example_of_the_docs_is_read_as_they_say():
    page = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    assert EXAMPLE in page.replace("\n> ", " ")
    (facts,) = read_report(EXAMPLE, VELMORIA, "2031-03").entries
    acts = [(act.type, act.to, act.by, act.standing, act.evidence.doubt) for act in facts.acts]
    him, department = Party("person", 0), Party("body", 0)
    detention, threat = acts
    assert detention[:4] == ("detention", (him,), (department,), None)
    assert threat[:4] == ("threat", (him,), (), "alleged") and threat[4].startswith("only somebody's words")
    told = {c.trigger.word: c for c in find_candidates(analyse(facts.entry, VELMORIA), facts, VELMORIA)[0]}
    assert {word: c.pattern.id for word, c in told.items()} == {
        "took": "take/to_station",
        "says": "speak/speech",
        "threatened": "threaten/person",
    }
    runner_up = told["took"].runner_up
    assert runner_up is not None and runner_up.pattern.id == "seize/evict"
    for word, features in (
        ("took", "main class:take detention&by:organisation"),
        ("threatened", "threat&claimed sentence:1"),
    ):
        assert set(features.split()) <= set(told[word].features)
        assert all(f"`{feature}`" in page for feature in features.split())
