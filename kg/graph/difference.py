"""The difference of two graphs: what a store has to write and delete to follow."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from kg.graph.value import Graph, Node, Relationship

_Key = TypeVar("_Key")
_Row = TypeVar("_Row", Node, Relationship)


@dataclass(frozen=True)
class Difference:
    """What turns one graph into another: ``put_*`` has new and changed rows, ``drop_*`` the rows that are gone."""

    put_nodes: tuple[Node, ...]
    drop_nodes: tuple[Node, ...]
    put_relationships: tuple[Relationship, ...]
    drop_relationships: tuple[Relationship, ...]

    def __len__(self) -> int:
        """The number of rows that differ."""
        return sum(map(len, (self.put_nodes, self.drop_nodes, self.put_relationships, self.drop_relationships)))


def compare_graphs(old: Graph, new: Graph) -> Difference:
    """What has to be put and dropped to turn ``old`` into ``new``."""
    old_nodes, new_nodes = ({n.key: n for n in graph.nodes} for graph in (old, new))
    old_relationships, new_relationships = ({r.key: r for r in graph.relationships} for graph in (old, new))
    return Difference(
        put_nodes=_changed(old_nodes, new_nodes),
        drop_nodes=_missing(old_nodes, new_nodes),
        put_relationships=_changed(old_relationships, new_relationships),
        drop_relationships=_missing(old_relationships, new_relationships),
    )


def _changed(old: Mapping[_Key, _Row], new: Mapping[_Key, _Row]) -> tuple[_Row, ...]:
    """The rows of ``new`` that ``old`` lacks or has with another digest."""
    return tuple(row for key, row in new.items() if key not in old or old[key].digest != row.digest)


def _missing(old: Mapping[_Key, _Row], new: Mapping[_Key, _Row]) -> tuple[_Row, ...]:
    """The rows of ``old`` that ``new`` has no row for."""
    return tuple(row for key, row in old.items() if key not in new)
