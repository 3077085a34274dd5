"""The explorer's answers: ``python -m benchmarks.explorer.answers [ENTRIES ...]`` (default 10000 100000).

On a made archive (``generators/archives.py``), milliseconds of what a person waits for on the page, each the median and
the longest over some things: searching while typing, the counts around a thing, expanding it by one way on and the next
fifty, a person's lane, the first facts of one and all of them, the start page and each block of it. The last column
is the longest that each may take: 50 ms for a search, 100 ms for facts, 1,500 ms for what fills the start page, 150 ms
for the rest. HTTP adds two or three milliseconds.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from statistics import median
from typing import TypeVar

from benchmarks.generators.archives import COUNTRY, make
from explorer.answers.details import Wanted, read_details
from explorer.answers.lanes import make_lane
from explorer.answers.networks import count_ways, read_around
from explorer.answers.queries.rows import answer_query
from explorer.answers.reading.start import read_start
from explorer.answers.search import search
from explorer.graphs.opened import OpenGraph
from ingest.jurisdictions.packs import load_jurisdiction
from kg.graph.value import Key
from kg.search.finder import open_finder
from kg.search.index import write_index
from kg.stores import QueryCut, Store
from kg.stores.arcadedb import ISOLATED_ENGINE
from queries.catalogue import load_query
from queries.networks.neighbours import Way

T = TypeVar("T")
SIZES = (10_000, 100_000)
SEARCH, FACTS, EXPAND, START = 50, 100, 150, 1_500
ALL = Wanted(most=100_000)
INVOLVED, PARTY, BEFORE = (
    Way("INVOLVED_IN", "out", "Event"),
    Way("PARTY_TO", "out", "Case"),
    Way("BEFORE", "in", "Case"),
)
SOME = "MATCH (n:{label}) RETURN n.id AS id, n.name AS name ORDER BY id SKIP 20 LIMIT 15"
BUSY = "MATCH (n:Person) RETURN n.id AS id, n.name AS name ORDER BY n.days_targeted DESC, id LIMIT 5"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("entries", nargs="*", type=int, default=SIZES)
    for size in parser.parse_args().entries:
        with tempfile.TemporaryDirectory() as folder:
            graph = make(size)
            index, store = Path(folder) / "search.sqlite", Path(folder) / "store"
            write_index(graph, load_jurisdiction(COUNTRY), index)
            ISOLATED_ENGINE.load(graph, store)
            print(f"\n{size} entries, {len(graph.nodes)} nodes; milliseconds: median, longest, limit")
            del graph
            with open_finder(index) as finder:
                opened = ISOLATED_ENGINE.open(store)
                measure(OpenGraph("made", opened, finder, size))
                opened.close()


def measure(graph: OpenGraph) -> None:
    store = graph.store
    people, courts, busy = (
        store.query(asked).rows for asked in (SOME.format(label="Person"), SOME.format(label="Court"), BUSY)
    )
    names = [name for _, name in people]
    show("search by name", SEARCH, lambda name: search(graph, name, 10), names)
    show("search, three letters", SEARCH, lambda name: search(graph, name[:3], 10), names)
    show("search for people alone", SEARCH, lambda name: search(graph, name[:3], 10, ["Person"]), names)
    show("search that finds nothing", SEARCH, lambda name: search(graph, f"zz{name}", 10), names[:5])
    for who, rows in (("a person", people), ("who is targeted most", busy)):
        keys = [Key("Person", id) for id, _ in rows]
        show(f"counts of {who}", EXPAND, lambda key: count_ways(store, key), keys)
        for way in (INVOLVED, PARTY):
            show(f"{way.kind.lower()}s of {who}", EXPAND, expansion(store, way), keys)
        show(f"the next acts of {who}", EXPAND, expansion(store, INVOLVED, 50), keys)
        show(f"lane of {who}", EXPAND, lambda key: make_lane(store, key.id), keys)
        show(f"facts of {who}", FACTS, lambda key: read_details(store, key.id), keys[:5])
        show(f"all facts of {who}", EXPAND, lambda key: read_details(store, key.id, ALL), keys[:5])
    show("cases of a court", EXPAND, expansion(store, BEFORE), [Key("Court", id) for id, _ in courts])
    show("start page", START, lambda _: read_start(store), range(3))
    for block in read_start(store).blocks:
        show(f"start page, {block.name}", START, partial(ask_question, store), [block.query] * 3)


def ask_question(store: Store, name: str) -> object:
    return answer_query(load_query(name), {}, store)


def expansion(store: Store, way: Way, skip: int = 0) -> Callable[[Key], object]:
    return lambda key: read_around(store, key, [way], 50, skip)


def show(what: str, limit: int, ask: Callable[[T], object], things: Iterable[T]) -> None:
    """Print how long it takes; of what is cut at its limit of time, how long that was."""
    taken: list[float] = []
    for thing in things:
        began = time.perf_counter()
        with suppress(QueryCut):
            ask(thing)
        taken.append((time.perf_counter() - began) * 1000)
    print(f"{what:<32}{median(taken):8.1f}{max(taken):10.1f}{limit:8}", flush=True)


if __name__ == "__main__":
    main()
