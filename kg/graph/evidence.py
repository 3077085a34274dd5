"""The words a relationship rests on, as the graph has them: entry ids beside spans such as ``12-30``."""

from typing import TYPE_CHECKING, NamedTuple

from ingest.facts import Span

if TYPE_CHECKING:
    from kg.graph.value import Relationship

PACK = "pack"
"""Stands for an entry where the jurisdiction pack or the schema knows a relationship by itself (design, rule 2)."""


class Passage(NamedTuple):
    """Words of an entry; ``entry`` is ``PACK`` and ``span`` is ``None`` if no report says it."""

    entry: str
    span: Span | None


def format_span(span: Span | None) -> str:
    """``12-30``, as the graph has it; empty for ``None``."""
    return f"{span.start}-{span.end}" if span else ""


def parse_span(text: str) -> Span | None:
    """The span of such a text."""
    start, _, end = text.partition("-")
    return Span(int(start), int(end)) if text else None


def passages_of(relationship: "Relationship") -> list[Passage]:
    """What a relationship rests on: its evidence, or the place where its entry names the node or cites the source.

    Such a citation has a position and no words: its span is empty.
    """
    return [Passage(entry, parse_span(span)) for entry, span in places_of(relationship)]


def places_of(relationship: "Relationship") -> list[tuple[str, str]]:
    """The same as the graph has it: the ids of entries beside spans such as ``12-30``."""
    properties = relationship.properties
    entries, spans = properties.get("entries"), properties.get("spans")
    if isinstance(entries, list) and isinstance(spans, list):
        return [(str(entry), str(span)) for entry, span in zip(entries, spans, strict=True)]
    start = properties.get("start")
    if relationship.start.label == "Entry" and isinstance(start, int):
        end = properties.get("end")
        return [(relationship.start.id, f"{start}-{end if isinstance(end, int) else start}")]
    return []


def passage_order(passage: tuple[str, Span | None]) -> tuple[tuple[str, int, str], Span]:
    """By report, number of the entry and place; a partner's entries may have other names than numbers."""
    entry, span = passage
    report, _, number = entry.rpartition("/")
    return (report, int(number) if number.isdecimal() else 0, entry), span or Span(0, 0)
