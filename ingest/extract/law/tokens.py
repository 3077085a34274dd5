"""The tokens of citations of law: words for articles and parts, their numbers, titles in quotation marks."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import msgspec

from ingest.analysis.document import Document
from ingest.analysis.tokens import Token
from ingest.jurisdictions.lexicons import CodeNames, code_names
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.numbers import number_words, read_ordinal

# What opens a quotation or bracket, and what closes it.
CLOSING = {"“": "”", "«": "»", '"': '"', "„": "“", "‘": "’", "(": ")"}
# How far a title may reach, in characters, and a code's name, in tokens; it keeps the scan linear.
TITLE_LENGTH = 400
NAME_TOKENS = 14


class ProvisionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``provisions.yaml``, explained there."""

    article: frozenset[str]
    part: frozenset[str]
    paragraph: frozenset[str]
    other_laws: frozenset[str]
    held_under: frozenset[str]
    titling: frozenset[str]
    demand: frozenset[str]
    hold: frozenset[str]
    liability: frozenset[str]
    opening: frozenset[str]
    harm: frozenset[str]
    discussed: frozenset[str]
    told_of: frozenset[str]
    warning: frozenset[str]
    cited: frozenset[str]
    drafting: frozenset[str]
    past: frozenset[str]
    punished: frozenset[str]
    no_suspects: tuple[str, ...]
    seized: frozenset[str]
    topic: frozenset[str]


@dataclass(frozen=True)
class Scan:
    """A document's tokens, with the lexicons that read them. ``filler`` may be before a code's name."""

    document: Document
    tokens: tuple[Token, ...]
    words: ProvisionWords
    names: CodeNames
    filler: frozenset[str]


def scan_of(document: Document, jurisdiction: Jurisdiction) -> Scan:
    """A document's tokens with what reads them."""
    country = {word.lower() for name in jurisdiction.pack.country for word in name.split()}
    filler = frozenset(country | {"of", "the", "in", "under", "to", "new", "rk", "by", "current", "as"})
    words = provision_words(jurisdiction)
    return Scan(document, tuple(_in_digits(document.tokens, words)), words, code_names(jurisdiction), filler)


def _in_digits(tokens: tuple[Token, ...], words: ProvisionWords) -> Iterator[Token]:
    """The tokens, with numbers of parts in words as digits: ``part second``, ``part one``; and ``second part`` as
    ``part 2``, each at its place.
    """
    opens = words.part | words.paragraph
    before: Token | None = None
    for token, following in zip(tokens, (*tokens[1:], None), strict=False):
        number = _number_in_words(token.word) if before is not None and before.word in opens else None
        ordinal = _ordinal(token.word) if following is not None and following.word in opens else None
        if ordinal is not None and following is not None:
            shown = token._replace(text=following.text, word=following.word)
        elif before is not None and token.word in opens and _ordinal(before.word) is not None:
            shown = token._replace(text=str(_ordinal(before.word)), word=str(_ordinal(before.word)))
        else:
            shown = token if number is None else token._replace(text=str(number), word=str(number))
        yield shown
        before = token


def _ordinal(word: str) -> int | None:
    return read_ordinal(word) if word.isalpha() else None


def _number_in_words(word: str) -> int | None:
    return _ordinal(word) or (number_words().words.get(word) if word.isalpha() else None)


@cache
def provision_words(jurisdiction: Jurisdiction) -> ProvisionWords:
    """The words of citation, read once for each jurisdiction. Raises ``LexiconError``."""
    return jurisdiction.lexicon("provisions", ProvisionWords)


def kind_at(scan: Scan, at: int) -> str | None:
    """``article``, ``part`` or ``paragraph`` for a token that opens numbers of that kind."""
    word = scan.tokens[at].word
    if word in scan.words.part:
        return "part"
    if word in scan.words.paragraph:
        return "paragraph"
    if word in scan.words.article or _is_slip(word, "article") or _is_slip(word, "articles"):
        return "article"
    return None


def number_at(scan: Scan, at: int) -> int | None:
    """The index of the number that a word for an article or part opens, after its full stop or number sign."""
    for ahead in range(at, min(at + 3, len(scan.tokens))):
        token = scan.tokens[ahead]
        if token.text[0].isdigit():
            return ahead
        if token.word not in (".", ":", "no", "nos", "№", "#", "§"):
            return None
    return None


def behind_title(scan: Scan, at: int) -> int | None:
    """The index after the quotation or bracket that opens here; ``None`` if it does not close soon."""
    token = scan.tokens[at]
    closing = {CLOSING[token.word]} | (set() if token.word == "(" else {"”", '"', "»"})
    # A mark right after the opening one only doubles it: (““Title””).
    start = scan.tokens[at + 1].end if at + 1 < len(scan.tokens) else token.end
    found = [scan.document.text.find(mark, start, token.start + TITLE_LENGTH) for mark in closing]
    closed = min((position for position in found if position >= 0), default=None)
    if closed is None:
        return None
    behind = bisect_right(scan.tokens, closed, key=lambda t: t.start)
    while behind < len(scan.tokens) and scan.tokens[behind].text in ("”", "»"):
        behind += 1
    return behind


def title_words(scan: Scan, at: int, behind: int) -> str | None:
    """The words of a quotation or bracket; ``None`` for a bracket that tells a term or number and no title."""
    words = scan.document.text[scan.tokens[at].start : scan.tokens[behind - 1].end]
    bare = words.strip('“”«»"„‘’() ')
    quoted = words.lstrip("( ")[:1] in CLOSING
    return bare if bare and (quoted or not any(c.isdigit() for c in bare)) else None


def _is_slip(word: str, right: str) -> bool:
    """Whether a word is one letter off (left out, added, changed) or has two neighbours swapped."""
    if word == right or not word or word[0] != right[0] or abs(len(word) - len(right)) > 1 or len(word) < 5:
        return word == right
    same = 0
    while same < min(len(word), len(right)) and word[same] == right[same]:
        same += 1
    a, b = word[same:], right[same:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
