"""Which functions a portable query may call, read from ``functions.yaml``, and the calls in a query."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec

from ingest.errors import LexiconError
from ingest.yaml_text import parse_yaml
from queries.dialect.tokens import Query

# Words that a bracket may follow without being called.
_NO_CALLS = frozenset({"MATCH", "WHERE", "WITH", "RETURN", "UNWIND", "CALL", "UNION", "BY", "SKIP", "OFFSET", "LIMIT"})
_NO_CALLS |= {"AND", "OR", "XOR", "NOT", "IN", "IS", "NULL", "CONTAINS", "WHEN", "THEN", "ELSE", "CASE", "DISTINCT"}
_NO_CALLS |= {"OPTIONAL", "ALL", "YIELD", "SHORTEST"}


class Functions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file: names as in the manual."""

    aggregates: tuple[str, ...]
    portable: tuple[tuple[str, ...], ...]
    instead: dict[str, str]

    @property
    def names(self) -> frozenset[str]:
        """The functions both engines have, aggregates among them, in lower case."""
        return frozenset(name.lower() for group in (*self.portable, self.aggregates) for name in group)


@dataclass(frozen=True, slots=True)
class Call:
    """A function's name in lower case with its dots, and the places of its first token and of its bracket."""

    name: str
    start: int
    bracket: int


@cache
def load_functions() -> Functions:
    """Read the functions. Raises ``LexiconError`` naming what is wrong in the file."""
    text = resources.files("queries.dialect").joinpath("functions.yaml").read_text(encoding="utf-8")
    try:
        return msgspec.convert(parse_yaml(text), Functions)
    except msgspec.ValidationError as error:
        raise LexiconError(f"queries/dialect/functions.yaml: {error}.") from None


@cache
def rewritings() -> dict[str, str]:
    """What to write instead of a function, by its name in lower case."""
    return {name.lower(): instead for name, instead in load_functions().instead.items()}


def calls_in(query: Query) -> tuple[Call, ...]:
    """Every call of a function in a query, in order."""
    return tuple(_calls(query))


def aggregates_in(query: Query) -> tuple[Call, ...]:
    """The aggregating calls, in order."""
    names = {name.lower() for name in load_functions().aggregates}
    return tuple(call for call in _calls(query) if call.name in names)


def _calls(query: Query) -> Iterator[Call]:
    for bracket in range(1, len(query.tokens)):
        if query.is_sign(bracket, "(") and query.name(bracket - 1):
            call = _read_call(query, bracket)
            if _is_called(query, call):
                yield call


def _read_call(query: Query, bracket: int) -> Call:
    """The call whose bracket this is, with all the dotted name before it."""
    start, parts = bracket - 1, [query.name(bracket - 1)]
    while query.is_sign(start - 1, ".") and query.name(start - 2):
        start -= 2
        parts.append(query.name(start))
    return Call(".".join(reversed(parts)).lower(), start, bracket)


def _is_called(query: Query, call: Call) -> bool:
    """Whether the name is that of a function: no keyword, label or procedure."""
    if query.is_sign(call.start - 1, ":") or query.keyword(call.start - 1) == "CALL":
        return False
    word = query.keyword(call.start) if call.start == call.bracket - 1 else ""
    if word == "ALL":
        return query.keyword(call.start - 1) != "UNION"
    return word not in _NO_CALLS
