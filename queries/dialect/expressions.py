"""Traps inside expressions: what stands beside an aggregate, a CASE or a counting subquery."""

from bisect import bisect_left
from collections.abc import Iterator

from kg.schema.schema import NodeKind, RelationshipKind, load_schema
from queries.dialect.functions import aggregates_in, calls_in
from queries.dialect.tokens import Query

_JOINING = frozenset({"AND", "OR", "XOR", "NOT"})
_TESTING = frozenset({"IN", "IS", "STARTS", "ENDS", "CONTAINS"})
EVIDENCE = frozenset({"entries", "spans"})
"""The lists that every relationship between two real-world things has."""

_QUANTIFIERS = frozenset({"ALL", "ANY", "NONE", "SINGLE"})


def aggregates_in_logic(query: Query) -> Iterator[int]:
    """Aggregates with a logical operator in any expression around them."""
    stands = _stands_in(query, _JOINING | _TESTING)
    return (call.start for call in aggregates_in(query) if stands[call.start])


def values_in_logic(query: Query) -> Iterator[int]:
    """CASE and counting subqueries joined with AND, OR, XOR, NOT outside a WHERE."""
    stands = _stands_in(query, _JOINING)
    for place, keyword in enumerate(query.keywords):
        counting = keyword == "COUNT" and query.is_subquery(place + 1)
        chosen = keyword == "CASE" and place in query.partner
        clause = query.clause_of(place)
        projected = clause is not None and clause.keyword in ("WITH", "RETURN", "ORDER", "UNWIND")
        if (counting or chosen) and projected and stands[place]:
            yield place


def counts_in_optional(query: Query) -> Iterator[int]:
    """Counting subqueries and lists of patterns in the WHERE of an OPTIONAL MATCH."""
    for place, keyword in enumerate(query.keywords):
        clause = query.clause_of(place)
        counts = keyword in ("COUNT", "COLLECT") and query.is_subquery(place + 1)
        after = query.partner.get(place + 1, place)
        lists = query.is_sign(place, "[") and query.is_sign(place + 1, "(")
        lists = lists and (query.is_sign(after + 1, "-") or query.is_sign(after + 1, "<"))
        if not (counts or lists) or clause is None or clause.keyword != "WHERE":
            continue
        if clause.before >= 0 and query.is_optional(query.clauses[clause.before]):
            yield place


def aggregates_beside_functions(query: Query) -> Iterator[int]:
    """Aggregates with a call beside them that has none of them around or inside it."""
    aggregates = aggregates_in(query)
    starts = [call.start for call in aggregates]
    within = _within(query, {call.bracket for call in aggregates})
    projecting = [clause for clause in query.clauses if clause.keyword in ("WITH", "RETURN")]
    item_of = {i: item.start for clause in projecting for item in query.items(clause) for i in item}
    # The first aggregate of each item.
    first = {item_of[start]: start for start in reversed(starts) if start in item_of and not within[start]}
    found = set()
    for call in calls_in(query):
        end = query.partner.get(call.bracket, call.bracket)
        holds_one = bisect_left(starts, call.start) < bisect_left(starts, end)
        free = end <= call.bracket + 1 or any(_goes_through(query, b) for b in query.around(call.start))
        if not (holds_one or free or within[call.start]) and item_of.get(call.start) in first:
            found.add(item_of[call.start])
    return (first[item] for item in sorted(found))


def aggregates_in_order(query: Query) -> Iterator[int]:
    """Aggregates in an ORDER BY."""
    for call in aggregates_in(query):
        clause = query.clause_of(call.start)
        if clause and clause.keyword == "ORDER":
            yield call.start


def averages(query: Query) -> Iterator[int]:
    """``avg`` that is not the first thing in a ``round``."""
    for call in aggregates_in(query):
        rounded = query.is_sign(call.start - 1, "(") and query.keyword(call.start - 2) == "ROUND"
        if call.name == "avg" and not rounded:
            yield call.start


def percentiles(query: Query) -> Iterator[int]:
    """``percentileCont`` of what is not surely a decimal."""
    for call in aggregates_in(query):
        first = call.bracket + 1 + (query.keyword(call.bracket + 1) == "DISTINCT")
        if call.name == "percentilecont" and query.keyword(first) != "TOFLOAT":
            yield call.start


def roundings_to_nothing(query: Query) -> Iterator[int]:
    """``round(x, 0)``."""
    for call in calls_in(query):
        end = query.partner.get(call.bracket, 0)
        if call.name == "round" and query.is_sign(end - 2, ",") and query.value(end - 1) == "0":
            yield call.start


def truth_added(query: Query) -> Iterator[int]:
    """``'x' + true`` and ``true + 'x'``."""
    for place in range(len(query.tokens)):
        if query.is_sign(place, "+") and {query.keyword(place - 1), query.keyword(place + 1)} & {"TRUE", "FALSE"}:
            yield place


def lists_reversed(query: Query) -> Iterator[int]:
    """``reverse(n.names)``, where a property of that name is a list."""
    schema = load_schema()
    kinds: list[NodeKind | RelationshipKind] = [*schema.nodes.values(), *schema.relationships.values()]
    lists = {name for kind in kinds for name, declared in kind.properties.items() if declared.type == "strings"}
    for call in calls_in(query):
        end = query.partner.get(call.bracket, 0)
        if call.name == "reverse" and query.is_sign(end - 2, ".") and query.value(end - 1) in lists | EVIDENCE:
            yield call.start


def _stands_in(query: Query, words: frozenset[str]) -> list[bool]:
    """For each place, whether an expression around it, up to its clause, has one of the operators at its own level."""
    having = {
        query.operands[i]
        for i, keyword in enumerate(query.keywords)
        if (keyword in words and not _takes_from_a_list(query, i))
        or ("IN" in words and query.is_sign(i, "=") and query.is_sign(i + 1, "~"))
    }
    stands: list[bool] = []
    for i, bracket in enumerate(query.inside):
        outer = bracket >= 0 and not query.is_subquery(bracket) and stands[bracket]
        stands.append(outer or query.operands[i] in having)
    return stands


def _goes_through(query: Query, bracket: int) -> bool:
    """Whether a bracket goes through a list: what stands in it is not of the row."""
    return query.is_sign(bracket, "[") or query.keyword(bracket - 1) in _QUANTIFIERS | {"REDUCE"}


def _within(query: Query, brackets: set[int]) -> list[bool]:
    """For each place, whether one of some brackets is around it."""
    within: list[bool] = []
    for bracket in query.inside:
        within.append(bracket >= 0 and (bracket in brackets or within[bracket]))
    return within


def _takes_from_a_list(query: Query, place: int) -> bool:
    """Whether an IN belongs to ``[x IN list …]``, ``any(x IN list …)`` or ``reduce(a = 0, x IN list | …)``."""
    if query.keyword(place) != "IN" or place < 2:
        return False
    if query.is_sign(place - 2, "["):
        return True
    bracket = query.inside[place]
    if bracket < 0 or not query.is_sign(bracket, "("):
        return False
    called = query.keyword(bracket - 1)
    if called == "REDUCE":
        return query.is_sign(place - 2, ",")
    return called in _QUANTIFIERS and bracket == place - 2
