"""Rules for what is in no order: collected lists, keys, rows that are cut."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.schema.schema import load_schema
from queries.dialect.functions import Call, aggregates_in, calls_in
from queries.dialect.rules.rule import Rule
from queries.dialect.tokens import Clause, Query
from queries.header import SORTED


def unordered_collections(query: Query) -> Iterator[int]:
    """``collect`` whose argument the clause before does not order, and whose list is not only unwound again."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, token in enumerate(query.tokens):
        places[token.name].append(i)
    for call in aggregates_in(query):
        if call.name != "collect" or _is_taken_apart(query, call, places) or _is_sorted_later(query, call, places):
            continue
        clause = query.clause_of(call.start)
        end = query.partner.get(call.bracket, len(query.tokens))
        first = call.bracket + 1 + (query.keyword(call.bracket + 1) == "DISTINCT")
        if clause and not _orders(query, _order_before(query, clause), range(first, end)):
            yield call.start


def unordered_keys(query: Query) -> Iterator[int]:
    """``keys`` whose result is not unwound or searched."""
    for call in calls_in(query):
        if call.name == "keys" and query.keyword(call.start - 1) not in ("UNWIND", "IN"):
            yield call.start


def unordered_cuts(query: Query) -> Iterator[int]:
    """LIMIT, SKIP and OFFSET of rows that are in no order."""
    for clause in query.clauses:
        if clause.keyword not in ("LIMIT", "SKIP", "OFFSET"):
            continue
        before = _before(query, clause, ("LIMIT", "SKIP", "OFFSET"))
        if before is None or before.keyword != "ORDER":
            yield clause.start


def _is_taken_apart(query: Query, call: Call, places: Mapping[str, Sequence[int]]) -> bool:
    """Whether a call has a name (AS), and all that follows that name is UNWIND, CALL that takes it along, or WITH.

    In a WITH it may also be that nothing uses the name.
    """
    named = query.partner.get(call.bracket, len(query.tokens)) + 2
    if query.keyword(named - 1) != "AS" or named >= len(query.tokens):
        return False
    used = [i for i in places[query.tokens[named].name] if i != named]
    clause = query.clause_of(call.start)
    if not used:
        return clause is not None and clause.keyword == "WITH"
    return all(_is_unwound(query, i) or _is_passed_on(query, i) for i in used)


def _is_sorted_later(query: Query, call: Call, places: Mapping[str, Sequence[int]]) -> bool:
    """Whether a call is the first of a RETURN, by a name that ``queries.execute`` sorts, and only returned."""
    named = query.partner.get(call.bracket, len(query.tokens)) + 2
    clause = query.clause_of(call.start)
    if clause is None or clause.keyword != "RETURN" or call.start != clause.start + 1 or named >= len(query.tokens):
        return False
    name = query.tokens[named].name
    return name in SORTED and all(_is_returned(query, i) for i in places[name] if i != named)


def _is_unwound(query: Query, place: int) -> bool:
    """Whether a list is unwound at a place, or taken along into a subquery."""
    return query.keyword(place - 1) == "UNWIND" or query.keyword(query.inside[place] - 1) == "CALL"


def _is_returned(query: Query, place: int) -> bool:
    """Whether a name is returned as it is, or given to what is."""
    clause = query.clause_of(place)
    if clause is None or clause.keyword != "RETURN":
        return False
    return any(place == item[-1] for item in query.items(clause))


def _is_passed_on(query: Query, place: int) -> bool:
    """Whether a place is an item of a WITH that computes nothing: one with DISTINCT or an aggregate compares lists."""
    clause = query.clause_of(place)
    if clause is None or clause.keyword != "WITH" or query.keyword(clause.start + 1) == "DISTINCT":
        return False
    if any(call.start in range(clause.start, clause.end) for call in aggregates_in(query)):
        return False
    return range(place, place + 1) in query.items(clause)


def _order_before(query: Query, clause: Clause) -> Clause | None:
    """The ORDER BY of the WITH just before a clause."""
    before = _before(query, clause, ("WHERE", "LIMIT", "SKIP", "OFFSET"))
    return before if before and before.keyword == "ORDER" else None


def _before(query: Query, clause: Clause, passing: Sequence[str]) -> Clause | None:
    """The clause before one in the same bracket, some kinds passed over."""
    number = clause.before
    while number >= 0 and query.clauses[number].keyword in passing:
        number = query.clauses[number].before
    return query.clauses[number] if number >= 0 else None


def _orders(query: Query, order: Clause | None, argument: range) -> bool:
    """Whether rows that an ORDER BY leaves level have the same value of an argument.

    They do where it orders by the argument itself, or by every variable in it, or by that variable's key.
    """
    if order is None:
        return False
    by = {_text(query, _without_direction(query, item)) for item in query.items(order)}
    if _text(query, argument) in by:
        return True
    keys = {kind.key for kind in load_schema().nodes.values()}
    variables = [i for i in argument if query.tokens[i].name and _is_variable(query, i)]
    return bool(variables) and all(
        {query.value(i), *(f"{query.value(i)} . {key}" for key in keys)} & by for i in variables
    )


def _without_direction(query: Query, item: Sequence[int]) -> Sequence[int]:
    places = list(item)
    if query.keyword(places[0]) == "BY":
        places = places[1:]
    if places and query.keyword(places[-1]) in ("ASC", "DESC", "ASCENDING", "DESCENDING"):
        places = places[:-1]
    return places


def _is_variable(query: Query, place: int) -> bool:
    return not (query.is_sign(place - 1, ".") or query.is_one_of(place + 1, "(:"))


def _text(query: Query, places: Sequence[int]) -> str:
    return " ".join(query.value(i) for i in places)


RULES = (
    Rule(
        "collect-unordered",
        "collect() without an ordering of what it collects before it",
        "`WITH p, c ORDER BY c.id WITH p, collect(c.stage) AS stages`; for a number of things, count()",
        "the order in the list is each engine's own; a list that is only unwound again, or not used, has none; one "
        "that is the first of a RETURN as `evidence` or `unordered` is sorted by `kg query`",
        unordered_collections,
    ),
    Rule(
        "keys-unordered",
        "keys() as a list",
        "`UNWIND keys(n) AS key WITH key ORDER BY key`, or `'x' IN keys(n)`",
        "the order in the list is each engine's own",
        unordered_keys,
    ),
    Rule(
        "cut-unordered",
        "LIMIT or SKIP without ORDER BY",
        "order by something that no two rows share",
        "which rows are left is each engine's own",
        unordered_cuts,
    ),
)
