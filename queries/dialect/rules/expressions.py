"""Rules for expressions: what is beside an aggregate, a CASE or a counting subquery."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.schema.schema import NodeKind, RelationshipKind, load_schema
from queries.dialect.functions import Call, aggregates_in, calls_in
from queries.dialect.rules.rule import Rule
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
        if (counting or chosen) and query.is_projected(place) and stands[place]:
            yield place


def aggregates_beside_functions(query: Query) -> Iterator[int]:
    """Aggregates with a call beside them that has none of them around or inside it."""
    aggregates = aggregates_in(query)
    starts = [call.start for call in aggregates]
    within = _within(query, {call.bracket for call in aggregates})
    item_of = _projected_items(query)
    # The first aggregate of each item.
    first = {item_of[start]: start for start in reversed(starts) if start in item_of and not within[start]}
    beside = (call for call in calls_in(query) if not within[call.start] and not _stands_apart(query, call, starts))
    found = {item_of[call.start] for call in beside if item_of.get(call.start) in first}
    return (first[item] for item in sorted(found))


def _projected_items(query: Query) -> dict[int, int]:
    """Each place of a WITH or RETURN with the first place of its item."""
    projecting = [clause for clause in query.clauses if clause.keyword in ("WITH", "RETURN")]
    return {i: item.start for clause in projecting for item in query.items(clause) for i in item}


def _stands_apart(query: Query, call: Call, aggregates: Sequence[int]) -> bool:
    """Whether a call has nothing of the row in it, an aggregate (by their places in order), or goes through a list."""
    end = query.partner.get(call.bracket, call.bracket)
    if bisect_left(aggregates, call.start) < bisect_left(aggregates, end):
        return True
    return end <= call.bracket + 1 or any(_goes_through(query, bracket) for bracket in query.around(call.start))


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
    having = {query.operands[i] for i in range(len(query.tokens)) if _is_operator(query, i, words)}
    stands: list[bool] = []
    for i, bracket in enumerate(query.inside):
        outer = bracket >= 0 and not query.is_subquery(bracket) and stands[bracket]
        stands.append(outer or query.operands[i] in having)
    return stands


def _is_operator(query: Query, place: int, words: frozenset[str]) -> bool:
    """Whether a place holds one of some operators; ``=~`` is one of those that test."""
    if query.keyword(place) in words:
        return not _takes_from_a_list(query, place)
    return words >= _TESTING and query.has_signs(place, "=~")


def _goes_through(query: Query, bracket: int) -> bool:
    """Whether a bracket goes through a list: what is in it is not of the row."""
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


RULES = (
    Rule(
        "aggregate-in-logic",
        "an aggregate inside AND, OR, XOR, NOT, IN, IS NULL, STARTS WITH, ENDS WITH, CONTAINS or =~",
        "put it into a WITH first: `WITH p, count(c) AS n RETURN n > 1 AND …`",
        "the embedded engine does not aggregate there, silently",
        aggregates_in_logic,
    ),
    Rule(
        "case-in-logic",
        "CASE or COUNT { } inside AND, OR, XOR or NOT in a WITH or RETURN",
        "give it a name in a WITH first: `WITH p, COUNT { (p)-[:FACES]->() } AS n RETURN n > 1 AND …`",
        "the embedded engine gets the comparison wrong, silently; in a WHERE it does not",
        values_in_logic,
    ),
    Rule(
        "aggregate-beside-function",
        "an aggregate in one expression with another function",
        "put the aggregate, or the function's value, into a WITH first",
        "the embedded engine refuses it",
        aggregates_beside_functions,
    ),
    Rule(
        "aggregate-in-order",
        "an aggregate in ORDER BY",
        "give it a name with AS and order by the name",
        "the embedded engine does not order, silently, or Neo4j refuses it",
        aggregates_in_order,
    ),
    Rule(
        "average",
        "avg() without round()",
        "`round(avg(x), 6)`",
        "the last digit differs: the engines add up differently",
        averages,
    ),
    Rule(
        "percentile",
        "percentileCont() of a whole number",
        "`percentileCont(toFloat(x), 0.5)`",
        "the engines answer with a decimal, or with a whole number",
        percentiles,
    ),
    Rule(
        "round-to-nothing",
        "round(x, 0)",
        "`round(x)`",
        "a half below zero is rounded up by one engine and down by the other",
        roundings_to_nothing,
    ),
    Rule(
        "text-and-truth",
        "true or false added to a text",
        "`toString(x)`",
        "Neo4j refuses it",
        truth_added,
    ),
    Rule(
        "reverse-list",
        "reverse() of a list in the graph",
        "`reverse([x IN n.names | x])`",
        "Neo4j ends with an error",
        lists_reversed,
    ),
)
