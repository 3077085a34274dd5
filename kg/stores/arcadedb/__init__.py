"""The embedded store: ArcadeDB in the process, nothing to start, offline, openCypher.

``process`` sets the engine up once for the process, ``load`` writes a graph into a folder and changes it there,
``handle`` shares an open folder within the process, ``query`` runs a query with its limits, ``values`` converts what
comes out, ``errors`` turns the engine's errors into sentences.

**Moving to ``arcadedb-embedded`` in a day.** The stable distribution (a bundled JVM) reads and writes the same folders.
Only ``process.engine`` imports the engine: there, import ``arcadedb_embedded``, give ``process``'s two ``-D`` arguments
to ``start_jvm`` instead of the environment, and in ``handle`` open for reading through its Java factory
(``_java_factory.open(READ_ONLY)``; it has no ``read_only`` argument). Then ``values.plain`` must convert the Java
classes of vertices, edges, paths and dates, which the native library gives as maps and texts. ``load`` uses
``graph_batch``, which both have. Its JVM takes 1.5 seconds to start where the native library takes 0.1.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kg.stores import Engine, Progress, Store
from kg.stores.arcadedb.handle import Opened
from kg.stores.arcadedb.process import is_loaded, leave_out_numpy
from kg.stores.arcadedb.query import EmbeddedStore
from kg.stores.child_process import ChildStore

if TYPE_CHECKING:
    from kg.graph.difference import Difference
    from kg.graph.value import GraphRows

# Never change once a store is closed. The engine writes the others (counts, last transaction, settings) whenever it
# closes or we open.
_DATA_ENDINGS = (".bucket", "idx", ".dict", "schema.json")


class EmbeddedEngine:
    """Makes and opens embedded stores. Has no state of its own."""

    def load(self, graph: "GraphRows", folder: Path, progress: Progress | None = None) -> None:
        """Write a whole graph into a folder that does not exist yet, close it and sync it to disk."""
        from kg.stores.arcadedb.load import load_graph  # noqa: PLC0415 (who reads need not wait for what writes)

        load_graph(graph, folder, progress)

    def apply(self, difference: "Difference", folder: Path, progress: Progress | None = None) -> None:
        """Change a closed store that nobody has open, close it again and sync it to disk."""
        from kg.stores.arcadedb.load import apply_difference  # noqa: PLC0415 (the same)

        apply_difference(difference, folder, progress)

    def open(self, folder: Path) -> Store:
        """Open a closed store for reading. Raises ``StoreDamaged``."""
        return EmbeddedStore(Opened.of(folder))

    def data_files(self, folder: Path) -> Sequence[Path]:
        """The files that never change once a store is closed, sorted."""
        return sorted(path for path in folder.iterdir() if path.name.endswith(_DATA_ENDINGS))


class IsolatedEngine(EmbeddedEngine):
    """Opens stores in a child process that can be killed, unless this process has loaded the engine already."""

    def open(self, folder: Path) -> Store:
        """Open a closed store for reading. Raises ``StoreDamaged``."""
        return super().open(folder) if is_loaded() else ChildStore(partial(_open_to_read, folder))


def _open_to_read(folder: Path) -> Store:
    leave_out_numpy()
    return EmbeddedStore(Opened.of(folder))


ENGINE: Engine = EmbeddedEngine()
ISOLATED_ENGINE: Engine = IsolatedEngine()
