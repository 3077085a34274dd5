"""Every rule that links entries, by name: those of cases, then those of campaigns."""

from collections.abc import Iterable, Mapping
from typing import Any

from ingest.errors import KgError
from kg.decisions.journal import Lost
from kg.decisions.judgements import Judgement
from kg.identity.campaigns.rules import CAMPAIGN_STAGES
from kg.identity.cases.rules import CASE_STAGES
from kg.identity.links import LinkKind, LinkRule, Stage

STAGES: Mapping[LinkKind, tuple[Stage[Any, Any], ...]] = {"Case": CASE_STAGES, "Campaign": CAMPAIGN_STAGES}
"""The stages of rules by what they make one."""

RULES: Mapping[str, LinkRule[Any, Any]] = {
    rule.name: rule for stages in STAGES.values() for stage in stages for rule in stage.rules
}


def find_lost(judgements: Iterable[Judgement]) -> list[Lost]:
    """Decisions that refuse a link of a rule that is no more."""
    gone = (judgement for judgement in judgements if judgement.link and judgement.link not in RULES)
    return [Lost(judgement.decision, f"there is no rule {judgement.link}") for judgement in gone]


def find_rule(name: str) -> LinkRule[Any, Any]:
    """The rule of a name. Raises ``KgError`` if there is none."""
    if name not in RULES:
        raise KgError(f"There is no rule {name}. The rules are: {', '.join(sorted(RULES))}.")
    return RULES[name]


def kind_of_rule(name: str) -> LinkKind:
    """What a rule makes one: cases or campaigns. Raises ``KgError`` if there is no such rule."""
    rule = find_rule(name)
    return next(kind for kind, stages in STAGES.items() if any(rule in stage.rules for stage in stages))
