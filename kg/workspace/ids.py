"""Where ids lead that were given out before: the things they are of have other ids now, or are one with others."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from kg.workspace.files.decision_files import follow, load_redirects
from kg.workspace.files.inputs import read_inputs
from kg.workspace.files.layout import Generation, Layout
from kg.workspace.files.lock import read_lock


def resolve_id(layout: Layout, id: str) -> str:
    """The id of the thing that an id once given out leads to now."""
    return follow(id, _redirects(layout))


def former_ids(layout: Layout) -> dict[str, str]:
    """Every id that leads elsewhere now, sorted, with the id of the same thing today."""
    redirects = _redirects(layout)
    return {id: to for id in sorted(redirects) if (to := follow(id, redirects)) != id}


def _redirects(layout: Layout) -> Mapping[str, str]:
    with read_lock(layout) as generation:
        return _read(layout.ids, generation, tuple(_stamp(path) for path in _sources(layout, generation)))


def _sources(layout: Layout, generation: Generation | None) -> Iterator[Path]:
    yield layout.ids
    if generation:
        yield generation.inputs


def _stamp(path: Path) -> tuple[int, int]:
    """What changes whenever a file does."""
    if not path.exists():
        return 0, 0
    about = path.stat()
    return about.st_mtime_ns, about.st_size


@lru_cache(maxsize=2)
def _read(ids: Path, generation: Generation | None, stamps: tuple[tuple[int, int], ...]) -> Mapping[str, str]:
    """The redirects in force. Kept, because a canvas asks for a thousand ids one after the other."""
    return load_redirects(ids) | (dict(read_inputs(generation).redo_ids) if generation else {})
