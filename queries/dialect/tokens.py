"""A query's tokens with what stands around each: brackets, clauses, and the operands of one expression.

The tokens themselves are the store's (``kg.stores.tokens``): comments are gone, texts are one token, and every
token knows its line.
Everything here is found in one pass; a rule that looks around a place costs no walk through the query.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.stores.tokens import Token, tokens_of

PAIRS = {"(": ")", "[": "]", "{": "}"}
_PROJECTING = frozenset({"WITH", "RETURN", "ORDER", "UNWIND"})
SUBQUERIES = frozenset({"EXISTS", "COUNT", "COLLECT", "CALL"})

_CLAUSES = frozenset({"MATCH", "WHERE", "WITH", "RETURN", "UNWIND", "CALL", "UNION", "ORDER"})
_CLAUSES |= {"SKIP", "OFFSET", "LIMIT"}
_SEPARATING_WORDS = _CLAUSES | {"AS", "WHEN", "THEN", "ELSE", "OPTIONAL", "DISTINCT", "YIELD", "ASC", "DESC"}
_SEPARATING_WORDS |= {"ASCENDING", "DESCENDING"}
_SEPARATING_SIGNS = frozenset({",", "|", ":", ";"})
_AFTER_A_VALUE = frozenset({",", ")", "]", "}", ";", ".", ":", "="})


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its number, keyword, the place of its first token, the place after its last, its bracket (-1: none).

    ``before`` is the number of the clause before it in the same bracket, -1 where it is the first.
    """

    number: int
    keyword: str
    start: int
    end: int
    inside: int
    before: int


class Query:
    """A parsed query. Places are positions in ``tokens``. Raises ``QueryRefused`` as ``tokens_of`` does."""

    def __init__(self, cypher: str) -> None:
        self.tokens: tuple[Token, ...] = tuple(tokens_of(cypher))
        self.keywords: tuple[str, ...] = tuple(self._keyword(i) for i in range(len(self.tokens)))
        self.inside: list[int] = []
        """Each token's innermost bracket (or CASE), -1 outside all."""
        self.partner: dict[int, int] = {}
        """Each bracket's other one."""
        self._pair()
        self.operands: list[int] = self._number_operands()
        """The number of the expression each token is in, directly: up to a comma or keyword of its own bracket."""
        self.clauses: tuple[Clause, ...] = self._find_clauses()
        self._clause_of: list[int] = self._number_clauses()

    def value(self, place: int) -> str:
        """What is at a place; empty outside the query."""
        return self.tokens[place].value if 0 <= place < len(self.tokens) else ""

    def keyword(self, place: int) -> str:
        """The word at a place in capitals where it can be a keyword; empty if it is a name or no word."""
        return self.keywords[place] if 0 <= place < len(self.tokens) else ""

    def is_sign(self, place: int, sign: str) -> bool:
        """Whether a place holds this sign (and not a text or a quoted name of that look)."""
        return 0 <= place < len(self.tokens) and self.tokens[place].kind == "sign" and self.tokens[place].value == sign

    def is_one_of(self, place: int, signs: str) -> bool:
        """Whether a place holds one of these signs, each of one character."""
        return any(self.is_sign(place, sign) for sign in signs)

    def has_signs(self, place: int, signs: str) -> bool:
        """Whether these signs, each of one character, follow each other from a place on."""
        return all(self.is_sign(at, sign) for at, sign in enumerate(signs, place))

    def name(self, place: int) -> str:
        """The name at a place, quoted or not; empty if there is none."""
        return self.tokens[place].name if 0 <= place < len(self.tokens) else ""

    def is_projected(self, place: int) -> bool:
        """Whether a place is in a clause that makes values: WITH, RETURN, ORDER BY, UNWIND."""
        clause = self.clause_of(place)
        return clause is not None and clause.keyword in _PROJECTING

    def is_subquery(self, place: int) -> bool:
        """Whether a place is the brace that opens a subquery."""
        if not self.is_sign(place, "{"):
            return False
        before = place - 1
        if self.is_sign(before, ")") and before in self.partner:
            return self.keyword(self.partner[before] - 1) == "CALL"
        return self.keyword(before) in SUBQUERIES

    def around(self, place: int) -> Iterator[int]:
        """The brackets around a place, the innermost first."""
        bracket = self.inside[place]
        while bracket >= 0:
            yield bracket
            bracket = self.inside[bracket]

    def clause_of(self, place: int) -> Clause | None:
        """The innermost clause that a place is in."""
        number = self._clause_of[place]
        return self.clauses[number] if number >= 0 else None

    def is_optional(self, clause: Clause) -> bool:
        """Whether a clause is an OPTIONAL MATCH."""
        return clause.keyword == "MATCH" and self.keyword(clause.start - 1) == "OPTIONAL"

    def items(self, clause: Clause) -> Iterator[range]:
        """The parts of a clause between its commas, without its keyword."""
        start = clause.start + 1
        for i in range(start, clause.end + 1):
            if i == clause.end or (self.is_sign(i, ",") and self.inside[i] == clause.inside):
                if i > start:
                    yield range(start, i)
                start = i + 1

    def _keyword(self, i: int) -> str:
        """A word is a name, whatever it is spelled like, after a dot, a colon or AS."""
        token = self.tokens[i]
        if token.kind != "word":
            return ""
        before = self.tokens[i - 1] if i else None
        if before and before.kind == "sign" and before.value in (".", ":"):
            # Two dots are a range: [1..size(x)].
            return token.keyword if before.value == "." and i > 1 and self.tokens[i - 2].value == "." else ""
        if before and before.keyword == "AS":
            return ""
        return token.keyword

    def _pair(self) -> None:
        open_brackets: list[int] = []
        for i in range(len(self.tokens)):
            if open_brackets and self._closes(i, open_brackets[-1]):
                opening = open_brackets.pop()
                self.partner[opening], self.partner[i] = i, opening
            self.inside.append(open_brackets[-1] if open_brackets else -1)
            if self.is_one_of(i, "([{") or self._is_case(i):
                open_brackets.append(i)

    def _closes(self, i: int, opening: int) -> bool:
        token = self.tokens[opening]
        return self.is_sign(i, PAIRS[token.value]) if token.kind == "sign" else self.keywords[i] == "END"

    def _is_case(self, i: int) -> bool:
        if self.keywords[i] != "CASE" or i + 1 >= len(self.tokens):
            return False
        following = self.tokens[i + 1]
        value = following.kind == "sign" and following.value in _AFTER_A_VALUE
        return not value and self.keywords[i + 1] not in (*_CLAUSES, "ASC", "DESC")

    def _number_operands(self) -> list[int]:
        numbers: list[int] = []
        current: dict[int, int] = {}
        for i, token in enumerate(self.tokens):
            bracket = self.inside[i]
            sign = token.kind == "sign" and token.value in _SEPARATING_SIGNS
            if bracket not in current or sign or self.keywords[i] in _SEPARATING_WORDS:
                current[bracket] = i
            numbers.append(current[bracket])
        return numbers

    def _find_clauses(self) -> tuple[Clause, ...]:
        starts = [i for i in range(len(self.tokens)) if self._begins_clause(i)]
        ends: dict[int, int] = {}
        ahead: dict[int, int] = {}
        for start in reversed(starts):
            bracket = self.inside[start]
            closed = self.partner.get(bracket, len(self.tokens)) if bracket >= 0 else len(self.tokens)
            ends[start] = ahead.get(bracket, closed)
            ahead[bracket] = start
        found: list[Clause] = []
        last: dict[int, int] = {}
        for number, start in enumerate(starts):
            bracket = self.inside[start]
            found.append(Clause(number, self.keywords[start], start, ends[start], bracket, last.get(bracket, -1)))
            last[bracket] = number
        return tuple(found)

    def _number_clauses(self) -> list[int]:
        begun = {clause.start: clause.number for clause in self.clauses}
        numbers: list[int] = []
        current: dict[int, int] = {}
        for i, bracket in enumerate(self.inside):
            if i in begun:
                current[bracket] = begun[i]
            # A bracket without a clause of its own belongs to the clause that it is in.
            outer = numbers[bracket] if bracket >= 0 else -1
            numbers.append(current.get(bracket, outer))
        return numbers

    def _begins_clause(self, i: int) -> bool:
        if self.keywords[i] not in _CLAUSES or not (self.inside[i] < 0 or self.is_subquery(self.inside[i])):
            return False
        if self.keywords[i] == "WITH":
            # a STARTS WITH b
            return self.keyword(i - 1) not in ("STARTS", "ENDS")
        return True
