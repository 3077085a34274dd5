"""Traps in patterns: labels, types, paths."""

from collections.abc import Iterator

from queries.dialect.functions import calls_in
from queries.dialect.tokens import Query

_SHORTEST = frozenset({"shortestpath", "allshortestpaths"})
_HOLDING = frozenset({"EXISTS", "SHORTESTPATH", "ALLSHORTESTPATHS"})


def nodes_without_label(query: Query) -> Iterator[int]:
    """A node of a MATCH that has no label, no relationship, and no meaning from before."""
    known: set[str] = set()
    for place, token in enumerate(query.tokens):
        if query.is_sign(place, "(") and _in_pattern(query, place):
            end = query.partner.get(place, place)
            name = query.tokens[place + 1].name if place + 1 < end else ""
            bare = not any(query.is_sign(i, ":") and query.inside[i] == place for i in range(place, end))
            bare = bare and not any(query.keyword(i) == "IS" and query.inside[i] == place for i in range(place, end))
            alone = not query.is_sign(end + 1, "-") and not query.is_sign(end + 1, "<") and not _is_joined(query, place)
            if bare and alone and name not in known:
                yield place
        if token.name:
            known.add(token.name)


def negated_labels(query: Query) -> Iterator[int]:
    """``:!Person``, ``:%`` and ``&!Person``."""
    for place in range(1, len(query.tokens)):
        after = any(query.is_sign(place - 1, sign) for sign in ":&|(")
        if (query.is_sign(place, "!") or query.is_sign(place, "%")) and after:
            # A relationship's type may be negated: types are ours alone.
            bracket = query.inside[place]
            if not (bracket >= 0 and query.is_sign(bracket, "[")):
                yield place


def path_selectors(query: Query) -> Iterator[int]:
    """SHORTEST, ALL SHORTEST, ANY SHORTEST, ANY before a pattern."""
    for place, keyword in enumerate(query.keywords):
        clause = query.clause_of(place)
        if clause is None or clause.keyword != "MATCH":
            continue
        leading = query.is_sign(place - 1, "=") or place == clause.start + 1
        if keyword == "SHORTEST" or (keyword in ("ANY", "ALL") and leading and query.keyword(place + 1) != "SHORTEST"):
            yield place


def second_colons(query: Query) -> Iterator[int]:
    """``|:``."""
    for place in range(1, len(query.tokens)):
        if query.is_sign(place, ":") and query.is_sign(place - 1, "|"):
            yield place


def same_ends(query: Query) -> Iterator[int]:
    """Shortest paths whose ends nothing keeps apart."""
    apart: frozenset[frozenset[str]] | None = None
    for call in calls_in(query):
        if call.name in _SHORTEST:
            apart = _kept_apart(query) if apart is None else apart
            ends = _ends(query, call.bracket)
            if len(ends) < 2 or ends[0] == ends[-1] or frozenset((ends[0], ends[-1])) not in apart:
                yield call.start


def least_lengths(query: Query) -> Iterator[int]:
    """``shortestPath((a)-[*2..4]-(b))``."""
    for call in calls_in(query):
        if call.name not in _SHORTEST:
            continue
        for place in range(call.bracket, query.partner.get(call.bracket, call.bracket)):
            least = query.tokens[place + 1]
            if query.is_sign(place, "*") and least.kind == "number" and least.value not in ("0", "1"):
                yield place


def patterns_as_values(query: Query) -> Iterator[int]:
    """``RETURN NOT (p)-[:FACES]->()``: a pattern in a WITH or RETURN that nothing makes a value of."""
    for place in range(len(query.tokens)):
        end = query.partner.get(place)
        if end is None or not query.is_sign(place, "("):
            continue
        clause = query.clause_of(place)
        joined = query.is_sign(end + 1, "-") and (query.is_sign(end + 2, "[") or query.is_sign(end + 2, "-"))
        joined = joined or (query.is_sign(end + 1, "<") and query.is_sign(end + 2, "-") and query.is_sign(end + 3, "["))
        projected = clause is not None and clause.keyword in ("WITH", "RETURN", "ORDER", "UNWIND")
        begins = joined and projected and not _is_joined(query, place)
        if begins and not any(_holds(query, b) for b in query.around(place)):
            yield place


def patterns_from_nothing(query: Query) -> Iterator[int]:
    """A pattern outside MATCH and subqueries with a node that an OPTIONAL MATCH before its clause brought in."""
    for place, by in _nodes_of_optional(query):
        clause = query.clause_of(place)
        own = clause is not None and clause.keyword == "WHERE" and clause.before == by
        if not _is_matched(query, place) and not own:
            yield place - 1


def patterns_to_nothing(query: Query) -> Iterator[int]:
    """A pattern that leads to a node that an OPTIONAL MATCH before its clause brought in, rather than begins at it."""
    for place, by in _nodes_of_optional(query):
        if _is_matched(query, place) and _is_joined(query, place - 1) and not _is_sure(query, place, by):
            yield place - 1


def _nodes_of_optional(query: Query) -> Iterator[tuple[int, int]]:
    """The names of nodes in patterns that an OPTIONAL MATCH brought in, each with the number of that clause."""
    brought: dict[str, int] = {}
    known: set[str] = set()
    for place, token in enumerate(query.tokens):
        clause = query.clause_of(place)
        if clause is None or not token.name:
            continue
        if query.is_sign(place - 1, "(") and _is_part(query, place - 1, query.partner.get(place - 1, place)):
            if clause.keyword == "MATCH" and token.name not in known:
                brought[token.name] = clause.number if query.is_optional(clause) else -1
            if brought.get(token.name, -1) >= 0:
                yield place, brought[token.name]
        known.add(token.name)


def existing_properties(query: Query) -> Iterator[int]:
    """``exists(n.name)``."""
    for call in calls_in(query):
        if call.name == "exists" and query.is_sign(call.bracket + 2, "."):
            yield call.start


def _is_matched(query: Query, place: int) -> bool:
    """Whether a place stands in a MATCH or a subquery."""
    clause = query.clause_of(place)
    matched = clause is not None and clause.keyword == "MATCH"
    return matched or any(query.is_subquery(bracket) for bracket in query.around(place))


def _is_sure(query: Query, place: int, by: int) -> bool:
    """Whether a place is in the clause of this number or in its WHERE, where what it brings in is not null."""
    clauses = [query.clause_of(at) for at in (place, *query.around(place))]
    return any(c and (c.number == by or (c.keyword == "WHERE" and c.before == by)) for c in clauses)


def _in_pattern(query: Query, place: int) -> bool:
    """Whether a bracket opens a node of a MATCH (its WHERE is a clause of its own)."""
    clause = query.clause_of(place)
    if clause is None or clause.keyword != "MATCH" or query.inside[place] != clause.inside:
        return False
    return place == clause.start + 1 or query.is_sign(place - 1, ",") or query.is_sign(place - 1, "=")


def _holds(query: Query, bracket: int) -> bool:
    """Whether a bracket makes a value of the pattern in it."""
    return query.is_sign(bracket, "[") or query.is_subquery(bracket) or query.keyword(bracket - 1) in _HOLDING


def _is_part(query: Query, start: int, end: int) -> bool:
    """Whether a bracket is a node of a pattern, joined to another or alone in a MATCH."""
    follows = query.is_sign(end + 1, "-") and any(query.is_sign(end + 2, sign) for sign in ("[", "-"))
    follows = follows or (query.is_sign(end + 1, "<") and query.is_sign(end + 2, "-"))
    leads = query.is_sign(start - 1, "-") and any(query.is_sign(start - 2, sign) for sign in ("]", "-"))
    leads = leads or (query.is_sign(start - 1, ">") and query.is_sign(start - 2, "-"))
    return follows or leads or _in_pattern(query, start)


def _is_joined(query: Query, place: int) -> bool:
    return any(query.is_sign(place - 1, sign) for sign in "->")


def _ends(query: Query, bracket: int) -> list[str]:
    """The names of the nodes in a pattern's bracket; empty for one without a name."""
    ends = []
    for place in range(bracket + 1, query.partner.get(bracket, bracket)):
        if query.is_sign(place, "(") and query.inside[place] == bracket:
            named = not query.is_sign(place + 1, ":")
            ends.append(query.tokens[place + 1].name if named else "")
    return ends


def _kept_apart(query: Query) -> frozenset[frozenset[str]]:
    """The pairs of names that some comparison says differ: ``a <> b``, ``a.id < b.id``."""
    pairs = set()
    for place in range(1, len(query.tokens)):
        less, more = query.is_sign(place, "<"), query.is_sign(place, ">")
        second = query.is_sign(place + 1, ">")
        if not (less or more) or query.is_sign(place - 1, "-") or query.is_sign(place + 1, "-"):
            continue
        left = place - 3 if query.is_sign(place - 2, ".") else place - 1
        right = place + 1 + (less and second)
        if left >= 0 and right < len(query.tokens):
            pairs.add(frozenset((query.tokens[left].name, query.tokens[right].name)))
    return frozenset(pairs)
