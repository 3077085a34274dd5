"""Digests of what reports become: the facts as exported and the graph's tables, to compare before and after a change.

``python -m benchmarks.digests [-o FOLDER]`` prints one line a set of reports: the sample, the real reports and their
restated forms where ``../shared`` is, the invented reports of the tests, and a made archive of 300 entries (which is
facts from the start). With ``-o`` the facts and tables are kept there, so that two runs can be compared line by line.
"""

import argparse
import hashlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.generators.archives import make

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


def sets_of_reports() -> Iterator[tuple[str, list[Path]]]:
    """Each set's name with its files; sets that are not on this machine are left out."""
    yield "sample", sorted(ROOT.glob("ingest/jurisdictions/*/sample/*.txt"))
    yield "invented", sorted(ROOT.glob("tests/samples/invented/*.txt"))
    if SHARED.is_dir():
        yield "real", sorted((SHARED / "corpus").glob("*.txt"))
        yield "forms", sorted((SHARED / "corpus" / "forms").glob("*.txt"))


def derive(name: str, files: Sequence[Path], out: Path) -> list[Path]:
    """Ingest files into a workspace of their own; the facts and the two tables of its graph as files."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder) / "casefile"
        _kg(workspace, "ingest", *map(str, files))
        facts = out / f"{name}-facts.jsonl"
        _kg(workspace, "export", "facts", "--profile", "full", "--spans", "-o", str(facts))
        generation = workspace / "graph" / (workspace / "graph" / "CURRENT").read_text().strip()
        tables = [out / f"{name}-{table}.jsonl" for table in ("nodes", "relationships")]
        for table in tables:
            shutil.copy(generation / table.name.removeprefix(f"{name}-"), table)
    return [facts, *tables]


def _kg(workspace: Path, *arguments: str) -> None:
    command = [sys.executable, "-c", "from kg.cli import run; run()", "-w", str(workspace), *arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    # An ingest that refuses some of its files ends with 1; what was refused shows in the tables.
    if done.returncode not in (0, 1):
        raise SystemExit(f"kg {arguments[0]} ended with {done.returncode}: {done.stderr}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", "--out", type=Path, help="keep the facts and tables in this folder")
    given = parser.parse_args().out
    with tempfile.TemporaryDirectory() as folder:
        out = given or Path(folder)
        out.mkdir(parents=True, exist_ok=True)
        for name, files in sets_of_reports():
            for path in derive(name, files, out):
                print(f"{path.stem:24} {hashlib.sha256(path.read_bytes()).hexdigest()[:16]}", flush=True)
    graph = make(300)
    print(f"{'archive of 300 entries':24} {graph.digest[:16]}")


if __name__ == "__main__":
    main()
