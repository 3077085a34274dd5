"""What is new in a report: each group with what belongs in it and what does not."""

from typing import Any

import pytest

from briefings.changes.changes import disagreements
from briefings.changes.facts import moved, new_acts, new_charges, new_sanctions
from briefings.changes.groups import GROUPS, HEADINGS
from briefings.changes.people import Named, named_by_person, new_people
from briefings.changes.periods import Periods, split_reports
from briefings.lines import Line, Person, joined
from briefings.reports import Covered
from ingest.errors import KgError

MARCH = Covered("2031-03", "", "2031-03-01", "2031-03-31", 40)
APRIL = Covered("2031-04", "", "2031-04-01", "2031-04-30", 40)
OTHER = Covered("bureau:2031-04", "bureau", "2031-04-01", "2031-04-30", 9)
INTERVIEW = Covered("own-0123456789:2031-05-02", "own-0123456789", "2031-05-02", "2031-05-02", 1)
PERIODS = Periods((APRIL,), (MARCH,))
OLD, NEW = "2031-03/7#0-9", "2031-04/7#0-9"
KNOWN, UNKNOWN = "person-1", "person-2"


def mention(person: str, place: str, role: str = "target", offices: tuple[str, ...] = ()) -> dict[str, Any]:
    told = f"{place[:7]}-07"
    return {"person": person, "name": "Ilkuvel Orvane", "offices": offices, "told": told, "role": role, "place": place}


NAMED = named_by_person([mention(KNOWN, OLD), mention(KNOWN, NEW), mention(UNKNOWN, NEW)])


def act(type: str, person: str = KNOWN, place: str = NEW, **more: Any) -> dict[str, Any]:
    row = {"person": person, "name": "Ilkuvel Orvane", "fact": f"event-{type}", "type": type, "day": f"{place[:7]}-07"}
    return row | {"standing": None, "outcome": None, "against": True, "evidence": [place]} | more


def charge(provision: str, place: str, person: str = KNOWN, accused: bool = False) -> dict[str, Any]:
    row = {"person": person, "name": "Ilkuvel Orvane", "fact": f"charge-{provision}-{place}", "provision": provision}
    return row | {"day": f"{place[:7]}-07", "accused": accused, "evidence": [place]}


def sanction(kind: str, place: str, person: str = KNOWN, **more: Any) -> dict[str, Any]:
    row = {"person": person, "name": "Ilkuvel Orvane", "fact": "sanction-1", "kind": kind, "duration": "P15D"}
    row |= {"longest": None, "until": None, "amount": None, "units": None, "joint": None, "count": None}
    row |= {"date": "2031-04-07", "day": "2031-04-07", "authors": [], "disputed": False, "accused": False}
    return row | {"evidence": [place]} | more


def stay(facility: str, place: str) -> dict[str, Any]:
    row = {"person": KNOWN, "name": "Ilkuvel Orvane", "fact": f"stay-{facility}", "facility": facility}
    return row | {"facility_name": facility.upper(), "day": f"{place[:7]}-07", "evidence": [place]}


def told(lines: Any) -> list[tuple[str, str]]:
    return [(line.group, line.what) for line in lines]


CHARGES = [
    ("a new article", [charge("CC:100", OLD), charge("CC:200/1", NEW)], ["CC 200/1: charged"]),
    ("another part of one article", [charge("CC:200/1", OLD), charge("CC:200/2", NEW)], ["CC 200/2: charged"]),
    ("the same article", [charge("CC:200/1", OLD), charge("CC:200/1", NEW)], []),
    ("the article whose part was told", [charge("CC:200/1", OLD), charge("CC:200", NEW)], []),
    ("a part of the article that was told", [charge("CC:200", OLD), charge("CC:200/1", NEW)], []),
    ("a longer number", [charge("CC:20", OLD), charge("CC:200", NEW)], ["CC 200: charged"]),
    ("of a new person", [charge("CC:200", NEW, UNKNOWN)], []),
    ("of an earlier report", [charge("CC:200", OLD)], []),
    ("of an accused officer", [charge("CC:140", NEW, accused=True)], ["CC 140, for what was done to others: charged"]),
]


@pytest.mark.parametrize(("rows", "expected"), [row[1:] for row in CHARGES], ids=[row[0] for row in CHARGES])
def test_charges(rows: list[dict[str, Any]], expected: list[str]) -> None:
    stages = {row["fact"]: "charged" for row in rows}
    assert [line.what for line in new_charges(rows, stages, NAMED, PERIODS)] == expected


ACTS = [
    ("a known person detained", [act("detention")], [("custody", "detention")]),
    ("a new person detained", [act("detention", UNKNOWN)], []),
    ("detained in an earlier report", [act("detention", place=OLD)], []),
    ("told again", [act("detention", evidence=[OLD, NEW])], []),
    ("only alleged", [act("threat", standing="alleged")], [("again", "threat (alleged)")]),
    ("nothing against them", [act("statement", against=False)], []),
    ("released", [act("release", against=False)], [("released", "release")]),
    ("a new person released", [act("release", UNKNOWN, against=False)], [("released", "release (new person)")]),
    ("not released", [act("release", against=False, outcome="dismissed")], []),
    ("an appeal", [act("appeal", outcome="upheld")], [("again", "appeal, upheld")]),
    ("a sentence whose sanction is told", [act("sentence")], []),
    ("a sentence without a sanction", [act("sentence", place="2031-04/9#0-9")], [("again", "sentence")]),
]


@pytest.mark.parametrize(("rows", "expected"), [row[1:] for row in ACTS], ids=[row[0] for row in ACTS])
def test_acts(rows: list[dict[str, Any]], expected: list[tuple[str, str]]) -> None:
    sentenced = Line("sentenced", "2031-04-07", (Person(KNOWN, "Ilkuvel Orvane"),), "a fine", "sanction-1", (NEW,))
    assert told(new_acts(rows, [sentenced], NAMED, PERIODS)) == expected


SANCTIONS = [
    ("of a known person", [sanction("administrative_arrest", NEW)], [("sentenced", "administrative arrest, 15 days")]),
    ("told before", [sanction("administrative_arrest", OLD)], []),
    (
        "of a new person, by a court, without a day",
        [sanction("fine", NEW, UNKNOWN, duration=None, amount=500.0, authors=["Ishkarra city court"], date=None)],
        [("sentenced", "fine, 500, by Ishkarra city court (the day is not told; new person)")],
    ),
    ("a remand of a known person", [sanction("remand", NEW)], [("custody", "remand, 15 days")]),
    ("a remand of a new person is in the line about them", [sanction("remand", NEW, UNKNOWN)], []),
    (
        "one of two accounts",
        [sanction("administrative_arrest", NEW, disputed=True)],
        [("sentenced", "administrative arrest, 15 days (accounts disagree)")],
    ),
]


@pytest.mark.parametrize(("rows", "expected"), [row[1:] for row in SANCTIONS], ids=[row[0] for row in SANCTIONS])
def test_sanctions(rows: list[dict[str, Any]], expected: list[tuple[str, str]]) -> None:
    assert told(new_sanctions(rows, NAMED, PERIODS)) == expected


MOVES = [
    ("to another facility", [stay("qr-1", OLD), stay("vt-2", NEW)], ["at VT-2; before at QR-1 (told on 2031-03-07)"]),
    ("in the same one", [stay("qr-1", OLD), stay("qr-1", NEW)], []),
    ("moved in an earlier report", [stay("qr-1", OLD), stay("vt-2", OLD)], []),
    ("held for the first time", [stay("qr-1", NEW)], []),
]


@pytest.mark.parametrize(("rows", "expected"), [row[1:] for row in MOVES], ids=[row[0] for row in MOVES])
def test_moves(rows: list[dict[str, Any]], expected: list[str]) -> None:
    assert [line.what for line in moved(rows, PERIODS)] == expected


PEOPLE = [
    ("with an act", [mention(UNKNOWN, NEW)], [act("detention", UNKNOWN)], [("new_people", "detention")]),
    (
        "with an alleged one",
        [mention(UNKNOWN, NEW, "subject")],
        [act("torture", UNKNOWN, standing="alleged")],
        [("new_people", "torture (alleged)")],
    ),
    ("a target without an act", [mention(UNKNOWN, NEW)], [], [("new_people", "named as target")]),
    ("an official", [mention(UNKNOWN, NEW, "official", ("judge",))], [], [("others", "named as official (judge)")]),
    ("known", [mention(KNOWN, NEW)], [act("detention")], []),
    ("of an earlier report only", [mention("person-3", OLD)], [], []),
]


@pytest.mark.parametrize(("rows", "acts", "expected"), [row[1:] for row in PEOPLE], ids=[row[0] for row in PEOPLE])
def test_people(rows: list[dict[str, Any]], acts: list[dict[str, Any]], expected: list[tuple[str, str]]) -> None:
    everywhere = Named({**NAMED.rows, "person-3": [mention("person-3", OLD)]})
    assert told(new_people(named_by_person(rows), everywhere, acts, PERIODS)) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ([OLD], [NEW], "administrative arrest: 10 days (2031-03/7), but 15 days (2031-04/7)"),
        ([NEW], [OLD], "administrative arrest: 15 days (2031-03/7), but 10 days (2031-04/7)"),
        ([OLD], [OLD], None),
        ([OLD, NEW], [OLD], None),
    ],
)
def test_accounts_that_disagree_begin_with_the_older(first: list[str], second: list[str], expected: str | None) -> None:
    row = {"fact": "sanction-1", "what": "administrative_arrest", "day": "2031-03-07", "names": ["Ilkuvel Orvane"]}
    row |= {"people": [KNOWN], "first_account": "P10D", "second_account": "P15D"}
    lines = list(disagreements([row | {"first_evidence": first, "second_evidence": second}], PERIODS))
    assert [line.what for line in lines] == ([expected] if expected else [])


def test_one_sum_of_several_is_one_line() -> None:
    people = [Person("person-1", "Ilkuvel Orvane"), Person("person-2", "Sathuvela Perrith")]
    lines = [Line("sentenced", "2031-04-07", (person,), "damages", "sanction-1", (NEW,)) for person in people]
    other = Line("sentenced", "2031-04-07", (people[0],), "damages", "sanction-2", (NEW,))
    one, two = joined([*lines, other])
    assert one.names == ["Ilkuvel Orvane", "Sathuvela Perrith"] and one.places == (NEW,)
    assert two == other


def test_the_last_report_is_new_and_every_other_of_its_days() -> None:
    assert split_reports([MARCH, APRIL]) == PERIODS
    assert split_reports([MARCH, APRIL, OTHER]).new == (APRIL, OTHER)
    assert split_reports([MARCH, APRIL, INTERVIEW]) == Periods((APRIL, INTERVIEW), (MARCH,))
    assert split_reports([MARCH, APRIL], "2031-03") == Periods((MARCH, APRIL), ())
    assert split_reports([MARCH, APRIL], "2031-03-02").new == (APRIL,)
    for reports, since in (([], ""), ([MARCH], "2031-04")):
        with pytest.raises(KgError, match=r"[Nn]o report"):
            split_reports(reports, since)


def test_every_group_has_a_heading() -> None:
    assert list(HEADINGS) == list(GROUPS)
