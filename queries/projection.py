"""A query without a column that nobody asked for, and without the calls that only gather it.

Gathering the words that rows rest on often takes most of the time, and a table does not show them.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from queries.dialect.functions import aggregates_in
from queries.dialect.tokens import Query


@dataclass(frozen=True)
class _Call:
    """A ``CALL (x) { … }`` that answers with one row: its places, and the names of what it returns."""

    places: range
    names: frozenset[str]


@cache
def without_column(cypher: str, column: str) -> str:
    """The query with the same rows and without one column of its last RETURN.

    A ``CALL (x) { … }`` outside all brackets goes with it if it returns aggregates alone, and so one row, and nothing
    uses these any more. Line breaks stay, so that an error names the right line. A query is unchanged where it has no
    such column, where there would be other rows without it, or where it is used elsewhere, for example in the ORDER BY.
    Raises ``QueryRefused``.
    """
    query = Query(cypher)
    returned = _last_return(query)
    item = next((item for item in returned[1:] if _name_of(query, item) == column), None)
    if item is None or not _keeps_rows(query, returned, item):
        return cypher
    # With the comma before it.
    left_out = [range(item.start - 1, item.stop)]
    for call in reversed(list(_calls_of_one_row(query))):
        if not any(_is_used(query, name, (*left_out, call.places)) for name in call.names):
            left_out.append(call.places)
    return cypher if _is_used(query, column, left_out) else _blanked(query, cypher, left_out)


def _last_return(query: Query) -> Sequence[range]:
    """The items of the last RETURN outside all brackets."""
    clauses = [clause for clause in query.clauses if clause.keyword == "RETURN" and clause.inside < 0]
    return list(query.items(clauses[-1])) if clauses else ()


def _keeps_rows(query: Query, returned: Sequence[range], item: range) -> bool:
    """Whether there are as many rows without one of the values: it is no part of what makes rows distinct or groups."""
    places = [call.start for call in aggregates_in(query)]
    aggregating = {one: any(place in one for place in places) for one in returned}
    others = any(aggregating[one] for one in returned if one is not item)
    whole = not any(clause.keyword == "UNION" and clause.inside < 0 for clause in query.clauses)
    return whole and query.keyword(returned[0].start) != "DISTINCT" and aggregating[item] == others


def _name_of(query: Query, item: range) -> str:
    """The name of what is returned; empty for an expression without AS."""
    return query.name(item[-1]) if len(item) == 1 or query.keyword(item[-2]) == "AS" else ""


def _calls_of_one_row(query: Query) -> Iterator[_Call]:
    """The calls outside all brackets that return aggregates alone, in their order."""
    aggregates = {call.start for call in aggregates_in(query)}
    for clause in query.clauses:
        if clause.keyword == "CALL" and clause.inside < 0 and query.is_sign(clause.start + 1, "("):
            brace = query.partner[clause.start + 1] + 1
            if items := _returned_in(query, brace, aggregates):
                names = frozenset(_name_of(query, item) for item in items)
                yield _Call(range(clause.start, query.partner[brace] + 1), names)


def _returned_in(query: Query, brace: int, aggregates: Container[int]) -> Sequence[range]:
    """What a subquery returns, if it has one RETURN, of aggregates alone."""
    returns = [clause for clause in query.clauses if clause.keyword == "RETURN" and clause.inside == brace]
    items = list(query.items(returns[0])) if len(returns) == 1 else []
    return items if all(item.start in aggregates for item in items) else ()


def _is_used(query: Query, name: str, left_out: Sequence[range]) -> bool:
    """Whether a name stands anywhere but in what is left out; a property of that name does not count."""
    return any(
        token.name == name and not query.is_sign(i - 1, ".") and not any(i in places for places in left_out)
        for i, token in enumerate(query.tokens)
    )


def _blanked(query: Query, cypher: str, left_out: Sequence[range]) -> str:
    """The text without some tokens and without what stands between them, but for line breaks."""
    kept, reached = "", 0
    for places in sorted(left_out, key=lambda places: places.start):
        first, last = query.tokens[places[0]], query.tokens[places[-1]]
        end = last.start + len(last.value)
        kept += cypher[reached : first.start] + "\n" * cypher.count("\n", first.start, end)
        reached = end
    return kept + cypher[reached:]
