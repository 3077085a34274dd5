"""Kinds of what partners state, with the properties that people may correct: those of ``kg/schema.yaml``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from math import isfinite
from typing import Any

from ingest.facts import EntryFacts, Evidence
from kg.corrections.fields import BETWEEN, Field, choice, day, duration, text, yes_or_no
from kg.corrections.kinds.kind import FactKind, KindName
from kg.corrections.kinds.registry import BY_LABEL
from kg.corrections.references import ValueNotAllowed
from kg.graph.value import Value
from kg.schema.schema import Property, PropertyType, load_schema

STATED = "stated by a partner"
"""Stands in the place of a rule's name in the evidence of what a partner states."""

_NUMBERS: frozenset[PropertyType] = frozenset({"integer", "float"})
_FIELDS: Mapping[str, Callable[[str], Field]] = {"date": day, "boolean": yes_or_no, "string": text}


@dataclass(frozen=True)
class StatedValue:
    """What a partner states of a thing or a tie: its properties, and the words in the partner's entry."""

    properties: Mapping[str, Value]
    evidence: Evidence


@cache
def kind_of(label: str) -> FactKind:
    """The kind of what has a label: of a node's, or of a relationship's type for a tie."""
    schema = load_schema()
    if label in schema.relationships:
        return FactKind("relation", (label,), StatedValue, {})
    node = schema.nodes[label]
    fields = {name: _field(name, declared) for name, declared in node.properties.items() if name != node.key}
    return FactKind(_name_of(label), (label,), StatedValue, fields)


def text_of(value: Value) -> str:
    """A property as text, as a journal has it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return f"{BETWEEN} ".join(map(str, value))
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def value_of(kind: FactKind, name: str, words: str) -> Value | None:
    """The value that a text states; ``None`` for none. Raises ``ValueNotAllowed`` with the field's name."""
    if name not in kind.fields:
        raise ValueNotAllowed(f"A {kind.labels[0]} of a partner has no field {name}; it has: {', '.join(kind.fields)}.")
    try:
        value: Value | None = kind.fields[name].value_of(words, _NO_ENTRY)
    except ValueNotAllowed as error:
        raise ValueNotAllowed(f"{name}: {error}.") from None
    return value


def _name_of(label: str) -> KindName:
    """What its kind is called: that of our own facts; of what only follows from these, the nearest."""
    return BY_LABEL[label].name if label in BY_LABEL else "act"


def _field(name: str, declared: Property) -> Field:
    if declared.type == "strings":
        return _strings(name, declared)
    if declared.type in _NUMBERS:
        return _number(name, whole=declared.type == "integer")
    if declared.values:
        return choice(name, tuple(load_schema().values[declared.values]))
    if declared.format == "duration":
        return duration(name)
    return _FIELDS[declared.type](name)


def _strings(name: str, declared: Property) -> Field:
    """Several texts; of a closed list where it has one."""
    one = choice(name, tuple(load_schema().values[declared.values])) if declared.values else text(name)

    def parse(words: str, facts: EntryFacts) -> list[str]:
        return [one.parse(part.strip(), facts) for part in words.split(BETWEEN) if part.strip()]

    return replace(one, allowed=f"{one.allowed}, with '{BETWEEN}' between several", parse=parse)


def _number(name: str, whole: bool) -> Field:
    """A number, below zero too: a degree of longitude."""
    allowed = "a whole number" if whole else "a number"

    def parse(words: str, _: EntryFacts) -> float | int:
        try:
            value: float | int = int(words) if whole else float(words)
        except ValueError:
            raise ValueNotAllowed(f"it is {allowed}") from None
        if not isfinite(value):
            raise ValueNotAllowed(f"it is {allowed}")
        return value

    return Field(name, allowed, lambda value, _: text_of(value), parse)


_NO_ENTRY: Any = None
"""No field of a partner's is in words of an entry."""
