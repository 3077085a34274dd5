"""Generations: a graph with its store, made aside, checked, closed, then named in ``CURRENT`` by one rename.

Whatever belongs to the commit but lives elsewhere (new reports, decisions, redirects of ids) is written into the
generation first and carried out after the rename (``commits``); what a crash left undone the next writer does, and
readers take it from the generation meanwhile. So the rename alone decides between before and after.
"""

import errno
import hashlib
import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from ingest.errors import KgError
from kg.stores import Engine, Progress, StoreDamaged
from kg.system.durable_files import make_folder, sync, sync_tree, write_durably
from kg.workspace.files.erasure import Erasure, write_erasure
from kg.workspace.files.inputs import Inputs
from kg.workspace.files.layout import Generation, Layout
from kg.workspace.files.lock import current_name
from kg.workspace.files.row_files import RowFile, read_manifest

if TYPE_CHECKING:
    from kg.graph.difference import Difference
    from kg.graph.files import WrittenGraph
    from kg.graph.value import Graph

# A difference larger than this part of the graph is no faster to apply than the graph is to load (0.3 ms a changed or
# dropped row against 0.04 ms a loaded one).
_SMALL = 0.2


@dataclass(frozen=True)
class Derived:
    """What a generation is to hold: the graph, what it was made from, and the rows of each file beside it.

    ``erasure`` is what its commit removes from the workspace.
    """

    graph: "Graph"
    inputs: Inputs
    rows: Sequence[tuple[RowFile[Any], Iterable[Any]]] = ()
    erasure: Erasure | None = None


def make_generation(
    layout: Layout,
    engine: Engine,
    derive: Callable[[], Derived],
    progress: Progress | None = None,
    whole: bool = False,
) -> Generation:
    """Make the next generation and commit it; ``whole`` loads all of it, whatever the one in force holds.

    The store is loaded from the graph's files, when the graph has left the memory: each takes gigabytes for a report
    of 50 MB.
    """
    previous = None if whole else _in_force(layout)
    make_folder(layout.graph)
    generation = layout.generation(f"gen-{_next_number(layout):04d}")
    generation.lock.touch(mode=0o600)
    make_folder(generation.folder)
    try:
        inputs, written, difference = _write_graph(engine, derive, generation, previous)
        if not (
            previous
            and difference is not None
            and _apply_to_copy(engine, difference, generation, previous, inputs, progress)
        ):
            _load_whole(engine, written, generation, inputs, progress)
        write_durably(generation.manifest, msgspec.json.encode(_hashes(engine, generation)))
        sync_tree(generation.folder)
        sync(layout.graph)
    except BaseException:
        shutil.rmtree(generation.folder, ignore_errors=True)
        generation.lock.unlink(missing_ok=True)
        raise
    write_durably(layout.current, f"{generation.name}\n".encode())
    return generation


def check_files(engine: Engine, generation: Generation) -> None:
    """Compare the closed files with the manifest. Raises ``StoreDamaged`` naming the first that differs."""
    written = read_manifest(generation)
    try:
        found = _hashes(engine, generation)
    except OSError:
        raise StoreDamaged(f"{generation.folder}: a file is missing or damaged. Run `kg rebuild`.") from None
    for name in sorted(written.keys() | found.keys()):
        if written.get(name) != found.get(name):
            raise StoreDamaged(
                f"{generation.folder / name}: not as it was written. Run `kg rebuild` to derive the graph again."
            )


def check_file(generation: Generation, path: Path) -> None:
    """Compare one closed file with the manifest. Raises ``StoreDamaged`` if it differs, or was never written."""
    name = path.relative_to(generation.folder).as_posix()
    written = read_manifest(generation).get(name)
    if written is None:
        raise StoreDamaged(f"{path}: an older version of kg made the graph, without this file. Run `kg rebuild`.")
    if not path.is_file() or _sha256(path) != written:
        raise StoreDamaged(f"{path}: not as it was written. Run `kg rebuild` to derive the graph again.")


def _in_force(layout: Layout) -> Generation | None:
    name = current_name(layout)
    return None if name is None else layout.generation(name)


def _write_graph(
    engine: Engine,
    derive: Callable[[], Derived],
    generation: Generation,
    previous: Generation | None,
) -> "tuple[Inputs, WrittenGraph, Difference | None]":
    """Write a graph and what it was made from, and keep of it only its difference to the previous one, if small."""
    from kg.graph.files import write_graph  # noqa: PLC0415 (who only reads needs no graph as a value)

    derived = derive()
    written = write_graph(derived.graph, generation.folder)
    for file, rows in derived.rows:
        file.write(generation.folder, rows)
    _write_search(derived, generation.search)
    write_durably(generation.inputs, msgspec.json.encode(derived.inputs, order="deterministic"))
    if derived.erasure:
        write_erasure(generation, derived.erasure)
    return derived.inputs, written, _small_difference(engine, previous, derived.graph) if previous else None


def _write_search(derived: Derived, path: Path) -> None:
    from ingest.jurisdictions.packs import load_jurisdiction  # noqa: PLC0415 (who only reads needs no lexicons)
    from kg.search.index import write_index  # noqa: PLC0415 (the same)

    write_index(derived.graph, load_jurisdiction(derived.inputs.jurisdiction), path)


def _small_difference(engine: Engine, previous: Generation, graph: "Graph") -> "Difference | None":
    """What differs from the previous graph; ``None`` if a full load is better or that graph is unsound."""
    from kg.graph.difference import compare_graphs  # noqa: PLC0415 (who only reads needs no graph as a value)
    from kg.graph.files import read_graph  # noqa: PLC0415 (the same)

    with suppress(KgError, OSError):
        # Anything wrong with the previous generation is a reason to load the whole graph, and no more than that.
        check_files(engine, previous)
        difference = compare_graphs(read_graph(previous.folder), graph)
        if len(difference) <= _SMALL * len(graph):
            return difference
    return None


def _apply_to_copy(
    engine: Engine,
    difference: "Difference",
    generation: Generation,
    previous: Generation,
    inputs: Inputs,
    progress: Progress | None,
) -> bool:
    """Make the store by changing a copy of the previous one; false where the copy turns out unsound."""
    with suppress(KgError, OSError):
        shutil.copytree(previous.store, generation.store)
        engine.apply(difference, generation.store, progress)
        _compare(engine, generation, inputs)
        return True
    return False


def _load_whole(
    engine: Engine, written: "WrittenGraph", generation: Generation, inputs: Inputs, progress: Progress | None
) -> None:
    """Load all of a graph. Raises ``OSError`` if the store holds less than was written: the engine reports no error
    for the pages that a full disk refuses last.
    """
    shutil.rmtree(generation.store, ignore_errors=True)
    engine.load(written, generation.store, progress)
    try:
        _compare(engine, generation, inputs)
    except StoreDamaged:
        raise OSError(errno.EIO, "the disk did not keep all that was written", str(generation.store)) from None


def _compare(engine: Engine, generation: Generation, inputs: Inputs) -> None:
    store = engine.open(generation.store)
    try:
        check_counts(store.query("MATCH (n) RETURN count(n) AS n").rows, inputs.nodes, generation)
        check_counts(store.query("MATCH ()-[r]->() RETURN count(r) AS n").rows, inputs.relationships, generation)
    finally:
        store.close()


def check_counts(rows: tuple[tuple[int, ...], ...], wanted: int, generation: Generation) -> None:
    """Compare a counted number of rows with the graph's. Raises ``StoreDamaged``."""
    if rows != ((wanted,),):
        raise StoreDamaged(f"{generation.store}: the store does not match the graph. Run `kg rebuild`.")


def _hashes(engine: Engine, generation: Generation) -> dict[str, str]:
    made = (*generation.folder.glob("*.jsonl"), *generation.folder.glob(generation.search.name))
    files = [*engine.data_files(generation.store), generation.inputs, *made]
    return {path.relative_to(generation.folder).as_posix(): _sha256(path) for path in files}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _next_number(layout: Layout) -> int:
    names = [path.name.removesuffix(".lock") for path in layout.graph.glob("gen-*")]
    return 1 + max((int(name[4:]) for name in names if name[4:].isdecimal()), default=0)
