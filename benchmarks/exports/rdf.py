"""RDF of a made archive beside bare pyoxigraph: ``python -m benchmarks.exports.rdf [--entries N] [--rounds N]``.

In one run, from one graph value (``generators/archives.py``; 4,200 entries make about 10⁶ statements), for Turtle and
N-Quads, seconds of the processor of

- our writing of the file, from the rows of the graph;
- a bare script that has the same statements as texts, makes terms of them and lets pyoxigraph write them;
- the whole export, with the check of what was written.

The ratio of the first two has a limit of 1.3. Then the peak of memory while a file is written and checked, above that
of the loaded graph, for a quarter of the entries and for all: each in a process of its own.
"""

import argparse
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import pyoxigraph
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from benchmarks.generators.archives import make
from exports.rdf import Bases, Format, Release, write_rdf
from exports.rdf.addresses import Addresses
from exports.rdf.dataset import RdfDataset
from exports.rdf.formats import SYNTAXES, serialize
from kg.graph.value import Graph
from kg.rdf.terms import Terms
from kg.schema.schema import load_schema

LIMIT = 1.3
BASES = Bases("https://w3id.org/casegraph/data/", "https://w3id.org/casegraph/ns#")
RELEASE = Release("2031-05-01")
SCHEMA = load_schema()
PREFIXES = Terms(SCHEMA, BASES.vocabulary).prefixes
MEASURED: tuple[Format, ...] = ("turtle", "nquads")

Row = tuple[str, str, str, str, str, str]
"""Subject, predicate, object, its datatype (empty: a resource), its language, the named graph (empty: the default)."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=4200)
    parser.add_argument("--rounds", type=int, default=2)
    asked = parser.parse_args()
    graphs = [make(asked.entries // 4), make(asked.entries)]
    graph = graphs[1]
    print(f"{asked.entries} entries, {len(graph.nodes)} nodes, {len(graph.relationships)} relationships")
    for format in MEASURED:
        few, all = (in_a_process(lambda graph=graph, format=format: export(graph, format)) for graph in graphs)
        print(f"{format:<8}peak above the loaded graph: {few:.0f} MB, of a quarter; {all:.0f} MB, of all")
    for format in MEASURED:
        print_times(graph, format, asked.rounds)


def print_times(graph: Graph, format: Format, rounds: int) -> None:
    """Print the seconds of one syntax, and the ratio; the two take turns."""
    rows = rows_of(graph, format)
    turns = [
        (
            seconds(lambda file: serialize(dataset_of(graph), format, PREFIXES, file)),
            seconds(lambda file: write_bare(rows, format, file)),
        )
        for _ in range(rounds)
    ]
    ours, bare = (min(taken) for taken in zip(*turns, strict=True))
    start = time.process_time()
    export(graph, format)
    whole = time.process_time() - start
    over = " !" if ours / bare > LIMIT else ""
    print(
        f"{format:<8}{len(rows):>9,} statements: ours {ours:.2f} s, bare {bare:.2f} s, ratio {ours / bare:.2f}{over};"
        f" checked and written {whole:.2f} s",
        flush=True,
    )


def export(graph: Graph, format: Format) -> None:
    """The whole export, as ``kg export rdf`` does it."""
    with tempfile.TemporaryDirectory() as folder:
        write_rdf(graph, SCHEMA, BASES, format, Path(folder, "graph"), RELEASE)


def dataset_of(graph: Graph) -> RdfDataset:
    """The graph as statements, with nothing made beforehand."""
    return RdfDataset(graph, Terms(SCHEMA, BASES.vocabulary), Addresses(BASES.data), RELEASE, {})


def seconds(write: Callable[[BinaryIO], None]) -> float:
    """The processor's seconds to write a file."""
    with tempfile.TemporaryFile() as file:
        start = time.process_time()
        write(file)
        return time.process_time() - start


def in_a_process(work: Callable[[], None]) -> float:
    """By how many megabytes the peak of a process's memory grows that does only this."""
    context = multiprocessing.get_context("fork")
    grown = context.SimpleQueue()

    def run() -> None:
        before = peak()
        work()
        grown.put(peak() - before)

    process = context.Process(target=run)
    process.start()
    process.join()
    return float(grown.get())


def peak() -> float:
    """The most memory that this process had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def rows_of(graph: Graph, format: Format) -> list[Row]:
    """All statements as texts, in our order."""
    with tempfile.TemporaryFile() as file:
        serialize(dataset_of(graph), format, PREFIXES, file)
        file.seek(0)
        return [row_of(quad) for quad in pyoxigraph.parse(file, format=SYNTAXES[format])]


def row_of(quad: Quad) -> Row:
    """One statement as texts."""
    value, name = quad.object, quad.graph_name
    assert isinstance(quad.subject, NamedNode) and isinstance(value, NamedNode | Literal)
    datatype, language = (value.datatype.value, value.language or "") if isinstance(value, Literal) else ("", "")
    graph = name.value if isinstance(name, NamedNode) else ""
    return quad.subject.value, quad.predicate.value, value.value, datatype, language, graph


def write_bare(rows: Sequence[Row], format: Format, file: BinaryIO) -> None:
    """What a script of somebody would do who has the statements and knows pyoxigraph."""
    if format == "nquads":
        pyoxigraph.serialize(bare_quads(rows), file, SYNTAXES[format])
    else:
        pyoxigraph.serialize(bare_triples(rows), file, SYNTAXES[format], prefixes=PREFIXES)


def bare_triples(rows: Sequence[Row]) -> Iterator[Triple]:
    """Rows as triples."""
    for subject, predicate, value, datatype, language, _ in rows:
        yield Triple(NamedNode(subject), NamedNode(predicate), bare_term(value, datatype, language))


def bare_quads(rows: Sequence[Row]) -> Iterator[Quad]:
    """Rows as quads."""
    for subject, predicate, value, datatype, language, graph in rows:
        name = NamedNode(graph) if graph else DefaultGraph()
        yield Quad(NamedNode(subject), NamedNode(predicate), bare_term(value, datatype, language), name)


def bare_term(value: str, datatype: str, language: str) -> NamedNode | Literal:
    """The object of a row."""
    if not datatype:
        return NamedNode(value)
    return Literal(value, language=language) if language else Literal(value, datatype=NamedNode(datatype))


if __name__ == "__main__":
    main()
