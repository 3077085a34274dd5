"""Each rule of the calendar, with what it finds and what it must not find."""

from collections.abc import Iterator

import pytest

from briefings.calendar.due import group_names
from briefings.calendar.facts import Facts
from briefings.calendar.history import History
from briefings.calendar.rules import load_rules
from briefings.calendar.states import prisoners_not_named, strikes_open
from briefings.calendar.steps import steps_passed
from briefings.calendar.terms import terms_over
from briefings.lines import Line
from tests.briefings.calendar.scenes import facts, held, history, step, strike, term, told

ARREST = term("administrative_arrest", "2031-04-03", "P15D")
REMAND = term("remand", "2031-03-02", until="2031-04-12")
PRISON = term("imprisonment", "2030-02-01", "P3Y")
SILENT = history(told("2031-04-03", "sentence"))
NO_NAME = "no later entry names this person"

FOUND = [
    # rule, day, facts, history, sentence
    (
        "arrest_served",
        "2031-04-18",
        facts(ARREST),
        SILENT,
        f"An arrest of 15 days from 2031-04-03 ended on 2031-04-18; {NO_NAME}.",
    ),
    (
        "arrest_served",
        "2031-04-18",
        facts(ARREST),
        history(told("2031-04-03", "sentence"), named=["2031-04-30"]),
        "An arrest of 15 days from 2031-04-03 ended on 2031-04-18; no entry tells a release, though they are named in "
        "2031-04/8.",
    ),
    (
        "arrest_served",
        "2031-04-18",
        facts(
            term("administrative_arrest", "2031-04-03", "P10D", account="a"),
            term("administrative_arrest", "", "P15D", fact="sanction-2", account="a"),
        ),
        SILENT,
        f"An arrest of 15 days (10 days in another account) from 2031-04-03 ended on 2031-04-18; {NO_NAME}.",
    ),
    (
        "custody_ended",
        "2031-04-12",
        facts(REMAND),
        history(),
        f"A remand from 2031-03-02 until 2031-04-12 was over then; {NO_NAME}.",
    ),
    (
        "custody_ended",
        "2031-05-11",
        facts(term("remand", "2031-04-11", "P1M")),
        history(told("2031-04-11", "remand", "imposed")),
        f"A remand of 1 month from 2031-04-11 ended on 2031-05-11; {NO_NAME}; no report covers that day yet.",
    ),
    (
        "sentence_served",
        "2031-04-10",
        facts(term("imprisonment", "2029-04-10", "P2Y")),
        history(told("2031-03-01", "prison_conditions")),
        f"Imprisonment of 2 years from 2029-04-10 ended on 2031-04-10; {NO_NAME}.",
    ),
    (
        "ban_over",
        "2030-04-01",
        facts(term("ban", "2029-04-01", "P1Y")),
        history(),
        f"A ban of 1 year from 2029-04-01 ended on 2030-04-01; {NO_NAME}; no report covers that day.",
    ),
    (
        "hearing_held",
        "2031-03-28",
        facts(step("trial", "2031-03-18", "2031-03-28", ("case-1",))),
        history(told("2031-04-02", "assembly_refusal"), cases={"case-1": ["2031-03-18"]}),
        "After the trial of 2031-03-18, 2031-03-28 was named as the next day; no entry tells what came of it, though "
        "they are named in 2031-04/9.",
    ),
    (
        "summons_followed",
        "2031-03-19",
        facts(step("summons", "2031-03-17", "2031-03-19")),
        history(told("2031-03-17", "summons")),
        f"Summoned on 2031-03-17 for 2031-03-19; {NO_NAME}.",
    ),
    (
        "assembly_held",
        "2031-04-20",
        facts(step("assembly_notice", "2031-04-01", "2031-04-20")),
        history(told("2031-04-02", "assembly_refusal", next="2031-04-25")),
        f"An assembly announced for 2031-04-20 (notice told on 2031-04-01); {NO_NAME}.",
    ),
    (
        "hunger_strike_open",
        "2031-04-18",
        facts(strike("2031-03-18", "2031-04-08")),
        history(told("2031-04-08", "hunger_strike")),
        f"A hunger strike told from 2031-03-18 to 2031-04-08, and not in the 10 days after; {NO_NAME}.",
    ),
    (
        "hunger_strike_open",
        "2031-03-28",
        facts(strike("2031-03-18", "2031-03-18")),
        history(told("2031-04-10", "trial")),
        "A hunger strike told on 2031-03-18, and not in the 10 days after; no entry tells its end, though they "
        "are named in 2031-04/9.",
    ),
    (
        "prisoner_not_named",
        "2031-03-20",
        facts(held("QR-118/9")),
        history(told("2030-03-20", "custody")),
        "Held at QR-118/9, last named on 2030-03-20; no entry names this person in the year after.",
    ),
    (
        "prisoner_not_named",
        "2031-03-20",
        facts(held(term=PRISON)),
        history(told("2030-02-01", "imprisonment", "imposed"), named=["2030-03-20"]),
        "Imprisonment of 3 years from 2030-02-01, last named on 2030-03-20; no entry names this person in the year "
        "after.",
    ),
]

NOT_FOUND = [
    ("arrest_served", "something is told of them later", facts(ARREST), history(told("2031-04-20", "detention"))),
    ("arrest_served", "released before its end", facts(ARREST), history(told("2031-04-10", "release"))),
    (
        "arrest_served",
        "the release is told later, for an earlier day",
        facts(ARREST),
        history(told("2031-04-10", "release", told="2031-04-12")),
    ),
    ("arrest_served", "no length is known", facts(term("administrative_arrest", "2031-04-03")), SILENT),
    ("arrest_served", "no day is known", facts(term("administrative_arrest", "", "P15D")), SILENT),
    ("arrest_served", "only the month is known", facts(term("administrative_arrest", "2031-04", "P15D")), SILENT),
    ("arrest_served", "another sanction stands in its place", facts(ARREST, replaced=["sanction-1"]), SILENT),
    ("custody_ended", "extended before its end", facts(REMAND), history(told("2031-04-10", "remand", "imposed"))),
    (
        "custody_ended",
        "sentenced before its end",
        facts(REMAND),
        history(told("2031-04-01", "imprisonment", "imposed")),
    ),
    ("custody_ended", "acquitted before its end", facts(REMAND), history(told("2031-04-01", "sentence", "acquitted"))),
    (
        "sentence_served",
        "died in prison",
        facts(term("imprisonment", "2029-04-10", "P2Y")),
        history(told("2031-01-01", "death")),
    ),
    ("sentence_served", "it has not ended", facts(PRISON), history(told("2033-03-01", "statement"))),
    ("ban_over", "died", facts(term("ban", "2030-04-01", "P1Y")), history(told("2030-08-01", "death"))),
    (
        "hearing_held",
        "the case is told later",
        facts(step("trial", "2031-03-18", "2031-03-28", ("case-1",))),
        history(cases={"case-1": ["2031-03-28"]}),
    ),
    (
        "hearing_held",
        "without a case, the person is told later",
        facts(step("trial", "2031-03-18", "2031-03-28")),
        history(told("2031-04-01", "sentence")),
    ),
    (
        "summons_followed",
        "questioned on that day",
        facts(step("summons", "2031-03-17", "2031-03-19")),
        history(told("2031-03-19", "summons")),
    ),
    (
        "assembly_held",
        "refused for the same day",
        facts(step("assembly_notice", "2031-04-01", "2031-04-20")),
        history(told("2031-04-02", "assembly_refusal", next="2031-04-20")),
    ),
    (
        "assembly_held",
        "a refused assembly is not to be held",
        facts(step("assembly_refusal", "2031-04-01", "2031-04-20")),
        history(),
    ),
    ("hunger_strike_open", "its end is told", facts(strike("2031-03-18", "2031-03-22", ended=True)), history()),
    (
        "hunger_strike_open",
        "released on the last day of it",
        facts(strike("2031-04-02", "2031-04-07")),
        history(told("2031-04-07", "release")),
    ),
    (
        "prisoner_not_named",
        "released",
        facts(held("QR-118/9")),
        history(told("2030-03-01", "custody"), told("2030-03-20", "release")),
    ),
    (
        "prisoner_not_named",
        "sentenced to restricted liberty",
        facts(held("QR-118/9")),
        history(told("2030-03-01", "custody"), told("2030-03-20", "restriction_of_liberty", "imposed")),
    ),
    (
        "prisoner_not_named",
        "the term is over before",
        facts(held(term=term("imprisonment", "2030-02-01", "P6M"))),
        history(named=["2030-03-20"]),
    ),
]


def lines(found: Facts, past: History) -> Iterator[Line]:
    yield from terms_over(found, past)
    yield from steps_passed(found, past)
    yield from strikes_open(found, past)
    yield from prisoners_not_named(found, past)


@pytest.mark.parametrize(
    ("rule", "day", "found", "past", "sentence"), FOUND, ids=[f"{row[0]}-{row[1]}" for row in FOUND]
)
def test_a_rule_finds(rule: str, day: str, found: Facts, past: History, sentence: str) -> None:
    by_rule = {line.group: line for line in lines(found, past)}
    assert (by_rule[rule].day, by_rule[rule].what) == (day, sentence)


@pytest.mark.parametrize(
    ("rule", "found", "past"), [(r[0], *r[2:]) for r in NOT_FOUND], ids=[f"{r[0]}: {r[1]}" for r in NOT_FOUND]
)
def test_a_rule_does_not_find(rule: str, found: Facts, past: History) -> None:
    by_rule = {line.group: line for line in lines(found, past)}
    # What has not ended is not due yet: the window leaves it out (`find_silence`).
    assert rule not in by_rule or by_rule[rule].day > "2032"


def test_every_rule_has_examples_of_both_kinds() -> None:
    assert {row[0] for row in FOUND} == {row[0] for row in NOT_FOUND} == set(load_rules().rules) == set(group_names())
