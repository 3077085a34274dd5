"""What a workspace holds, in a form that can be compared: before or after a command, and nothing between."""

import hashlib
import json
from pathlib import Path
from typing import Any

KEPT = ("reports", "sources", "queries", "kg.toml", "decisions.jsonl", "ids.jsonl", "export.key", "export.key.made")
"""What cannot be derived."""


def print_state(folder: Path) -> None:
    """Print the state of a workspace as JSON."""
    print(json.dumps(state_of(folder)))


def state_of(folder: Path) -> dict[str, Any]:
    """Which reports count, which decisions there are, the graph, what ``kg check`` finds; or how it cannot be told."""
    from ingest.errors import KgError
    from kg.workspace import Workspace
    from kg.workspace.safekeeping.encryption import is_locked

    if is_locked(folder):
        return {"locked": True}
    if not (folder / "kg.toml").exists():
        return {"none": True}
    try:
        workspace = Workspace.open(folder)
        problems = workspace.check()
        return {
            # No hash but a report's own, for the id of a decision has the time in it.
            "reports": sorted([r.id, r.sha256[:12], r.in_force] for r in workspace.reports()),
            "decisions": sorted(d.verb for d in workspace.decisions()),
            "graph": workspace.graph().digest,
            "copies": copies_of(folder),
            "key": (folder / "export.key").exists(),
            "problems": problems,
        }
    except KgError as error:
        return {"refused": str(error)}


def copies_of(folder: Path) -> list[str]:
    """The lines of the record of copies: the address, the hash, and whether the copy is there and has it."""
    record = folder / "sources" / "attached.jsonl"
    found = []
    for line in record.read_text(encoding="utf-8", errors="replace").splitlines() if record.is_file() else []:
        words = line.split('"')
        url, sha256 = (words[words.index(name) + 2] if name in words else "" for name in ("url", "sha256"))
        copy = folder / "sources" / sha256
        whole = copy.is_file() and hashlib.sha256(copy.read_bytes()).hexdigest() == sha256
        found.append(f"{url} {sha256[:12]} {'whole' if whole else 'damaged'}")
    return found


def kept_files(folder: Path) -> dict[str, str]:
    """The files that cannot be derived, with their hashes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for name in KEPT
        for path in [folder / name, *(folder / name).rglob("*")]
        if path.is_file()
    }


def ids_of(folder: Path) -> set[str]:
    """The ids that were given out: the first value of every redirect."""
    path = folder / "ids.jsonl"
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
    return {line.split('"')[3] if line.count('"') > 3 else line for line in lines}
