"""A partner's file coming in: ``python -m benchmarks.exports.partners [--entries N N]``.

Of made archives (``generators/archives.py``; 420 entries make about 10⁵ statements, 4,200 about 10⁶) as N-Quads, the
processor's seconds and the peak of memory, each in a process of its own, of

- bare pyoxigraph, which reads the statements and keeps none;
- the first reading of the file, with every check (``read_stated``);
- the graph from the cache, as every later command has it;
- the rows of the build, and the mentions that decisions can be about.

Time and memory have to grow with the file: the last column is the larger one's share per statement against the
smaller one's, and 1.0 is linear.
"""

import argparse
import multiprocessing
import tempfile
import time
from collections.abc import Callable, Mapping
from multiprocessing.queues import SimpleQueue
from pathlib import Path

import pyoxigraph

from benchmarks.generators.archives import make
from exports.rdf import Bases, Release, write_rdf
from ingest.jurisdictions.packs import load_jurisdiction
from kg.entries.index import MentionIndex
from kg.entries.stated import ActiveGraph
from kg.rdf.stated import StatedGraph, read_stated
from kg.rows.build import build
from kg.schema.schema import load_schema
from kg.workspace.partners.encoding import decode_stated, encode_stated

SCHEMA = load_schema()
BASES = Bases("https://w3id.org/casegraph/data/", SCHEMA.namespace)
RELEASE = Release("2031-05-01", publisher="Tasel Committee")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, nargs=2, default=(420, 4200))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = [measure(entries, Path(folder)) for entries in asked.entries]
    (few, of_few), (many, of_many) = found
    print(f"{'':<34}{few:>12,} statements{many:>14,} statements   growth")
    for step, (seconds, memory) in of_few.items():
        more, peak = of_many[step]
        slower, larger = more / many / (seconds / few), peak / many / (max(memory, 1) / few)
        first, second = f"{seconds:>9.2f} s {memory:>7.0f} MB", f"{more:>11.2f} s {peak:>7.0f} MB"
        print(f"{step:<34}{first}{second}   {slower:.1f}, {larger:.1f}")


def measure(entries: int, folder: Path) -> tuple[int, Mapping[str, tuple[float, float]]]:
    """How many statements an archive has, and the seconds and megabytes of each step."""
    path, cached = folder / f"{entries}.nq", folder / f"{entries}.graph"
    write_rdf(make(entries), SCHEMA, BASES, "nquads", path, RELEASE)
    with path.open("rb") as file:
        statements = sum(1 for _ in pyoxigraph.parse(file, format=pyoxigraph.RdfFormat.N_QUADS))
    cached.write_bytes(encode_stated(read(path)))
    return statements, {name: in_a_process(name, path, cached) for name in STEPS}


def parse_bare(path: Path, _: Path) -> None:
    """The statements alone."""
    with path.open("rb") as file:
        for _ in pyoxigraph.parse(file, format=pyoxigraph.RdfFormat.N_QUADS):
            pass


def read(path: Path) -> StatedGraph:
    """The graph of a file, as an ingest reads it."""
    return read_stated(path.read_bytes(), path.suffix, path.name)


def active(stated: StatedGraph) -> ActiveGraph:
    """The graph as a file of a series."""
    return ActiveGraph("tasel", "2031", stated.graph, stated.former)


def read_cached(_: Path, cached: Path) -> StatedGraph:
    """The graph, as a later command has it."""
    return decode_stated(cached.read_bytes())


def build_alone(_: Path, cached: Path) -> None:
    """The graph of a workspace that has nothing else."""
    build([], load_jurisdiction("velmoria"), (), None, [active(decode_stated(cached.read_bytes()))])


def find_mentions(_: Path, cached: Path) -> None:
    """What decisions can be about."""
    assert MentionIndex([], graphs=[active(decode_stated(cached.read_bytes()))]).by_id


STEPS: Mapping[str, Callable[[Path, Path], object]] = {
    "bare pyoxigraph": parse_bare,
    "first reading, checked": lambda path, _: read(path),
    "from the cache": read_cached,
    "from the cache, and built": build_alone,
    "from the cache, and its mentions": find_mentions,
}


def in_a_process(step: str, path: Path, cached: Path) -> tuple[float, float]:
    """The seconds of the processor, and the megabytes above those of a new process that does nothing else."""
    context = multiprocessing.get_context("spawn")
    taken = context.SimpleQueue()
    process = context.Process(target=take_step, args=(step, path, cached, taken))
    process.start()
    process.join()
    seconds, memory = taken.get()
    return float(seconds), float(memory)


def take_step(step: str, path: Path, cached: Path, taken: "SimpleQueue[tuple[float, float]]") -> None:
    """What the new process does."""
    before, start = peak(), time.process_time()
    STEPS[step](path, cached)
    taken.put((time.process_time() - start, peak() - before))


def peak() -> float:
    """The most memory that this process had, in megabytes. What ``resource`` tells begins with the parent's."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


if __name__ == "__main__":
    main()
