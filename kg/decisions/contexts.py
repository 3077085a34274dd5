"""How much of the text around quoted words identifies their place in a report."""

from collections.abc import Callable

from kg.entries.active import ActiveEntry
from kg.entries.index import MentionIndex

CONTEXT = 40
"""Characters of context on each side of the quoted words; more where these do not identify the place in the report."""

_ENOUGH = 12
"""Context of one side identifies the place by itself only if it has at least this length."""


def unique_sizes(entry: ActiveEntry, start: int, end: int, mentions: MentionIndex) -> tuple[int, int]:
    """How much context before, and after, identifies the words' place in the report by itself; 0 if it does not."""
    plain = mentions.plain(entry).text
    others = [mentions.plain(e).text for e in mentions.entries_of(entry.report) if e.id != entry.id]

    def is_unique(quotation: str) -> bool:
        return plain.count(quotation) == 1 and not any(quotation in text for text in others)

    return (
        _unique_size(start, lambda size: is_unique(plain[start - size : end])),
        _unique_size(len(plain) - end, lambda size: is_unique(plain[start : end + size])),
    )


def _unique_size(room: int, is_unique: Callable[[int], bool]) -> int:
    """The context is doubled until it is unique or the text ends (``room``)."""
    size = min(CONTEXT, room)
    while not is_unique(size):
        if size == room:
            return 0
        size = min(2 * size, room)
    return size if size >= _ENOUGH else 0
