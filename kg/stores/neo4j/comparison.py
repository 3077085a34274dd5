"""Two graphs, ours and a database's, compared row by row."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from kg.graph.value import Graph
from kg.schema.schema import Schema
from kg.stores.neo4j.connection import Connection
from kg.stores.neo4j.diff import plan_of
from kg.stores.neo4j.remote_state import read_remote_state

SHOWN = 3


@dataclass(frozen=True)
class KindComparison:
    """One kind of node or relationship: our rows, and how many the database lacks, has changed, or has in addition."""

    kind: str
    rows: int
    missing: int
    differing: int
    extra: int
    examples: tuple[str, ...]

    @property
    def equal(self) -> bool:
        """Whether nothing differs."""
        return not (self.missing or self.differing or self.extra)


def compare(connection: Connection, graph: Graph, schema: Schema) -> list[KindComparison]:
    """Every kind that either has, nodes first, each sorted by name. ``examples`` are keys of rows that differ."""
    plan = plan_of(connection, graph, schema, read_remote_state(connection))
    compared = []
    for values, changes in ((graph.nodes, plan.nodes), (graph.relationships, plan.relationships)):
        rows = Counter(value.key[0] for value in values)
        missing = _by_kind(value.key for value in changes.new)
        differing = _by_kind(value.key for _, value in changes.changed)
        extra = _by_kind(key for _, key in changes.gone)
        for kind in sorted({*rows, *missing, *differing, *extra}):
            sets = missing[kind], differing[kind], extra[kind]
            examples = [" ".join(key[1:]) for keys in sets for key in keys[:SHOWN]]
            sizes = len(sets[0]), len(sets[1]), len(sets[2])
            compared.append(KindComparison(kind, rows[kind], *sizes, examples=tuple(examples[:SHOWN])))
    return compared


def _by_kind(keys: Iterable[Hashable]) -> defaultdict[str, list[tuple[str, ...]]]:
    found = defaultdict(list)
    for key in keys:
        assert isinstance(key, tuple)
        found[key[0]].append(key)
    return found
