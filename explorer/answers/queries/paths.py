"""How two things are connected, and what says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from explorer.answers.evidence import Fact, Quote
from explorer.answers.facts import read_line_facts
from explorer.answers.networks import Network, make_network
from explorer.answers.queries.rows import quote_places
from explorer.answers.things import Thing, make_thing
from kg.graph.value import Key
from kg.schema.schema import load_schema
from kg.stores import Store
from queries.catalogue import SavedQuery
from queries.execute import ask, bind_parameters
from queries.networks.nodes import read_nodes
from queries.networks.paths import find_paths


@dataclass(frozen=True)
class Step:
    """A step of a path, in a sentence, with the words it rests on.

    ``facts`` are what the line between the two rests on; ``dates`` when it was, ``shared_by`` how many people share
    what it goes through (0: not counted), ``also`` what else the two share.
    """

    source: Thing
    target: Thing
    sentence: str
    dates: tuple[str, ...]
    shared_by: int
    also: tuple[str, ...]
    facts: tuple[Fact, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Path:
    """A path, and the same as a network. ``distance`` is small where its links are rare, else the number of steps."""

    steps: tuple[Step, ...]
    distance: float
    network: Network


def shortest(store: Store, start: Key, end: Key, types: Sequence[str], most: int) -> list[Path]:
    """The paths with the fewest steps, each step with what the graph has between the two."""
    paths = []
    for way in find_paths(store, start, end, types, most):
        nodes = read_nodes(store, way.things)
        things = [make_thing(nodes[key]) for key in way.things]
        lines = [read_line_facts(store, *pair) for pair in pairwise(way.things)]
        steps = [
            _step_of(source, target, facts) for (source, target), facts in zip(pairwise(things), lines, strict=True)
        ]
        paths.append(Path(tuple(steps), float(len(steps)), make_network(store, way.things)))
    return paths


def _step_of(source: Thing, target: Thing, facts: Sequence[Fact]) -> Step:
    sentence = "; ".join(dict.fromkeys(fact.sentence for fact in facts))
    dates = tuple(dict.fromkeys(fact.date for fact in facts if fact.date))
    quotes = tuple(dict.fromkeys(quote for fact in facts for quote in fact.quotes))
    return Step(source, target, sentence, dates, 0, (), tuple(facts), quotes)


def rarest(store: Store, query: SavedQuery, start: Key, end: Key, kinds: Sequence[str], most: int) -> list[Path]:
    """The paths through what few people share: the answer of the query ``shortest_paths``, step by step."""
    given = {"person": start.id, "other": end.id, "paths": str(most), "kinds": ",".join(kinds)}
    rows = ask(query, bind_parameters(query, given, store), store)
    named = [dict(zip(rows.columns, row, strict=True)) for row in rows.rows]
    return [_path_of(store, query, list(steps)) for _, steps in groupby(named, key=lambda row: row["path"])]


def _path_of(store: Store, query: SavedQuery, rows: Sequence[Mapping[str, Any]]) -> Path:
    """A path by the rows of its steps: people, and what two of them share."""
    people = [Key("Person", row[column]) for row in rows for column in ("first", "second")]
    shared = [key for row in rows for key in _shared(query, row)]
    things = {key.id: make_thing(node) for key, node in read_nodes(store, people).items()}
    steps = [
        Step(
            source=things[row["first"]],
            target=things[row["second"]],
            sentence=f"{row['who']}: {row['through']}: {row['whom']}",
            dates=tuple(row["dates"]),
            shared_by=row["shared_by"],
            also=tuple(row["also"]),
            facts=(),
            quotes=tuple(quote_places(store, row["evidence"])),
        )
        for row in rows
    ]
    return Path(tuple(steps), float(rows[0]["distance"]), make_network(store, [*dict.fromkeys(people), *shared]))


def _shared(query: SavedQuery, row: Mapping[str, Any]) -> list[Key]:
    """The things of the graph that two people of a step share."""
    columns = {name: query.header.label_of(name) for name in query.header.columns}
    lists = {name: label for name, label in columns.items() if label in load_schema().nodes and label != "Person"}
    return [Key(label, id) for name, label in lists.items() if label for id in row[name]]
