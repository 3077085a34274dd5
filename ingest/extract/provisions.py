"""Citations of law: which articles, parts and paragraphs a text names, and of which code.

A scanner over tokens: a word for "article" (slips of one letter included) opens a list of numbers; words for "part" and
"paragraph" say what the next numbers are; titles in quotation marks or brackets are stepped over; the name of the code
may follow, go before, or stand once for several lists. Every token is looked at a bounded number of times.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

import msgspec

from ingest.facts import Span
from ingest.jurisdiction import Jurisdiction

_TOKEN = re.compile(r"\d+(?:[-‑]\d+)*|[^\W\d_]+(?:[’'-][^\W\d_]+)*|[^\s\w]|_")
_SEPARATORS = {",", "/", "and", "or", "&", "as", "well", "also", "-", "–", "—", ";", "with"}
_CLOSING = {"“": "”", "«": "»", '"': '"', "„": "“", "‘": "’", "(": ")", "[": "]"}
# How far a title or a code's name may reach; it keeps the scan linear.
_TITLE_LENGTH = 400
_NAME_TOKENS = 14
# A part has few numbers, an article a high one: "Articles 272, Part 2, 255" goes on with an article.
_HIGHEST_PART = 20


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
    harm: frozenset[str]


class Code(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One code of ``codes.yaml``, explained there."""

    named: frozenset[str]
    short: frozenset[str]
    first: int = 1


class CodeNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``codes.yaml``, explained there."""

    codes: dict[str, Code]
    no_offences: frozenset[str]
    other_short: frozenset[str]
    titles: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Provision:
    """One article as cited. ``span`` is the article's number with its part, ``title`` the words in quotation marks."""

    article: str
    span: Span
    part: str | None = None
    paragraph: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """One list of articles. ``code`` is ``CC``, ``CAO``, ``CIV`` or ``None``; ``other_law`` is true for another law.

    ``inherited`` says that the code's name stands elsewhere in the text, not at this list.
    """

    span: Span
    provisions: tuple[Provision, ...]
    code: str | None
    other_law: bool = False
    inherited: bool = False


class _Token(NamedTuple):
    text: str
    word: str
    start: int
    end: int


class _Name(NamedTuple):
    """A code's name: which one, whether it is another law, and the tokens it takes."""

    code: str | None
    other_law: bool
    first: int
    after: int


@cache
def provision_words(jurisdiction: Jurisdiction) -> ProvisionWords:
    """The words of citation, read once for each jurisdiction. Raises ``LexiconError``."""
    return jurisdiction.lexicon("provisions", ProvisionWords)


@cache
def code_names(jurisdiction: Jurisdiction) -> CodeNames:
    """The jurisdiction's codes, read once. Raises ``LexiconError``."""
    return jurisdiction.lexicon("codes", CodeNames)


def find_citations(text: str, jurisdiction: Jurisdiction) -> tuple[Citation, ...]:
    """Every list of articles that the text cites, in its order; of any law, charged or not."""
    return _Scan(text, jurisdiction).citations()


class _Scan:
    def __init__(self, text: str, jurisdiction: Jurisdiction) -> None:
        self.text = text
        self.words = provision_words(jurisdiction)
        self.names = code_names(jurisdiction)
        self.tokens = [_Token(m.group(), m.group().lower(), *m.span()) for m in _TOKEN.finditer(text)]
        country = {word.lower() for name in jurisdiction.pack.country for word in name.split()}
        self.filler = country | {"of", "the", "in", "under", "to", "new", "rk", "by", "current", "as"}

    def citations(self) -> tuple[Citation, ...]:
        found: list[Citation] = []
        at = taken = 0
        while at < len(self.tokens):
            if (opening := self._opens_list(at)) is None:
                at += 1
                continue
            provisions, after = self._read_list(at, opening)
            if not provisions:
                at += 1
                continue
            name = self._name_after(after) or self._name_before(at, taken)
            end = self.tokens[after - 1].end
            if name and name.first >= after:
                after = name.after
                provisions, after = self._read_title_behind(provisions, after)
            taken = after
            code, other = (name.code, name.other_law) if name else (None, False)
            found.append(Citation(Span(self.tokens[at].start, end), tuple(provisions), code, other))
            at = after
        return _inherit(found, self.text)

    def _kind(self, at: int) -> str | None:
        """``article``, ``part`` or ``paragraph`` for a token that opens numbers of that kind."""
        word = self.tokens[at].word
        if word in self.words.part:
            return "part"
        if word in self.words.paragraph:
            return "paragraph"
        if word in self.words.article or _is_slip(word, "article") or _is_slip(word, "articles"):
            return "article"
        return None

    def _number_at(self, at: int) -> int | None:
        """The index of the number that a word for an article or part opens, behind its full stop or number sign."""
        for ahead in range(at, min(at + 3, len(self.tokens))):
            token = self.tokens[ahead]
            if token.text[0].isdigit():
                return ahead
            if token.word not in (".", "no", "nos", "№", "#", "§"):
                return None
        return None

    def _opens_list(self, at: int) -> dict[str, list[str]] | None:
        """The parts told before the article ("part 2 of Article 405") where a list of articles begins, else ``None``."""
        if not self.tokens[at].text[0].isalpha():
            return None
        before: dict[str, list[str]] = {}
        for _ in range(4):
            if at >= len(self.tokens) or (kind := self._kind(at)) is None:
                return None
            number = self._number_at(at + 1)
            if number is None:
                return None
            if kind == "article":
                return before
            numbers = [self.tokens[number].text]
            at = number + 1
            while (
                at + 1 < len(self.tokens)
                and self.tokens[at].word in (",", "and", "/")
                and self.tokens[at + 1].text[0].isdigit()
                and len(numbers) < _HIGHEST_PART
            ):
                numbers.append(self.tokens[at + 1].text)
                at += 2
            before[kind] = numbers
            while at < len(self.tokens) and self.tokens[at].word in ("of", "the"):
                at += 1
        return None

    def _read_list(self, at: int, before: Mapping[str, list[str]]) -> tuple[list[Provision], int]:
        """The provisions of the list that begins at a token, and the index behind it."""
        found: list[Provision] = []
        kind, plural, parts_open = "", False, False
        after = at
        start = self.tokens[at].start
        if before:
            while self._kind(at) != "article":
                at += 1
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.text[0].isdigit():
                if kind == "part" and parts_open and self._is_article_again(at, found, plural):
                    kind = "article"
                self._add(found, kind, token, parts_open)
                parts_open = True
                at = after = at + 1
                continue
            opened = self._kind(at) if token.text[0].isalpha() else None
            if opened and (number := self._number_at(at + 1)) is not None:
                if opened != "article" and not found:
                    break
                plural = token.word.endswith("s") if opened == "article" else plural
                kind, parts_open, at = opened, False, number
                continue
            if token.word in _CLOSING and found:
                closed = self._read_bracket(at, found)
                if closed is None:
                    break
                at, is_part = closed
                after = at if is_part or self._goes_on(at) else after
                if not is_part and not self._goes_on(at) and self._name_after(at) is not None:
                    after = at
                continue
            if token.word in _SEPARATORS and self._goes_on(at):
                at += 1
                continue
            break
        if before and found:
            found[0] = replace(found[0], span=Span(start, found[0].span.end))
            parts = before.get("part") or [None]  # type: ignore[list-item]
            paragraphs = before.get("paragraph") or [None]  # type: ignore[list-item]
            first = [replace(found[0], part=part, paragraph=p) for part in parts for p in paragraphs]
            found[:1] = first
        return found, after

    def _is_article_again(self, at: int, found: list[Provision], plural: bool) -> bool:
        number = self.tokens[at].text
        followed = at + 1 < len(self.tokens) and (
            self._kind(at + 1) == "part"
            or (self.tokens[at + 1].word in (",", "(") and at + 2 < len(self.tokens) and self._kind(at + 2) == "part")
        )
        return "-" in number or int(number) > _HIGHEST_PART or (followed and plural)

    def _add(self, found: list[Provision], kind: str, token: _Token, again: bool) -> None:
        span = Span(token.start, token.end)
        if kind == "article" or not found:
            found.append(Provision(token.text.replace("‑", "-"), span))
            return
        last = found[-1]
        told = getattr(last, kind)
        if told is not None and not again:
            # "Part 1, Part 2" of one article
            again = True
        if kind == "part":
            changed = replace(last, part=token.text, paragraph=None, span=Span(last.span.start, token.end))
        else:
            changed = replace(last, paragraph=token.text, span=Span(last.span.start, token.end))
        if told is not None:
            found.append(changed)
        else:
            found[-1] = changed

    def _goes_on(self, at: int) -> bool:
        """Whether only separators stand between here and the next number, word for a part, or title."""
        for ahead in range(at, min(at + 4, len(self.tokens))):
            token = self.tokens[ahead]
            if token.text[0].isdigit():
                return not self._counts_something(ahead)
            if token.word in _SEPARATORS or token.word in ("(", "under"):
                continue
            return bool(token.text[0].isalpha() and self._kind(ahead) and self._number_at(ahead + 1) is not None)
        return False

    def _counts_something(self, at: int) -> bool:
        """ "Article 174, 3 years": the number belongs to what follows it, not to the list."""
        if at + 1 >= len(self.tokens):
            return False
        follower = self.tokens[at + 1]
        if follower.text == "." and at + 2 < len(self.tokens) and self.tokens[at + 2].text[0].isdigit():
            return True
        return (
            follower.text[0].isalpha()
            and follower.word not in _SEPARATORS
            and follower.word not in self.filler
            and self._kind(at + 1) is None
            and not any(follower.text in code.short for code in self.names.codes.values())
            and follower.text[0].islower()
        )

    def _read_bracket(self, at: int, found: list[Provision]) -> tuple[int, bool] | None:
        """Step over a title, or read "(part 2)" and "(2)"; the index behind it and whether it was a part."""
        token = self.tokens[at]
        if token.word == "(" and at + 1 < len(self.tokens):
            number = at + 1
            kind = self._kind(number) if self.tokens[number].text[0].isalpha() else None
            if kind in ("part", "paragraph"):
                number = self._number_at(number + 1) or number
            if self.tokens[number].text[0].isdigit() and (kind or len(self.tokens[number].text) <= 2):
                close = number
                while close < len(self.tokens) and self.tokens[close].word != ")" and close - number < _NAME_TOKENS:
                    if self.tokens[close].text[0].isdigit():
                        self._add(found, kind or "part", self.tokens[close], close > number)
                    close += 1
                return min(close + 1, len(self.tokens)), True
        behind = self._behind_title(at)
        if behind is None:
            return None
        if found[-1].title is None:
            found[-1] = replace(found[-1], title=self._title(at, behind))
        return behind, False

    def _behind_title(self, at: int) -> int | None:
        """The index behind the quotation or bracket that opens here; ``None`` if it does not close soon."""
        token = self.tokens[at]
        closes = {_CLOSING[token.word]} | ({"”", '"', "»"} if token.word not in "([" else set())
        inner = at + 1
        while inner < len(self.tokens) and self.tokens[inner].start - token.start <= _TITLE_LENGTH:
            if self.tokens[inner].text in closes and inner > at + 1:
                inner += 1
                # a doubled closing mark (””) belongs to it
                while inner < len(self.tokens) and self.tokens[inner].text in ("”", "»"):
                    inner += 1
                return inner
            inner += 1
        return None

    def _title(self, at: int, behind: int) -> str:
        words = self.text[self.tokens[at].start : self.tokens[behind - 1].end]
        return words.strip('“”«»"„‘’()[] ')

    def _read_title_behind(self, provisions: list[Provision], at: int) -> tuple[list[Provision], int]:
        """A title in quotation marks right behind the code's name."""
        if at < len(self.tokens) and self.tokens[at].word in _CLOSING and provisions[-1].title is None:
            behind = self._behind_title(at)
            if behind is not None:
                titled = replace(provisions[-1], title=self._title(at, behind))
                return [*provisions[:-1], titled], behind
        return provisions, at

    def _name_after(self, at: int) -> _Name | None:
        """The code's name that begins at a token, after "of the", commas and titles."""
        limit = min(at + _NAME_TOKENS, len(self.tokens))
        while at < limit and (self.tokens[at].word in self.filler or self.tokens[at].word in (",", "(", ")")):
            at += 1
        if at < limit and self.tokens[at].word in _CLOSING and (behind := self._behind_title(at)):
            at, limit = behind, min(behind + _NAME_TOKENS, len(self.tokens))
            while at < limit and (self.tokens[at].word in self.filler or self.tokens[at].word in (",", "(", ")")):
                at += 1
        return self._name_at(at, limit)

    def _name_at(self, at: int, limit: int) -> _Name | None:
        first = at
        heard: list[str] = []
        while at < limit:
            token = self.tokens[at]
            if short := self._short(token.text):
                return _Name(*short, first, self._behind_country(at + 1))
            if token.word in self.words.other_laws and (token.text[0].isupper() or not heard or len(heard) < 3):
                return _Name(None, True, first, at + 1)
            if token.word in ("code", "codex"):
                behind = at + 1
                while behind < min(at + 6, len(self.tokens)) and (
                    self.tokens[behind].word in ("of", "on", "the", "and") or self.tokens[behind].text[0].isupper()
                ):
                    heard.append(self.tokens[behind].word)
                    behind += 1
                    if self._kind(behind - 1) and self._number_at(behind) is not None:
                        behind -= 1
                        heard.pop()
                        break
                code = self._code_named(heard)
                return _Name(code, code is None, first, behind)
            if not token.text[0].isalpha() or self._kind(at) or (token.text[0].islower() and not self._may_name(token)):
                return None
            heard.append(token.word)
            at += 1
        return None

    def _may_name(self, token: _Token) -> bool:
        return (
            token.word in self.filler
            or token.word in ("and", "on")
            or token.word in self.names.no_offences
            or any(token.word in code.named for code in self.names.codes.values())
        )

    def _short(self, text: str) -> tuple[str | None, bool] | None:
        if text in self.names.other_short:
            return None, True
        return next(((id, False) for id, code in self.names.codes.items() if text in code.short), None)

    def _code_named(self, heard: list[str]) -> str | None:
        if any(word in self.names.no_offences for word in heard):
            return None
        return next((id for id, code in self.names.codes.items() if any(word in code.named for word in heard)), None)

    def _behind_country(self, at: int) -> int:
        while at < len(self.tokens) and self.tokens[at].word in self.filler:
            at += 1
        return at

    def _name_before(self, at: int, taken: int) -> _Name | None:
        """A code named right before the list: "the Criminal Code of the RK, Article 405"."""
        back = at - 1
        while back >= max(taken, at - 8) and (
            self.tokens[back].word in self.filler or self.tokens[back].word in (",", "(", ":", "-", "–", "—")
        ):
            back -= 1
        low = max(taken, back - 6)
        for first in range(back, low - 1, -1):
            name = self._name_at(first, min(back + 1, len(self.tokens)))
            if name and name.after >= back + 1 and (name.code or first == low or name.other_law):
                return self._longest_before(name, first, low, back)
        return None

    def _longest_before(self, name: _Name, first: int, low: int, back: int) -> _Name:
        """The name with the words before it too: "Criminal Procedure Code", not "Code"."""
        best = name
        for earlier in range(first - 1, low - 1, -1):
            longer = self._name_at(earlier, back + 1)
            if longer is None:
                break
            best = longer
        return best


def _is_slip(word: str, right: str) -> bool:
    """Whether a word is one letter off (left out, added, changed) or has two neighbours swapped."""
    if word == right or not word or word[0] != right[0] or abs(len(word) - len(right)) > 1 or len(word) < 5:
        return word == right
    same = 0
    while same < min(len(word), len(right)) and word[same] == right[same]:
        same += 1
    a, b = word[same:], right[same:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _inherit(citations: list[Citation], text: str) -> tuple[Citation, ...]:
    """Give lists without a code that of the next list in the sentence, of the same article, or of the one before."""
    coded_by_article = {p.article: c.code for c in citations if c.code for p in c.provisions}
    following: list[Citation | None] = [None] * len(citations)
    for i in range(len(citations) - 2, -1, -1):
        after = citations[i + 1]
        near = after.span.start - citations[i].span.end <= _TITLE_LENGTH
        gap = text[citations[i].span.end : after.span.start] if near else ". "
        if near and ". " not in gap:
            following[i] = after if after.code or after.other_law else following[i + 1]
    previous: Citation | None = None
    out = []
    for citation, after_it in zip(citations, following, strict=True):
        if citation.code is None and not citation.other_law:
            code = next(
                (coded_by_article[p.article] for p in citation.provisions if p.article in coded_by_article), None
            )
            source = after_it or previous
            if code or (source and source.code):
                citation = replace(citation, code=code or source.code, inherited=True)  # type: ignore[union-attr]
            elif after_it and after_it.other_law:
                citation = replace(citation, other_law=True, inherited=True)
        elif citation.code:
            previous = citation
        out.append(citation)
    return tuple(out)
