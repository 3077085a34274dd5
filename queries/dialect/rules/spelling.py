"""Rules that one word or sign breaks: functions, procedures, numbers, clauses."""

from collections.abc import Iterator

from queries.dialect.functions import calls_in, load_functions
from queries.dialect.rules.rule import Rule
from queries.dialect.tokens import Query

_UNKNOWN_CLAUSES = frozenset({"FILTER", "LET", "FINISH", "NEXT", "EXPLAIN", "PROFILE", "CYPHER", "USE", "SHOW"})
_BEFORE_A_VALUE = frozenset({"(", "[", ",", "=", "<", ">", "+", "-", "*", "/", "|"})
_BEFORE_A_NAME = frozenset({"WITH", "RETURN", "BY", "AND", "OR", "NOT", "IN", "DISTINCT", "UNWIND"})


def unknown_functions(query: Query) -> Iterator[int]:
    """Calls of what is not in the list of portable functions."""
    for call in calls_in(query):
        if call.name not in load_functions().names:
            yield call.start


def todays(query: Query) -> Iterator[int]:
    """``date()``."""
    for call in calls_in(query):
        if call.name == "date" and query.partner.get(call.bracket) == call.bracket + 1:
            yield call.start


def splits_by_several(query: Query) -> Iterator[int]:
    """``split(x, [',', ';'])``."""
    for call in calls_in(query):
        if call.name == "split":
            for place in range(call.bracket, query.partner.get(call.bracket, call.bracket)):
                second = query.is_sign(place, ",") and query.inside[place] == call.bracket
                if second and query.is_sign(place + 1, "["):
                    yield call.start


def underscored_numbers(query: Query) -> Iterator[int]:
    """``1_000``."""
    return (i for i, token in enumerate(query.tokens) if token.kind == "number" and "_" in token.value)


def unknown_quoted_names(query: Query) -> Iterator[int]:
    """A name in backquotes, used as a value, that no AS and no pattern brings in."""
    brought = {token.name for token in query.tokens if token.kind == "word"}
    for place, token in enumerate(query.tokens):
        if token.kind != "quoted":
            continue
        before = query.tokens[place - 1]
        named = before.kind == "sign" and before.value in (".", ":", "|", "&", "!", "{", "$")
        if before.keyword == "AS" or before.value in ("(", "[") or query.is_sign(place + 1, "="):
            brought.add(token.name)
        elif not named and not query.is_sign(place + 1, ":") and token.name not in brought:
            yield place


def procedures(query: Query) -> Iterator[int]:
    """CALL with a name after it."""
    for place, keyword in enumerate(query.keywords[:-1]):
        if keyword == "CALL" and query.tokens[place + 1].name:
            yield place


def importing_withs(query: Query) -> Iterator[int]:
    """``CALL { WITH p``."""
    for place, keyword in enumerate(query.keywords):
        if keyword == "CALL" and query.is_sign(place + 1, "{") and query.keyword(place + 2) == "WITH":
            yield place


def unknown_clauses(query: Query) -> Iterator[int]:
    """FILTER and others, where a clause may begin: not where a value stands."""
    for place, keyword in enumerate(query.keywords):
        if keyword not in _UNKNOWN_CLAUSES:
            continue
        following = query.tokens[place + 1] if place + 1 < len(query.tokens) else None
        begins = following is not None and (following.kind != "sign" or following.value in ("(", "$", "["))
        joined = query.value(place - 1) in _BEFORE_A_VALUE or query.keyword(place - 1) in _BEFORE_A_NAME
        if place == 0 or (begins and not joined):
            yield place


RULES = (
    Rule(
        "function",
        "a function that only one engine has, or that they answer differently",
        "a function of the list below",
        "the engines have different functions",
        unknown_functions,
    ),
    Rule(
        "now",
        "date() without a date",
        "bind a parameter",
        "the answer changes from day to day",
        todays,
    ),
    Rule(
        "split-by-several",
        "split() with a list of separators",
        "split by one text",
        "the embedded engine refuses it",
        splits_by_several,
    ),
    Rule(
        "number-underscore",
        "a number with an underscore, such as 1_000",
        "`1000`",
        "the embedded engine refuses it",
        underscored_numbers,
    ),
    Rule(
        "unknown-quoted-name",
        "a quoted name that nothing in the query defines",
        "the right name; a text needs straight quotes",
        "the embedded engine treats it as null, silently",
        unknown_quoted_names,
    ),
    Rule(
        "procedure",
        "CALL of a procedure",
        "a pattern: `MATCH (n:Person) …`",
        "the engines have different procedures, and list other things",
        procedures,
    ),
    Rule(
        "call-with",
        "CALL { WITH p … }",
        "`CALL (p) { … }`",
        "Neo4j is about to drop it",
        importing_withs,
    ),
    Rule(
        "clause",
        "a clause or prefix that only one engine has: FILTER, LET, FINISH, NEXT, EXPLAIN, PROFILE, CYPHER, USE, SHOW",
        "WITH … WHERE for FILTER, WITH … AS for LET; leave the others out",
        "only one engine has it",
        unknown_clauses,
    ),
)
