"""Lines as an iCalendar file (RFC 5545) of all-day events: what is due in it is what is shown, and no more.

Own code because all-day events need three rules of the standard only: how text is escaped (3.3.11), how lines are
folded (3.1), and which properties an event has (3.6.1). Tests read it with a parser that others wrote.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from briefings.lines import Line

_OCTETS = 75
"""The longest line, without its line break."""
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def write_calendar(lines: Iterable[Line], headings: Mapping[str, str], on: str) -> bytes:
    """A calendar with an event for each line. ``on`` is the day up to which was looked; it dates the events."""
    content = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//casegraph//kg due//EN",
        *(part for line in lines for part in _event(line, headings[line.group], on)),
        "END:VCALENDAR",
    ]
    return b"".join(piece + b"\r\n" for part in content for piece in _folded(part))


def _event(line: Line, heading: str, on: str) -> Iterator[str]:
    people = ",".join(person.id for person in line.people)
    uid = hashlib.sha256("\0".join((line.group, line.fact, people, line.day)).encode()).hexdigest()[:32]
    names = ", ".join(line.names)
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}@persecution-casegraph"
    yield f"DTSTAMP:{_basic(on)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_basic(line.day)}"
    yield f"SUMMARY:{_text(f'{names}: {line.what}' if names else line.what)}"
    yield f"DESCRIPTION:{_text(f'{heading}. Entries: ' + ', '.join(line.entries))}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _basic(iso: str) -> str:
    return iso.replace("-", "")


def _text(text: str) -> str:
    return text.translate(_ESCAPES)


def _folded(line: str) -> Iterator[bytes]:
    """A line in pieces of at most 75 octets, each after the first behind a blank, no letter cut in two."""
    piece = b""
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > _OCTETS:
            yield piece
            piece = b" "
        piece += octets
    yield piece
