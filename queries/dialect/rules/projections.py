"""Rules for what a WITH or RETURN passes on: lists, columns, whole nodes and relationships."""

from collections.abc import Iterator, Sequence

from queries.dialect.functions import calls_in
from queries.dialect.rules.rule import Rule
from queries.dialect.tokens import Query

_FROM_A_LIST = frozenset({"COLLECT", "NODES", "RELATIONSHIPS", "HEAD", "LAST"})


def whole_labels(query: Query) -> Iterator[int]:
    """``labels`` that is not looked into."""
    for call in calls_in(query):
        if call.name != "labels":
            continue
        looked_into = query.keyword(call.start - 1) == "IN"
        taken_apart = looked_into and query.is_sign(call.start - 3, "[")
        if not looked_into or (taken_apart and query.keyword(query.partner.get(call.bracket, 0) + 1) != "WHERE"):
            yield call.start


def stars(query: Query) -> Iterator[int]:
    """``RETURN *``."""
    for clause in query.clauses:
        first = clause.start + 1 + (query.keyword(clause.start + 1) == "DISTINCT")
        if clause.keyword == "RETURN" and query.is_sign(first, "*"):
            yield first


def unnamed_projections(query: Query) -> Iterator[int]:
    """``RETURN p {.id}`` of the whole query, without a name for it."""
    for item in _returned_items(query):
        bare = _without_brackets(query, item)
        if len(bare) > 2 and query.name(bare[0]) and _is_whole_map(query, bare[1], bare[-1]):
            yield bare[0]


def distinct_stars(query: Query) -> Iterator[int]:
    """``WITH DISTINCT *``."""
    for clause in query.clauses:
        distinct = clause.keyword == "WITH" and query.keyword(clause.start + 1) == "DISTINCT"
        if distinct and query.is_sign(clause.start + 2, "*"):
            yield clause.start


def whole_entities(query: Query) -> Iterator[int]:
    """Names of nodes, relationships and paths that a RETURN of the whole query returns bare or collected."""
    entities = _entities(query)
    for item in _returned_items(query):
        bare = _without_name_and_list(query, item)
        if len(bare) == 1 and query.name(bare[0]) in entities:
            yield bare[0]


def _returned_items(query: Query) -> Iterator[Sequence[int]]:
    """The places of each item that the query as a whole returns, without DISTINCT."""
    for clause in query.clauses:
        if clause.keyword == "RETURN" and clause.inside < 0:
            for item in query.items(clause):
                yield item[query.keyword(item[0]) == "DISTINCT" :]


def _without_brackets(query: Query, item: Sequence[int]) -> Sequence[int]:
    """An item without the brackets around it."""
    while len(item) > 2 and query.is_sign(item[0], "(") and query.partner.get(item[0]) == item[-1]:
        item = item[1:-1]
    return item


def _is_whole_map(query: Query, start: int, end: int) -> bool:
    """Whether the map of a projection goes from one place to another. ``COUNT { … }`` has a name and a brace too."""
    return query.is_sign(start, "{") and query.partner.get(start) == end and not query.is_subquery(start)


def _without_name_and_list(query: Query, item: Sequence[int]) -> Sequence[int]:
    """An item without its AS, and without the function that makes a list of it or takes it from one."""
    if len(item) > 2 and query.tokens[item[-2]].keyword == "AS":
        item = item[:-2]
    if len(item) > 3 and query.keyword(item[0]) in _FROM_A_LIST:
        return [place for place in item[2:-1] if query.keyword(place) != "DISTINCT"]
    return item


def _entities(query: Query) -> set[str]:
    """The variables of nodes, relationships and paths that nothing in the query gives another meaning."""
    renamed = {query.name(i + 1) for i, token in enumerate(query.tokens) if token.keyword == "AS"}
    return {token.name for i, token in enumerate(query.tokens) if token.name and _names_entity(query, i)} - renamed


def _names_entity(query: Query, place: int) -> bool:
    """Whether a name is that of a node, relationship or path of a MATCH."""
    clause = query.clause_of(place)
    if clause is None or clause.keyword != "MATCH":
        return False
    if query.is_sign(place + 1, "=") and query.inside[place] == clause.inside:
        return True
    closed = query.is_one_of(place + 1, ")]:{*") or query.keyword(place + 1) in ("WHERE", "IS")
    return closed and query.is_one_of(place - 1, "([")


RULES = (
    Rule(
        "labels",
        "labels() as a list",
        "`n:Person`, or `'Person' IN labels(n)`",
        "on Neo4j every node of ours has one more label",
        whole_labels,
    ),
    Rule(
        "return-star",
        "RETURN *",
        "name the columns",
        "the engines give the columns in different orders",
        stars,
    ),
    Rule(
        "projection-unnamed",
        "`p {.id}` returned without AS",
        "`p {.id} AS person`",
        "the engines give the column different names",
        unnamed_projections,
    ),
    Rule(
        "distinct-star",
        "WITH DISTINCT *",
        "name what is to be distinct: `WITH DISTINCT p, r, c`",
        "the embedded engine treats two relationships between the same two nodes as one, silently",
        distinct_stars,
    ),
    Rule(
        "whole-thing",
        "a node, relationship or path returned as a whole",
        "its properties: `p.id`, `properties(p)`, `[n IN nodes(way) | n.id]`",
        "each engine has its own form; both are refused",
        whole_entities,
    ),
)
