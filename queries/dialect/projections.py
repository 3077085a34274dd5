"""Traps in what a WITH or RETURN hands on: orders, lists, whole things."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.schema.schema import load_schema
from queries.dialect.functions import Call, aggregates_in, calls_in
from queries.dialect.tokens import Clause, Query


def unordered_collections(query: Query) -> Iterator[int]:
    """``collect`` whose argument the clause before does not order, and whose list is not only taken apart again."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, token in enumerate(query.tokens):
        places[token.name].append(i)
    for call in aggregates_in(query):
        if call.name != "collect" or _is_taken_apart(query, call, places):
            continue
        clause = query.clause_of(call.start)
        end = query.partner.get(call.bracket, len(query.tokens))
        first = call.bracket + 1 + (query.keyword(call.bracket + 1) == "DISTINCT")
        if clause and not _orders(query, _order_before(query, clause), range(first, end)):
            yield call.start


def unordered_keys(query: Query) -> Iterator[int]:
    """``keys`` that is not taken apart or looked into."""
    for call in calls_in(query):
        if call.name == "keys" and query.keyword(call.start - 1) not in ("UNWIND", "IN"):
            yield call.start


def whole_labels(query: Query) -> Iterator[int]:
    """``labels`` that is not looked into."""
    for call in calls_in(query):
        if call.name != "labels":
            continue
        looked_into = query.keyword(call.start - 1) == "IN"
        taken_apart = looked_into and query.is_sign(call.start - 3, "[")
        if not looked_into or (taken_apart and query.keyword(query.partner.get(call.bracket, 0) + 1) != "WHERE"):
            yield call.start


def unordered_cuts(query: Query) -> Iterator[int]:
    """LIMIT, SKIP and OFFSET of rows that stand in no order."""
    for clause in query.clauses:
        if clause.keyword not in ("LIMIT", "SKIP", "OFFSET"):
            continue
        before = _before(query, clause, ("LIMIT", "SKIP", "OFFSET"))
        if before is None or before.keyword != "ORDER":
            yield clause.start


def stars(query: Query) -> Iterator[int]:
    """``RETURN *``."""
    for clause in query.clauses:
        first = clause.start + 1 + (query.keyword(clause.start + 1) == "DISTINCT")
        if clause.keyword == "RETURN" and query.is_sign(first, "*"):
            yield first


def unnamed_projections(query: Query) -> Iterator[int]:
    """``RETURN p {.id}`` of the whole query, without a name for it."""
    for clause in query.clauses:
        if clause.keyword != "RETURN" or clause.inside >= 0:
            continue
        for item in query.items(clause):
            bare = list(item)[query.keyword(item[0]) == "DISTINCT" :]
            while len(bare) > 2 and query.is_sign(bare[0], "(") and query.partner.get(bare[0]) == bare[-1]:
                bare = bare[1:-1]
            projected = len(bare) > 2 and query.tokens[bare[0]].name and query.is_sign(bare[1], "{")
            # COUNT { … } has a name and a brace too.
            if projected and not query.is_subquery(bare[1]) and query.partner.get(bare[1]) == bare[-1]:
                yield bare[0]


def distinct_stars(query: Query) -> Iterator[int]:
    """``WITH DISTINCT *``."""
    for clause in query.clauses:
        distinct = clause.keyword == "WITH" and query.keyword(clause.start + 1) == "DISTINCT"
        if distinct and query.is_sign(clause.start + 2, "*"):
            yield clause.start


def whole_things(query: Query) -> Iterator[int]:
    """Names of nodes, relationships and paths that a RETURN of the whole query hands out bare or collected."""
    things = _things(query)
    for clause in query.clauses:
        if clause.keyword != "RETURN" or clause.inside >= 0:
            continue
        for item in query.items(clause):
            bare = list(item)
            if query.keyword(bare[0]) == "DISTINCT":
                bare = bare[1:]
            if len(bare) > 2 and query.tokens[bare[-2]].keyword == "AS":
                bare = bare[:-2]
            if len(bare) > 3 and query.keyword(bare[0]) in ("COLLECT", "NODES", "RELATIONSHIPS", "HEAD", "LAST"):
                bare = [i for i in bare[2:-1] if query.keyword(i) != "DISTINCT"]
            if len(bare) == 1 and query.tokens[bare[0]].name in things:
                yield bare[0]


def _is_taken_apart(query: Query, call: Call, places: Mapping[str, Sequence[int]]) -> bool:
    """Whether a call has a name (AS), and all that stands behind that name is UNWIND, or CALL that takes it along."""
    named = query.partner.get(call.bracket, len(query.tokens)) + 2
    if query.keyword(named - 1) != "AS" or named >= len(query.tokens):
        return False
    used = [i for i in places[query.tokens[named].name] if i != named]
    return bool(used) and all(
        query.keyword(i - 1) == "UNWIND" or query.keyword(query.inside[i] - 1) == "CALL" for i in used
    )


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
    return not (query.is_sign(place - 1, ".") or query.is_sign(place + 1, "(") or query.is_sign(place + 1, ":"))


def _text(query: Query, places: Sequence[int]) -> str:
    return " ".join(query.value(i) for i in places)


def _things(query: Query) -> set[str]:
    """The variables of nodes, relationships and paths that nothing in the query gives another meaning."""
    found = set()
    for place, token in enumerate(query.tokens):
        clause = query.clause_of(place)
        if not token.name or clause is None or clause.keyword != "MATCH":
            continue
        opened = query.is_sign(place - 1, "(") or query.is_sign(place - 1, "[")
        closed = any(query.is_sign(place + 1, sign) for sign in ")]:{*") or query.keyword(place + 1) in ("WHERE", "IS")
        path = query.is_sign(place + 1, "=") and query.inside[place] == clause.inside
        if (opened and closed) or path:
            found.add(token.name)
    renamed = {query.tokens[i + 1].name for i, t in enumerate(query.tokens[:-1]) if t.keyword == "AS"}
    return found - renamed
