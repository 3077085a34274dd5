"""A trial does one kind of harm, and says what fell short."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.torture.commands import Runner

Run = Callable[[Path, Runner], list[str]]


@dataclass(frozen=True)
class Trial:
    """One trial: ``run`` gets an empty folder and gives a sentence for each thing that fell short.

    ``in_ci`` trials are the selection that the suite runs; all of them run with ``make torture``.
    """

    area: str
    name: str
    run: Run
    in_ci: bool = False


def differences(found: dict[str, Any], wanted: dict[str, Any], keys: Sequence[str]) -> str:
    """What differs between two states, short enough for a table."""
    if "problems" not in found:
        return str(found)[:400]
    named = [f"{k} {found.get(k)} instead of {wanted.get(k)}" for k in keys if found.get(k) != wanted.get(k)]
    return "; ".join(named)[:400]
