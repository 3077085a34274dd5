"""The store: where a graph is loaded so that Cypher can question it.

The interface can be read in a minute. No engine's name, type or error is seen outside this package; another engine is
one more module here that keeps to it.
"""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from ingest.errors import KgError
from kg.stores.cancellation import Cancellation

if TYPE_CHECKING:
    from kg.graph.difference import Difference
    from kg.graph.value import GraphRows

Parameters = Mapping[str, Any]
Progress = Callable[[int, int], None]
"""Called with rows done and rows in all."""


class QueryRefused(KgError):
    """A query that is not read-only, not Cypher, too long, or returns bare nodes; the message says which."""


class QueryCut(KgError):
    """A query that ran out of time or memory; the message says the limit."""


class StoreDamaged(KgError):
    """The store's files are not as they were written; the message says to run ``kg rebuild``."""


@dataclass(frozen=True)
class Limits:
    """How far a query may go: seconds of wall time, rows returned, characters of query text.

    A ``cancellation`` ends it from outside.
    """

    seconds: float = 10.0
    rows: int = 10_000
    characters: int = 20_000
    cancellation: Cancellation | None = None


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True)
class Rows:
    """A query's answer: scalars, lists and maps, dates as ISO text. ``cut`` is true where the row limit cut it."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    cut: bool = False

    def without(self, columns: Container[str]) -> "Rows":
        """The answer without some of its columns."""
        kept = [i for i, name in enumerate(self.columns) if name not in columns]
        rows = tuple(tuple(row[i] for i in kept) for row in self.rows)
        return Rows(tuple(self.columns[i] for i in kept), rows, self.cut)


class Store(Protocol):
    """A loaded graph, open for reading."""

    def query(self, cypher: str, parameters: Parameters | None = None, limits: Limits = DEFAULT_LIMITS) -> Rows:
        """Run read-only Cypher. Raises ``QueryRefused``, ``QueryCut`` or ``StoreDamaged``."""

    def close(self) -> None:
        """Let go of it; a query under way ends."""


class Engine(Protocol):
    """What makes and opens stores of one kind, each in a folder of its own."""

    def load(self, graph: "GraphRows", folder: Path, progress: Progress | None = None) -> None:
        """Write a whole graph into a folder that does not exist yet, close it and sync it to disk."""

    def apply(self, difference: "Difference", folder: Path, progress: Progress | None = None) -> None:
        """Change a closed store that nobody has open, close it again and sync it to disk."""

    def open(self, folder: Path) -> Store:
        """Open a closed store for reading. Raises ``StoreDamaged``."""

    def data_files(self, folder: Path) -> Sequence[Path]:
        """The files that never change once a store is closed, for the manifest of hashes."""
