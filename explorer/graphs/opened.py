"""What the explorer asks: a graph that is open, wherever it is."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from kg.search.finder import Finder
from kg.stores import Store
from kg.workspace import Workspace
from queries.networks.nodes import count_of


@dataclass(frozen=True)
class OpenGraph:
    """A graph that stays as it is while one request asks it.

    ``generation`` names its state; ``finder`` is ``None`` where no search index belongs to it (a server's graph).
    ``size`` is the number of its entries.
    """

    generation: str
    store: Store
    finder: Finder | None
    size: int


class Graphs(Protocol):
    """Where the graph in force is opened; threads share it."""

    @property
    def workspace(self) -> Workspace | None:
        """The workspace beside it, if there is one."""

    @property
    def decides(self) -> bool:
        """Whether people may decide about its facts: only about those of the workspace's own graph."""

    def reading(self) -> AbstractContextManager[OpenGraph]:
        """The graph in force, open. Raises ``KgError`` where there is none."""

    def let_go_of_old(self) -> None:
        """Close what is no longer in force, so that a writer can remove it."""

    def close(self) -> None:
        """Let go of everything."""


def count_entries(store: Store) -> int:
    """How many entries a graph has."""
    return count_of(store, "Entry")
