"""What an RDF file says, by subject, whatever order its statements come in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from ingest.errors import KgError
from kg.rdf.terms import RDF, VOID
from kg.schema.schema import Schema

Value = NamedNode | BlankNode | Literal | Triple
Said = Mapping[str, list[Value]]
"""The values of each predicate, in the order of the file, none twice."""

TYPE = f"{RDF}type"


class Descriptions:
    """The statements of a file, gathered; ``of`` has them by subject. Which graph says them makes no difference."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        gathered: dict[str, dict[str, dict[Value, None]]] = defaultdict(lambda: defaultdict(dict))
        for quad in quads:
            gathered[name_of(quad.subject)][quad.predicate.value][quad.object] = None
        self.of: dict[str, dict[str, list[Value]]] = {
            subject: {predicate: list(values) for predicate, values in said.items()}
            for subject, said in gathered.items()
        }

    def __iter__(self) -> Iterator[tuple[str, str, Value]]:
        """All statements: subject, predicate, value."""
        for subject, said in self.of.items():
            for predicate, values in said.items():
                yield from ((subject, predicate, value) for value in values)

    def namespace(self, schema: Schema) -> str:
        """What the terms of the vocabulary begin with: as the header says, else as ``schema`` does."""
        said = {
            value.value
            for of_subject in self.of.values()
            for value in of_subject.get(f"{VOID}vocabulary", ())
            if isinstance(value, NamedNode)
        }
        return said.pop() if len(said) == 1 else schema.namespace


def name_of(term: Value) -> str:
    """What a subject or an object is called. Raises ``KgError`` for a statement about a statement."""
    if isinstance(term, NamedNode):
        return term.value
    if isinstance(term, BlankNode):
        return f"_:{term.value}"
    raise KgError(f"{term} is a statement or a text where a thing must stand")


def classes_in(said: Said) -> list[str]:
    """The addresses of the classes that a thing has."""
    return [value.value for value in said.get(TYPE, ()) if isinstance(value, NamedNode)]


def names_in(said: Said, predicate: str) -> list[str]:
    """The things that a predicate leads to."""
    return [name_of(value) for value in said.get(predicate, ())]


def text_in(said: Said, predicate: str) -> str:
    """The one text or address of a predicate; empty where it has none."""
    values = said.get(predicate, ())
    return values[0].value if values and not isinstance(values[0], Triple) else ""
