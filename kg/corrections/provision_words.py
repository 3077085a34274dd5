"""A provision as somebody writes it: ``CC 272/2``, ``Article 174, Part 1 of the Criminal Code``, or its title."""

import re
from collections.abc import Iterator

from ingest.analysis.document import analyse
from ingest.extract.law.provisions import find_citations
from ingest.facts import Entry
from ingest.jurisdictions.lexicons import code_names
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.folding import fold
from kg.corrections.kinds.kind import Values
from kg.corrections.references import ValueNotAllowed

_SHORT = re.compile(
    r"(?:(?P<code>[^\W\d]+|\?)[ :]\s*)?(?P<article>[\w-]*\d[\w-]*)(?:/(?P<part>[\w-]+))?(?:/(?P<paragraph>[\w-]+))?"
)
_HOW = "it is a code and an article, such as CC 272/2 or Article 272, Part 2, or the title of one in the country's pack"


def read_provision(words: str, jurisdiction: Jurisdiction | None) -> Values:
    """The code, article, part and paragraph of one provision; see :func:`read_provisions`.

    Raises ``ValueNotAllowed`` where the words name several, too.
    """
    first, *others = read_provisions(words, jurisdiction)
    if others:
        raise ValueNotAllowed(f"provision: these words name {len(others) + 1} provisions. Give one.")
    return first


def read_provisions(words: str, jurisdiction: Jurisdiction | None) -> list[Values]:
    """The code, article, part and paragraph of each provision, one or more; without a code where none is named.

    ``jurisdiction`` has the names of codes and the titles of articles; without one only the short form is read. Raises
    ``ValueNotAllowed`` where the words name no article, or are the title of several.
    """
    short = _SHORT.fullmatch(words.strip())
    if short and (jurisdiction is None or short["code"] in (None, "?", *code_names(jurisdiction).codes)):
        return [_fields(short["code"], short["article"], short["part"], short["paragraph"])]
    if jurisdiction is None:
        raise ValueNotAllowed(f"provision: {_HOW}.")
    document = analyse(Entry(1, words, 1, None, None, 0, ()), jurisdiction)
    if cited := find_citations(document, jurisdiction):
        return [_fields(each.code, p.article, p.part, p.paragraph) for each in cited for p in each.provisions]
    titled = list(_with_title(fold(words), jurisdiction)) if words.strip() else []
    if len(titled) > 1:
        named = ", ".join(id.replace(":", " ") for id in titled)
        raise ValueNotAllowed(f"provision: that title fits {named}. Give the article.")
    if not titled:
        raise ValueNotAllowed(f"provision: {_HOW}.")
    code, _, article = titled[0].partition(":")
    return [_fields(code, article, None, None)]


def _fields(code: str | None, article: str, part: str | None, paragraph: str | None) -> Values:
    named = {"code": code} if code else {}
    return {**named, "article": article, "part": part or "", "paragraph": paragraph or ""}


def _with_title(words: str, jurisdiction: Jurisdiction) -> Iterator[str]:
    """The articles (``CC:174``) with just this title; if there are none, those with all of its words in theirs."""
    titles = code_names(jurisdiction).titles
    just = [id for id, names in titles.items() if words in map(fold, names)]
    sought = set(words.split())
    yield from just or (id for id, names in titles.items() if any(sought <= set(fold(name).split()) for name in names))
