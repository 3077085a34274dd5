"""The words of an entry as the reading of acts sees them: names, bodies, provisions and dates are one token each.

What other extractors found is put in the place of its words, so that a verb's neighbours are people and bodies and not
the parts of their names. Footnote marks are left out. Cost is linear in the text.
"""

import re
from dataclasses import dataclass
from typing import Literal

from ingest.analysis.document import Document
from ingest.extract.acts.syntax.grammar import LAW_WORDS, SLOGAN_WORDS
from ingest.facts import EntryFacts, Span
from ingest.language.folding import lower

Kind = Literal["word", "number", "person", "body", "law", "date", "mark", "open", "close"]

_PIECE = re.compile(
    r"\d{1,3}(?:,\d{3})+(?!\d)|\d{1,6}\.\d{1,3}(?![.\d])|\w+(?:[-‑]\w+|\.(?=[^\W\d_]{2})\w+)*|[’']\w+|[^\w\s]"
)
# "Mr. X" is one name.
_ADDRESS = re.compile(r"\b(?:Mr|Mrs|Ms|Messrs|Dr)\.?\s$")
_LONGEST_ADDRESS = len("Messrs. ")
_OPENING, _CLOSING = "“«„", "”»"
_ARTICLES = frozenset({"article", "articles", "art", "aricle"})
_LAW_TAIL = frozenset({"of", "the", "and", "part"})
# How many tokens the title of an offence may have, and how far behind its word a slogan may open.
_LONGEST_TITLE = 30
_SLOGAN_REACH = 9


@dataclass(slots=True)
class Token:
    """A piece of the text: ``word`` in lower case, ``ref`` the index of the person or body it names.

    ``quoted`` is true within quotation marks, ``slogan`` within words that only say what a rally or poster is about.
    """

    start: int
    end: int
    word: str
    kind: Kind
    ref: int = -1
    capital: bool = False
    quoted: bool = False
    slogan: bool = False

    @property
    def named(self) -> bool:
        """Whether it names a person or a body."""
        return self.ref >= 0


def read_tokens(document: Document, facts: EntryFacts, country: frozenset[str]) -> list[Token]:
    """The tokens of the entry's telling, from ``Entry.body`` on; ``country`` holds the words of the country's names."""
    text, begin = document.text, document.entry.body
    chunks = _named_spans(facts)
    tokens: list[Token] = []
    dates = [(d.span, "date", -1) for d in document.dates]
    notes = [(n.span, "note", -1) for n in facts.entry.footnotes]
    whole = sorted([*chunks, *dates, *notes], key=lambda c: (c[0].start, -c[0].end))
    position = begin
    for span, kind, ref in whole:
        if span.start < position:
            continue
        _split(text, position, span.start, tokens)
        if kind != "note":
            tokens.append(
                Token(span.start, span.end, text[span.start : span.end].lower(), kind, ref, True)  # type: ignore[arg-type]
            )
        position = span.end
    _split(text, position, len(text), tokens)
    tokens = _join_laws(tokens, country)
    _mark_quotations(tokens, document)
    _mark_slogans(tokens)
    return tokens


def _named_spans(facts: EntryFacts) -> list[tuple[Span, str, int]]:
    begin = facts.entry.body
    text, named = facts.entry.text, enumerate(facts.persons)
    persons = [(_with_address(s, text), "person", i) for i, p in named for s in p.evidence.spans if s.start >= begin]
    bodies = [(s, "body", i) for i, b in enumerate(facts.bodies) for s in b.evidence.spans if s.start >= begin]
    return persons + bodies


def _with_address(name: Span, text: str) -> Span:
    address = _ADDRESS.search(text, max(0, name.start - _LONGEST_ADDRESS), name.start)
    return Span(address.start(), name.end) if address else name


def _split(text: str, start: int, end: int, tokens: list[Token]) -> None:
    for match in _PIECE.finditer(text, start, end):
        piece = match.group()
        first = piece[0]
        if first in _OPENING:
            kind: Kind = "open"
        elif first in _CLOSING:
            kind = "close"
        elif first.isdigit():
            kind = "number"
        elif first.isalnum() or len(piece) > 1:
            kind = "word"
        else:
            kind = "mark"
        word = lower(piece) if kind == "word" else piece
        tokens.append(Token(match.start(), match.end(), word, kind, -1, first.isupper()))


def _join_laws(tokens: list[Token], country: frozenset[str]) -> list[Token]:
    """Put each run of words that cites a provision, with the offence's title in quotation marks, into one token."""
    joined: list[Token] = []
    i = 0
    while i < len(tokens):
        end = _citation_end(tokens, i, country) if _begins_citation(tokens, i) else None
        if end is None:
            joined.append(tokens[i])
            i += 1
            continue
        end = _title_end(tokens, end)
        joined.append(Token(tokens[i].start, tokens[end - 1].end, "law", "law", -1, True))
        i = end
    return joined


def _begins_citation(tokens: list[Token], i: int) -> bool:
    """`Article …`, `part 2 …`."""
    if tokens[i].kind != "word":
        return False
    numbered = i + 1 < len(tokens) and tokens[i + 1].kind == "number"
    return tokens[i].word in _ARTICLES or (numbered and tokens[i].word in ("part", "paragraph"))


def _citation_end(tokens: list[Token], i: int, country: frozenset[str]) -> int | None:
    """Where the citation that begins at ``i`` ends; ``None`` where it has no number."""
    end, numbers = i + 1, 0
    for k in range(i + 1, len(tokens)):
        token = tokens[k]
        if _cites(token, country):
            numbers += token.kind == "number"
            if token.word not in _LAW_TAIL:
                end = k + 1
        elif not _joins_citation(tokens, k):
            break
    return end if numbers else None


def _cites(token: Token, country: frozenset[str]) -> bool:
    """`2`, `Part`, `Code`: whether the token may stand in a citation; ``country`` holds the words of its names."""
    return token.kind == "number" or (token.kind == "word" and (token.word in LAW_WORDS or token.word in country))


def _joins_citation(tokens: list[Token], k: int) -> bool:
    """`Article 9, 10`, `Article 5-1`: whether the mark at ``k`` has a further part of the citation behind it."""
    if tokens[k].kind != "mark" or tokens[k].word not in ",./-–—":
        return False
    return k + 1 < len(tokens) and _goes_on(tokens[k + 1], tokens[k].word)


def _title_end(tokens: list[Token], end: int) -> int:
    """`Article 207 | “Mass disorder”`: where the title in quotation marks at ``end`` closes; ``end`` if none does."""
    limit = min(end + _LONGEST_TITLE, len(tokens))
    if end >= len(tokens) or not (tokens[end].kind == "open" or tokens[end].word == '"'):
        return end
    close = next((k for k in range(end + 1, limit) if tokens[k].kind == "close"), None)
    close = close or next((k for k in range(end + 1, limit) if tokens[k].word == '"'), None)
    return end if close is None else close + 1


def _goes_on(token: Token, mark: str) -> bool:
    if token.kind == "number":
        return True
    return mark != "." and token.kind == "word" and token.word in ("article", "articles", "part", "parts", "paragraph")


def _mark_quotations(tokens: list[Token], document: Document) -> None:
    opening = {quotation.span.start for quotation in document.quotations}
    closing = {quotation.span.end - 1 for quotation in document.quotations}
    depth = 0
    for token in tokens:
        if token.start in opening:
            token.kind = "open"
            depth += 1
        elif token.start in closing:
            token.kind = "close"
            depth -= 1
        else:
            token.quoted = depth > 0


def _mark_slogans(tokens: list[Token]) -> None:
    """Mark what a rally, a poster or a chant says: from the colon or quotation after such a word to where it ends."""
    first: dict[int, int] = {}
    for k, token in enumerate(tokens):
        if token.kind == "person":
            first.setdefault(token.ref, k)
    i = 0
    while i < len(tokens):
        opening = _slogan_opening(tokens, i)
        if opening is None:
            i += 1
            continue
        end = opening + 1
        while end < len(tokens) and not _ends_slogan(tokens, i, opening, end, first):
            tokens[end].slogan = True
            end += 1
        i = end + 1


def _slogan_opening(tokens: list[Token], i: int) -> int | None:
    """`Topic of the rally | : “…”`: the colon or quotation mark that opens what the word at ``i`` announces."""
    if tokens[i].word not in SLOGAN_WORDS or tokens[i].kind != "word":
        return None
    behind = range(i + 1, min(i + _SLOGAN_REACH, len(tokens)))
    opening = next((k for k in behind if tokens[k].kind == "open" or tokens[k].word == ":"), None)
    if opening is None or any(t.word in (".", ";") for t in tokens[i:opening]):
        return None
    quoted = tokens[opening].word == ":" and opening + 1 < len(tokens) and tokens[opening + 1].kind == "open"
    return opening + 1 if quoted else opening


def _ends_slogan(tokens: list[Token], i: int, opening: int, k: int, first: dict[int, int]) -> bool:
    """Whether the slogan of the word at ``i`` ends before ``k``; ``first`` is where each person is first named.

    A quoted one ends with its quotation, another one where a sentence tells of somebody again: ``Topic: freedom to
    political prisoners. X was detained``.
    """
    if tokens[k].word in ("reason", "reasons"):
        return True
    if tokens[opening].kind == "open":
        return tokens[k].kind == "close" and not _another_quotation(tokens, k)
    return tokens[k - 1].word == "." and tokens[k].kind == "person" and first[tokens[k].ref] < i


def _another_quotation(tokens: list[Token], close: int) -> bool:
    """Whether a further slogan follows at once, as in ``“…”, “…” and “…”!``."""
    for token in tokens[close + 1 : close + 4]:
        if token.kind == "open":
            return True
        if token.kind not in ("mark", "close") and token.word != "and":
            return False
        if token.word == ".":
            return False
    return False
