"""Names of their own in quotation marks (`the “Dala” newspaper`): a newspaper, a firm, a study, a movement.

A reader knows such a thing by its name, whether or not an entry says what kind of thing it is; so names are looked for
in the words of an entry, and not only among the bodies read in it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.analysis.document import Document
from ingest.facts import EntryFacts, Evidence, Matter, Span
from ingest.jurisdictions.packs import Jurisdiction

# Two to five words that begin with a capital: one word alone is often a quotation (`“Slander”`).
_NAME = re.compile(r"[A-Z][\w’'-]+(?:\s[\w’'-]+){1,4}")
_WORD = re.compile(r"\w+")


def find_quoted_names(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> Iterator[Matter]:
    """Yield every name in quotation marks behind the header (``quoted_name``), as it stands."""
    for quotation in document.quotations:
        name = _NAME.fullmatch(document.text, *quotation.words)
        if name and quotation.span.start >= document.entry.body:
            yield Matter("quoted_name", name[0], Evidence((quotation.words,), "quoted_names.quoted"))


def add_own_names(entries: Sequence[EntryFacts]) -> tuple[EntryFacts, ...]:
    """Add to the entries of one report the names (``own_name``) that any of them has in quotation marks."""
    by_first_word: dict[str, list[str]] = {}
    for name in sorted({matter.value.lower() for facts in entries for matter in facts.matters_of("quoted_name")}):
        by_first_word.setdefault(_WORD.findall(name)[0], []).append(name)
    return tuple(
        replace(facts, matters=(*facts.matters, *_own_names(facts, by_first_word))) if by_first_word else facts
        for facts in entries
    )


def _own_names(facts: EntryFacts, by_first_word: dict[str, list[str]]) -> Iterator[Matter]:
    text, seen = facts.entry.text, set()
    for word in _WORD.finditer(text, facts.entry.body):
        for name in by_first_word.get(word[0].lower(), ()):
            span = Span(word.start(), word.start() + len(name))
            ends = not text[span.end : span.end + 1].isalnum()
            if ends and name not in seen and text[span.start : span.end].lower() == name:
                seen.add(name)
                yield Matter("own_name", name, Evidence((span,), "quoted_names.own_name"))
