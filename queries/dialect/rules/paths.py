"""Rules for shortest paths."""

from collections.abc import Iterator

from queries.dialect.functions import Call, calls_in
from queries.dialect.rules.rule import Rule
from queries.dialect.tokens import Query

_SHORTEST = frozenset({"shortestpath", "allshortestpaths"})


def path_selectors(query: Query) -> Iterator[int]:
    """SHORTEST, ALL SHORTEST, ANY SHORTEST, ANY before a pattern."""
    for place, keyword in enumerate(query.keywords):
        clause = query.clause_of(place)
        if clause is None or clause.keyword != "MATCH":
            continue
        leading = query.is_sign(place - 1, "=") or place == clause.start + 1
        if keyword == "SHORTEST" or (keyword in ("ANY", "ALL") and leading and query.keyword(place + 1) != "SHORTEST"):
            yield place


def same_ends(query: Query) -> Iterator[int]:
    """Shortest paths whose ends nothing keeps apart."""
    calls = _shortest_paths(query)
    apart = _kept_apart(query) if calls else frozenset()
    for call in calls:
        ends = _ends(query, call.bracket)
        if len(ends) < 2 or ends[0] == ends[-1] or frozenset((ends[0], ends[-1])) not in apart:
            yield call.start


def least_lengths(query: Query) -> Iterator[int]:
    """``shortestPath((a)-[*2..4]-(b))``."""
    for call in _shortest_paths(query):
        for place in range(call.bracket, query.partner.get(call.bracket, call.bracket)):
            least = query.tokens[place + 1]
            if query.is_sign(place, "*") and least.kind == "number" and least.value not in ("0", "1"):
                yield place


def _shortest_paths(query: Query) -> list[Call]:
    return [call for call in calls_in(query) if call.name in _SHORTEST]


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
        if not _is_comparison(query, place):
            continue
        left = place - 3 if query.is_sign(place - 2, ".") else place - 1
        right = place + 1 + query.has_signs(place, "<>")
        if left >= 0 and right < len(query.tokens):
            pairs.add(frozenset((query.name(left), query.name(right))))
    return frozenset(pairs)


def _is_comparison(query: Query, place: int) -> bool:
    """Whether a place holds ``<``, ``>`` or the beginning of ``<>``, and no arrow."""
    arrow = query.is_sign(place - 1, "-") or query.is_sign(place + 1, "-")
    return query.is_one_of(place, "<>") and not arrow


RULES = (
    Rule(
        "shortest-keyword",
        "SHORTEST or another path selector",
        "`shortestPath(…)` or `allShortestPaths(…)`",
        "the embedded engine does not have it",
        path_selectors,
    ),
    Rule(
        "shortest-same-ends",
        "shortestPath() or allShortestPaths() whose ends may be one node",
        "add `a <> b`, `a.id <> b.id` or `a.id < b.id` to the WHERE",
        "Neo4j ends with an error where both ends are one node",
        same_ends,
    ),
    Rule(
        "shortest-least-length",
        "shortestPath() or allShortestPaths() with a least length above 1",
        "leave it out: `*..4`, and look at length(way) afterwards",
        "Neo4j refuses it",
        least_lengths,
    ),
)
