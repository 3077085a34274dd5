"""The graph of a workspace: one reader for all requests, until a writer puts another generation in force."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from explorer.graphs.opened import OpenGraph, count_entries
from kg.workspace import Workspace
from kg.workspace.files.layout import Layout
from kg.workspace.files.lock import current_name


@dataclass
class _Lent:
    """An open generation, and how many requests ask it now."""

    graph: OpenGraph
    open_files: ExitStack
    users: int = field(default=0)


class WorkspaceGraphs:
    """Opens the generation in force once, and the next one when it comes into force.

    A request that began before goes on with the one it has; that one is closed with its last request.
    """

    decides = True

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._layout = Layout(workspace.folder)
        self._lock = threading.Lock()
        self._current: _Lent | None = None

    @contextmanager
    def reading(self) -> Iterator[OpenGraph]:
        """The generation in force, open."""
        lent = self._lend()
        try:
            yield lent.graph
        finally:
            self._give_back(lent)

    def let_go_of_old(self) -> None:
        """Close a generation that is no longer in force, so that a writer can remove it."""
        with self._lock:
            if self._current and self._current.graph.generation != current_name(self._layout):
                self._retire()

    def close(self) -> None:
        """Let go of the open generation."""
        with self._lock:
            self._retire()

    def _lend(self) -> _Lent:
        with self._lock:
            name = current_name(self._layout) or ""
            if self._current is None or self._current.graph.generation != name:
                opened = self._open(name)
                self._retire()
                self._current = opened
            self._current.users += 1
            return self._current

    def _open(self, name: str) -> _Lent:
        with ExitStack() as stack:
            store = stack.enter_context(self.workspace.reader())
            finder = stack.enter_context(self.workspace.finder())
            return _Lent(OpenGraph(name, store, finder, count_entries(store)), stack.pop_all())

    def _give_back(self, lent: _Lent) -> None:
        with self._lock:
            lent.users -= 1
            if lent is not self._current and not lent.users:
                lent.open_files.close()

    def _retire(self) -> None:
        """Nobody gets the current one any more. Call it with the lock held."""
        lent, self._current = self._current, None
        if lent and not lent.users:
            lent.open_files.close()
