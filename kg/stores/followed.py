"""An engine that tells somebody how far it is with what it writes."""

from collections.abc import Sequence
from pathlib import Path

from kg.graph.difference import Difference
from kg.graph.value import GraphRows
from kg.stores import Engine, Progress, Store


class FollowedEngine:
    """Another engine, whose progress in writing is told to ``told`` wherever nobody else asks for it."""

    def __init__(self, engine: Engine, told: Progress) -> None:
        self._engine = engine
        self._told = told

    def load(self, graph: GraphRows, folder: Path, progress: Progress | None = None) -> None:
        """Write a whole graph into a folder that does not exist yet, close it and sync it to disk."""
        self._engine.load(graph, folder, progress or self._told)

    def apply(self, difference: Difference, folder: Path, progress: Progress | None = None) -> None:
        """Change a closed store that nobody has open, close it again and sync it to disk."""
        self._engine.apply(difference, folder, progress or self._told)

    def open(self, folder: Path) -> Store:
        """Open a closed store for reading. Raises ``StoreDamaged``."""
        return self._engine.open(folder)

    def data_files(self, folder: Path) -> Sequence[Path]:
        """The files that never change once a store is closed, for the manifest of hashes."""
        return self._engine.data_files(folder)
