"""What the explorer asks: a graph that is open, wherever it is."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from kg.search.finder import Finder
from kg.stores import Store
from kg.workspace import Workspace


@dataclass(frozen=True)
class OpenGraph:
    """A graph that stays as it is while one request asks it.

    ``generation`` names its state; ``finder`` is ``None`` where no search index belongs to it (a server's graph).
    """

    generation: str
    store: Store
    finder: Finder | None


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
