"""The calendar file, read by a parser that did not write it."""

from datetime import date

import icalendar

from briefings.calendar.ics import write_calendar
from briefings.lines import Line, Person

WHO = (Person("person-1", "Ilkuvel Orvane"), Person("person-2", "Ұлдана Ө."))
LINE = Line(
    "arrest_served",
    "2031-04-18",
    WHO,
    "An arrest, of 15 days; ended\\on 2031-04-18,\nno later entry names them — " + "Ө" * 80,
    "sanction-1",
    ("2031-04/3#4-9", "2031-04/3#20-24", "2031-04/7#0-3"),
)
HEADINGS = {"arrest_served": "Arrests that were served"}


def test_a_parser_reads_what_was_written() -> None:
    calendar = icalendar.Calendar.from_ical(write_calendar([LINE], HEADINGS, "2031-04-30"))
    assert calendar["version"] == "2.0" and not calendar.errors
    (event,) = calendar.walk("VEVENT")
    assert event["summary"] == f"Ilkuvel Orvane, Ұлдана Ө.: {LINE.what}"
    assert event["description"] == "Arrests that were served. Entries: 2031-04/3, 2031-04/7"
    assert event.decoded("dtstart") == date(2031, 4, 18)
    assert event["class"] == "PRIVATE" and not event.errors


def test_lines_are_folded_and_end_as_the_standard_says() -> None:
    written = write_calendar([LINE], HEADINGS, "2031-04-30")
    assert written.endswith(b"END:VCALENDAR\r\n") and written.count(b"\n") == written.count(b"\r\n")
    assert max(map(len, written.split(b"\r\n"))) <= 75
    for piece in written.split(b"\r\n"):
        piece.decode()  # no letter is cut in two


def test_the_same_line_is_the_same_event_and_another_is_another() -> None:
    def uids(*days: str) -> list[str]:
        lines = [Line(LINE.group, day, LINE.people, LINE.what, LINE.fact, LINE.places) for day in days]
        found = icalendar.Calendar.from_ical(write_calendar(lines, HEADINGS, "2031-04-30")).walk("VEVENT")
        return [str(event["uid"]) for event in found]

    assert uids("2031-04-18") == uids("2031-04-18")
    assert len(set(uids("2031-04-18", "2031-04-19"))) == 2
