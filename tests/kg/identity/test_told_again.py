"""What a weekly report and the month's both tell is counted once."""

from collections import Counter

from ingest.facts import EntryFacts
from kg.entries.active import ActiveReport
from kg.rows.build import build
from tests.kg.scenes import KAZAKHSTAN, act, charge, entry, person, report, sanction

HELD = "Testov Adam was detained on the square"
ARRESTED = "Testova Berta, Article 488, 10 days of arrest, was sentenced"


def told(number: int, text: str, day: str) -> EntryFacts:
    if text == HELD:
        return entry(
            number, day, text, persons=(person(text, "Testov Adam"),), acts=(act(text, "detention", "detained", "p0"),)
        )
    return entry(
        number,
        day,
        text,
        persons=(person(text, "Testova Berta"),),
        charges=(charge(text, 0, "CAO", "488"),),
        sanctions=(sanction(text, 0, "administrative_arrest", "10 days of arrest", duration="P10D"),),
        acts=(act(text, "sentence", "sentenced", "p0"),),
    )


def counted(*reports: ActiveReport) -> Counter[str]:
    return Counter(node.label for node in build(reports, KAZAKHSTAN, [], None).graph.nodes)


def test_a_week_and_its_month_tell_one_thing_once() -> None:
    week = report(told(1, HELD, "2031-03-03"), told(2, ARRESTED, "2031-03-05"), series="weekly")
    month = report(told(1, HELD, "2031-03-03"), told(2, ARRESTED, "2031-03-05"))
    alone, both = counted(month), counted(week, month)
    for label in ("Event", "Charge", "Sanction", "Person", "Case"):
        assert both[label] == alone[label] > 0, label
    assert both["Entry"] == 2 * alone["Entry"]


def test_another_day_is_another_event() -> None:
    week = report(told(1, HELD, "2031-03-04"), series="weekly")
    month = report(told(1, HELD, "2031-03-03"))
    assert counted(week, month)["Event"] == 2
