"""Rules for nodes that an OPTIONAL MATCH may leave null."""

from collections.abc import Iterator

from queries.dialect.rules.patterns import is_in_pattern
from queries.dialect.rules.rule import Rule
from queries.dialect.tokens import Clause, Query


def patterns_from_nothing(query: Query) -> Iterator[int]:
    """A pattern outside MATCH and subqueries with a node that an OPTIONAL MATCH before its clause introduced."""
    for place, by in _nodes_of_optional(query):
        clause = query.clause_of(place)
        own = clause is not None and clause.keyword == "WHERE" and clause.before == by
        if not _is_matched(query, place) and not own:
            yield place - 1


def patterns_to_nothing(query: Query) -> Iterator[int]:
    """A pattern that leads to a node that an OPTIONAL MATCH before its clause introduced, rather than begins at it."""
    for place, by in _nodes_of_optional(query):
        if _is_matched(query, place) and query.is_one_of(place - 2, "->") and not _is_sure(query, place, by):
            yield place - 1


def counts_in_optional(query: Query) -> Iterator[int]:
    """Counting subqueries and lists of patterns in the WHERE of an OPTIONAL MATCH."""
    for place in range(len(query.tokens)):
        clause = query.clause_of(place)
        if clause is not None and _is_optional_where(query, clause) and _counts(query, place):
            yield place


def _is_optional_where(query: Query, clause: Clause) -> bool:
    """Whether a clause is the WHERE of an OPTIONAL MATCH."""
    return clause.keyword == "WHERE" and clause.before >= 0 and query.is_optional(query.clauses[clause.before])


def _counts(query: Query, place: int) -> bool:
    """Whether a counting subquery or a list of patterns begins at a place."""
    if query.keyword(place) in ("COUNT", "COLLECT"):
        return query.is_subquery(place + 1)
    node_end = query.partner.get(place + 1, place)
    return query.has_signs(place, "[(") and query.is_one_of(node_end + 1, "-<")


def _nodes_of_optional(query: Query) -> Iterator[tuple[int, int]]:
    """The names of nodes in patterns that an OPTIONAL MATCH introduced, each with the number of that clause."""
    introduced: dict[str, int] = {}
    known: set[str] = set()
    for place, token in enumerate(query.tokens):
        clause = query.clause_of(place)
        if clause is None or not token.name:
            continue
        if _is_node(query, place - 1):
            if clause.keyword == "MATCH" and token.name not in known:
                introduced[token.name] = clause.number if query.is_optional(clause) else -1
            if introduced.get(token.name, -1) >= 0:
                yield place, introduced[token.name]
        known.add(token.name)


def _is_matched(query: Query, place: int) -> bool:
    """Whether a place is in a MATCH or a subquery."""
    clause = query.clause_of(place)
    matched = clause is not None and clause.keyword == "MATCH"
    return matched or any(query.is_subquery(bracket) for bracket in query.around(place))


def _is_sure(query: Query, place: int, by: int) -> bool:
    """Whether a place is in the clause of this number or in its WHERE, where what it brings in is not null."""
    clauses = [query.clause_of(at) for at in (place, *query.around(place))]
    return any(c and (c.number == by or (c.keyword == "WHERE" and c.before == by)) for c in clauses)


def _is_node(query: Query, start: int) -> bool:
    """Whether a place opens a node of a pattern, joined to another or alone in a MATCH."""
    if not query.is_sign(start, "("):
        return False
    end = query.partner.get(start, start)
    follows = any(query.has_signs(end + 1, arrow) for arrow in ("-[", "--", "<-"))
    leads = any(query.has_signs(start - 2, arrow) for arrow in ("]-", "--", "->"))
    return follows or leads or is_in_pattern(query, start)


RULES = (
    Rule(
        "pattern-maybe-null",
        "a pattern in a WHERE, exists() or [ ] that begins at a node of an OPTIONAL MATCH before it",
        "`EXISTS { (c)-[:UNDER]->() }`, `COUNT { … }`, `COLLECT { … }`",
        "where the node is null the embedded engine matches every node, silently",
        patterns_from_nothing,
    ),
    Rule(
        "pattern-to-null",
        "a pattern that leads to a node of an OPTIONAL MATCH before it",
        "begin at that node: `(c)<-[:PARTY_TO]-(p)` for `(p)-[:PARTY_TO]->(c)`",
        "where the node is null the embedded engine matches every node, silently",
        patterns_to_nothing,
    ),
    Rule(
        "count-in-optional",
        "COUNT { }, COLLECT { } or [(p)-[…]-… | …] in the WHERE of an OPTIONAL MATCH",
        "EXISTS { }, or a `CALL (p) { MATCH … WITH c, COUNT { … } AS n WHERE … RETURN count(c) AS k }`",
        "Neo4j 5.26 loses rows, silently",
        counts_in_optional,
    ),
)
