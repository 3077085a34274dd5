"""The graph of a Neo4j server, with the workspace beside it where there is one."""

from collections.abc import Iterator
from contextlib import contextmanager

from explorer.graphs.opened import OpenGraph, count_entries
from kg.stores import Store
from kg.workspace import Workspace


class ServerGraphs:
    """One connection for all requests; names are searched on the server, and nothing is decided about its facts."""

    decides = False

    def __init__(self, store: Store, name: str, workspace: Workspace | None = None) -> None:
        self.workspace = workspace
        self._graph = OpenGraph(name, store, None, count_entries(store))

    @contextmanager
    def reading(self) -> Iterator[OpenGraph]:
        """The server's graph."""
        yield self._graph

    def let_go_of_old(self) -> None:
        """Nothing to do: a server keeps one graph."""

    def close(self) -> None:
        """Nothing to do: who connected lets go of the connection."""
