"""The classes and properties of the vocabulary, gathered from ``kg/schema.yaml`` and ``terms.yaml``.

The OWL file, the page and the SHACL shapes are made from these values.
"""

from dataclasses import dataclass, field
from functools import cache
from importlib import resources

import msgspec

from ingest.errors import LexiconError
from ingest.yaml_text import parse_yaml
from kg.rdf.terms import camel, property_name
from kg.schema.labels import load_labels
from kg.schema.schema import NodeKind, Property, RelationshipKind, Schema

RELATIONSHIP = "Relationship"
DATE = "date as exact as known"
"""Stands for a range of three datatypes: ``xsd:date``, ``xsd:gYearMonth`` and ``xsd:gYear``."""

_DATATYPES = {
    "string": "xsd:string",
    "strings": "xsd:string",
    "integer": "xsd:integer",
    "float": "xsd:double",
    "boolean": "xsd:boolean",
    "duration": "xsd:duration",
    "date": DATE,
}


# Their plain triples are of imposed sanctions alone (``plain``).
_OF_IMPOSED_SANCTIONS = ("RECEIVED", "IMPOSED_BY", "REPLACES")


@dataclass(frozen=True)
class ClassTerm:
    """A class; ``above`` is the class of ours that it belongs to, empty for none."""

    name: str
    en: str
    ru: str
    about: str
    above: str = ""


@dataclass
class PropertyTerm:
    """A property; ``domains`` and ``ranges`` are classes of ours, ``prefix:name``, ``DATE``, or ``Scheme`` names.

    A thing has at most one value of a ``single`` one.
    """

    name: str
    en: str
    ru: str
    about: str
    domains: set[str] = field(default_factory=set)
    ranges: set[str] = field(default_factory=set)
    single: bool = False

    @property
    def has_literals(self) -> bool:
        """Whether its values are literals, not resources."""
        return any(range.startswith("xsd:") or range == DATE for range in self.ranges)


class _Class(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    en: str
    ru: str
    about: str
    above: str = ""


class _Property(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    en: str
    ru: str
    about: str
    domain: str = ""
    range: str = ""


class _OwnTerms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    classes: dict[str, _Class]
    above: dict[str, str]
    properties: dict[str, _Property]


@cache
def _own_terms() -> _OwnTerms:
    text = resources.files("kg.rdf").joinpath("terms.yaml").read_text(encoding="utf-8")
    try:
        return msgspec.convert(parse_yaml(text), _OwnTerms)
    except msgspec.ValidationError as error:
        raise LexiconError(f"kg/rdf/terms.yaml: {error}.") from None


def class_terms(schema: Schema) -> list[ClassTerm]:
    """All classes, sorted by name."""
    own, en, ru = _own_terms(), load_labels("en"), load_labels("ru")
    found = [ClassTerm(name, term.en, term.ru, term.about, term.above) for name, term in own.classes.items()]
    for name, kind in schema.nodes.items():
        found.append(ClassTerm(name, en.nodes[name], ru.nodes[name], kind.about, own.above.get(name, "")))
    for type, relationship in schema.relationships.items():
        labels = f"{en.relationships[type]} (relationship)", f"{ru.relationships[type]} (отношение)"
        found.append(ClassTerm(relationship.noun, *labels, relationship.about, RELATIONSHIP))
    return sorted(found, key=lambda term: term.name)


def property_terms(schema: Schema) -> list[PropertyTerm]:
    """All properties, sorted by name; those of one name and meaning in several classes are one."""
    found = {
        name: PropertyTerm(name, own.en, own.ru, own.about, _named(own.domain), _named(own.range))
        for name, own in _own_terms().properties.items()
    }
    for type, relationship in schema.relationships.items():
        _add_predicate(found, type, relationship)
    kinds: dict[str, NodeKind | RelationshipKind] = {**schema.nodes}
    kinds |= {relationship.noun: relationship for relationship in schema.relationships.values()}
    for class_name, kind in kinds.items():
        for name, declared in kind.properties.items():
            _add_property(found, class_name, name, declared)
    return sorted(found.values(), key=lambda term: term.name)


def _add_predicate(found: dict[str, PropertyTerm], type: str, kind: RelationshipKind) -> None:
    """The plain triple of a relationship; involvement has predicates of its own in ``terms.yaml``."""
    if type == "INVOLVED_IN":
        return
    starts, ends = ({pair.split(" -> ")[side] for pair in kind.ends} for side in (0, 1))
    name = camel(type)
    labels = load_labels("en").relationships[type], load_labels("ru").relationships[type]
    if type not in _OF_IMPOSED_SANCTIONS:
        starts, ends = set(map(_reported, starts)), set(map(_reported, ends))
    found[name] = PropertyTerm(name, *labels, kind.about, starts, ends)


def _add_property(found: dict[str, PropertyTerm], class_name: str, name: str, declared: Property) -> None:
    term_name = property_name(name, declared)
    en, ru = load_labels("en").properties[name], load_labels("ru").properties[name]
    if declared.values:
        en = declared.values.replace("_", " ")
    term = found.setdefault(term_name, PropertyTerm(term_name, en, ru, declared.about))
    term.about = term.about or declared.about
    term.domains.add(_reported(class_name))
    term.single = declared.type != "strings"
    term.ranges.add(
        f"{camel(declared.values)}Scheme" if declared.values else _DATATYPES[declared.format or declared.type]
    )


def _reported(class_name: str) -> str:
    """The class that what is alleged, denied or requested belongs to as well."""
    return _own_terms().above.get(class_name, class_name)


def _named(names: str) -> set[str]:
    return set(names.split(", ")) if names else set()
