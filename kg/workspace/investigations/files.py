"""Investigations as files of the workspace, one each: ``investigations/``.

A file is named by a digest of the investigation's name: names hold what they like, and no file name tells whom somebody
looks into.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from ingest.errors import KgError
from ingest.formats.regular_files import FileTooLarge, NotRegular, read_regular_file
from kg.stores.lookup import NotFound
from kg.system.control_characters import has_control
from kg.system.digests import short_digest
from kg.system.durable_files import make_folder, write_durably
from kg.workspace.files.layout import Layout

VERSION = 1
_LONGEST_NAME = 200
_LARGEST = 8 << 20


class Investigation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A saved canvas: the ids of its things, where each stands, notes on some, and what else the page keeps of it.

    ``filters`` is the page's own, as JSON. ``changed`` is when it was saved (UTC, ISO).
    """

    name: str
    things: tuple[str, ...] = ()
    positions: dict[str, tuple[float, float]] = {}
    filters: dict[str, Any] = {}
    notes: dict[str, str] = {}
    changed: str = ""
    version: int = VERSION


def list_investigations(layout: Layout) -> list[Investigation]:
    """All investigations, the last one changed first. Raises ``KgError`` naming a file that is damaged."""
    paths = sorted(layout.investigations.glob("*.json")) if layout.investigations.is_dir() else []
    found = [_read(path) for path in paths]
    return sorted(found, key=lambda each: (each.changed, each.name), reverse=True)


def read_investigation(layout: Layout, name: str, resolve: Callable[[str], str]) -> Investigation:
    """The investigation of a name; ``resolve`` gives the id that each id leads to now. Raises ``NotFound``."""
    path = _path(layout, name)
    if not path.is_file():
        raise NotFound("There is no such investigation.")
    found = _read(path)
    return msgspec.structs.replace(
        found,
        things=tuple(dict.fromkeys(map(resolve, found.things))),
        positions={resolve(id): place for id, place in found.positions.items()},
        notes={resolve(id): note for id, note in found.notes.items()},
    )


def write_investigation(layout: Layout, investigation: Investigation) -> None:
    """Save an investigation in the place of one of its name. Raises ``KgError`` for a name that is none."""
    name = investigation.name
    if not name.strip() or len(name) > _LONGEST_NAME or has_control(name) or len(name.splitlines()) > 1:
        raise KgError(f"A name has 1 to {_LONGEST_NAME} characters, no line breaks and no control characters.")
    make_folder(layout.investigations)
    write_durably(_path(layout, name), encode_investigation(investigation))


def delete_investigation(layout: Layout, name: str) -> None:
    """Delete the investigation of a name. Raises ``NotFound``."""
    try:
        _path(layout, name).unlink()
    except FileNotFoundError:
        raise NotFound("There is no such investigation.") from None


def encode_investigation(investigation: Investigation) -> bytes:
    """What the file of an investigation holds."""
    return msgspec.json.format(msgspec.json.encode(investigation), indent=1)


def file_name(name: str) -> str:
    """The name of the file of an investigation."""
    return f"{short_digest(name.encode('utf-8', 'surrogatepass'))}.json"


def _path(layout: Layout, name: str) -> Path:
    return layout.investigations / file_name(name)


def _read(path: Path) -> Investigation:
    try:
        return msgspec.json.decode(read_regular_file(path, _LARGEST), type=Investigation)
    except (msgspec.MsgspecError, NotRegular, FileTooLarge):
        raise KgError(f"{path}: the investigation is damaged. Restore it from a backup, or delete the file.") from None
