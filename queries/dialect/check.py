"""What is not portable in a query or a file, with its line and what to write instead."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import KgError
from kg.stores import QueryRefused
from queries.catalogue import PARTS, SavedQuery, read_query, read_query_text
from queries.dialect.functions import calls_in, rewritings
from queries.dialect.rules import RULES, Rule
from queries.dialect.tokens import Query


class QueryNotPortable(KgError):
    """A saved query would not give the same rows on both engines; the message names the construct and the line."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One place of a query: the rule it breaks, line and column (from 1), the words, and what to write instead."""

    rule: Rule
    line: int
    column: int
    words: str
    instead: str

    @property
    def sentence(self) -> str:
        """The finding for people."""
        place = f"line {self.line}, column {self.column}"
        return f"{place}: {self.words} is not portable ({self.rule.why}). Instead: {self.instead}."


def check(cypher: str) -> tuple[Finding, ...]:
    """What is not portable, in the order of lines. Raises ``QueryRefused`` for what no engine may be asked to read."""
    query = Query(cypher)
    found = [_finding(rule, query, place) for rule in RULES for place in rule.find(query)]
    return tuple(sorted(found, key=lambda finding: (finding.line, finding.column)))


def check_file(path: Path) -> tuple[Finding, ...]:
    """What is not portable in a query file, lines counted from the file's first.

    Raises ``LexiconError`` if its header is not as it should be, ``KgError`` where it cannot be read as a query.
    """
    if path.parent not in PARTS:
        read_query(path)
    try:
        return check(read_query_text(path))
    except QueryRefused as refused:
        raise KgError(f"{path}: {refused}") from None


def require_portable(query: SavedQuery) -> None:
    """Raise ``QueryNotPortable`` for a saved query that the engines would not answer alike."""
    for text in query.texts:
        found = check_file(text.path)
        if found:
            raise QueryNotPortable(f"{text.path}, {found[0].sentence}{_more(found)}")


def _more(found: Iterable[Finding]) -> str:
    others = len(tuple(found)) - 1
    return f" `kg query check` lists {others} more." if others else ""


def _finding(rule: Rule, query: Query, place: int) -> Finding:
    words, instead = rule.construct, rule.instead
    if rule.name == "function":
        call = next(call for call in calls_in(query) if call.start == place)
        written = "".join(query.value(i) for i in range(call.start, call.bracket))
        words = f"the function {written}()"
        instead = rewritings().get(call.name, instead)
    token = query.tokens[place]
    return Finding(rule, token.line, token.column, words, instead)
