"""What every single statement must be, checked while it streams by: terms that exist, values of their type."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.rdf.terms import RDF, XSD, Terms, camel
from kg.rdf.vocabulary import DATE, PropertyTerm, class_terms, property_terms

_DATATYPES = {DATE: frozenset(f"{XSD}{name}" for name in ("date", "gYearMonth", "gYear"))}
_DURATION = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?")


class StatementRules:
    """Checks statements against the vocabulary; terms of other vocabularies are left alone."""

    def __init__(self, terms: Terms) -> None:
        self._namespace = terms.namespace
        self._classes = {f"{terms.namespace}{term.name}" for term in class_terms(terms.schema)}
        concepts = {
            f"{camel(name)}Scheme": {terms.concept(name, value).value for value in values}
            for name, values in terms.schema.values.items()
        }
        self._rules = {
            f"{terms.namespace}{term.name}": _rule_of(term, concepts) for term in property_terms(terms.schema)
        }

        self._open = frozenset(NamedNode(iri) for iri, rule in self._rules.items() if rule.takes_any_resource)

    def problems(self, statement: Quad | Triple) -> Iterable[str]:
        """What is wrong with a statement, as sentences that name the term or value."""
        value = statement.object
        # Most statements lead from one thing to another, and there is nothing to say about them.
        if isinstance(value, NamedNode) and statement.predicate in self._open:
            return ()
        return self.problems_of(statement.predicate.value, value)

    def problems_of(self, predicate: str, value: object) -> Iterator[str]:
        """The same of a predicate and its value."""
        if predicate == f"{RDF}type":
            if isinstance(value, NamedNode) and self._is_unknown_class(value.value):
                yield f"{value.value} is no class of the vocabulary"
        elif predicate.startswith(self._namespace):
            rule = self._rules.get(predicate)
            problem = rule.problem(value) if rule else f"{predicate} is no property of the vocabulary"
            yield from filter(None, [problem])
        if isinstance(value, Literal):
            yield from _of_literal(value)

    def _is_unknown_class(self, iri: str) -> bool:
        return iri.startswith(self._namespace) and iri not in self._classes


@dataclass(frozen=True)
class _Rule:
    """What a property takes: literals of some datatypes, values of closed lists, or any resource."""

    name: str
    takes: str
    datatypes: frozenset[str]
    concepts: frozenset[str]

    @property
    def takes_any_resource(self) -> bool:
        """Whether no resource is wrong."""
        return not (self.datatypes or self.concepts)

    def problem(self, value: object) -> str:
        """What is wrong with a value; empty where it may stand."""
        if self.datatypes:
            fits = isinstance(value, Literal) and value.datatype.value in self.datatypes
            return "" if fits else f"{self.name} takes {self.takes}, not {value}"
        if isinstance(value, Literal):
            return f"{self.name} leads to a resource, not to the text {value}"
        if self.concepts:
            fits = isinstance(value, NamedNode) and value.value in self.concepts
            return "" if fits else f"{self.name} has no value {value}"
        return ""


def _rule_of(term: PropertyTerm, concepts: Mapping[str, set[str]]) -> _Rule:
    datatypes: set[str] = set()
    values: set[str] = set()
    for name in term.ranges:
        values |= concepts.get(name, set())
        if term.has_literals:
            datatypes |= _DATATYPES.get(name) or {f"{XSD}{name.removeprefix('xsd:')}"}
    return _Rule(term.name, " or ".join(sorted(term.ranges)), frozenset(datatypes), frozenset(values))


def _of_literal(value: Literal) -> Iterator[str]:
    """An impossible day is valid RDF for the parser; nobody can use it."""
    check = _CHECKS.get(value.datatype.value)
    if check and not check(value.value):
        yield f"{value.value} is no {value.datatype.value.rpartition('#')[2]}"


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return re.fullmatch(r"\d{4}-\d\d-\d\d", text) is not None


_CHECKS: dict[str, Callable[[str], object]] = {
    f"{XSD}date": _is_day,
    f"{XSD}gYearMonth": re.compile(r"\d{4}-(0[1-9]|1[0-2])").fullmatch,
    f"{XSD}gYear": re.compile(r"\d{4}").fullmatch,
    f"{XSD}integer": re.compile(r"[+-]?\d+").fullmatch,
    f"{XSD}nonNegativeInteger": re.compile(r"\d+").fullmatch,
    f"{XSD}double": re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?").fullmatch,  # finite: no INF, no NaN
    f"{XSD}duration": _DURATION.fullmatch,
    f"{XSD}boolean": re.compile(r"true|false|0|1").fullmatch,
}
