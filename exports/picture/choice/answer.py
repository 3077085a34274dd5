"""What the network of a saved query's answer draws: the things in its rows, and what ties those of one row."""

from collections.abc import Iterator, Sequence

from exports.picture.answer import Answer, Row
from exports.picture.choice.around import Choice
from exports.picture.choice.connections import Connection, Connections
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
    for row in answer:
        words = frozenset(row.words)
        for a, b in _pairs(row, network):
            keys.update({key: None for key in (a, b) if key in known})
            found.update({c.id: c for c in _resting_on(words, connections.between(a, b))})
    kept = list(keys)[:most]
    more = len(keys) - len(kept)
    said = f"{more} of {len(keys)} things were left out (at most {most} are drawn)." if more else None
    return Choice(tuple(kept), tuple(found.values()), left_out=said)


def _pairs(row: Row, network: Network) -> Iterator[tuple[Key, Key]]:
    for line in network.lines:
        for a in row.keys(line.start):
            for b in row.keys(line.end):
                if a != b:
                    yield a, b


def _resting_on(words: frozenset[str], between: Sequence[Connection]) -> Sequence[Connection]:
    """Those that rest on the words, or all where none does; a case only where nothing else is between the two."""
    facts = [c for c in between if not (c.hub and c.hub.label == "Case")] or between
    return [c for c in facts if c.words & words] or facts
