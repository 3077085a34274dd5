"""What a weekly report and the month's both tell is counted once."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from ingest.facts import EntryFacts
from ingest.pipeline import read_report
from kg.decisions.judgements import Judgement
from kg.entries.active import ActiveReport, collect_entries
from kg.entries.mentions import person_mention_ids
from kg.identity.links import RefusedLink
from kg.identity.people.people import resolve_people
from kg.identity.retellings.retellings import find_retellings
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


TITLE = "MONITORING OF POLITICAL PERSECUTION IN THE REPUBLIC OF KAZAKHSTAN FROM MARCH {} TO MARCH {}, 2031"
WEEK = """
March 3, Almaty, a number of people rallied in front of the prosecutor’s office and demanded an amnesty for their
relatives, in particular for Testbayev Adil and Probekov Ilyas, who had been placed into custody after the marches[1].

March 4, Almaty, police detained activists who came to the party’s office. Among the detained activists were Testbayeva
B. and Probekova R. The first reports that an activist named Sholpan was “beaten” in a police van[2].

March 5, Astana, “colleagues cover up for their officers, they withhold evidence”, the Prosecutor General’s Office
reports in relation to the investigation of torture by police officers[3].

March 6, Uralsk, the local police opened a case under Article 293, Part 2 of the Criminal Code after the activist
Sampleuly Murat was beaten[4].

March 7, Karaganda, the court began to consider the appeal in the case of the murder of Sampleuly Galym, who was killed
on May 28, 2030. The prosecutor asks to revoke the sentence[5].
"""
LATER = """
March 20, Almaty, Testbayev Adil was released from custody[6].

March 24, Astana, the city court fined Probekova R. under Article 488, Part 6 of the Administrative Code[7].
"""
REWORDED = {
    "a number of people rallied in front of": "several people rallied before",
    "who came to the party’s office": "who came to the building of the party",
    "they withhold evidence": "they hold evidence back",
    "the local police opened a case": "the city’s police opened a case",
    "began to consider the appeal": "began to hear the appeal",
}
THINGS = ("Person", "Case", "Campaign", "Event", "Charge", "Sanction", "Stay", "Court", "Facility", "Organisation")


def printed(entries: str, first: int, last: int, series: str = "", notes_from: int = 1) -> ActiveReport:
    """A report as it is printed; it numbers its footnotes itself."""
    marks = re.findall(r"\[(\d+)\]", entries)
    for old, new in zip(marks, range(notes_from, notes_from + len(marks)), strict=True):
        entries = entries.replace(f"[{old}]", f"[note {new}]")
    text = "\n\n".join((TITLE.format(first, last), entries.strip().replace("[note ", "[")))
    text += "".join(
        f"\n\n[{n}] https://news.example/{n - notes_from}" for n in range(notes_from, notes_from + len(marks))
    )
    return ActiveReport(series, f"{series}{first}" * 8, read_report(text, KAZAKHSTAN))


MONTH = printed(WEEK + LATER, 1, 31)


def things(*reports: ActiveReport) -> Counter[str]:
    return Counter({label: number for label, number in counted(*reports).items() if label in THINGS})


@pytest.mark.parametrize("notes_from", [1, 40])
def test_nothing_grows_where_a_week_stands_beside_its_month(notes_from: int) -> None:
    week = printed(WEEK, 1, 7, "weekly", notes_from)
    assert things(MONTH, week) == things(MONTH)
    assert things(week, MONTH) == things(MONTH)


def test_the_ids_of_the_month_stay_and_the_week_leads_to_them() -> None:
    week = printed(WEEK, 1, 7, "weekly")
    alone, both = (build(reports, KAZAKHSTAN) for reports in ((MONTH,), (MONTH, week)))
    assert alone.ids.items() <= both.ids.items()
    assert set(both.ids.values()) == set(alone.ids.values())
    assert {both.persons[f"{week.id}/1", i] for i in (0, 1)} == {both.persons[f"{MONTH.id}/1", i] for i in (0, 1)}


def test_a_day_in_a_daily_series_adds_nothing() -> None:
    day = printed(WEEK.split("\n\n")[1], 4, 4, "daily")
    week = printed(WEEK, 1, 7, "weekly")
    assert things(MONTH, week, day) == things(MONTH)


def test_reworded_entries_add_nothing() -> None:
    text = WEEK
    for words, others in REWORDED.items():
        assert words in text.replace("\n", " ")
        text = re.sub(r"\s".join(map(re.escape, words.split())), others, text)
    assert things(MONTH, printed(text, 1, 7, "weekly")) == things(MONTH)


def test_what_only_the_week_tells_is_added() -> None:
    more = (
        "\n\nMarch 5, Astana, journalists held a picket at the ministry and called for the release of their editor[8]."
    )
    week = printed(WEEK + more, 1, 7, "weekly")
    assert things(MONTH, week) - things(MONTH) == Counter({"Event": 1})


def test_two_gatherings_that_differ_in_number_are_two() -> None:
    three = printed("March 3, Almaty, 3 people held a picket at the embassy and were told to leave[1].", 1, 31)
    four = printed("March 3, Almaty, 4 people held a picket at the embassy and were told to leave[1].", 1, 7, "weekly")
    assert things(three, four)["Event"] == 2 * things(three)["Event"] > 0


def test_who_is_said_to_be_another_is_another() -> None:
    week = printed(WEEK, 1, 7, "weekly")
    built = build((MONTH, week), KAZAKHSTAN)
    entries = collect_entries((MONTH, week))
    ids = person_mention_ids(entries)
    a, b = ids[f"{MONTH.id}/2", 2], ids[f"{week.id}/2", 2]
    parted = resolve_people(entries, KAZAKHSTAN, [Judgement("different", a, b, "d1")], None, find_retellings(entries))
    assert built.ids[a] == built.ids[b]
    assert parted.person[f"{MONTH.id}/2", 2] != parted.person[f"{week.id}/2", 2]


def test_a_refused_pair_is_two_entries() -> None:
    entries = collect_entries((MONTH, printed(WEEK, 1, 7, "weekly")))
    pairs = find_retellings(entries).first
    (again, first), *others = pairs.items()
    assert len(pairs) == WEEK.count("[")
    assert find_retellings(entries, [RefusedLink("Case", first, again, "same-entry")]).first == dict(others)


def test_small_reports_are_part_of_the_month_whatever_their_series_are_called() -> None:
    day = printed(WEEK.split("\n\n")[1], 4, 4, "a-daily")
    week = printed(WEEK, 1, 7, "b-weekly")
    month = replace(MONTH, series="c-monthly")
    assert things(day, week, month) == things(MONTH)
    told = find_retellings(collect_entries((day, week, month)))
    assert told.part_of == {day.id: month.id, week.id: month.id}


def test_a_report_with_much_of_its_own_keeps_its_steps_together() -> None:
    held = "March 4, Almaty, Testbayeva Berta was detained near the theatre for leaflets of a banned party[1]."
    later = "March 9, Almaty, Testbayeva B. was sentenced to 10 days of arrest under Article 488 of the CAO[2]."
    own = "\n\n".join(
        f"March {day}, Aktobe, Probekov {name} was detained[{day}]." for day, name in enumerate("KLMN", 11)
    )
    theirs = printed("\n\n".join((held, later, own)), 1, 31, "theirs")
    ours = printed("\n\n".join((WEEK, LATER, held)), 1, 31)
    built = build((ours, theirs), KAZAKHSTAN)
    assert not find_retellings(collect_entries((ours, theirs))).part_of
    (case,) = {*built.threads[f"{theirs.id}/1"], *built.threads[f"{theirs.id}/2"]}
    assert built.persons[f"{theirs.id}/1", 0] == built.persons[f"{theirs.id}/2", 0]
    assert case in built.threads[f"{ours.id}/8"]
