"""The rules of the portable dialect: what not to write, what to write instead, and how it is found.

A rule finds places in a query; ``check`` turns them into lines. Each rule comes from a question that the two engines
answered differently (``tests/conformance``); a new one has to be shown there too.
"""

from queries.dialect.rules import (
    conditions,
    expressions,
    optional_matches,
    orders,
    paths,
    patterns,
    projections,
    spelling,
)
from queries.dialect.rules.rule import Rule

__all__ = ["RULES", "Rule"]

RULES: tuple[Rule, ...] = (
    *expressions.RULES,
    *orders.RULES,
    *projections.RULES,
    *patterns.RULES,
    *paths.RULES,
    *conditions.RULES,
    *optional_matches.RULES,
    *spelling.RULES,
)
