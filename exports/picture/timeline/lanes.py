"""What is in each lane of a timeline: acts and custody of the answer's people, or bars from its columns."""

from collections.abc import Iterator
from dataclasses import dataclass

from exports.picture.answer import Answer, Row
from exports.picture.captions import UNPROVEN, name_of
from exports.picture.choice.connections import Connection, Connections
from exports.picture.choice.ties import Mark, date_of
from exports.picture.days import first_day, last_day
from exports.picture.tooltips import Tooltips
from ingest.vocabulary import CUSTODY_BEFORE_JUDGEMENT, SanctionKind
from kg.graph.value import Key, Node
from kg.schema.schema import Schema
from queries.drawings import Timeline
from queries.pages.phrases import name_act, plain

_AFTER_JUDGEMENT: frozenset[SanctionKind] = frozenset({"administrative_arrest", "imprisonment"})
_CUSTODY = CUSTODY_BEFORE_JUDGEMENT | _AFTER_JUDGEMENT


@dataclass(frozen=True)
class Lane:
    """A lane; one of a thing has the thing's tooltip."""

    id: str
    name: str
    tooltip: str = ""


@dataclass(frozen=True)
class Span:
    """Something from one day to another (numbers), in a lane, by the lane's id. Without an ``end`` none is told.

    ``date`` is the first day in words. ``is_exact`` is false for an act whose day is not known.
    """

    lane: str
    start: int
    end: int | None
    kind: str
    words: str
    tooltip: str
    date: str
    unproven: bool = False
    is_bar: bool = False
    is_exact: bool = True


def lanes_of(
    answer: Answer, timeline: Timeline, connections: Connections, schema: Schema
) -> tuple[list[Lane], list[Span]]:
    """The lanes in the order of the rows, and what is in them in the order of time."""
    tooltips = Tooltips(connections.graph, schema)
    spans: dict[tuple[str, str, str], Span] = {}
    lanes: dict[str, Lane] = {}
    for row in answer:
        for lane, key in _lanes_of_row(row, timeline, connections, schema, tooltips):
            lanes[lane.id] = lane
            for id, span in _spans_of_row(row, lane, key, timeline, connections, tooltips):
                spans[lane.id, id, span.date] = span
    return list(lanes.values()), sorted(spans.values(), key=lambda span: (span.start, span.words, span.tooltip))


def _lanes_of_row(
    row: Row, timeline: Timeline, connections: Connections, schema: Schema, tooltips: Tooltips
) -> Iterator[tuple[Lane, Key | None]]:
    keys = [key for key in row.keys(timeline.lane) if key in connections.graph.by_key]
    for key in keys:
        node = connections.graph.by_key[key]
        yield Lane(key.id, name_of(node, schema), tooltips.of_thing(node)), key
    if not keys:
        yield from ((Lane(words, words), None) for words in row.words_in(timeline.lane))


def _spans_of_row(
    row: Row, lane: Lane, key: Key | None, timeline: Timeline, connections: Connections, tooltips: Tooltips
) -> Iterator[tuple[str, Span]]:
    if timeline.acts:
        for act in row.keys(timeline.acts):
            if act in connections.by_hub:
                yield from _act(connections.by_hub[act], lane.id, tooltips)
        for connection in connections.of[key] if key else ():
            yield from _custody(connection, lane.id, tooltips)
    if timeline.start:
        yield from _bar(row, lane, timeline, tooltips)


def _act(connection: Connection, lane: str, tooltips: Tooltips) -> Iterator[tuple[str, Span]]:
    node = connection.hub
    date = date_of(node) if node else ""
    if node and date:
        type = name_act(str(node.properties["type"]))
        told = tooltips.of_mark(Mark(node.key, (node,), connection.ends))
        yield (
            node.id,
            Span(
                lane,
                first_day(date),
                last_day(date),
                type,
                type,
                told,
                date,
                _is_unproven(node),
                is_exact=len(date) == 10,
            ),
        )


def _custody(connection: Connection, lane: str, tooltips: Tooltips) -> Iterator[tuple[str, Span]]:
    """An imposed arrest or term of known length, or a custody between the entries that tell of it."""
    node = connection.hub
    if node is None:
        return
    p = node.properties
    date = date_of(node)
    told = tooltips.of_mark(Mark(node.key, (node,), connection.ends))
    if node.label == "Stay" and date:
        end = last_day(str(p.get("until") or p["last_seen"]))
        yield node.id, Span(lane, first_day(date), end, "custody", "custody", told, date, is_bar=True)
    elif node.label == "Sanction" and date and p["kind"] in _CUSTODY and p.get("status") == "imposed":
        end_told = last_day(str(p["until"])) if "until" in p else None
        end_counted = first_day(date) + int(str(p["days"])) if "days" in p else None
        end_known = end_told or end_counted
        kind = plain(p["kind"])
        yield node.id, Span(lane, first_day(date), end_known, kind, kind, told, date, _is_unproven(node), is_bar=True)


def _bar(row: Row, lane: Lane, timeline: Timeline, tooltips: Tooltips) -> Iterator[tuple[str, Span]]:
    starts, ends = row.dates(timeline.start), row.dates(timeline.end)
    words = ", ".join(row.words_in(timeline.label)) if timeline.label else ""
    is_begun = bool(starts)
    if not is_begun:
        starts, ends = row.dates(timeline.told), []
        words = ", ".join(filter(None, (words, "beginning not told")))
    if not starts:
        return
    start, end = first_day(starts[0]), last_day(ends[0]) if ends else None
    kind = ", ".join(row.words_in(timeline.kind)) if timeline.kind else ""
    standing = next((text for text in row.texts(timeline.standing) if text in UNPROVEN), "")
    tooltip = tooltips.of_words(lane.name, row.said(), row.words)
    date = starts[0]
    span = Span(
        lane=lane.id,
        start=start,
        end=end,
        kind=kind or row.header.title.lower(),
        words=" ".join(filter(None, (words, f"({standing})" if standing else ""))),
        tooltip=tooltip,
        date=date,
        unproven=bool(standing),
        is_bar=is_begun and (bool(ends) or timeline.open),
        is_exact=len(date) == 10,
    )
    yield tooltip, span


def _is_unproven(node: Node) -> bool:
    return node.properties.get("standing") in UNPROVEN
