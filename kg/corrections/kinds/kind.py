"""A kind of fact: its fields, and how a fact is made of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, get_args

from ingest.facts import EntryFacts, Evidence
from kg.corrections.fields import Field
from kg.corrections.references import ValueNotAllowed

KindName = Literal[
    "person", "place", "body", "charge", "sanction", "act", "stay", "relation", "affiliation"
]  # fmt: skip
KIND_NAMES: tuple[KindName, ...] = get_args(KindName)

Values = Mapping[str, str]
"""The fields of a fact by name, as text."""


def _accept(_: Any) -> None:
    """Accept every fact."""


@dataclass(frozen=True)
class FactKind:
    """A kind of fact.

    ``make`` makes the fact. ``labels`` are those of its mentions (``kg.entries.mentions``). ``identifying`` are the
    fields by which two facts in the same words are the same one; without any, the words are enough. ``everywhere``: the
    fact rests on every place of its words in the entry, as a name does. ``check`` raises ``ValueNotAllowed`` for fields
    that do not go together. ``shorthands`` are names that stand for several fields.
    """

    name: KindName
    labels: tuple[str, ...]
    make: Callable[..., Any]
    fields: Mapping[str, Field]
    identifying: tuple[str, ...] = ()
    everywhere: bool = False
    check: Callable[[Any], None] = _accept
    shorthands: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def read(self, fact: Any, facts: EntryFacts) -> dict[str, str]:
        """The fields of a fact that have a value, as text."""
        texts = {name: known.text_of(fact, facts) for name, known in self.fields.items()}
        return {name: text for name, text in texts.items() if text}

    def change(self, fact: Any, values: Values, facts: EntryFacts) -> Any:
        """A fact with other values. Raises ``ValueNotAllowed``."""
        return replace(
            fact, **{self.fields[name].attribute: self.value_of(name, values[name], facts) for name in values}
        )

    def make_of(self, values: Values, facts: EntryFacts, evidence: Evidence) -> Any:
        """A fact of these values. Raises ``ValueNotAllowed``."""
        given = {
            known.attribute: self.value_of(name, values.get(name, ""), facts) for name, known in self.fields.items()
        }
        return self.make(**given, evidence=evidence)

    def value_of(self, name: str, text: str, facts: EntryFacts) -> Any:
        """The value of a field. Raises ``ValueNotAllowed`` with the field's name."""
        if name not in self.fields:
            raise ValueNotAllowed(f"A {self.name} has no field {name}; it has: {', '.join(self.fields)}.")
        try:
            return self.fields[name].value_of(text, facts)
        except ValueNotAllowed as error:
            raise ValueNotAllowed(f"{name}: {error}.") from None
