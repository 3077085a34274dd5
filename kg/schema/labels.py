"""The words of the vocabulary in a language that people read: ``labels.en.yaml``, ``labels.ru.yaml``."""

from functools import cache
from importlib import resources
from typing import Literal, get_args

import msgspec

from ingest.errors import LexiconError
from ingest.yaml_text import parse_yaml
from kg.schema.schema import Schema, load_schema

Language = Literal["en", "ru"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


class Labels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A label for every kind, property, list of values and value; ``values`` has one table for each list."""

    nodes: dict[str, str]
    relationships: dict[str, str]
    properties: dict[str, str]
    lists: dict[str, str]
    values: dict[str, dict[str, str]]


@cache
def load_labels(language: Language) -> Labels:
    """Read one language. Raises ``LexiconError`` naming the file and what is missing from it, or unknown."""
    name = f"kg/schema/labels.{language}.yaml"
    text = resources.files("kg.schema").joinpath(f"labels.{language}.yaml").read_text(encoding="utf-8")
    try:
        labels = msgspec.convert(parse_yaml(text), Labels)
    except msgspec.ValidationError as error:
        raise LexiconError(f"{name}: {error}.") from None
    for problem in find_problems(labels, load_schema()):
        raise LexiconError(f"{name}: {problem}.")
    return labels


def find_problems(labels: Labels, schema: Schema) -> list[str]:
    """What of the schema has no label, and which labels are of nothing in it."""
    properties = {
        name
        for kinds in (schema.nodes.values(), schema.relationships.values())
        for kind in kinds
        for name in kind.properties
    }
    problems = _compare("nodes", set(labels.nodes), set(schema.nodes))
    problems += _compare("relationships", set(labels.relationships), set(schema.relationships))
    problems += _compare("properties", set(labels.properties), properties)
    problems += _compare("lists", set(labels.lists), set(schema.values))
    problems += _compare("values", set(labels.values), set(schema.values))
    for name, values in schema.values.items():
        problems += _compare(f"values of {name}", set(labels.values.get(name, {})), set(values))
    return problems


def _compare(what: str, given: set[str], known: set[str]) -> list[str]:
    missing, unknown = sorted(known - given), sorted(given - known)
    return [
        *([f"{what}: no label for {', '.join(missing)}; add a line for each"] if missing else []),
        *([f"{what}: {', '.join(unknown)} not in kg/schema.yaml; correct or remove the line"] if unknown else []),
    ]
