"""The texts of entries that rows and pages quote, with their dates and the sources cited in them."""

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.facts import Span
from kg.entries.quotation import quote
from kg.stores import Limits, Store

ALL_ROWS = Limits(rows=1_000_000)
_ENTRIES = """
UNWIND $ids AS id
MATCH (n:Entry) WHERE n.id = id
OPTIONAL MATCH (n)-[c:CITES]->(s:Source)
RETURN n.id AS id, n.date AS date, n.text AS text, c.start AS start, s.url AS url
ORDER BY id, start, url"""


@dataclass(frozen=True)
class EntryText:
    """An entry's date and text, and the address cited at each position, in their order."""

    date: str | None
    text: str
    sources: tuple[tuple[int, str], ...]

    def quote(self, span: Span, around: int) -> str:
        """The words of a span with at most so many characters on each side."""
        return quote(self.text, span, around).text

    def source_behind(self, position: int) -> str | None:
        """The first source cited after a position, else the last before it."""
        behind = (url for start, url in self.sources if start >= position)
        return next(behind, self.sources[-1][1] if self.sources else None)


def read_entry_texts(store: Store, ids: Iterable[str]) -> dict[str, EntryText]:
    """The entries of some ids that there are."""
    gathered: dict[str, tuple[str | None, str, list[tuple[int, str]]]] = {}
    for id, date, text, start, url in store.query(_ENTRIES, {"ids": sorted(ids)}, ALL_ROWS).rows:
        sources = gathered.setdefault(id, (date, text, []))[2]
        if url is not None:
            sources.append((start, url))
    return {id: EntryText(date, text, tuple(sources)) for id, (date, text, sources) in gathered.items()}
