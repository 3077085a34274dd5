"""What a generation was made from: reports, decisions, versions, and what its commit still has to write elsewhere."""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

import msgspec

from kg.decisions.journal import Conflict, Decision, Lost, Waiting
from kg.stores import StoreDamaged
from kg.workspace.files.layout import Generation, Layout
from kg.workspace.files.reports import KeptReport
from kg.workspace.files.row_files import read_manifest
from kg.workspace.files.versions import Versions


@dataclass(frozen=True)
class Inputs:
    """What a generation was made from, and what its commit still has to write elsewhere.

    ``reports`` are all that are kept, ``in_force`` the ids and hashes of those that count. ``redo_decisions`` and
    ``redo_ids`` are the lines of this commit. ``lost``, ``conflicts`` and ``waiting`` are decisions that lead nowhere,
    contradict others, or wait for others; ``questions`` is how many pairs of people are left to be decided. ``sources``
    is a digest of the files of the rules (``kg.workspace.versions``), ``redirects`` one of where the ids lead to after
    the commit; both are empty in a generation of an older version.
    """

    jurisdiction: str
    pack_version: str
    reading_version: str
    build_version: str
    made: str
    reports: tuple[KeptReport, ...]
    in_force: Mapping[str, str]
    decisions: tuple[str, ...]
    graph: str
    nodes: int
    relationships: int
    redo_decisions: tuple[Decision, ...] = ()
    redo_ids: Mapping[str, str] = field(default_factory=dict)
    lost: tuple[Lost, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    questions: int = 0
    sources: str = ""
    redirects: str = ""

    @property
    def versions(self) -> Versions:
        """The versions of the rules it was made under."""
        return Versions(self.reading_version, self.build_version, self.sources)


def read_inputs(generation: Generation) -> Inputs:
    """Read what a generation was made from. Raises ``StoreDamaged``."""
    try:
        return msgspec.json.decode(generation.inputs.read_bytes(), type=Inputs)
    except (OSError, ValueError):  # no JSON, or no UTF-8
        raise StoreDamaged(f"{generation.inputs}: missing or damaged. Run `kg rebuild`.") from None


def verified_inputs(generation: Generation) -> Inputs:
    """What a generation was made from, as it was written. Raises ``StoreDamaged`` if the file is damaged."""
    inputs, digest = read_inputs(generation), hashlib.sha256(generation.inputs.read_bytes()).hexdigest()
    if _hashes_written(generation).get(generation.inputs.name, digest) != digest:
        raise StoreDamaged(f"{generation.inputs}: not as it was written. Run `kg rebuild`.")
    return inputs


def all_inputs(layout: Layout) -> list[Inputs]:
    """What every generation was made from that can be read, for when it cannot be told which one is in force."""
    found = []
    for path in sorted(layout.graph.glob("gen-*/")):
        with suppress(StoreDamaged):
            found.append(verified_inputs(Generation(path)))
    return found


def _hashes_written(generation: Generation) -> dict[str, str]:
    """The manifest; empty where it is damaged itself, because then it says nothing against other files."""
    try:
        return read_manifest(generation)
    except StoreDamaged:
        return {}
