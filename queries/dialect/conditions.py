"""Traps in the WHERE of a MATCH."""

from collections.abc import Iterator, Sequence

from queries.dialect.tokens import Clause, Query

_TELLING = frozenset({"ANY", "ALL", "NONE", "SINGLE", "REDUCE"})


def conditions_too_early(query: Query) -> Iterator[int]:
    """A condition of the first MATCH of several that sees one of its names, and has another where it is overlooked.

    The embedded engine asks it as soon as the names that it finds in it are there. It does not find those of
    subqueries, CASE, ``any(…)``, ``reduce(…)``, pattern comprehensions, maps, and in front of an index.
    """
    for where in query.clauses:
        match = query.clauses[where.before] if where.keyword == "WHERE" and where.before >= 0 else None
        if match is None or not _is_first_of_several(query, match, where):
            continue
        names = {query.tokens[i].name for i in range(match.start + 1, match.end) if _is_named_there(query, i)}
        for condition in _conditions(query, where):
            found: set[str] = set()
            overlooked: set[str] = set()
            for place in condition:
                name = query.tokens[place].name
                if name in names and not query.is_sign(place - 1, ".") and not query.is_sign(place - 1, ":"):
                    (overlooked if _is_overlooked(query, place, where) else found).add(name)
            if found and overlooked - found:
                yield condition[0]


def _is_first_of_several(query: Query, match: Clause, where: Clause) -> bool:
    """Whether a clause is the first MATCH among its own, and another follows, in a CALL or not."""
    if match.keyword != "MATCH" or query.is_optional(match):
        return False
    number = match.before
    while number >= 0 and query.clauses[number].keyword != "UNION":
        if query.clauses[number].keyword == "MATCH":
            return False
        number = query.clauses[number].before
    end = query.partner.get(where.inside, len(query.tokens))
    for later in query.clauses[where.number + 1 :]:
        if later.start > end or (later.inside == where.inside and later.keyword == "UNION"):
            return False
        apart = later.start < where.end or any(_is_asked(query, b) for b in query.around(later.start))
        if later.keyword == "MATCH" and not apart:
            return True
    return False


def _is_asked(query: Query, bracket: int) -> bool:
    """Whether a bracket opens an EXISTS, COUNT or COLLECT: those are asked apart."""
    return query.is_subquery(bracket) and not query.is_sign(bracket - 1, ")") and query.keyword(bracket - 1) != "CALL"


def _is_named_there(query: Query, place: int) -> bool:
    """Whether a place in a MATCH names a node, a relationship or a path."""
    return bool(query.tokens[place].name) and (
        query.is_sign(place - 1, "(") or query.is_sign(place - 1, "[") or query.is_sign(place + 1, "=")
    )


def _conditions(query: Query, where: Clause) -> Iterator[Sequence[int]]:
    """The parts of a WHERE that are asked one by one: between its ANDs, or the whole where OR or XOR stands beside."""
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
    for bracket in query.around(place):
        if bracket < where.start:
            return False
        if query.is_sign(bracket, "{") or query.keyword(bracket) == "CASE" or query.keyword(bracket - 1) in _TELLING:
            return True
        begins = query.is_sign(bracket + 1, "(") or (
            query.is_sign(bracket + 2, "=") and query.is_sign(bracket + 3, "(")
        )
        if query.is_sign(bracket, "[") and begins:
            return True
        if _is_taken_from(query, query.partner.get(bracket, bracket) + 1):
            return True
    return False


def _end_of_chain(query: Query, place: int) -> int:
    """The place behind ``p``, ``p.names``."""
    while query.is_sign(place + 1, ".") and place + 2 < len(query.tokens) and query.tokens[place + 2].name:
        place += 2
    return place + 1


def _is_taken_from(query: Query, place: int) -> bool:
    """Whether an index, a slice or a map of properties begins at a place, behind a value."""
    return query.is_sign(place, "[") or (query.is_sign(place, "{") and not query.is_subquery(place))
