"""Whether two stores answer a question alike."""

import math
from collections.abc import Mapping
from typing import Any

from kg.stores import Rows, Store
from queries.dialect.tokens import Query

# A decimal that was computed may differ in its last digits (queries/README.md).
CLOSE = 1e-12


def ask_both(
    first: Store, second: Store, cypher: str, parameters: Mapping[str, Any] | None = None
) -> tuple[Rows, Rows]:
    """Both answers to one question."""
    return first.query(cypher, parameters), second.query(cypher, parameters)


def difference(first: Rows, second: Rows, ordered: bool) -> str:
    """The first thing in which two answers differ; empty if they do not.

    Rows are compared in their order where the question orders them, otherwise as a bag. Columns count without rows too.
    """
    if first.cut != second.cut or len(first.rows) != len(second.rows):
        return f"{len(first.rows)} rows and {len(second.rows)}"
    if first.columns != second.columns:
        return f"columns {first.columns} and {second.columns}"
    pairs = zip(
        first.rows if ordered else sorted(first.rows, key=repr),
        second.rows if ordered else sorted(second.rows, key=repr),
        strict=True,
    )
    for n, (a, b) in enumerate(pairs):
        if not same(a, b):
            return f"row {n}: {a!r} and {b!r}"
    return ""


def same(a: Any, b: Any) -> bool:
    """Whether two values are equal in type and value; decimals to the twelfth digit, NaN being itself."""
    if isinstance(a, list | tuple) and isinstance(b, list | tuple):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    if isinstance(a, float) and isinstance(b, float):
        return math.isclose(a, b, rel_tol=CLOSE, abs_tol=CLOSE) or (math.isnan(a) and math.isnan(b))
    return type(a) is type(b) and bool(a == b)


def is_ordered(cypher: str) -> bool:
    """Whether the last clauses of a question order its rows."""
    outside = [clause.keyword for clause in Query(cypher).clauses if clause.inside < 0]
    while outside and outside[-1] in ("LIMIT", "SKIP", "OFFSET"):
        outside.pop()
    return bool(outside) and outside[-1] == "ORDER" and "UNION" not in outside
