"""Fields of a fact from the command line, or asked for one by one."""

from collections.abc import Iterable, Sequence

import click

from ingest.errors import KgError
from kg.cli.output import ask, ask_or_nothing, print_line, say
from kg.corrections.fields import Field
from kg.corrections.kinds.kind import KIND_NAMES, FactKind, KindName
from kg.corrections.kinds.registry import KINDS
from kg.corrections.known_facts import Fact


def read_fields(given: Sequence[str]) -> dict[str, str]:
    """``FIELD=VALUE`` arguments as a map. Raises ``click.UsageError`` for one without ``=``."""
    for argument in given:
        if not argument.partition("=")[1]:
            raise click.UsageError(f"'{argument}' is not FIELD=VALUE, such as role=target.")
    return {name.strip(): value for name, _, value in (argument.partition("=") for argument in given)}


def ask_changes(fact: Fact) -> dict[str, str]:
    """Ask which fields are to be corrected, and how, until Enter alone is typed."""
    for name, known in fact.kind.fields.items():
        print_line(f"  {name}: {fact.values.get(name, '')}  ({known.allowed})")
    changes: dict[str, str] = {}
    while name := ask_or_nothing("Field to correct (Enter to finish)"):
        if name in fact.kind.fields or name in fact.kind.shorthands:
            changes[name] = ask_or_nothing(f"{name} (Enter for none)")
        else:
            say(f"A {fact.kind.name} has: {', '.join(fact.kind.fields)}.")
    return changes


def ask_kind() -> KindName:
    """Ask what kind of fact it is."""
    while True:
        try:
            return read_kind(ask(f"Kind ({', '.join(KIND_NAMES)})"))
        except KgError as error:
            say(str(error))


def read_kind(text: str) -> KindName:
    """A kind of fact by its name; those of bodies are bodies. Raises ``KgError`` naming the kinds."""
    for name in KIND_NAMES:
        if name == text.strip().casefold():
            return name
    raise KgError(f"There is no kind of fact '{text}'; there are: {', '.join(KIND_NAMES)}.")


def ask_fields(kind: KindName) -> dict[str, str]:
    """Ask for every field of a new fact; those that it must have until they are given."""
    return dict(_asked(KINDS[kind]))


def _asked(kind: FactKind) -> Iterable[tuple[str, str]]:
    for name, known in kind.fields.items():
        if text := _ask_one(name, known):
            yield name, text


def _ask_one(name: str, known: Field) -> str:
    if known.required:
        return ask(f"{name} ({known.allowed})")
    return ask_or_nothing(f"{name} ({known.allowed}; Enter for none)")
