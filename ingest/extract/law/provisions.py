"""Citations of law: which articles, parts and paragraphs a text names, and of which code.

A scanner over tokens: a word for "article" (slips of one letter included) opens a list of numbers; words for "part" and
"paragraph" say what the next numbers are; titles in quotation marks or brackets are stepped over; the name of the code
may follow, go before, or stand once for several lists. Every token is looked at a bounded number of times.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ingest.analysis.document import Document
from ingest.analysis.tokens import Token
from ingest.extract.law.code_names import name_after, name_before
from ingest.extract.law.tokens import (
    CLOSING,
    NAME_TOKENS,
    TITLE_LENGTH,
    Scan,
    behind_title,
    kind_at,
    number_at,
    scan_of,
    title_words,
)
from ingest.facts import Span
from ingest.jurisdictions.packs import Jurisdiction

_SEPARATORS = {",", "/", "and", "or", "&", "as", "well", "also", "-", "–", "—", ";", "with"}
# A part has few numbers, an article a high one: "Articles 272, Part 2, 255" goes on with an article.
_HIGHEST_PART = 20


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


def find_citations(document: Document, jurisdiction: Jurisdiction) -> tuple[Citation, ...]:
    """Every list of articles that a text cites, in its order; of any law, charged or not."""
    scan = scan_of(document, jurisdiction)
    found: list[Citation] = []
    at = taken = 0
    while at < len(scan.tokens):
        if (opening := _opens_list(scan, at)) is None:
            at += 1
            continue
        provisions, after = _read_list(scan, at, opening)
        if not provisions:
            at += 1
            continue
        name = name_after(scan, after) or name_before(scan, at, taken)
        end = scan.tokens[after - 1].end
        if name and name.first >= after:
            after = name.after
            provisions, after = _read_title_behind(scan, provisions, after)
        taken = after
        code, other = (name.code, name.other_law) if name else (None, False)
        found.append(Citation(Span(scan.tokens[at].start, end), tuple(provisions), code, other))
        at = after
    return _inherit(found, document)


def _opens_list(scan: Scan, at: int) -> dict[str, list[str]] | None:
    """The parts told before the article ("part 2 of Article 405") where a list of articles begins."""
    if not scan.tokens[at].text[0].isalpha():
        return None
    before: dict[str, list[str]] = {}
    for _ in range(4):
        if at >= len(scan.tokens) or (kind := kind_at(scan, at)) is None:
            return None
        number = number_at(scan, at + 1)
        if number is None:
            return None
        if kind == "article":
            return before
        numbers = [scan.tokens[number].text]
        at = number + 1
        while (
            at + 1 < len(scan.tokens)
            and scan.tokens[at].word in (",", "and", "/")
            and scan.tokens[at + 1].text[0].isdigit()
            and len(numbers) < _HIGHEST_PART
        ):
            numbers.append(scan.tokens[at + 1].text)
            at += 2
        before[kind] = numbers
        while at < len(scan.tokens) and scan.tokens[at].word in ("of", "the"):
            at += 1
    return None


def _read_list(scan: Scan, at: int, before: Mapping[str, list[str]]) -> tuple[list[Provision], int]:
    """The provisions of the list that begins at a token, and the index behind it."""
    found: list[Provision] = []
    kind, plural, parts_open = "", False, False
    after = at
    start = scan.tokens[at].start
    if before:
        while kind_at(scan, at) != "article":
            at += 1
    while at < len(scan.tokens):
        token = scan.tokens[at]
        if token.text[0].isdigit():
            if kind == "part" and parts_open and _is_article_again(scan, at, found, plural):
                kind = "article"
            _add(scan, found, kind, token, parts_open)
            parts_open = True
            at = after = at + 1
            continue
        opened = kind_at(scan, at) if token.text[0].isalpha() else None
        if opened and (number := number_at(scan, at + 1)) is not None:
            if opened != "article" and not found:
                break
            plural = token.word.endswith("s") if opened == "article" else plural
            kind, parts_open, at = opened, False, number
            continue
        if token.word in CLOSING and found:
            closed = _read_bracket(scan, at, found)
            if closed is None:
                break
            at, is_part = closed
            after = at if is_part or _goes_on(scan, at) else after
            if not is_part and not _goes_on(scan, at) and name_after(scan, at) is not None:
                after = at
            continue
        if token.word in _SEPARATORS and _goes_on(scan, at):
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


def _is_article_again(scan: Scan, at: int, found: list[Provision], plural: bool) -> bool:
    number = scan.tokens[at].text
    followed = at + 1 < len(scan.tokens) and (
        kind_at(scan, at + 1) == "part"
        or (scan.tokens[at + 1].word in (",", "(") and at + 2 < len(scan.tokens) and kind_at(scan, at + 2) == "part")
    )
    return "-" in number or int(number) > _HIGHEST_PART or (followed and plural)


def _add(scan: Scan, found: list[Provision], kind: str, token: Token, again: bool) -> None:
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


def _goes_on(scan: Scan, at: int) -> bool:
    """Whether only separators stand between here and the next number, word for a part, or title."""
    for ahead in range(at, min(at + 4, len(scan.tokens))):
        token = scan.tokens[ahead]
        if token.text[0].isdigit():
            return not _counts_something(scan, ahead)
        if token.word in _SEPARATORS or token.word in ("(", "under"):
            continue
        return bool(token.text[0].isalpha() and kind_at(scan, ahead) and number_at(scan, ahead + 1) is not None)
    return False


def _counts_something(scan: Scan, at: int) -> bool:
    """ "Article 174, 3 years": the number belongs to what follows it, not to the list."""
    if at + 1 >= len(scan.tokens):
        return False
    follower = scan.tokens[at + 1]
    if follower.text == "." and at + 2 < len(scan.tokens) and scan.tokens[at + 2].text[0].isdigit():
        return True
    return (
        follower.text[0].isalpha()
        and follower.word not in _SEPARATORS
        and follower.word not in scan.filler
        and kind_at(scan, at + 1) is None
        and not any(follower.text in code.short for code in scan.names.codes.values())
        and follower.text[0].islower()
    )


def _read_bracket(scan: Scan, at: int, found: list[Provision]) -> tuple[int, bool] | None:
    """Step over a title, or read "(part 2)" and "(2)"; the index behind it and whether it was a part."""
    token = scan.tokens[at]
    if token.word == "(" and at + 1 < len(scan.tokens):
        number = at + 1
        kind = kind_at(scan, number) if scan.tokens[number].text[0].isalpha() else None
        if kind in ("part", "paragraph"):
            number = number_at(scan, number + 1) or number
        if scan.tokens[number].text[0].isdigit() and (kind or len(scan.tokens[number].text) <= 2):
            close = number
            while close < len(scan.tokens) and scan.tokens[close].word != ")" and close - number < NAME_TOKENS:
                if scan.tokens[close].text[0].isdigit():
                    _add(scan, found, kind or "part", scan.tokens[close], close > number)
                close += 1
            return min(close + 1, len(scan.tokens)), True
    behind = behind_title(scan, at)
    if behind is None:
        return None
    if found[-1].title is None:
        found[-1] = replace(found[-1], title=title_words(scan, at, behind))
    return behind, False


def _read_title_behind(scan: Scan, provisions: list[Provision], at: int) -> tuple[list[Provision], int]:
    """A title in quotation marks right behind the code's name."""
    if at < len(scan.tokens) and scan.tokens[at].word in CLOSING and provisions[-1].title is None:
        behind = behind_title(scan, at)
        if behind is not None:
            titled = replace(provisions[-1], title=title_words(scan, at, behind))
            return [*provisions[:-1], titled], behind
    return provisions, at


def _inherit(citations: list[Citation], document: Document) -> tuple[Citation, ...]:
    """Give lists without a code that of the next list in the sentence, of the same article, or of the one before."""
    coded_by_article = {p.article: c.code for c in citations if c.code for p in c.provisions}
    following: list[Citation | None] = [None] * len(citations)
    for i in range(len(citations) - 2, -1, -1):
        after = citations[i + 1]
        near = after.span.start - citations[i].span.end <= TITLE_LENGTH
        if near and document.in_one_sentence(citations[i].span.start, after.span.start):
            following[i] = after if after.code or after.other_law else following[i + 1]
    previous: Citation | None = None
    out = []
    for citation, after_it in zip(citations, following, strict=True):
        if citation.code or citation.other_law:
            previous = citation if citation.code else previous
            out.append(citation)
            continue
        same = next((coded_by_article[p.article] for p in citation.provisions if p.article in coded_by_article), None)
        source = after_it or previous
        code = same or (source.code if source else None)
        other = code is None and after_it is not None and after_it.other_law
        out.append(replace(citation, code=code, other_law=other, inherited=bool(code or other)))
    return tuple(out)
