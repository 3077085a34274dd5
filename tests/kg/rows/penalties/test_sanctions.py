"""Rows of sanctions: joint sums, ranges, people who are counted, organisations. Invented people."""

from typing import Any

from exports.facts import facts_rows
from ingest.facts import EntryFacts, Party
from ingest.jurisdictions.packs import load_jurisdiction
from kg.graph.value import Graph
from kg.rows.build import build
from tests.kg.scenes import act, body, entry, person, report, sanction

COUNTRY = load_jurisdiction("kazakhstan")
NAMES = ("Tasel Orvin", "Besk Ilmar", "Dorn Asel")


def joint(number: int, *names: str, amount: float = 800000, count: int | None = None) -> EntryFacts:
    """An entry in which the court orders those named to pay a sum together."""
    text = f"March {number}, the court ordered {', '.join(names) or 'the seven'} to pay {amount:.0f} jointly[{number}]."
    to = tuple(Party("person", i) for i in range(len(names)))
    details: dict[str, Any] = {"amount": float(amount), "joint": True, "count": count}
    sum = sanction(text, None, "damages", f"{amount:.0f}", **details)
    return entry(
        number,
        f"2031-03-{number:02}",
        text,
        persons=tuple(person(text, name) for name in names),
        sanctions=(type(sum)(to, "damages", sum.evidence, **details),),
        acts=(act(text, "sentence", "ordered", to=" ".join(f"p{i}" for i in range(len(names)))),),
    )


def graph(*entries: EntryFacts) -> Graph:
    return build([report(*entries)], COUNTRY).graph


def sanctions(built: Graph) -> list[dict[str, Any]]:
    return [dict(node.properties) for node in built.nodes if node.label == "Sanction"]


def test_a_joint_sum_is_one_sanction_that_all_of_them_received() -> None:
    built = graph(joint(3, *NAMES, count=7))
    (sum,) = sanctions(built)
    assert (sum["amount"], sum["joint"], sum["count"]) == (800000.0, True, 7)
    assert len([r for r in built.relationships if r.type == "RECEIVED"]) == 3


def test_another_entry_that_names_other_payers_reports_the_same_joint_sum() -> None:
    built = graph(joint(3, *NAMES[:2]), joint(4, *NAMES[1:]))
    assert len(sanctions(built)) == 1
    assert len([r for r in built.relationships if r.type == "RECEIVED"]) == 3


def test_two_joint_sums_of_people_who_share_nobody_are_two() -> None:
    assert len(sanctions(graph(joint(3, NAMES[0], NAMES[1]), joint(4, NAMES[2])))) == 2


def test_a_range_has_both_ends_and_no_days() -> None:
    text = "March 3, nine got from 2 to 16 years[1]."
    terms = {"duration": "P2Y", "duration_max": "P16Y", "count": 9}
    (found,) = sanctions(
        graph(entry(1, "2031-03-03", text, sanctions=(sanction(text, None, "imprisonment", "2 to 16 years", **terms),)))
    )
    assert (found["duration"], found["duration_max"], found["count"], "days" in found) == ("P2Y", "P16Y", 9, False)


def test_an_organisation_receives_its_fine() -> None:
    text = "March 3, the paper Grey Heron was fined 500[1]."
    fine = sanction(text, None, "fine", "500", amount=500.0)
    paper = body(text, "organisation", "Grey Heron", "media")
    fined = type(fine)((Party("body", 0),), "fine", fine.evidence, amount=500.0)
    built = graph(entry(1, "2031-03-03", text, bodies=(paper,), sanctions=(fined,)))
    (received,) = [r for r in built.relationships if r.type == "RECEIVED"]
    assert (received.start.label, received.properties["spans"]) == ("Organisation", ["19-29", "40-43"])


def test_the_exported_facts_have_a_row_for_each_who_pays_and_say_that_the_sum_is_joint() -> None:
    month = report(joint(3, *NAMES[:2], count=7))
    built = build([month], COUNTRY)
    (row,) = facts_rows([(month.id, month.facts)], built.persons, built.threads)
    assert [s["person"] for s in row["sanctions"]] == list(NAMES[:2])
    assert all(s["joint"] and s["persons"] == list(NAMES[:2]) and s["count"] == 7 for s in row["sanctions"])


def test_the_exported_facts_have_no_duration_for_a_range() -> None:
    text = "March 3, nine got from 2 to 16 years[1]."
    terms = {"duration": "P2Y", "duration_max": "P16Y", "count": 9}
    month = report(
        entry(1, "2031-03-03", text, sanctions=(sanction(text, None, "imprisonment", "2 to 16 years", **terms),))
    )
    built = build([month], COUNTRY)
    (row,) = facts_rows([(month.id, month.facts)], built.persons, built.threads)
    (found,) = row["sanctions"]
    assert found["duration"] is None and (found["duration_min"], found["duration_max"]) == ("P2Y", "P16Y")
