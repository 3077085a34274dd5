"""Every rule that links entries, by name: those of cases, then those of campaigns."""

from collections.abc import Iterable, Mapping
from typing import Any

from ingest.errors import KgError
from kg.decisions.journal import Lost
from kg.decisions.judgements import Judgement
from kg.identity.cases.rules import CASE_STAGES
from kg.identity.links import LinkRule

RULES: Mapping[str, LinkRule[Any]] = {rule.name: rule for stage in CASE_STAGES for rule in stage.rules}


def find_lost(judgements: Iterable[Judgement]) -> list[Lost]:
    """Decisions that refuse a link of a rule that is no more."""
    gone = (judgement for judgement in judgements if judgement.link and judgement.link not in RULES)
    return [Lost(judgement.decision, f"there is no rule {judgement.link}") for judgement in gone]


def find_rule(name: str) -> LinkRule[Any]:
    """The rule of a name. Raises ``KgError`` where there is none."""
    if name not in RULES:
        raise KgError(f"There is no rule {name}. The rules are: {', '.join(sorted(RULES))}.")
    return RULES[name]
