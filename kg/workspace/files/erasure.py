"""What a committed erasure has to remove from a workspace: written with its generation, carried out after the commit.

It has ids, hashes and what is to be kept, never a word of the erased report. Each step can be done again, so whoever
comes after a crash starts from the beginning.
"""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from kg.decisions.journal import Decision, sort_decisions
from kg.stores import StoreDamaged
from kg.system.durable_files import write_durably
from kg.workspace.files.decision_files import load_journal, replace_journal, replace_redirects
from kg.workspace.files.layout import Generation, Layout
from kg.workspace.files.reports import KeptReport, remove_report


@dataclass(frozen=True)
class Erasure:
    """What goes, and what stays in its place.

    ``reports`` are the versions that go, ``decisions`` the ids of decisions that do. ``added`` are decisions that come:
    the one that says what was erased, and those whose reason was erased. ``redirects``, ``draft`` and ``sources`` (the
    record of copies) are what these files hold afterwards; an empty draft is deleted. Without
    ``sources``, as an older version wrote it, no copy goes. ``investigations`` are those that change, by the names of
    their files; an empty one is deleted.
    """

    reports: tuple[KeptReport, ...]
    decisions: tuple[str, ...]
    added: tuple[Decision, ...]
    redirects: Mapping[str, str]
    draft: bytes
    sources: bytes | None = None
    investigations: Mapping[str, bytes] = field(default_factory=dict)


def write_erasure(generation: Generation, erasure: Erasure) -> None:
    """Write it into the folder of a generation that is being made."""
    write_durably(generation.erasure, msgspec.json.encode(erasure))


def read_erasure(generation: Generation) -> Erasure | None:
    """The erasure that is not finished; ``None`` if there is none. Raises ``StoreDamaged``."""
    try:
        return msgspec.json.decode(generation.erasure.read_bytes(), type=Erasure)
    except FileNotFoundError:
        return None
    except msgspec.DecodeError:
        raise StoreDamaged(
            f"{generation.erasure}: damaged, so an erasure cannot be finished. Delete this file, run `kg rebuild`, and "
            "erase the report again."
        ) from None


def carry_out(layout: Layout, erasure: Erasure) -> None:
    """Remove what an erasure names, except copies of sources and generations of the graph. For the writer alone."""
    gone = set(erasure.decisions)
    kept = {d.id: d for d in load_journal(layout.decisions).decisions if d.id not in gone}
    replace_journal(layout.decisions, sort_decisions((kept | {d.id: d for d in erasure.added}).values()))
    replace_redirects(layout.ids, erasure.redirects)
    _write_or_delete(layout.draft, erasure.draft)
    for name, content in erasure.investigations.items():
        _write_or_delete(layout.investigations / name, content)
    for report in erasure.reports:
        remove_report(layout, report)
    shutil.rmtree(layout.cache, ignore_errors=True)


def _write_or_delete(path: Path, content: bytes) -> None:
    if content:
        write_durably(path, content)
    else:
        path.unlink(missing_ok=True)
