"""Lines and marks of a network: what is one line between two things, and what needs a small mark of its own.

A fact of one person is a line from the person to each other participant. A fact of several is a small mark to which
all of them lead, and facts of one kind with the same participants share it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from exports.picture.choice.connections import FACTS, Connection, Connections, End
from kg.graph.value import Key, Node, Relationship

# Facts of one person alone are marks of their own up to this many; beyond, those of one kind share one.
_SINGLE = 24


@dataclass(frozen=True)
class Told:
    """One thing that a line tells: the fact, and the relationships between it and the ends of the line."""

    fact: Node | None
    relationships: tuple[Relationship, ...]


@dataclass(frozen=True)
class Said:
    """What rows of an answer say of two things: words for the line, what else, and the words they rest on."""

    words: tuple[str, ...]
    lines: tuple[str, ...]
    passages: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """A line between two things, or a thing and a mark. ``arrow`` points to ``end``: from who did it to whom.

    A line that tells nothing, and of which nothing is ``said``, leads to what came next.
    """

    start: Key
    end: Key
    told: tuple[Told, ...]
    arrow: bool = False
    said: Said | None = None


@dataclass(frozen=True)
class Mark:
    """A small mark for facts of one kind with the same participants; ``key`` is that of the first of them."""

    key: Key
    facts: tuple[Node, ...]
    ends: tuple[End, ...]


@dataclass(frozen=True)
class Ties:
    """The lines and marks of a picture."""

    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]


def draw_ties(
    drawn: Collection[Key], considered: Iterable[Connection], connections: Connections, alone: Collection[Key] = ()
) -> Ties:
    """The lines and marks among the things that are drawn.

    A fact that is itself among them is a mark. So is a fact in which only one of them takes part, if that one is among
    ``alone``. A provision that is not drawn is stood for by the article that is.
    """
    lines: dict[tuple[Key, Key], list[tuple[Told, bool]]] = defaultdict(list)
    marked: list[tuple[Node, tuple[End, ...]]] = []
    for connection in considered:
        ends = _drawn_ends(connection, drawn, connections)
        if connection.hub is None:
            if len({end.key for end in ends}) == 2:
                a, b = ends
                lines[a.key, b.key].append((Told(None, (a.relationship,)), False))
        elif _is_mark(connection, ends, drawn, alone):
            marked.append((connection.hub, ends))
        else:
            for a, b in _pairs(ends):
                told = Told(connection.hub, (a.relationship, b.relationship))
                lines[a.key, b.key].append((told, a.is_doer and b.is_subject))
    marks = _merged(marked, drawn, alone)
    drawn_lines = [_line(pair, told) for pair, told in _one_each_way(lines).items()]
    of_marks = (line for mark in marks for line in _lines_of(mark))
    return Ties((*drawn_lines, *of_marks, *_in_time(marks, alone)), tuple(marks))


def _in_time(marks: Sequence[Mark], alone: Collection[Key]) -> list[Line]:
    """From each dated act of one person alone to the next."""
    own = [
        m for m in marks if m.key.label == "Event" and {end.key for end in m.ends} <= set(alone) and date_of(m.facts[0])
    ]
    own.sort(key=lambda mark: (date_of(mark.facts[0]), mark.key))
    return [Line(a.key, b.key, (), arrow=True) for a, b in pairwise(own)]


def _drawn_ends(connection: Connection, drawn: Collection[Key], connections: Connections) -> tuple[End, ...]:
    found: dict[Key, End] = {}
    for end in connection.ends:
        shown = next((whole for whole in connections.wholes_of(end.key) if whole in drawn), None)
        if shown and (shown not in found or end.is_subject):
            found[shown] = End(shown, end.relationship)
    if connection.hub is None and len(found) == 2:
        return tuple(found[key] for key in _stated(connection, found))
    return tuple(found.values())


def _stated(connection: Connection, found: dict[Key, End]) -> list[Key]:
    """The two ends of a statement, in its direction."""
    start = connection.ends[0].key
    return sorted(found, key=lambda key: key != start)


def _is_mark(connection: Connection, ends: Sequence[End], drawn: Collection[Key], alone: Collection[Key]) -> bool:
    hub = connection.hub
    if hub is None or not ends:
        return False
    if hub.key in drawn:
        return True
    if len(ends) == 1:
        return hub.label in FACTS and ends[0].key in alone
    return len(ends) > 2 and len(_subjects(ends)) != 1


def _subjects(ends: Sequence[End]) -> list[End]:
    return [end for end in ends if end.is_subject] or [end for end in ends if end.is_doer]


def _pairs(ends: Sequence[End]) -> list[tuple[End, End]]:
    """From each other participant to the one that the fact is about; from a place to who did it there."""
    if len(ends) < 2:
        return []
    subject = (_subjects(ends) or list(ends))[0]
    doer = next((end for end in ends if end.is_doer), subject)
    return [(end, doer if end.key.label == "Place" else subject) for end in ends if end.key != subject.key]


def _merged(
    marked: Sequence[tuple[Node, tuple[End, ...]]], drawn: Collection[Key], alone: Collection[Key]
) -> list[Mark]:
    """Marks of one kind, standing and the same participants as one, unless each is to be drawn."""
    few = sum(len(ends) == 1 for _, ends in marked) <= _SINGLE
    together: dict[object, list[tuple[Node, tuple[End, ...]]]] = defaultdict(list)
    for node, ends in marked:
        apart = node.key in drawn or (few and len(ends) == 1) or node.label == "Case"
        p = node.properties
        kind = (node.label, p.get("type") or p.get("kind"), p.get("standing"), p.get("status"))
        who = tuple(sorted((end.key, end.is_doer) for end in ends))
        together[node.key if apart else (kind, who)].append((node, ends))
    marks = []
    for group in together.values():
        group.sort(key=lambda pair: (date_of(pair[0]), pair[0].key))
        marks.append(
            Mark(group[0][0].key, tuple(node for node, _ in group), tuple(e for _, ends in group for e in ends))
        )
    return marks


def _lines_of(mark: Mark) -> list[Line]:
    """A line from each participant to a mark, or from the mark to whom it happened."""
    ends: dict[tuple[Key, bool], list[End]] = defaultdict(list)
    for end in mark.ends:
        ends[end.key, end.is_doer].append(end)
    lines = []
    for (key, doer), found in ends.items():
        told = tuple(Told(None, (end.relationship,)) for end in found)
        lines.append(Line(key, mark.key, told, doer) if doer else Line(mark.key, key, told))
    return lines


def _one_each_way(
    lines: dict[tuple[Key, Key], list[tuple[Told, bool]]],
) -> dict[tuple[Key, Key], list[tuple[Told, bool]]]:
    """The lines with those between the same two things as one, in the direction of an arrow if one has it."""
    joined: dict[tuple[Key, Key], list[tuple[Told, bool]]] = {}
    for (a, b), told in lines.items():
        back = joined.get((b, a))
        if back is None:
            joined[a, b] = list(told)
        elif any(arrow for _, arrow in told) and not any(arrow for _, arrow in back):
            del joined[b, a]
            joined[a, b] = [*back, *told]
        else:
            back += told
    return joined


def _line(pair: tuple[Key, Key], told: Sequence[tuple[Told, bool]]) -> Line:
    ordered = sorted((t for t, _ in told), key=lambda t: (date_of(t.fact) if t.fact else "", t.relationships[0].key))
    return Line(*pair, tuple(ordered), any(arrow for _, arrow in told))


def date_of(node: Node) -> str:
    """The first date of a fact or case, as exact as known; empty where there is none."""
    p = node.properties
    names = ("date", "reported", "since", "first_seen", "period_start")
    return next((str(p[name]) for name in names if name in p), "")
