"""No two rows of a saved query are level in its order: which of them comes first would be each engine's own.

That is read from the text. The last ORDER BY, and each before a LIMIT, ends in the key of a node, and the last one has
the key of every node whose key stands alone in a column, but for one that a parameter gives. ``UNIQUE`` has the orders
that end in something else, with what no two rows share.
"""

from collections.abc import Iterator, Sequence

import pytest

from kg.schema.schema import load_schema
from queries.catalogue import SavedQuery, load_queries
from queries.dialect.tokens import Clause, Query

OURS = {name: query for name, query in load_queries().items() if not query.is_python}
KEYS = frozenset(kind.key for kind in load_schema().nodes.values())
UNIQUE = {
    "accounts_that_disagree": ("pair",),
    "acts_by_month": ("month", "times", "what"),
    "articles_together": ("articles",),
    "before_and_after": ("what",),
    "complaints_by_facility": ("year", "what", "facility", "town"),
    "how_connected": ("steps", "ties", "through", "acts", "evidence"),
    "new_and_known": ("month", "what"),
    "organisations_sharing_people": ("pair",),
    "path_through_system": ("event", "as_whom"),
    "person_by_date": ("id", "as_whom"),
    "publishers": ("publisher",),
    "revolving_door": ("person", "taken"),
    "shared_custody": ("person", "facility", "told_by"),
}


@pytest.mark.parametrize("query", OURS.values(), ids=OURS)
def test_the_order_of_rows_is_total(query: SavedQuery) -> None:
    parsed = Query(query.cypher)
    *cuts, last = orders_that_count(parsed)
    returned = returned_keys(parsed)
    names = [text(parsed, item) for item in ordered_by(parsed, last)]
    unique = UNIQUE.get(query.name, ("",))
    assert names[-1] in returned or is_key(names[-1]) or tuple(names[-len(unique) :]) == unique
    for name in returned.keys() - query.header.parameters.keys():
        expression = returned[name]
        assert {name, expression} & set(names), f"{query.name} returns {name} and does not order by it"
    for cut in cuts:
        end = text(parsed, ordered_by(parsed, cut)[-1])
        assert is_key(end) or end in unique, f"{query.name} cuts rows ordered by {end}"


def test_every_exception_is_of_a_query_that_there_is() -> None:
    assert set(UNIQUE) <= set(OURS)


def orders_that_count(query: Query) -> list[Clause]:
    """Each ORDER BY before a LIMIT outside all brackets, and the last one."""
    outside = [clause for clause in query.clauses if clause.inside < 0]
    pairs = zip(outside, [*outside[1:], None], strict=True)
    return [first for first, after in pairs if first.keyword == "ORDER" and (after is None or after.keyword == "LIMIT")]


def ordered_by(query: Query, clause: Clause) -> list[Sequence[int]]:
    """What an ORDER BY orders by, without directions."""
    return [places(query, item) for item in query.items(clause)]


def places(query: Query, item: Sequence[int]) -> Sequence[int]:
    kept = [i for i in item if query.keyword(i) not in ("BY", "ASC", "DESC")]
    assert kept
    return kept


def returned_keys(query: Query) -> dict[str, str]:
    """The columns that hold one node's key each, with the expression."""
    last = [clause for clause in query.clauses if clause.keyword == "RETURN" and clause.inside < 0][-1]
    return dict(_keys(query, last))


def _keys(query: Query, clause: Clause) -> Iterator[tuple[str, str]]:
    for item in query.items(clause):
        if len(item) == 5 and query.keyword(item[3]) == "AS" and is_key(text(query, item[:3])):
            yield query.value(item[4]), text(query, item[:3])


def text(query: Query, item: Sequence[int]) -> str:
    return "".join(query.value(i) for i in item)


def is_key(expression: str) -> bool:
    """Whether an expression is the key of a variable's node, such as ``p.id``."""
    return expression.partition(".")[2] in KEYS
