"""A report as it is divided: entries with their headers, footnotes and references, and what could not be read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ingest.facts.evidence import Span
from ingest.vocabulary import PlaceKind


@dataclass(frozen=True, slots=True)
class Footnote:
    """A reference mark such as ``[12]``: its number as printed, where the mark stands, and the rule that read it.

    Words that are linked, and an address printed in the entry, lead to ``url`` and have no number.
    """

    number: str
    span: Span
    rule: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class HeaderPlace:
    """A place as a header prints it. ``span`` holds all its words, ``name`` those without the word for its kind.

    ``kind`` is what that word means, ``None`` without one. ``grounds`` is what makes it a place: ``gazetteer``,
    ``kind`` or ``position``; ``rule`` is the rule that read it.
    """

    span: Span
    name: Span
    kind: PlaceKind | None
    grounds: Literal["gazetteer", "kind", "position"]
    rule: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A line with a day and a place that holds for several entries: in which one (number) it stands, and its words."""

    entry: int
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One paragraph of a report, verbatim.

    ``number`` counts from 1 in document order. ``date`` is ISO or ``None``. ``line`` is the line of the file, from 1.
    ``date_span`` holds the header's date and ``body`` the offset where the header's date and places end and what
    the entry says begins (0 where there is no header). ``places`` are the header's, in the order of the text.
    ``date_rule`` is the rule that read the date, empty without one. ``start`` is where it begins in the report's text.
    ``heading`` is the one above that gives the places, ``None`` where they are in the entry itself: their spans are
    those of its text.
    """

    number: int
    text: str
    line: int
    date: str | None = None
    date_span: Span | None = None
    body: int = 0
    footnotes: tuple[Footnote, ...] = ()
    places: tuple[HeaderPlace, ...] = ()
    date_rule: str = ""
    start: int = 0
    heading: Heading | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A footnote's address: its number, the address, the line of the file, and the rule that read it.

    ``further`` are the other addresses of the same note, such as an archived copy.
    """

    number: str
    url: str
    line: int
    rule: str = ""
    further: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ParseIssue:
    """Something that could not be read, for the table at the end of an ingest.

    ``kind`` is ``no date``, ``no such date``, ``no address`` (a footnote), ``no footnote`` (an address),
    ``duplicate number``, ``no reference list`` or ``not read: script`` (words in other letters than Latin or Cyrillic);
    or what an entry holds that is read as something else (``ingest.language.clean_text.ChangeKind``).
    ``what`` is a footnote number, the name of a script, a number of characters, or empty, never a report's words.
    """

    kind: str
    line: int
    what: str = ""


UnreadKind = Literal["paragraph", "line", "address", "link", "date"]
"""What was not read.

``paragraph`` and ``line`` are in no entry (a line is shorter than a sentence, or none); ``address`` is no source of an
entry, nor is ``link``, to which words lead; ``date`` is a day that no calendar has, or an entry without a date.
"""


@dataclass(frozen=True, slots=True)
class UnreadPassage:
    """A passage that nothing was made of: the line of the file where it begins, and its first words."""

    kind: UnreadKind
    line: int
    words: str


@dataclass(frozen=True, slots=True)
class Report:
    """A document split into entries and references.

    ``period_start`` and ``period_end`` are ISO dates; ``period`` is what ids call them: ``2022-10`` for a month,
    ``2022``, ``2022-10-03``, or two of these as ``2022-10-03--2022-10-09``. ``period_source`` says how the period is
    known: ``title``, ``a date above the entries``, ``dates in the text`` or ``given``; ``period_rule`` is the rule that
    read it, empty if given. ``unread`` lists what the reader left out, by line.
    """

    title: str
    period: str
    period_start: str
    period_end: str
    period_source: str
    entries: tuple[Entry, ...]
    references: tuple[Reference, ...] = ()
    issues: tuple[ParseIssue, ...] = ()
    period_rule: str = ""
    unread: tuple[UnreadPassage, ...] = ()

    def addresses(self) -> dict[str, tuple[str, ...]]:
        """The addresses of every footnote number of the reference list; of a number given twice the first counts."""
        return {note.number: (note.url, *note.further) for note in reversed(self.references)}

    def cited(self) -> list[tuple[tuple[Footnote, str], ...]]:
        """For every entry its footnotes that lead to an address, each with it as printed, in their order."""
        listed = self.addresses()
        return [
            tuple((note, url) for note in entry.footnotes for url in _addresses_of(note, listed))
            for entry in self.entries
        ]


def _addresses_of(note: Footnote, listed: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return (note.url,) if note.url else listed.get(note.number, ())
