"""Counting: everybody once, unnamed people apart, an accusation no finding."""

import pytest

from briefings.figures.cells import Cell, count
from briefings.figures.fields import PART, Field, FieldRefused, all_fields, fields_of, kind_counted
from briefings.figures.things import Party, Thing, Things, Value, with_crowds

PLACE = Field("place", "The place.", None)
OCCUPATION = Field("occupation", "The occupation.", None, of_people=True)
DONE = Field(PART, "The part.", None, of_people=True)
TOWN, PORT = Value("t1", "Town"), Value("t2", "Port")


def to(person: str, standing: str = "", accused: bool = False) -> Party:
    return Party(person, "to", standing, accused)


def act(id: str, *people: Party, standing: str = "stated", unnamed: int = 0, account: str = "") -> Thing:
    return Thing(id, account or id, standing, unnamed, people)


def things(*acts: Thing, place: dict[str, list[Value]] | None = None) -> Things:
    values = {"place": place or {}, "occupation": {"p1": [Value("journalist", "journalist")]}}
    words = {each.id: [f"2031-03/{each.id[1]}#0-4"] for each in acts}
    return Things("acts", with_crowds(acts, words), values, words)


def total(*acts: Thing) -> Cell:
    return count(things(*acts), [], {}, []).total


TOTALS = [
    ("one person in two acts is one", [act("e1", to("p1")), act("e2", to("p1"))], {"stated": 1}, {}, set()),
    ("unnamed people are apart", [act("e1", to("p1"), unnamed=4)], {"stated": 1}, {"stated": 4}, set()),
    (
        "two accounts of one act have one number",
        [act("e1", unnamed=4, account="a"), act("e2", unnamed=6, account="a")],
        {},
        {"stated": 6},
        set(),
    ),
    (
        "what is alleged is apart",
        [act("e1", to("p1"), standing="alleged", unnamed=2)],
        {"alleged": 1},
        {"alleged": 2},
        set(),
    ),
    (
        "who is in both is stated, once",
        [act("e1", to("p1"), standing="alleged"), act("e2", to("p1"))],
        {"stated": 1},
        {},
        set(),
    ),
    ("what a court found is stated", [act("e1", to("p1"), standing="found")], {"stated": 1}, {}, set()),
    ("a tie may be alleged where the act is stated", [act("e1", to("p1", "alleged"))], {"alleged": 1}, {}, set()),
    ("the accused of abuse are apart", [act("e1", to("p1"), to("p2", accused=True))], {"stated": 1}, {}, {"p2"}),
    (
        "accused of abuse in one act, target of another: a target",
        [act("e1", to("p1", accused=True)), act("e2", to("p1"))],
        {"stated": 1},
        {},
        set(),
    ),
    ("authors are not counted", [act("e1", Party("p1", "by", "", False))], {}, {}, set()),
]


@pytest.mark.parametrize(
    ("acts", "named", "unnamed", "accused"), [row[1:] for row in TOTALS], ids=[r[0] for r in TOTALS]
)
def test_totals(acts: list[Thing], named: dict[str, int], unnamed: dict[str, int], accused: set[str]) -> None:
    cell = total(*acts)
    assert dict(cell.named_by_standing()) == named
    assert {standing: number for standing, number in cell.unnamed_by_standing().items() if number} == unnamed
    assert cell.only_accused() == accused


def test_what_stands_in_two_rows_is_counted_in_both_and_once_in_the_whole() -> None:
    found = things(act("e1", to("p1"), unnamed=3), place={"e1": [TOWN, PORT]})
    table = count(found, [PLACE], {}, [])
    assert {values[0].words: dict(cell.named_by_standing()) for values, cell in table.rows.items()} == {
        "Town": {"stated": 1},
        "Port": {"stated": 1},
    }
    assert table.total.unnamed_by_standing() == {"stated": 3}
    assert table.total.things_by_standing() == {"stated": 1}


def test_a_thing_without_a_value_has_a_row_of_its_own() -> None:
    table = count(things(act("e1", to("p1"))), [PLACE], {}, [])
    assert [values[0].words for values in table.rows] == ["not told"]


def test_unnamed_people_have_no_occupation() -> None:
    table = count(things(act("e1", to("p1"), unnamed=5)), [OCCUPATION], {}, [])
    journalists, others = (table.rows[(Value(*words),)] for words in (("journalist", "journalist"), ("", "not told")))
    assert journalists.named_by_standing() == {"stated": 1} and not sum(journalists.unnamed_by_standing().values())
    assert not others.named_by_standing() and others.unnamed_by_standing() == {"stated": 5}


@pytest.mark.parametrize(("where", "number"), [({"place": "town"}, 1), ({"place": "T1"}, 1), ({"place": "port"}, 0)])
def test_where_takes_the_words_or_the_key(where: dict[str, str], number: int) -> None:
    found = things(act("e1", to("p1")), act("e2", to("p2")), place={"e1": [TOWN]})
    assert len(count(found, [], where, [PLACE]).total.people) == number


def test_the_field_part_counts_authors_too() -> None:
    found = things(act("e1", to("p1"), Party("p2", "by", "", False)))
    rows = count(found, [DONE], {}, []).rows
    assert {values[0].key: set(cell.people) for values, cell in rows.items() if cell.people} == {
        "to": {"p1"},
        "by": {"p2"},
    }


def test_an_act_without_people_counts_as_an_act_only() -> None:
    cell = total(act("e1"))
    assert cell.things_by_standing() == {"stated": 1} and cell.words == {"2031-03/1#0-4"}
    assert not cell.people and not cell.words_of_people


@pytest.mark.parametrize(
    ("unit", "names", "kind"),
    [
        ("people", [], "acts"),
        ("people", ["act", "place"], "acts"),
        ("people", ["article", "court"], "charges"),
        ("people", ["sanction", "article"], "sanctions"),
        ("entries", ["publisher"], "entries"),
        ("sanctions", ["court"], "sanctions"),
    ],
)
def test_people_are_counted_where_the_fields_are(unit: str, names: list[str], kind: str) -> None:
    assert kind_counted(unit, names) == kind  # type: ignore[arg-type]


def test_a_wrong_field_lists_those_there_are() -> None:
    with pytest.raises(FieldRefused, match=r"no field 'kind'\. There are: act, article"):
        kind_counted("people", ["kind"])
    with pytest.raises(FieldRefused, match="act is a field of acts, entries; article is a field of charges"):
        kind_counted("people", ["act", "article"])


def test_every_field_of_the_issue_is_there() -> None:
    asked = {
        "act",
        "place",
        "region",
        "month",
        "year",
        "court",
        "authority",
        "article",
        "role",
        "occupation",
        "standing",
    }
    assert asked | {"sanction"} <= all_fields().keys()
    assert "occupation" not in fields_of("entries")
