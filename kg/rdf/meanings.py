"""What the terms of the vocabulary mean in the graph: the way back from RDF to kinds, properties and values."""

from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import Literal

from ingest.errors import KgError
from kg.graph.value import Value
from kg.rdf.descriptions import Said, classes_in
from kg.rdf.descriptions import Value as Term
from kg.rdf.terms import Terms, property_name
from kg.rdf.vocabulary import class_terms, property_terms
from kg.schema.schema import NodeKind, Property, RelationshipKind, Schema

# Classes that say more than a kind: the property that says it in the graph.
_FIXED: Mapping[str, tuple[str, str, str]] = {
    "AllegedEvent": ("Event", "standing", "alleged"),
    "DeniedEvent": ("Event", "standing", "denied"),
    "RequestedSanction": ("Sanction", "status", "requested"),
}
REQUEST = "Request"
"""The class of who asked for a sanction, or against whom."""
_OF_RELATIONSHIPS = frozenset({"from", "to", "restsOn", "restsOnEntry", "knownBy"})
_OF_OTHERS = frozenset({"citedSource", "profile", "jurisdictionPack", "software"})
_DERIVED = frozenset({"touchesRight", "mayTouchRight"})


@dataclass(frozen=True)
class Declared:
    """A property of a kind: its name in the graph, and what it is."""

    name: str
    property: Property


class Meanings:
    """Looks up terms of one namespace."""

    def __init__(self, schema: Schema, terms: Terms) -> None:
        self.schema = schema
        self.terms = terms
        kinds: dict[str, NodeKind | RelationshipKind] = {**schema.nodes, **schema.relationships}
        self._properties = {
            kind: {terms.property(name, p).value: Declared(name, p) for name, p in declared.properties.items()}
            for kind, declared in kinds.items()
        }
        self._classes = {terms.own(term.name).value: term.name for term in class_terms(schema)}
        self._types = {kind.noun: type for type, kind in schema.relationships.items()}
        self._values = {
            terms.concept(values, value).value: value for values, listed in schema.values.items() for value in listed
        }
        of_things = {property_name(n, p) for kind in kinds.values() for n, p in kind.properties.items()}
        plain = {t.name for t in property_terms(schema)} - of_things - _OF_RELATIONSHIPS - _OF_OTHERS - _DERIVED
        self.plain = frozenset(terms.own(name).value for name in plain)
        """Predicates from one thing to another, which repeat what a relationship says."""
        self._repeated = self.plain | {terms.own(name).value for name in _DERIVED}
        self._elsewhere = {terms.own(name).value for name in _OF_OTHERS}

    def own(self, name: str) -> str:
        """A term of the vocabulary."""
        return self.terms.own(name).value

    def classes_of(self, said: Said) -> list[str]:
        """The names of the classes of the vocabulary that a thing has."""
        return [self._classes[name] for name in classes_in(said) if name in self._classes]

    def label_of(self, name: str) -> str | None:
        """The label of a node's class; ``None`` for a class of relationships, or of nothing in particular."""
        label = _FIXED[name][0] if name in _FIXED else name
        return label if label in self.schema.nodes else None

    def type_of(self, name: str) -> str | None:
        """The type of a relationship's class, ``REQUEST`` where it is one of two; ``None`` for a class of nodes."""
        return REQUEST if name == REQUEST else self._types.get(name)

    def fixed_by(self, name: str) -> dict[str, str]:
        """What a class says of its things: those of ``AllegedEvent`` are alleged."""
        return {_FIXED[name][1]: _FIXED[name][2]} if name in _FIXED else {}

    def properties(self, kind: str, said: Said, apart: frozenset[str] = frozenset()) -> dict[str, Value]:
        """The properties of a thing of a kind; ``apart`` are predicates that the caller reads.

        Raises ``KgError`` for a property that the kind does not have, or that has two values and takes one.
        """
        found: dict[str, Value] = {}
        for predicate, values in said.items():
            if not predicate.startswith(self.terms.namespace) or predicate in apart or predicate in self._repeated:
                continue
            declared = self._properties[kind].get(predicate)
            short = predicate.removeprefix(self.terms.namespace)
            if declared is None:
                raise KgError(f"a {kind} has no {short}")
            read = [self._value(value, declared.property) for value in values]
            if declared.property.type == "strings":
                found[declared.name] = [str(value) for value in read]
            elif len(read) == 1:
                found[declared.name] = read[0]
            else:
                raise KgError(f"{short} has {len(read)} values and takes one")
        return found

    def is_of_another(self, predicate: str) -> bool:
        """Whether a predicate may stand with a thing that is neither node nor relationship."""
        return not predicate.startswith(self.terms.namespace) or predicate in self._elsewhere

    def _value(self, value: Term, declared: Property) -> str | int | float | bool:
        if not isinstance(value, Literal):
            return self._values[str(getattr(value, "value", value))]
        if declared.type == "integer":
            return int(value.value)
        if declared.type == "float":
            return float(value.value)
        return value.value in ("true", "1") if declared.type == "boolean" else value.value
