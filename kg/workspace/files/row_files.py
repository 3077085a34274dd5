"""Files of rows that a generation keeps beside its graph, such as which thing each mention leads to.

Declare one as a ``RowFile``. ``Derivation.derive_generation`` puts its rows into ``Derived.rows``; from there they are
written with the generation, and the file's hash is in the manifest. ``Workspace.read_rows`` reads it. A generation
of an older version may lack a file that was declared since.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from kg.stores import StoreDamaged
from kg.workspace.files.layout import Generation

Row = TypeVar("Row")


class RowFile(Generic[Row]):
    """A file of one JSON row a line, by its name. ``row`` is a msgspec struct or a dataclass."""

    def __init__(self, name: str, row: type[Row]) -> None:
        self.name = name
        self._row = row

    def write(self, folder: Path, rows: Iterable[Row]) -> None:
        """Write the rows, in the order given, into the folder of a generation that is being made."""
        with (folder / self.name).open("wb") as file:
            for row in rows:
                file.write(msgspec.json.encode(row, order="deterministic") + b"\n")

    def read(self, generation: Generation) -> list[Row] | None:
        """Read the rows of a closed generation; ``None`` if it was made without this file.

        Raises ``StoreDamaged`` if the file is not as it was written.
        """
        hashes = read_manifest(generation)
        if self.name not in hashes:
            return None
        path = generation.folder / self.name
        try:
            content = path.read_bytes()
            if hashlib.sha256(content).hexdigest() == hashes[self.name]:
                decoder = msgspec.json.Decoder(self._row)
                return [decoder.decode(line) for line in content.splitlines()]
        except (OSError, ValueError):
            pass
        raise StoreDamaged(f"{path}: missing or damaged. Run `kg rebuild` to derive the graph again.")


def read_manifest(generation: Generation) -> dict[str, str]:
    """The SHA-256 of every closed file of a generation, by its path in the folder. Raises ``StoreDamaged``."""
    try:
        return msgspec.json.decode(generation.manifest.read_bytes(), type=dict[str, str])
    except (OSError, ValueError):
        raise StoreDamaged(f"{generation.manifest}: missing or damaged. Run `kg rebuild`.") from None
