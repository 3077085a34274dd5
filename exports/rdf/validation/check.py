"""Checks an RDF file: its syntax and every statement while it streams by, then SHACL shapes on a stated sample."""

import logging
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple

from ingest.errors import KgError
from kg.rdf.statement_rules import StatementRules
from kg.rdf.syntax import read_statements, require_whole, syntax_of
from kg.rdf.terms import TYPE, Terms
from kg.schema.schema import Schema

if TYPE_CHECKING:
    import rdflib

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
    """Check RDF as it is read, several times from the start. Raises ``KgError`` when it cannot be parsed."""
    rules, found, sample, count = StatementRules(terms), Counter[str](), _Sample(), 0
    for quad in read_statements(file, syntax, name):
        count += 1
        for problem in rules.problems(quad):
            found[problem] += 1
        sample.choose(quad)
    while not sample.is_whole:
        sample.gather(read_statements(file, syntax, name))
    problems = [f"{problem} ({times} times)" if times > 1 else problem for problem, times in found.most_common(_SHOWN)]
    if len(found) > _SHOWN:
        problems.append(f"and {len(found) - _SHOWN} other problems")
    return RdfCheck(count, len(sample.chosen), (*problems, *_broken_shapes(sample, terms)))


class _Sample:
    """The first things of each class: all that is said of them, and the class of what they lead to.

    It stays small however large the file is. So the file is read until the class of everything around is known, which
    is once where a thing's class comes before all else that is said of it.
    """

    def __init__(self) -> None:
        self.chosen: set[NamedNode] = set()
        self.triples: list[Triple] = []
        self.is_whole = False
        self._around: set[NamedNode] = set()
        self._counts = Counter[object]()

    def choose(self, quad: Quad) -> None:
        """Choose the subject if there are not enough of its class yet."""
        subject, value = quad.subject, quad.object
        if not isinstance(subject, NamedNode):
            return
        if quad.predicate == TYPE and self._counts[value] < PER_CLASS and isinstance(value, NamedNode):
            self._counts[value] += 1
            self.chosen.add(subject)
        if subject in self.chosen and isinstance(value, NamedNode):
            self._around.add(value)

    def gather(self, quads: Iterable[Quad]) -> None:
        """Keep what is said of chosen things, and the classes of those around."""
        self.triples.clear()
        known = len(self._around)
        for quad in quads:
            subject, value = quad.subject, quad.object
            if subject in self.chosen:
                self.triples.append(quad.triple)
                if isinstance(value, NamedNode):
                    self._around.add(value)
            elif subject in self._around and quad.predicate == TYPE:
                self.triples.append(quad.triple)
        self.is_whole = len(self._around) == known


def _broken_shapes(sample: _Sample, terms: Terms) -> list[str]:
    import pyshacl  # noqa: PLC0415 (slow to load, and needed here only)
    import rdflib  # noqa: PLC0415 (as above)

    from exports.rdf.validation.shapes import SH  # noqa: PLC0415 (brings rdflib)

    logging.getLogger(rdflib.term.__name__).setLevel(logging.CRITICAL)  # an impossible day is told below, as a problem
    lines = pyoxigraph.serialize(sample.triples, format=RdfFormat.N_TRIPLES)
    data = rdflib.Graph(bind_namespaces="none").parse(data=lines, format="nt")
    chosen = {rdflib.URIRef(subject.value) for subject in sample.chosen}
    holds, report, _ = pyshacl.validate(data, shacl_graph=_shapes_of(chosen, data, terms))
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


def _shapes_of(chosen: "set[rdflib.URIRef]", data: "rdflib.Graph", terms: Terms) -> "rdflib.Graph":
    """The shapes with the chosen things as their targets; pySHACL takes long to pick those out of whole classes."""
    import rdflib  # noqa: PLC0415 (as above)

    from exports.rdf.validation.shapes import SH, Shapes  # noqa: PLC0415 (brings rdflib)

    shapes = Shapes(terms).graph()
    for shape, _, name in list(shapes.triples((None, SH.targetClass, None))):
        shapes.remove((shape, SH.targetClass, name))
        for subject in chosen.intersection(data.subjects(rdflib.RDF.type, name)):
            shapes.add((shape, SH.targetNode, subject))
    return shapes


def _short(term: object) -> str:
    return str(term).rpartition("#")[2] or str(term)
