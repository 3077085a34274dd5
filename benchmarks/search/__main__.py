"""How long a search takes as somebody types, beside a bare FTS5 query: ``python -m benchmarks.search [ENTRIES ...]``.

For each size (default 1000 10000 100000) the index of an archive (``generators/archives.py``) is written. Then
the names of ``NAMES`` people and ``NAMES`` pieces of entries are typed letter by letter, from the second one on, and
words that most entries have. The bare query is what SQLite needs at least: two FTS5 tables of the same names and texts,
not folded, asked for the first rows with the same words, their texts read, and nothing marked. ``ratio`` is the median
over that of the bare query. An asterisk marks a search that is slower than the goal.
"""

import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median, quantiles

from benchmarks.generators.archives import make
from benchmarks.generators.world import COUNTRY
from ingest.jurisdictions.packs import load_jurisdiction
from kg.graph.value import Graph
from kg.search.finder import LIMIT, open_finder
from kg.search.index import write_index
from kg.search.spellings import list_things

SIZES = (1_000, 10_000, 100_000)
GOAL = 50.0
"""Milliseconds that a search may take at 10^5 entries."""
NAMES = 40
COMMON = ("the", "article", "court of", "detained in", "a", "in the")


def main(sizes: Sequence[int]) -> None:
    for size in sizes:
        graph = make(size)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "search.sqlite"
            started = time.perf_counter()
            write_index(graph, load_jurisdiction(COUNTRY), path)
            seconds = time.perf_counter() - started
            print(f"{size} entries: index of {path.stat().st_size / 1e6:.0f} MB written in {seconds:.1f} s")
            with open_finder(path) as finder, closing(_bare(graph, Path(folder) / "bare.sqlite")) as bare:
                print(f"{'milliseconds':22}{'median':>8}{'95 %':>8}{'max':>8}{'bare':>8}{'ratio':>8}")
                for name, queries in questions(graph).items():
                    _print(name, queries, finder.find, lambda text: _ask_bare(bare, text))


def questions(graph: Graph) -> dict[str, list[str]]:
    """What is typed, by what it is; each beginning of a text is a search of its own."""
    chosen = random.Random(1)
    names = [str(node.properties["name"]) for node in graph.nodes if node.label == "Person"]
    texts = [str(node.properties["text"]) for node in graph.nodes if node.label == "Entry"]
    pieces = [" ".join(chosen.choice(texts).split()[3:6]) for _ in range(NAMES)]
    return {
        "names, typed": [typed for name in chosen.sample(names, NAMES) for typed in _typed(name)],
        "texts, typed": [typed for piece in pieces for typed in _typed(piece)],
        "common words": list(COMMON),
    }


def _typed(text: str) -> Iterator[str]:
    return (text[:length] for length in range(2, len(text) + 1))


def _bare(graph: Graph, path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path)
    database.execute("CREATE VIRTUAL TABLE names USING fts5(words, prefix='1 2 3')")
    database.execute("CREATE VIRTUAL TABLE texts USING fts5(words, prefix='2 3 4')")
    spellings = ((spelling,) for thing in list_things(graph) for spelling in thing.spellings)
    database.executemany("INSERT INTO names VALUES (?)", spellings)
    texts = ((str(node.properties["text"]),) for node in graph.nodes if node.label == "Entry")
    database.executemany("INSERT INTO texts VALUES (?)", texts)
    return database


def _ask_bare(database: sqlite3.Connection, text: str) -> None:
    words = "".join(letter if letter.isalnum() else " " for letter in text).split()
    expression = " ".join(f'"{word}"' for word in words) + "*"
    for table in ("names", "texts"):
        asked = f"SELECT words FROM {table} WHERE {table} MATCH ? ORDER BY rowid LIMIT {LIMIT + 1}"
        database.execute(asked, (expression,)).fetchall()


def _print(name: str, queries: Sequence[str], find: Callable[[str], object], bare: Callable[[str], object]) -> None:
    ours, theirs = [], []
    for text in queries:
        ours.append(_milliseconds(find, text))
        theirs.append(_milliseconds(bare, text))
    slow = " *" if max(ours) > GOAL else ""
    figures = (median(ours), quantiles(ours, n=20)[-1], max(ours), median(theirs), median(ours) / median(theirs))
    print(f"{name:22}" + "".join(f"{figure:8.1f}" for figure in figures) + slow)


def _milliseconds(ask: Callable[[str], object], text: str) -> float:
    started = time.perf_counter()
    ask(text)
    return 1_000 * (time.perf_counter() - started)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
