"""Rules for the WHERE of a MATCH."""

from collections.abc import Iterator, Sequence, Set

from queries.dialect.rules.rule import Rule
from queries.dialect.tokens import Clause, Query

_TESTS = frozenset({"ANY", "ALL", "NONE", "SINGLE", "REDUCE"})


def conditions_too_early(query: Query) -> Iterator[int]:
    """A condition of the first MATCH of several that sees one of its names, and has another where it is overlooked.

    The embedded engine asks it as soon as the names that it finds in it are there. It does not find those of
    subqueries, CASE, ``any(…)``, ``reduce(…)``, pattern comprehensions, maps, and in front of an index.
    """
    for where in query.clauses:
        match = query.clauses[where.before] if where.keyword == "WHERE" and where.before >= 0 else None
        if match is None or not _is_first_of_several(query, match, where):
            continue
        names = {query.name(i) for i in range(match.start + 1, match.end) if _is_named_there(query, i)}
        for condition in _conditions(query, where):
            found, overlooked = _names_in(query, condition, where, names)
            if found and overlooked - found:
                yield condition[0]


def _names_in(query: Query, condition: Sequence[int], where: Clause, names: Set[str]) -> tuple[set[str], set[str]]:
    """Those of some names that the engine finds in a condition, and those that it overlooks."""
    found: set[str] = set()
    overlooked: set[str] = set()
    for place in condition:
        name = query.name(place)
        if name in names and not query.is_one_of(place - 1, ".:"):
            (overlooked if _is_overlooked(query, place, where) else found).add(name)
    return found, overlooked


def _is_first_of_several(query: Query, match: Clause, where: Clause) -> bool:
    """Whether a clause is the first MATCH among its own, and another follows, in a CALL or not."""
    if match.keyword != "MATCH" or query.is_optional(match) or _has_match_before(query, match):
        return False
    end = query.partner.get(where.inside, len(query.tokens))
    for later in query.clauses[where.number + 1 :]:
        if later.start > end or (later.inside == where.inside and later.keyword == "UNION"):
            return False
        if later.keyword == "MATCH" and later.start >= where.end and not _is_asked_apart(query, later):
            return True
    return False


def _has_match_before(query: Query, match: Clause) -> bool:
    """Whether a MATCH comes before a clause in the same bracket, a UNION not crossed."""
    number = match.before
    while number >= 0 and query.clauses[number].keyword != "UNION":
        if query.clauses[number].keyword == "MATCH":
            return True
        number = query.clauses[number].before
    return False


def _is_asked_apart(query: Query, clause: Clause) -> bool:
    """Whether a clause is in an EXISTS, COUNT or COLLECT: the engine asks those apart."""
    return any(_opens_value(query, bracket) for bracket in query.around(clause.start))


def _opens_value(query: Query, bracket: int) -> bool:
    """Whether a bracket opens an EXISTS, COUNT or COLLECT."""
    return query.is_subquery(bracket) and not query.is_sign(bracket - 1, ")") and query.keyword(bracket - 1) != "CALL"


def _is_named_there(query: Query, place: int) -> bool:
    """Whether a place in a MATCH names a node, a relationship or a path."""
    return bool(query.name(place)) and (query.is_one_of(place - 1, "([") or query.is_sign(place + 1, "="))


def _conditions(query: Query, where: Clause) -> Iterator[Sequence[int]]:
    """The parts of a WHERE that are asked one by one: between its ANDs, or the whole where OR or XOR is beside."""
    places = range(where.start + 1, where.end)
    beside = {query.keyword(i) for i in places if query.inside[i] == where.inside}
    if beside & {"OR", "XOR"}:
        yield places
        return
    condition: list[int] = []
    for place in places:
        if query.keyword(place) == "AND" and query.inside[place] == where.inside:
            if condition:
                yield condition
            condition = []
        else:
            condition.append(place)
    if condition:
        yield condition


def _is_overlooked(query: Query, place: int, where: Clause) -> bool:
    """Whether the engine does not find a name at a place of a WHERE."""
    if _is_taken_from(query, _end_of_chain(query, place)):
        return True
    around = (bracket for bracket in query.around(place) if bracket >= where.start)
    return any(_hides_names(query, bracket) for bracket in around)


def _hides_names(query: Query, bracket: int) -> bool:
    """Whether the engine does not look for names in a bracket."""
    if query.is_sign(bracket, "{") or query.keyword(bracket) == "CASE" or query.keyword(bracket - 1) in _TESTS:
        return True
    if query.is_sign(bracket, "[") and _begins_pattern(query, bracket + 1):
        return True
    return _is_taken_from(query, query.partner.get(bracket, bracket) + 1)


def _begins_pattern(query: Query, place: int) -> bool:
    """Whether ``(p)`` or ``way = (p)`` begins at a place."""
    return query.is_sign(place, "(") or query.has_signs(place + 1, "=(")


def _end_of_chain(query: Query, place: int) -> int:
    """The place after ``p``, ``p.names``."""
    while query.is_sign(place + 1, ".") and query.name(place + 2):
        place += 2
    return place + 1


def _is_taken_from(query: Query, place: int) -> bool:
    """Whether an index, a slice or a map of properties begins at a place, after a value."""
    return query.is_sign(place, "[") or (query.is_sign(place, "{") and not query.is_subquery(place))


RULES = (
    Rule(
        "condition-too-early",
        "in the WHERE of the first of several MATCH, a name that is only in { }, CASE, any(…), reduce(…), a "
        "pattern in [ ] or before an index, beside another name",
        "`MATCH (p:Person)-[:FACES]->(c:Charge) WITH p, c WHERE c.id = $id OR p.names[0] = $name MATCH …`",
        "the embedded engine checks it before that name is known, and loses rows, silently",
        conditions_too_early,
    ),
)
