"""What the network of a saved query's answer draws: the things in its rows, and what ties those of one row."""

from collections.abc import Iterator, Sequence

from exports.picture.answer import Answer, Row
from exports.picture.choice.around import Choice
from exports.picture.choice.connections import Connection, Connections
from exports.picture.choice.ties import Line, Said
from kg.graph.value import Key
from queries.drawings import Network


def choose_answer(connections: Connections, answer: Answer, network: Network, most: int) -> Choice:
    """The things in the columns that lines lead from and to, at most ``most``, and what ties those of one row.

    A tie that rests on none of the row's words is left out where another does, so that a filter of the query holds for
    its picture.
    """
    known = connections.graph.by_key
    keys: dict[Key, None] = {}
    found: dict[tuple[str, ...], Connection] = {}
    said: dict[tuple[Key, Key], Said] = {}
    for row in answer:
        words = frozenset(row.words)
        for a, b, label in _pairs(row, network):
            if a not in known or b not in known:
                continue
            keys.update(dict.fromkeys((a, b)))
            if label:
                said[a, b] = _with(said.get((a, b)), row, label)
            else:
                found.update({c.id: c for c in _resting_on(words, connections.between(a, b))})
    kept = list(keys)[:most]
    more = len(keys) - len(kept)
    left_out = f"{more} of {len(keys)} things were left out (at most {most} are drawn)." if more else None
    lines = tuple(Line(a, b, (), said=told) for (a, b), told in said.items() if a in kept and b in kept)
    return Choice(tuple(kept), tuple(found.values()), left_out=left_out, said=lines)


def _with(told: Said | None, row: Row, label: str) -> Said:
    """What rows say of two things, with one more row."""
    words, lines, passages = (told.words, told.lines, told.passages) if told else ((), (), ())
    said = tuple(word for word in row.words_in(label) if word not in words)
    return Said((*words, *said), (*lines, *row.said()), (*passages, *row.words))


def _pairs(row: Row, network: Network) -> Iterator[tuple[Key, Key, str | None]]:
    for line in network.lines:
        for a in row.keys(line.start):
            for b in row.keys(line.end):
                # Between the things of one column there is one line each.
                if a < b or (a != b and line.start != line.end):
                    yield a, b, line.label


def _resting_on(words: frozenset[str], between: Sequence[Connection]) -> Sequence[Connection]:
    """Those that rest on the words, or all where none does; a case only where nothing else is between the two."""
    facts = [c for c in between if not (c.hub and c.hub.label == "Case")] or between
    return [c for c in facts if c.words & words] or facts
