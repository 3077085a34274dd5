"""Every saved query on both engines and in networkx: ``python -m benchmarks.queries [ENTRIES ...]``.

For each size (default 1000 10000; give 100000 for more) an archive (``generators/archives.py``) is loaded into the
embedded store, pushed into a real Neo4j, and made a networkx graph; each query is asked with its default parameters,
and its suggestions are asked as a query of their own. Evidence is not gathered, as for a table. Prints rows, the first
run and the median of ``ROUNDS`` later ones in milliseconds, and says where rows differ. ``ratio`` is the embedded
engine's median over that of the engine beside it: below 1 the embedded one is faster. Below the table stands the
geometric mean of each. ``--only embedded,networkx`` leaves engines out. Up to 10^5 entries the limits on the embedded
engine are 1 s, 2 s for paths, and none for communities and bridges; what is over is marked with ``!``. Below stand the
two briefings that compare reports, on the embedded engine, with a limit of 2 s.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.baselines.traversals import Traversals
from benchmarks.engines import Patient, measured_neo4j
from benchmarks.generators.archives import make
from briefings.calendar.due import find_silence
from briefings.changes.changes import find_changes
from briefings.lines import rows_of
from kg.graph.value import Graph
from kg.schema.schema import load_schema
from kg.stores import Rows, Store
from kg.stores.arcadedb import ENGINE
from kg.stores.neo4j import Neo4jStore, push
from queries.catalogue import SavedQuery, load_queries, read_suggestions
from queries.execute import ask as ask_saved
from queries.execute import bind_parameters
from tests.conformance.comparison import difference

ROUNDS = 5
SIZES = (1_000, 10_000)
LONG = 5_000
"""Milliseconds of a run after the first from which on there is no further one."""
LIMITED = 100_000
"""Entries up to which the limits hold."""
FIRST = "embedded"
ENGINES = (FIRST, "neo4j", "networkx")
LIMITS = {"how_connected": 2_000, "shortest_paths": 2_000, "communities": None, "bridges": None}
"""Milliseconds, where not 1,000."""

BRIEFINGS = {"kg due": find_silence, "kg whatsnew": find_changes}
BRIEFING_LIMIT = 2_000

Ask = Callable[[], Rows]


@dataclass(frozen=True)
class Question:
    """A saved query, or the suggestions for one of its parameters, whose Cypher is ``suggestions``."""

    name: str
    saved: SavedQuery
    parameters: Mapping[str, Any]
    suggestions: str = ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("entries", nargs="*", type=int, default=SIZES)
    parser.add_argument("--only", default=",".join(ENGINES), help="engines, with commas between")
    asked = parser.parse_args()
    for size in asked.entries:
        measure(size, asked.only.split(","))


def measure(size: int, engines: Sequence[str]) -> None:
    """Print the table of one size."""
    say(f"{size} entries: making the graph …")
    graph = make(size)
    rows = f"{len(graph.nodes)} nodes, {len(graph.relationships)} relationships"
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        say("loading the embedded store …")
        ENGINE.load(graph, Path(folder) / "store")
        embedded = Patient(ENGINE.open(Path(folder) / "store"))
        stack.callback(embedded.close)
        asking: dict[str, Callable[[Question], Ask | None]] = {FIRST: _asking(embedded)}
        if "neo4j" in engines:
            say("pushing into Neo4j …")
            connection = stack.enter_context(measured_neo4j())
            push(connection, graph, load_schema())
            asking["neo4j"] = _asking(Patient(Neo4jStore(connection)))
        if "networkx" in engines:
            say("making the networkx graph …")
            asking["networkx"] = _traversals(graph)
        del graph
        print(f"\n{size} entries, {rows}; milliseconds, first and median of {ROUNDS}")
        print(f"{'':34} {'rows':>7}" + "".join(_heading(name) for name in asking))
        ratios: dict[str, list[float]] = {name: [] for name in asking if name != FIRST}
        for question in questions(embedded):
            for name, ratio in _print(question, {name: ask(question) for name, ask in asking.items()}, size).items():
                ratios[name].append(ratio)
        for name, brief in BRIEFINGS.items():
            print(_timed_line(name, lambda brief=brief: rows_of(brief(embedded, {}).lines), size), flush=True)
        for name, found in ratios.items():
            mean, low, high = statistics.geometric_mean(found), min(found), max(found)
            print(f"embedded / {name}: {mean:.2f} ({low:.3f} to {high:.1f}) over {len(found)} queries")


def questions(store: Store) -> Iterator[Question]:
    """Every saved query with its defaults, each after the suggestions that these come from."""
    for name, query in load_queries().items():
        bound = bind_parameters(query, {}, store)
        for parameter, declared in query.header.parameters.items():
            if declared.suggest:
                cypher = read_suggestions(declared.suggest)
                used = {key: value for key, value in bound.items() if f"${key}" in cypher}
                yield Question(f"{name}, suggested {parameter}", query, used, cypher)
        yield Question(name, query, bound)


def _asking(store: Store) -> Callable[[Question], Ask]:
    def ask(question: Question) -> Ask:
        if question.suggestions:
            return lambda: store.query(question.suggestions, question.parameters)
        # As for a table: no evidence, which the traversals do not gather either.
        return lambda: ask_saved(question.saved, question.parameters, store, evidence=False)

    return ask


def _traversals(graph: Graph) -> Callable[[Question], Ask | None]:
    named = Traversals(graph).by_name()

    def ask(question: Question) -> Ask | None:
        found = None if question.suggestions else named.get(question.name)
        return (lambda: Rows((), tuple(found(question.parameters)))) if found else None

    return ask


def _heading(engine: str) -> str:
    return f"{engine + ', first':>20}{'median':>9}" + ("" if engine == FIRST else f"{'ratio':>8}")


def _print(question: Question, asking: Mapping[str, Ask | None], size: int) -> dict[str, float]:
    """Print the line of a question; the ratio to the embedded engine of each other that was asked."""
    cells, notes, first_answer = "", [], None
    medians: dict[str, float] = {}
    for engine, ask in asking.items():
        if ask is None:
            cells += f"{'':>20}{'':>9}{'':>8}"
            continue
        answer, first, median = _timed(ask)
        first_answer = first_answer or answer
        columns = Rows(first_answer.columns, answer.rows, first_answer.cut)
        if said := difference(first_answer, columns, ordered=True):
            notes.append(f"{engine}: {said[:120]}")
        limit = LIMITS.get(question.name, 1_000)
        over = "!" if engine == FIRST and size <= LIMITED and limit and median > limit else ""
        medians[engine] = median
        cells += f"{first:>20.1f}{f'{median:.1f}{over}':>9}"
        cells += "" if engine == FIRST else f"{medians[FIRST] / median:>8.2f}"
    rows = len(first_answer.rows) if first_answer else 0
    print(f"{question.name:34} {rows:>7}{cells}", *notes, sep="\n    " if notes else "", flush=True)
    return {engine: medians[FIRST] / median for engine, median in medians.items() if engine != FIRST}


def _timed_line(name: str, ask: Ask, size: int) -> str:
    """The line of a briefing."""
    answer, first, median = _timed(ask)
    over = "!" if size <= LIMITED and median > BRIEFING_LIMIT else ""
    return f"{name:34} {len(answer.rows):>7}{first:>20.1f}{f'{median:.1f}{over}':>9}"


def _timed(ask: Ask) -> tuple[Rows, float, float]:
    """The answer, the first run's milliseconds and the median of the later ones."""
    times = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        answer = ask()
        times.append(1_000 * (time.perf_counter() - start))
        if len(times) > 1 and times[-1] > LONG:
            break
    return answer, times[0], statistics.median(times[1:])


def say(words: str) -> None:
    """Progress, on the error stream."""
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
