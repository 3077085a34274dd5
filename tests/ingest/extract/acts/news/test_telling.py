"""Whose statement is news, who speaks, what a judge, a notice, a refusal and a release stand for: invented people."""

from dataclasses import replace

import pytest

from tests.ingest.extract.acts.invented import AKIMAT, PARTY, acts_of, facts_of, told

ROLES = {"Salova Vera": "speaker", "Denko Ivan": "lawyer"}

CASES = {
    "a statement about what was done before": (
        "Orlan Timur, Article 405, stated that he had been subjected to administrative arrest twice[1].",
        ["Orlan Timur"],
        (),
        [("statement", ["Orlan Timur"], ["Orlan Timur"])],
    ),
    "the speaker before an apposition": (
        "Salova Vera, a member of the Open Sky, said that all was well[1].",
        ["Salova Vera"],
        (PARTY,),
        [("statement", [], ["Salova Vera"])],
    ),
    "a speaker behind an adverbial": (
        "At the press conference Salova Vera opined that the law was bad[1].",
        ["Salova Vera"],
        (),
        [("statement", [], ["Salova Vera"])],
    ),
    "activists speak for their party": (
        "Activists of the Open Sky stated that the law was bad[1].",
        [],
        (PARTY,),
        [("statement", [], ["Open Sky"])],
    ),
    "a notice and its refusal": (
        "Orlan Timur submitted a notification to hold a rally. The authorities refused him to hold the rally[1].",
        ["Orlan Timur"],
        (),
        [("assembly_refusal", ["Orlan Timur"], [])],
    ),
    "a claim about a refusal": (
        "Orlan Timur brought a case before the court against the akimat for the refusal to hold a rally[1].",
        ["Orlan Timur"],
        (AKIMAT,),
        [("complaint", ["Orlan Timur"], ["Orlan Timur"]), ("assembly_refusal", ["Orlan Timur"], [])],
    ),
    "an attempt": (
        "Unknown people made an attempt to illegally detain Orlan Timur[1].",
        ["Orlan Timur"],
        (),
        [("threat", ["Orlan Timur"], [])],
    ),
    "what only would happen": (
        "Salova Vera opined that if Orlan Timur was sentenced to a fine, all should be[1].",
        ["Salova Vera", "Orlan Timur"],
        (),
        [("statement", [], ["Salova Vera"])],
    ),
    "softer custody": (
        "Orlan Timur was transferred to house arrest[1].",
        ["Orlan Timur"],
        (),
        [("release", ["Orlan Timur"], [])],
    ),
    "the announced rally is no protest": (
        "On the day of the announced rally Orlan Timur was detained[1].",
        ["Orlan Timur"],
        (),
        [("detention", ["Orlan Timur"], [])],
    ),
}


@pytest.mark.parametrize(("text", "names", "bodies", "acts"), CASES.values(), ids=CASES)
def test_what_is_told(
    text: str,
    names: list[str],
    bodies: tuple[tuple[str, str, str], ...],
    acts: list[tuple[str, list[str], list[str]]],
) -> None:
    facts = facts_of(text, *names, bodies=bodies)
    people = tuple(replace(p, role=ROLES.get(p.name, "target")) for p in facts.persons)
    assert sorted(told(replace(facts, persons=people))) == sorted(acts)


def test_what_is_less_sure_says_why() -> None:
    facts = facts_of("Salova Vera claims that Orlan Timur was tortured[1].", "Salova Vera", "Orlan Timur")
    evidence = [act.evidence for act in acts_of(facts) if act.type == "torture"]
    assert [(e.confidence, e.doubt) for e in evidence] == [("medium", "only somebody's words")]
