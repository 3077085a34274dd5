"""Citations of law: which articles, parts and paragraphs a text names, and of which code.

A scanner over tokens: a word for "article" (slips of one letter included) opens a list of numbers; words for "part" and
"paragraph" say what the next numbers are; titles in quotation marks or brackets are stepped over; the name of the code
may follow, go before, or stand once for several lists. Every token is looked at a bounded number of times.
"""

from dataclasses import dataclass, replace

from ingest.analysis.document import Document
from ingest.extract.law.article_list import Provision, opens_list, read_list
from ingest.extract.law.code_names import Name, name_after, name_before
from ingest.extract.law.tokens import CLOSING, TITLE_LENGTH, Scan, behind_title, scan_of, title_words
from ingest.facts import Span
from ingest.jurisdictions.packs import Jurisdiction


@dataclass(frozen=True, slots=True)
class Citation:
    """One list of articles. ``code`` is ``CC``, ``CAO``, ``CIV`` or ``None``; ``other_law`` is true for another law.

    ``inherited`` says that the code's name stands elsewhere in the text, not at this list; ``rule`` is the rule that
    found it.
    """

    span: Span
    provisions: tuple[Provision, ...]
    code: str | None
    other_law: bool = False
    inherited: bool = False
    rule: str = "provisions.no_code"


def find_citations(document: Document, jurisdiction: Jurisdiction) -> tuple[Citation, ...]:
    """Every list of articles that a text cites, in its order; of any law, charged or not."""
    scan = scan_of(document, jurisdiction)
    found: list[Citation] = []
    at = taken = 0
    while at < len(scan.tokens):
        citation, after = _citation_at(scan, at, taken)
        if citation:
            found.append(citation)
            taken = after
        at = after
    return _with_codes(found, document)


def _citation_at(scan: Scan, at: int, taken: int) -> tuple[Citation | None, int]:
    """The list of articles that begins at a token and the index after it and its code's name.

    ``taken`` is the index after the list before it, whose code's name is not this one's.
    """
    before = opens_list(scan, at)
    provisions, after = read_list(scan, at, before) if before is not None else ([], at)
    if not provisions:
        return None, at + 1
    end = scan.tokens[after - 1].end
    name = name_after(scan, after) or name_before(scan, at, taken)
    if name and name.first >= after:
        provisions, after = _read_title_behind(scan, provisions, name.after)
    is_behind = name is not None and name.first < at
    return _citation(Span(scan.tokens[at].start, end), provisions, name, is_behind), after


def _citation(span: Span, provisions: list[Provision], name: Name | None, behind: bool) -> Citation:
    if name is None:
        return Citation(span, tuple(provisions), None)
    rule = "provisions.code_before" if behind else "provisions.code_behind"
    return Citation(span, tuple(provisions), name.code, name.other_law, rule=rule)


def _read_title_behind(scan: Scan, provisions: list[Provision], at: int) -> tuple[list[Provision], int]:
    """A title in quotation marks right after the code's name."""
    if at < len(scan.tokens) and scan.tokens[at].word in CLOSING and provisions[-1].title is None:
        behind = behind_title(scan, at)
        if behind is not None:
            titled = replace(provisions[-1], title=title_words(scan, at, behind))
            return [*provisions[:-1], titled], behind
    return provisions, at


def _with_codes(citations: list[Citation], document: Document) -> tuple[Citation, ...]:
    """Give lists without a code that of the next list in the sentence, of the same article, or of the one before."""
    by_article = {p.article: c.code for c in citations if c.code for p in c.provisions}
    following = _named_after(citations, document)
    previous: Citation | None = None
    out = []
    for citation, after in zip(citations, following, strict=True):
        if citation.code or citation.other_law:
            previous = citation if citation.code else previous
            out.append(citation)
        else:
            same = next((by_article[p.article] for p in citation.provisions if p.article in by_article), None)
            out.append(_inherit(citation, same, after, previous))
    return tuple(out)


def _named_after(citations: list[Citation], document: Document) -> list[Citation | None]:
    """For each list the next one in its sentence that names a code or law."""
    named: list[Citation | None] = [None] * len(citations)
    for i in range(len(citations) - 2, -1, -1):
        here, after = citations[i], citations[i + 1]
        near = after.span.start - here.span.end <= TITLE_LENGTH
        if near and document.in_one_sentence(here.span.start, after.span.start):
            named[i] = after if after.code or after.other_law else named[i + 1]
    return named


def _inherit(citation: Citation, same: str | None, after: Citation | None, previous: Citation | None) -> Citation:
    """The list with the code of the same article, of the list after it, or of the one before it."""
    source = after or previous
    code = same or (source.code if source else None)
    other = code is None and after is not None and after.other_law
    rule = "provisions.no_code"
    if code:
        inherited_from = "provisions.code_of_next_list" if after else "provisions.code_of_earlier_list"
        rule = "provisions.code_of_same_article" if same else inherited_from
    return replace(citation, code=code, other_law=other, inherited=bool(code or other), rule=rule)
