"""Fields of a fact from the command line, or asked for one by one."""

from collections.abc import Iterable, Mapping, Sequence

import click

from ingest.errors import KgError
from kg.cli.output import ask, ask_or_nothing, print_line, say
from kg.corrections.fields import Field
from kg.corrections.kinds.fact import Fact
from kg.corrections.kinds.kind import KIND_NAMES, FactKind, KindName
from kg.corrections.kinds.registry import KINDS
from kg.entries.mentions import BODY_LABELS


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


def ask_kind() -> tuple[KindName, dict[str, str]]:
    """Ask what kind of fact it is; see :func:`read_kind`."""
    while True:
        try:
            return read_kind(ask(f"Kind ({', '.join(KIND_NAMES)})"))
        except KgError as error:
            say(str(error))


def read_kind(text: str) -> tuple[KindName, dict[str, str]]:
    """A kind of fact by its name, and the fields that the name gives: a court is a body of kind court.

    Raises ``KgError`` naming the kinds.
    """
    wanted = text.strip().casefold()
    if wanted in BODY_LABELS:
        return "body", {"kind": wanted}
    for name in KIND_NAMES:
        if name == wanted:
            return name, {}
    raise KgError(f"There is no kind of fact '{text}'; there are: {', '.join(KIND_NAMES)}.")


def ask_fields(kind: KindName, known: Mapping[str, str]) -> dict[str, str]:
    """Ask for every field of a new fact but those known; those that it must have until they are given."""
    return {**known, **dict(_asked(KINDS[kind], known))}


def _asked(kind: FactKind, known: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    for name, field in kind.fields.items():
        if name not in known and (text := _ask_one(name, field)):
            yield name, text


def _ask_one(name: str, known: Field) -> str:
    if known.required:
        return ask(f"{name} ({known.allowed})")
    return ask_or_nothing(f"{name} ({known.allowed}; Enter for none)")
