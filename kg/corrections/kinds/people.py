"""Persons that an entry names, and what ties them to each other and to bodies."""

from typing import get_args

from ingest.facts import Affiliation, EntryFacts, Person, Relation, Span
from ingest.vocabulary import Office, RelationKind, Role
from kg.corrections.fields import BETWEEN, Field, choice, party, text
from kg.corrections.kinds.kind import FactKind
from kg.corrections.references import ValueNotAllowed, bodies_of, persons_of
from kg.entries.plain_text import PlainText


def _check_person(person: Person) -> None:
    if not person.name:
        raise ValueNotAllowed("A person has a surname or a given name.")


def _check_relation(relation: Relation) -> None:
    if relation.source == relation.target:
        raise ValueNotAllowed("A relation is between two people.")


def _read_occupations(value: tuple[tuple[str, Span], ...], _: EntryFacts) -> str:
    return f"{BETWEEN} ".join(words for words, _ in value)


def _parse_occupations(words: str, facts: EntryFacts) -> tuple[tuple[str, Span], ...]:
    """Each with its words where the entry has them, else resting on the header."""
    plain = PlainText(facts.entry)
    named = [part.strip() for part in words.split(BETWEEN) if part.strip()]
    header = Span(0, max(facts.entry.body, 1))
    return tuple((name, next(plain.find("", name, ""), header)) for name in named)


PERSON = FactKind(
    "person",
    ("Person",),
    Person,
    {
        "surname": text("surname"),
        "given": text("given"),
        "role": choice("role", get_args(Role), required=True),
        "office": choice("office", get_args(Office)),
        "occupation": Field(
            "occupations",
            f"any words, with '{BETWEEN}' between several occupations",
            _read_occupations,
            _parse_occupations,
            empty=(),
        ),
    },
    everywhere=True,
    check=_check_person,
    shorthands={"name": ("surname", "given")},
)

_PERSON = "a person of the entry, by words of it, name or id"

RELATION = FactKind(
    "relation",
    ("Relation",),
    Relation,
    {
        "from": party("source", persons_of, _PERSON, required=True),
        "kind": choice("kind", get_args(RelationKind), required=True),
        "to": party("target", persons_of, _PERSON, required=True),
    },
    identifying=("from", "kind", "to"),
    check=_check_relation,
)

AFFILIATION = FactKind(
    "affiliation",
    ("Affiliation",),
    Affiliation,
    {
        "person": party("person", persons_of, _PERSON, required=True),
        "body": party("body", bodies_of, "a body of the entry, by words of it, name or id", required=True),
        "as": text("as_", required=True),
    },
    identifying=("person", "body"),
)
