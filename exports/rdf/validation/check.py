"""Checks an RDF file: its syntax and every statement while it streams by, then SHACL shapes on a stated sample."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple

from ingest.errors import KgError
from kg.rdf.statement_rules import StatementRules
from kg.rdf.syntax import read_statements, require_whole, syntax_of
from kg.rdf.terms import RDF, Terms
from kg.schema.schema import Schema

PER_CLASS = 5
"""So many things of each class are held against the SHACL shapes; every statement is checked anyway."""

_SHOWN = 20


@dataclass(frozen=True)
class RdfCheck:
    """``problems`` are sentences, most frequent first; ``sampled`` things were held against the shapes."""

    statements: int
    sampled: int
    problems: tuple[str, ...]


def check_file(path: Path, schema: Schema, namespace: str) -> RdfCheck:
    """Check a file of a partner. Raises ``KgError`` when it cannot be read as RDF, naming the line or the value."""
    syntax = syntax_of(path.suffix, str(path))
    try:
        with path.open("rb") as file:
            require_whole(file, syntax, str(path))
            checked = check_statements(file, syntax, Terms(schema, namespace), str(path))
    except OSError as error:
        raise KgError(f"{path}: cannot be read ({error.strerror}).") from None
    if not checked.statements:
        raise KgError(f"{path}: there is no statement in it. Ask for the file again.")
    return checked


def check_statements(file: BinaryIO, syntax: RdfFormat, terms: Terms, name: str) -> RdfCheck:
    """Check RDF as it is read, twice from the start. Raises ``KgError`` when it cannot be parsed."""
    rules, found, sample, count = StatementRules(terms), Counter[str](), _Sample(), 0
    for quad in read_statements(file, syntax, name):
        count += 1
        found.update(rules.problems(quad))
        sample.choose(quad)
    for quad in read_statements(file, syntax, name):
        sample.keep(quad)
    problems = [f"{problem} ({times} times)" if times > 1 else problem for problem, times in found.most_common(_SHOWN)]
    if len(found) > _SHOWN:
        problems.append(f"and {len(found) - _SHOWN} other problems")
    return RdfCheck(count, len(sample.chosen), (*problems, *_broken_shapes(sample, terms)))


class _Sample:
    """The first things of each class: all that is said of them, and the class of everything else."""

    def __init__(self) -> None:
        self.chosen: set[str] = set()
        self.triples: list[Triple] = []
        self._counts = Counter[str]()

    def choose(self, quad: Quad) -> None:
        """Choose the subject if there are not enough of its class yet."""
        if _is_type(quad) and isinstance(quad.subject, NamedNode) and self._counts[str(quad.object)] < PER_CLASS:
            self._counts[str(quad.object)] += 1
            self.chosen.add(quad.subject.value)

    def keep(self, quad: Quad) -> None:
        """Keep a statement if it is about a chosen thing, or says what something is."""
        is_chosen = isinstance(quad.subject, NamedNode) and quad.subject.value in self.chosen
        if is_chosen or _is_type(quad):
            self.triples.append(quad.triple)


def _is_type(quad: Quad) -> bool:
    return quad.predicate.value == f"{RDF}type" and isinstance(quad.object, NamedNode)


def _broken_shapes(sample: _Sample, terms: Terms) -> list[str]:
    import pyshacl  # noqa: PLC0415 (slow to load, and needed here only)
    import rdflib  # noqa: PLC0415 (as above)

    from exports.rdf.validation.shapes import SH, Shapes  # noqa: PLC0415 (brings rdflib)

    lines = pyoxigraph.serialize(sample.triples, format=RdfFormat.N_TRIPLES)
    data = rdflib.Graph(bind_namespaces="none").parse(data=lines, format="nt")
    holds, report, _ = pyshacl.validate(data, shacl_graph=Shapes(terms).graph(), focus_nodes=sorted(sample.chosen))
    if holds:
        return []
    if not isinstance(report, rdflib.Graph):
        return [f"the SHACL validation failed: {report}"]
    found = Counter(
        f"{_short(report.value(result, SH.resultPath))}: {_short(report.value(result, SH.sourceConstraintComponent))}"
        f" at {report.value(result, SH.focusNode)}"
        for result in report.subjects(rdflib.RDF.type, SH.ValidationResult)
    )
    return [problem for problem, _ in sorted(found.items())[:_SHOWN]]


def _short(term: object) -> str:
    return str(term).rpartition("#")[2] or str(term)
