"""Every rule that scores two people: in one registry, each with a name and a sentence of its own."""

from kg.identity.people.scores import rules
from kg.identity.people.scores.rules import SCORE_RULES, ScoreRule

REGISTERED = [rule for of_group in SCORE_RULES.values() for rule in of_group]


def test_every_rule_is_registered_once() -> None:
    declared = {value for value in vars(rules).values() if isinstance(value, ScoreRule)} | set(rules.NAMES.values())
    assert set(REGISTERED) == declared
    assert len(REGISTERED) == len(declared) == len({rule.name for rule in REGISTERED})
    assert all(rule.about.endswith(".") for rule in REGISTERED)
