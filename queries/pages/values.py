"""The values of a page: sections of lines, each with its dates, its standing, its id, and the words it rests on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ingest.facts import Span
from kg.graph.evidence import Passage, parse_span


@dataclass(frozen=True)
class Quote:
    """Words of an entry around what a line rests on, and the address cited after them, where there is one."""

    entry: str
    words: str
    url: str | None


@dataclass(frozen=True)
class Line:
    """One fact, or one thing that the page's thing is tied to.

    ``what`` says it in words. ``dates`` say what each date is; ``standing`` how far the fact is established, empty for
    what is no claim (a part of a place). ``id`` is that of the fact or thing. ``passages`` are the words it rests on,
    ``quotes`` the same with the text around them. ``mark`` is the number by which a page's text marks them.
    """

    what: str
    id: str
    dates: tuple[str, ...] = ()
    standing: str = ""
    details: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    quotes: tuple[Quote, ...] = ()
    mark: int | None = None


@dataclass(frozen=True)
class Mark:
    """The words of a thing or fact in a page's text, and its number on the page."""

    span: Span
    number: int


@dataclass(frozen=True)
class Section:
    """Lines of one kind under a title; ``left_out`` is how many more there are, where only the first are wanted."""

    title: str
    lines: tuple[Line, ...]
    left_out: int = 0


@dataclass(frozen=True)
class Page:
    """A thing by its label, key and name; what is known of it in a word or two, by what it is; and its sections.

    ``text`` is what an entry says, as printed; ``marks`` are the words of its facts, in their order.
    """

    label: str
    id: str
    name: str
    about: tuple[tuple[str, str], ...] = ()
    sections: tuple[Section, ...] = ()
    text: str = ""
    marks: tuple[Mark, ...] = ()


Passages = tuple[Passage, ...]
Named = Mapping[str, list[str]]
"""Names of what is tied to a thing, by the thing's id."""


@dataclass(frozen=True)
class Tie:
    """How a page's thing is tied to a fact: its role, what the report says of it, and the words."""

    role: str = ""
    standing: str = ""
    passages: Passages = ()


@dataclass(frozen=True)
class Ties:
    """The facts of one kind that a page's thing is tied to, by id; ``but`` is the thing's own id, not named again.

    ``most`` is how many of them are told, the first in time; ``None`` for all.
    """

    of: Mapping[str, Tie] = field(default_factory=dict)
    but: str = ""
    most: int | None = None

    @property
    def ids(self) -> list[str]:
        """The ids of the facts."""
        return list(self.of)


def passages_in(row: Mapping[str, Any]) -> Passages:
    """What the relationship of a row rests on, from its columns ``entries`` and ``spans``."""
    pairs = zip(row.get("entries") or (), row.get("spans") or (), strict=True)
    return tuple(Passage(str(entry), parse_span(str(span))) for entry, span in pairs)


def sections_of(*sections: tuple[str, Iterable[Line]]) -> tuple[Section, ...]:
    """Those of the sections that have lines."""
    made = (Section(title, tuple(lines)) for title, lines in sections)
    return tuple(section for section in made if section.lines)
