"""Facts of a text with what no reader sees: the same as without, and their words are those that were printed."""

from dataclasses import replace

import pytest

from ingest.facts import EntryFacts, Evidence, ReportFacts
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report
from ingest.report.original import describe_characters

COUNTRY = load_jurisdiction("kazakhstan")
TITLE = "MONITORING OF POLITICAL PERSECUTION FROM OCTOBER 1 TO OCTOBER 31, 2022"
PLAIN = f"""{TITLE}

October 3, Astana, activist Tasel Dovanov was detained by the police.[1]

October 4, Astana, the city court sentenced Tasel Dovanov to 10 days of arrest under Article 488, part 6 of the CAO.[2]

[1] https://news.example/1
[2] https://news.example/2
"""


def read(text: str) -> ReportFacts:
    return read_report(text, COUNTRY)


def names(facts: ReportFacts) -> list[list[str]]:
    return [[person.name for person in entry.persons] for entry in facts.entries]


def in_short(facts: EntryFacts) -> list[object]:
    """The facts without their evidence."""
    nothing = Evidence((), "")
    found = (facts.persons, facts.charges, facts.sanctions, facts.acts)
    return [replace(fact, evidence=nothing, **_unset(fact)) for some in found for fact in some]


def _unset(fact: object) -> dict[str, tuple[()]]:
    return {"occupations": ()} if hasattr(fact, "occupations") else {}


@pytest.mark.parametrize(
    ("word", "as_it_came", "kind", "number"),
    [
        ("Dovanov", "Do\u00advan\u00adov", "invisible characters", "2"),
        ("Dovanov", "Dov\u200banov", "invisible characters", "1"),
        ("Tasel Dovanov", "Tasel\u200e Dovanov", "invisible characters", "1"),
        ("Dovanov", "D\u043evanov", "look-alike letters", "1"),
        ("Dovanov", "Ｄovanov", "unusual letters", "1"),
        ("October", "Octo\u00adber", "invisible characters", "1"),
        ("Astana", "\u0410stana", "look-alike letters", "1"),
    ],
)
def test_the_same_facts_are_read_and_it_is_said(word: str, as_it_came: str, kind: str, number: str) -> None:
    first = "October 3, Astana, activist Tasel Dovanov"
    text = PLAIN.replace(first, first.replace(word, as_it_came))
    expected, found = read(PLAIN), read(text)
    assert [in_short(entry) for entry in found.entries] == [in_short(entry) for entry in expected.entries]
    assert [entry.entry.date for entry in found.entries] == ["2022-10-03", "2022-10-04"]
    assert [(issue.kind, issue.line, issue.what) for issue in found.report.issues] == [(kind, 3, number)]
    assert len(describe_characters(found.report.issues)) == 1


def test_evidence_points_into_the_text_as_it_came() -> None:
    text = PLAIN.replace("Dovanov", "Do\u00advan\u200bov").replace("10 days", "10\u00a0days")
    found = read(text)
    assert found.report.entries == tuple(entry.entry for entry in found.entries)
    for entry in found.entries:
        own = entry.entry.text
        assert own in text and text[entry.entry.start :].startswith(own)
        for person in entry.persons:
            assert [own[slice(*span)] for span in person.evidence.spans] == ["Tasel Do\u00advan\u200bov"]
        assert [own[slice(*note.span)] for note in entry.entry.footnotes] in (["[1]"], ["[2]"])
    sanction = found.entries[1].sanctions[0]
    own = found.entries[1].entry.text
    assert any("10\u00a0days" in own[slice(*span)] for span in sanction.evidence.spans)
    assert own[found.entries[1].entry.body :].startswith("the city court")


def test_ordinary_text_stays_as_it_is() -> None:
    assert [entry.entry.text for entry in read(PLAIN).entries] == PLAIN.split("\n\n")[1:3]
    assert describe_characters(read(PLAIN).report.issues) == []


def test_lines_are_those_of_the_file() -> None:
    text = PLAIN.replace("\n\nOctober 4", "\n" * 60 + "October 4").replace("under Article", "under\u200b Article")
    found = read(text)
    line = text[: text.index("October 4")].count("\n") + 1
    assert found.entries[1].entry.line == line
    assert [(issue.kind, issue.line) for issue in found.report.issues] == [("invisible characters", line)]
    assert [reference.line for reference in found.report.references] == [line + 2, line + 3]


def test_sentences_count_characters_and_entries() -> None:
    text = PLAIN.replace("Dovanov", "Do\u00advan\u00adov").replace("arrest", "arr\u0435st")
    assert describe_characters(read(text).report.issues) == [
        "Invisible characters in 2 entries (4 in all) were read as if absent.",
        "Letters of another alphabet in 1 entry (1 in all) were read as they look.",
    ]
