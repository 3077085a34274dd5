"""Entries of the user's own: what no report says, such as an interview, a court file or a partner's letter.

Each is a small report in a series of its own, read by the same rules. So evidence, decisions, withdrawal and erasure
work as for any report, and one can be erased without the others.
"""

import hashlib
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from ingest.errors import KgError
from ingest.formats.written import WrittenText

OWN_SERIES = "own-"
"""What the names of their series begin with."""
_DIGITS = 10


@dataclass(frozen=True)
class OwnEntry:
    """``date`` is ISO, ``place`` may be empty; ``source`` is an address, or words such as ``interview, March 4``."""

    date: str
    place: str
    words: str
    source: str


def write_entry(entry: OwnEntry) -> WrittenText:
    """The report of an entry: one paragraph with its date and place in front, and the note of an address.

    Raises ``KgError`` for a date that is no day, and where words or source are missing.
    """
    day = read_day(entry.date)
    place, words, source = (" ".join(text.split()) for text in (entry.place, entry.words, entry.source))
    if not words or not source:
        raise KgError("An entry needs its words and its source. Say at least who told it to whom.")
    header = ", ".join(filter(None, [f"{day:%d.%m.%Y}", place]))
    if is_address(source):
        return WrittenText(_name(day), f"{header}, {words}[1]\n\n[1] {source}\n")
    return WrittenText(_name(day), f"{header}, {words}\n")


def own_series(entry: OwnEntry) -> str:
    """A name for the series of an entry: the same for the same entry, and of no word of it."""
    return series_of(entry.date, entry.place, entry.words, entry.source)


def series_of(*parts: str) -> str:
    """A name for a series of the user's own: the same for the same words, and of none of them."""
    content = "\0".join(parts).encode()
    return f"{OWN_SERIES}{hashlib.sha256(content).hexdigest()[:_DIGITS]}"


def read_day(text: str) -> date:
    """A day. Raises ``KgError`` for a text that is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise KgError(f"'{text}' is no day. Write it as 2031-03-05.") from None


def _name(day: date) -> str:
    return f"the entry of {day}"


def is_address(source: str) -> bool:
    """Whether a source is an address of the web."""
    try:
        parts = urlsplit(source)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and " " not in source
