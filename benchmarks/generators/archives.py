"""Archives in the reports' style: monthly reports of invented people, as facts and as a graph; ``make(entries)``.

They go the whole way from facts through identity and build, so that a graph of 10^5 entries has the shape that the
rules give it: chains of evidence, cases over months, accounts that contradict each other. It is slow to make and the
same for the same number, seed and rules, so it is kept under ``.cache/archives``. From the command line,
``python -m benchmarks.generators.archives [ENTRIES ...]`` makes them and prints what is in them.
"""

import random
import resource
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from benchmarks.generators.entries import EntryBuilder
from benchmarks.generators.stories import Scene, stories
from benchmarks.generators.world import COUNTRY, World, make_world
from ingest.extract.matters.quoted_names import add_own_names
from ingest.facts import EntryFacts, Reference, Report, ReportFacts
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.version import digest_rules
from kg.graph.files import read_graph, write_graph
from kg.graph.value import Graph
from kg.rows.build import ActiveReport, build

ENTRIES_A_REPORT = 120
CACHE = Path(__file__).parents[2] / ".cache" / "archives"


def make_reports(entries: int, seed: int = 1) -> list[ActiveReport]:
    """Monthly reports with so many entries; the same for the same number and seed."""
    rng = random.Random(seed)
    world = make_world(rng, entries)
    coming: dict[int, list[Scene]] = {}
    reports, made = [], 0
    for month in count():
        scenes = coming.pop(month, [])
        wanted = min(ENTRIES_A_REPORT, entries - made)
        while len(scenes) < wanted:
            for scene in _repeated(stories(world, rng, _period(month)), rng):
                (scenes if not scene.later else coming.setdefault(month + scene.later, [])).append(scene)
        coming.setdefault(month + 1, []).extend(scenes[wanted:])
        reports.append(_report(world, rng, month, scenes[:wanted]))
        made += wanted
        if made >= entries:
            return reports
    raise AssertionError("months never end")


def _repeated(scenes: Iterator[Scene], rng: random.Random) -> Iterator[Scene]:
    for scene in scenes:
        yield scene
        if rng.random() < scene.again:
            yield scene


def _period(month: int) -> str:
    return f"{2000 + month // 12}-{month % 12 + 1:02}"


def _report(world: World, rng: random.Random, month: int, scenes: list[Scene]) -> ActiveReport:
    period = _period(month)
    entries: list[EntryFacts] = []
    references: list[Reference] = []
    for number, scene in enumerate(scenes, 1):
        day = f"{period}-{number * 28 // (ENTRIES_A_REPORT + 1) + 1:02}"
        builder = EntryBuilder(rng, number, day, scene.places)
        scene.describe(builder)
        builder.say(f". This is told under No. {number}. ")
        host = world.hosts.pick(rng)
        for page in {rng.randrange(10**9) for _ in range(rng.choice((0, 1, 1, 1, 2)))}:
            path = "front" if page % 50 == 0 else f"{period}/{page}"
            references.append(builder.cite(len(references) + 1, f"https://{host}/{path}"))
        entries.append(builder.facts())
    report = Report(
        f"Chronicle of {period}",
        period,
        f"{period}-01",
        f"{period}-28",
        "given",
        tuple(e.entry for e in entries),
        tuple(references),
    )
    return ActiveReport("", period * 8, ReportFacts(report, add_own_names(entries)))


def make(entries: int, seed: int = 1) -> Graph:
    """The graph of an archive, made or taken from the cache."""
    jurisdiction = load_jurisdiction(COUNTRY)
    folder = CACHE / f"{entries}-{seed}-{digest_rules(['benchmarks.generators.archives'])}"
    if not folder.exists():
        graph = build(make_reports(entries, seed), jurisdiction).graph
        CACHE.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".coming-", dir=CACHE))
        write_graph(graph, aside)
        try:
            aside.rename(folder)
        except OSError:  # another run was first; its graph is the same
            shutil.rmtree(aside, ignore_errors=True)
    return read_graph(folder)


def main(sizes: list[int]) -> None:
    for size in sizes:
        start = time.perf_counter()
        graph = make(size)
        seconds, memory = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{size} entries: {len(graph.nodes)} nodes, {len(graph.relationships)} relationships, ", end="")
        print(f"{seconds:.1f} s, {memory} MB at most")
        for rows in (Counter(n.label for n in graph.nodes), Counter(r.type for r in graph.relationships)):
            print("  " + ", ".join(f"{name} {number}" for name, number in rows.most_common()))


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1_000])
