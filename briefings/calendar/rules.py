"""The rules by which something comes due, from ``rules.yaml``, which explains them."""

from functools import cache
from pathlib import Path

import msgspec

from ingest.vocabulary import ActType, SanctionKind
from ingest.yaml_text import parse_yaml

STRIKE, PRISONER = "hunger_strike_open", "prisoner_not_named"
"""The rules of states that have no end of their own."""


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule: the heading of its lines, and what it looks at."""

    about: str
    sanctions: tuple[SanctionKind, ...] = ()
    acts: tuple[ActType, ...] = ()
    days: int = 0


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All rules by name, in the order in which they are shown, and the words that end a hunger strike."""

    rules: dict[str, Rule]
    ending: tuple[str, ...]

    def of_sanction(self, kind: str) -> str | None:
        """The name of the rule for a kind of sanction."""
        return next((name for name, rule in self.rules.items() if kind in rule.sanctions), None)

    def of_act(self, type: str) -> str | None:
        """The name of the rule for a type of act."""
        return next((name for name, rule in self.rules.items() if type in rule.acts), None)


@cache
def load_rules() -> Rules:
    """The rules. Raises ``msgspec.ValidationError`` for a kind that the vocabulary does not have."""
    text = Path(__file__).with_name("rules.yaml").read_text(encoding="utf-8")
    return msgspec.convert(parse_yaml(text), Rules)
