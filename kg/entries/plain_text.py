"""An entry's text as a selector quotes it: without footnote marks and with single blanks.

A corrected report renumbers its footnotes and breaks its lines elsewhere; neither may lose a decision.
"""

from collections.abc import Iterator
from functools import cached_property

from ingest.facts import Entry, Span
from kg.entries.ids import short_hash


class PlainText:
    """The text, and where each of its characters is in the entry's own text."""

    def __init__(self, entry: Entry) -> None:
        marks = {i for note in entry.footnotes for i in range(note.span.start, note.span.end)}
        kept: list[str] = []
        self._offsets: list[int] = []
        for offset, character in enumerate(entry.text):
            if offset in marks or (character.isspace() and (not kept or kept[-1] == " ")):
                continue
            kept.append(" " if character.isspace() else character)
            self._offsets.append(offset)
        self.text = "".join(kept)

    @cached_property
    def fingerprint(self) -> str:
        """A hash of the text."""
        return short_hash(self.text)

    def range_of(self, span: Span) -> tuple[int, int]:
        """A span of the entry as a range of the plain text; ``(0, 0)`` where nothing of it is left."""
        inside = [i for i, offset in enumerate(self._offsets) if span.start <= offset < span.end]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    def find(self, prefix: str, exact: str, suffix: str) -> Iterator[Span]:
        """Every place of ``exact``, in the entry's own characters, between a prefix and a suffix."""
        quotation = prefix + exact + suffix
        at = self.text.find(quotation)
        while at >= 0:
            start = at + len(prefix)
            yield Span(self._offsets[start], self._offsets[start + len(exact) - 1] + 1)
            at = self.text.find(quotation, at + 1)
