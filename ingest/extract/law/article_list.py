"""A list of articles as the text has it: "Articles 272, Part 2, and 255 of …", each article with its part and title."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ingest.analysis.tokens import Token
from ingest.extract.law.code_names import name_after
from ingest.extract.law.tokens import CLOSING, NAME_TOKENS, Scan, behind_title, kind_at, number_at, title_words
from ingest.facts import Span

_SEPARATORS = frozenset({",", "/", "and", "or", "&", "as", "well", "also", "-", "–", "—", ";", "with"})
# A part has few numbers, an article a high one: "Articles 272, Part 2, 255" goes on with an article.
_HIGHEST_PART = 20
# How many words for parts may be before the article: "paragraph 2 of part 1 of Article 5".
_LEVELS = 4
# How many tokens a list may go on over before its next number.
_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Provision:
    """One article as cited. ``span`` is the article's number with its part, ``title`` the words in quotation marks."""

    article: str
    span: Span
    part: str | None = None
    paragraph: str | None = None
    title: str | None = None


def opens_list(scan: Scan, at: int) -> dict[str, list[str]] | None:
    """The parts named before the article ("part 2 of Article 405") where a list of articles begins, else ``None``."""
    if not scan.tokens[at].is_word:
        return None
    before: dict[str, list[str]] = {}
    for _ in range(_LEVELS):
        kind = kind_at(scan, at) if at < len(scan.tokens) else None
        number = number_at(scan, at + 1) if kind else None
        if kind is None or number is None:
            return None
        if kind == "article":
            return before
        numbers, at = _numbers_from(scan, number)
        before.setdefault(kind, []).extend(numbers)
        at = _behind_links(scan, at)
    return None


def _behind_links(scan: Scan, at: int) -> int:
    """The index after "of the", or after "and", a comma or "to" ("from Part 2 to Part 1 of") before one more part."""
    while at < len(scan.tokens) and scan.tokens[at].word in ("of", "the"):
        at += 1
    joined = at + 1 < len(scan.tokens) and scan.tokens[at].word in ("and", ",", "to")
    return at + 1 if joined and kind_at(scan, at + 1) in ("part", "paragraph") else at


def _numbers_from(scan: Scan, at: int) -> tuple[list[str], int]:
    """The numbers of parts that begin here ("1, 2 and 3"), and the index after them."""
    numbers = [scan.tokens[at].text]
    at += 1
    while len(numbers) < _HIGHEST_PART and _is_further_number(scan, at):
        numbers.append(scan.tokens[at + 1].text)
        at += 2
    return numbers, at


def _is_further_number(scan: Scan, at: int) -> bool:
    return at + 1 < len(scan.tokens) and scan.tokens[at].word in (",", "and", "/") and scan.tokens[at + 1].is_number


def read_list(scan: Scan, at: int, before: Mapping[str, list[str]]) -> tuple[list[Provision], int]:
    """The provisions of the list that begins at a token, and the index after it.

    ``before`` are the parts named before the article, from :func:`opens_list`.
    """
    start = scan.tokens[at].start
    while before and kind_at(scan, at) != "article":
        at += 1
    reader = _ListReader(scan, at)
    reader.read()
    if before and reader.found:
        first = replace(reader.found[0], span=Span(start, reader.found[0].span.end))
        reader.found[:1] = _with_parts(first, before)
    return reader.found, reader.after


def _with_parts(first: Provision, before: Mapping[str, list[str]]) -> Iterator[Provision]:
    parts: list[str | None] = [*before.get("part", ())] or [None]
    paragraphs: list[str | None] = [*before.get("paragraph", ())] or [None]
    yield from (replace(first, part=part, paragraph=paragraph) for part in parts for paragraph in paragraphs)


class _ListReader:
    """Reads one list token by token. ``after`` is the index after what was read of it."""

    def __init__(self, scan: Scan, at: int) -> None:
        self.scan, self.at, self.after = scan, at, at
        self.found: list[Provision] = []
        self._kind = ""
        self._plural = self._parts_open = False

    def read(self) -> None:
        """Read to the end of the list."""
        while self.at < len(self.scan.tokens) and self._step():
            pass

    def _step(self) -> bool:
        """Read one token or bracket; whether the list went on with it."""
        token = self.scan.tokens[self.at]
        if token.is_number:
            self._number(token)
            return True
        opened = kind_at(self.scan, self.at) if token.is_word else None
        number = number_at(self.scan, self.at + 1) if opened else None
        if opened and number is not None:
            # "Part 3 of Article 179 and Part 1 of Article 272" are two lists.
            another = opened != "article" and self.found and opens_list(self.scan, self.at) is not None
            return not another and self._word(opened, number, token)
        if token.word in CLOSING and self.found:
            return self._bracket()
        if token.word in _SEPARATORS and _goes_on(self.scan, self.at):
            self.at += 1
            return True
        return False

    def _number(self, token: Token) -> None:
        if self._kind == "part" and self._parts_open and self._is_article_again(token):
            self._kind = "article"
        self._add(self._kind, token)
        self._parts_open = True
        self.at = self.after = self.at + 1

    def _word(self, opened: str, number: int, token: Token) -> bool:
        """A word for an article or part, whose number is at an index."""
        if opened != "article" and not self.found:
            return False
        if opened == "article":
            self._plural = token.word.endswith("s")
        self._kind, self._parts_open, self.at = opened, False, number
        return True

    def _bracket(self) -> bool:
        """Step over a title, or read "(part 2)" and "(2)"."""
        if self._read_parts():
            self.after = self.at
            return True
        behind = behind_title(self.scan, self.at)
        if behind is None:
            return False
        if self.found[-1].title is None:
            self.found[-1] = replace(self.found[-1], title=title_words(self.scan, self.at, behind))
        self.at = behind
        if _goes_on(self.scan, behind) or name_after(self.scan, behind) is not None:
            self.after = behind
        return True

    def _read_parts(self) -> bool:
        """Read the parts in brackets after an article, if that is what the brackets hold."""
        tokens, at = self.scan.tokens, self.at
        if tokens[at].word != "(" or at + 1 >= len(tokens):
            return False
        number, kind = self._part_in_bracket(at + 1)
        if not tokens[number].is_number or not (kind or len(tokens[number].text) <= 2):
            return False
        close = number
        while close < len(tokens) and tokens[close].word != ")" and close - number < NAME_TOKENS:
            if tokens[close].is_number:
                self._add(kind or "part", tokens[close])
            close += 1
        self.at = min(close + 1, len(tokens))
        return True

    def _part_in_bracket(self, at: int) -> tuple[int, str | None]:
        """Where the number after an opening bracket stands, and what its word says that it is."""
        kind = kind_at(self.scan, at) if self.scan.tokens[at].is_word else None
        if kind in ("part", "paragraph"):
            return number_at(self.scan, at + 1) or at, kind
        return at, kind

    def _is_article_again(self, token: Token) -> bool:
        """Whether a number after the numbers of parts is an article's: it is high, or has parts of its own."""
        if "-" in token.text or int(token.text) > _HIGHEST_PART:
            return True
        return self._plural and self._has_parts(self.at + 1)

    def _has_parts(self, at: int) -> bool:
        tokens = self.scan.tokens
        if at < len(tokens) and kind_at(self.scan, at) == "part":
            return True
        return at + 1 < len(tokens) and tokens[at].word in (",", "(") and kind_at(self.scan, at + 1) == "part"

    def _add(self, kind: str, token: Token) -> None:
        """A number of a kind; a further part of an article that has one is a provision of its own."""
        if kind == "article" or not self.found:
            self.found.append(Provision(token.text.replace("‑", "-"), Span(token.start, token.end)))
            return
        last = self.found[-1]
        span = Span(last.span.start, token.end)
        stated = last.part if kind == "part" else last.paragraph
        if kind == "part":
            changed = replace(last, part=token.text, paragraph=None, span=span)
        else:
            changed = replace(last, paragraph=token.text, span=span)
        if stated is None:
            self.found[-1] = changed
        else:
            self.found.append(changed)


def _goes_on(scan: Scan, at: int) -> bool:
    """Whether only separators stand between here and the next number, word for a part, or title."""
    for ahead in range(at, min(at + _AHEAD, len(scan.tokens))):
        token = scan.tokens[ahead]
        if token.is_number:
            return not _counts_something(scan, ahead)
        if token.word not in _SEPARATORS and token.word not in ("(", "under"):
            return token.is_word and kind_at(scan, ahead) is not None and number_at(scan, ahead + 1) is not None
    return False


def _counts_something(scan: Scan, at: int) -> bool:
    """ "Article 174, 3 years": the number belongs to what follows it, not to the list."""
    following = scan.tokens[at + 1 : at + 3]
    if not following:
        return False
    if following[0].text == "." and len(following) > 1 and following[1].is_number:
        return True
    return following[0].text[0].islower() and _is_counted(scan, following[0], at + 1)


def _is_counted(scan: Scan, token: Token, at: int) -> bool:
    """Whether a word in small letters is none of those that go on with a citation."""
    citing = token.word in _SEPARATORS or token.word in scan.filler or kind_at(scan, at) is not None
    return not citing and not any(token.text in code.short for code in scan.names.codes.values())
