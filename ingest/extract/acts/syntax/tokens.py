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

_PIECE = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|\d{1,6}\.\d{1,3}(?![.\d])|\w+(?:[-‑]\w+)*|[’']\w+|[^\w\s]")
# Longer than any sentence that people write; what looks back over a sentence stays cheap on text that is none.
_LONGEST_SENTENCE = 250
_OPENING, _CLOSING = "“«„", "”»"
_LAW_TAIL = frozenset({"of", "the", "and", "part"})


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
    persons = [(s, "person", i) for i, p in enumerate(facts.persons) for s in p.evidence.spans if s.start >= begin]
    bodies = [(s, "body", i) for i, b in enumerate(facts.bodies) for s in b.evidence.spans if s.start >= begin]
    return persons + bodies


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
    i, n = 0, len(tokens)
    while i < n:
        token = tokens[i]
        starts = token.word in ("article", "articles", "art", "aricle") or (
            token.word in ("part", "paragraph") and i + 1 < n and tokens[i + 1].kind == "number"
        )
        if token.kind != "word" or not starts:
            joined.append(token)
            i += 1
            continue
        last, j, numbers = i, i + 1, 0
        while j < n:
            t = tokens[j]
            if t.kind == "number" or (t.kind == "word" and (t.word in LAW_WORDS or t.word in country)):
                numbers += t.kind == "number"
                if t.word not in _LAW_TAIL:
                    last = j
            elif not (t.kind == "mark" and t.word in ",./-–—" and j + 1 < n and _goes_on(tokens[j + 1], t.word)):
                break
            j += 1
        if not numbers:
            joined.append(token)
            i += 1
            continue
        end = last + 1
        if end < n and (tokens[end].kind == "open" or tokens[end].word == '"'):
            close = next((k for k in range(end + 1, min(end + 30, n)) if tokens[k].kind == "close"), None)
            close = close or next((k for k in range(end + 1, min(end + 30, n)) if tokens[k].word == '"'), None)
            if close is not None:
                end = close + 1
        joined.append(Token(token.start, tokens[end - 1].end, "law", "law", -1, True))
        i = end
    return joined


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
    i, n = 0, len(tokens)
    first: dict[int, int] = {}
    for k, token in enumerate(tokens):
        if token.kind == "person":
            first.setdefault(token.ref, k)
    while i < n:
        if tokens[i].word not in SLOGAN_WORDS or tokens[i].kind != "word":
            i += 1
            continue
        start = next(
            (k for k in range(i + 1, min(i + 9, n)) if tokens[k].kind == "open" or tokens[k].word == ":"), None
        )
        if start is None or any(t.word in (".", ";") for t in tokens[i:start]):
            i += 1
            continue
        if tokens[start].word == ":" and start + 1 < n and tokens[start + 1].kind == "open":
            start += 1
        quoted = tokens[start].kind == "open"
        k = start + 1
        while k < n and tokens[k].word not in ("reason", "reasons"):
            told_again = tokens[k - 1].word == "." and tokens[k].kind == "person" and first[tokens[k].ref] < i
            if not quoted and told_again:
                break
            if quoted and tokens[k].kind == "close" and not _another_quotation(tokens, k):
                break
            tokens[k].slogan = True
            k += 1
        i = k + 1


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


def split_tokens(tokens: list[Token], document: Document) -> list[list[Token]]:
    """The tokens sentence by sentence; what no sentence should be as long as is cut, so that its cost stays low."""
    sentences: dict[int, list[Token]] = {}
    for token in tokens:
        sentences.setdefault(document.sentence_number(token.start), []).append(token)
    return [
        sentence[first : first + _LONGEST_SENTENCE]
        for sentence in sentences.values()
        for first in range(0, len(sentence), _LONGEST_SENTENCE)
    ]
