"""What ``docker-compose.yml`` says, read as Compose and the image of Neo4j read it."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
COMPOSE = ROOT / "docker-compose.yml"

# ${NAME:-otherwise} and ${NAME:?what to say}: the two forms of Compose's interpolation that the file uses.
_VARIABLE = re.compile(r"\$\{(\w+):([-?])([^}]*)\}")
_ODD = re.compile(r"\$(?!\{\w+:[-?][^}]*\})")

# Variables of the image's entrypoint that are no settings.
_CONTROLS = {"NEO4J_AUTH"}


class Missing(Exception):
    """A variable that has to be set is not; the message is the file's own."""


def interpolate(text: str, environment: Mapping[str, str]) -> str:
    """A text of the file with its variables filled in; one that is empty counts as unset (the colon says so)."""
    assert not _ODD.search(text), f"another form of interpolation: {text}"

    def value(found: re.Match[str]) -> str:
        name, kind, rest = found.groups()
        if environment.get(name):
            return environment[name]
        if kind == "?":
            raise Missing(rest)
        return rest

    return _VARIABLE.sub(value, text)


def services() -> dict[str, Any]:
    """The services as they stand, variables not filled in."""
    found: dict[str, Any] = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))["services"]
    return found


def settings() -> dict[str, str]:
    """Every setting of Neo4j in the file, by its own name.

    As the image's entrypoint does it: ``_`` is a dot, ``__`` an underscore.
    """
    environment = services()["neo4j"]["environment"]
    return {
        name.removeprefix("NEO4J_").replace("_", ".").replace("..", "_"): str(value)
        for name, value in environment.items()
        if name not in _CONTROLS
    }
