"""Rules for patterns: labels, types, patterns as values."""

from collections.abc import Iterator

from queries.dialect.functions import calls_in
from queries.dialect.rules.rule import Rule
from queries.dialect.tokens import Query

_HOLDING = frozenset({"EXISTS", "SHORTESTPATH", "ALLSHORTESTPATHS"})


def nodes_without_label(query: Query) -> Iterator[int]:
    """A node of a MATCH that has no label, no relationship, and no meaning from before."""
    known: set[str] = set()
    for place, token in enumerate(query.tokens):
        if query.is_sign(place, "(") and is_in_pattern(query, place):
            end = query.partner.get(place, place)
            name = query.name(place + 1) if place + 1 < end else ""
            if name not in known and _is_alone(query, place, end) and not _has_label(query, place, end):
                yield place
        if token.name:
            known.add(token.name)


def negated_labels(query: Query) -> Iterator[int]:
    """``:!Person``, ``:%`` and ``&!Person``."""
    for place in range(1, len(query.tokens)):
        # A relationship's type may be negated: types are ours alone.
        in_type = query.is_sign(query.inside[place], "[")
        if query.is_one_of(place, "!%") and query.is_one_of(place - 1, ":&|(") and not in_type:
            yield place


def second_colons(query: Query) -> Iterator[int]:
    """``|:``."""
    return (place for place in range(1, len(query.tokens)) if query.has_signs(place - 1, "|:"))


def patterns_as_values(query: Query) -> Iterator[int]:
    """``RETURN NOT (p)-[:FACES]->()``: a pattern in a WITH or RETURN that nothing makes a value of."""
    for place in range(len(query.tokens)):
        end = query.partner.get(place)
        if end is None or not query.is_sign(place, "(") or not query.is_projected(place):
            continue
        leads_on = any(query.has_signs(end + 1, arrow) for arrow in ("-[", "--", "<-["))
        if leads_on and not _is_joined(query, place) and not any(_holds(query, b) for b in query.around(place)):
            yield place


def existing_properties(query: Query) -> Iterator[int]:
    """``exists(n.name)``."""
    for call in calls_in(query):
        if call.name == "exists" and query.is_sign(call.bracket + 2, "."):
            yield call.start


def is_in_pattern(query: Query, place: int) -> bool:
    """Whether a bracket opens a node of a MATCH (its WHERE is a clause of its own)."""
    clause = query.clause_of(place)
    if clause is None or clause.keyword != "MATCH" or query.inside[place] != clause.inside:
        return False
    return place == clause.start + 1 or query.is_one_of(place - 1, ",=")


def _is_alone(query: Query, place: int, end: int) -> bool:
    """Whether no relationship leads to or from the node between two brackets."""
    return not query.is_one_of(end + 1, "-<") and not _is_joined(query, place)


def _has_label(query: Query, place: int, end: int) -> bool:
    own = (i for i in range(place, end) if query.inside[i] == place)
    return any(query.is_sign(i, ":") or query.keyword(i) == "IS" for i in own)


def _holds(query: Query, bracket: int) -> bool:
    """Whether a bracket makes a value of the pattern in it."""
    return query.is_sign(bracket, "[") or query.is_subquery(bracket) or query.keyword(bracket - 1) in _HOLDING


def _is_joined(query: Query, place: int) -> bool:
    """Whether a relationship leads to the node that a bracket opens."""
    return query.is_one_of(place - 1, "->")


RULES = (
    Rule(
        "node-without-label",
        "a node alone in a pattern, without a label",
        "name the label, or several: `(n:Person|Court)`",
        "a Neo4j database may hold nodes that are not ours",
        nodes_without_label,
    ),
    Rule(
        "label-negation",
        "a label with ! or %",
        "name the labels that are meant: `(n:Person|Court)`",
        "a Neo4j database may hold nodes that are not ours",
        negated_labels,
    ),
    Rule(
        "type-colon",
        "[r:A|:B]",
        "`[r:A|B]`",
        "Neo4j refuses it",
        second_colons,
    ),
    Rule(
        "pattern-as-value",
        "a pattern as a value in a WITH or RETURN",
        "`EXISTS { (p)-[:FACES]->() }`",
        "the embedded engine refuses it",
        patterns_as_values,
    ),
    Rule(
        "exists-property",
        "exists(n.name)",
        "`n.name IS NOT NULL`",
        "Neo4j refuses it",
        existing_properties,
    ),
)
