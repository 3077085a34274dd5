"""Examples of the rules that score two people: entries in the words of a report, and whether a rule counts for them."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from kg.explain.rule_examples import load_file

FILE = Path(__file__).parents[1] / "identity" / "people" / "scores" / "examples.yaml"


class TwoPeople(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The entries of one person, those of another, and those that name further people."""

    a: tuple[str, ...]
    b: tuple[str, ...]
    others: tuple[str, ...] = ()


class ScoreExamples(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The examples of one rule; ``country`` is the pack that reads them."""

    counts: tuple[TwoPeople, ...]
    does_not_count: tuple[TwoPeople, ...]
    country: str = "velmoria"


@cache
def load_score_examples() -> Mapping[str, ScoreExamples]:
    """The examples of every rule, by its name. Raises ``LexiconError`` naming file and mistake."""
    return load_file(FILE, dict[str, ScoreExamples])
