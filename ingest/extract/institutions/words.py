"""An entry's text as words and marks, with its quotation marks paired."""

from dataclasses import dataclass, field

from ingest.analysis.document import Document
from ingest.analysis.quotations import MARKS, OPENING
from ingest.analysis.tokens import find_name_tokens
from ingest.language.folding import lower

# Longer quotations are speech, not names.
_LONGEST = 14


@dataclass(slots=True)
class Words:
    """``low`` is each word in lower case with a straight apostrophe; ``quotes`` goes from an opening mark to its
    closing one, ``closing`` the other way; both only where no other mark is between.
    """

    text: str
    raw: list[str] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    quotes: dict[int, int] = field(default_factory=dict)
    closing: dict[int, int] = field(default_factory=dict)

    def is_name(self, i: int) -> bool:
        """Whether a word is printed with a capital."""
        return 0 <= i < len(self.raw) and self.raw[i][0].isupper()

    def at(self, i: int) -> str:
        """The word in lower case, empty outside the text."""
        return self.low[i] if 0 <= i < len(self.low) else ""


def read_words(document: Document) -> Words:
    """The words of a document, with its quotations that are short enough to be names.

    A quotation that is never closed is closed after its capitals.
    """
    words = Words(document.text)
    at: dict[int, int] = {}
    for i, token in enumerate(find_name_tokens(document.text)):
        at[token.start] = i
        words.raw.append(token.text)
        words.low.append(lower(token.text))
        words.start.append(token.start)
        words.end.append(token.end)
    _pair(words, at, document)
    return words


def _pair(words: Words, at: dict[int, int], document: Document) -> None:
    closed = set()
    for quotation in document.quotations:
        opening, closing = at[quotation.span.start], at[quotation.span.end - 1]
        closed |= {opening, closing}
        if 1 < closing - opening <= _LONGEST and not any(raw in MARKS for raw in words.raw[opening + 1 : closing]):
            words.quotes[opening], words.closing[closing] = closing, opening
    for i, raw in enumerate(words.raw):
        if raw in OPENING and i not in closed:
            _leave_open(words, i)


def _leave_open(words: Words, opened: int) -> None:
    """Close a quotation that has no closing mark after its words with capitals: ``“Rise, Springfield! The …``."""
    i = opened + 1
    last = min(i + 6, len(words.raw))
    while i < last and (words.is_name(i) or (words.raw[i] == "," and words.is_name(i + 1))):
        i += 1
    if i > opened + 1:
        words.quotes[opened] = i + 1 if i < len(words.raw) and words.raw[i] == "!" else i


def is_namelike(words: Words, opened: int) -> bool:
    """Whether a quotation may be a name: it begins with a capital or a digit and few of its words are small."""
    inside = range(opened + 1, words.quotes[opened])
    first = words.raw[inside[0]]
    small = sum(words.raw[i][0].islower() for i in inside)
    return len(inside) <= 10 and (first[0].isupper() or first[0].isdigit() or "." in first) and small <= len(inside) / 2
