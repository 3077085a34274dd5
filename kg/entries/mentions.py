"""An id for every mention: from the entry's text, what is said in it, and which occurrence of it (design, rule 7)."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from kg.entries.active import ActiveEntry

MentionKey = tuple[str, int]
"""An entry's id and a position in that entry's facts of one kind."""


def body_mention_ids(entries: Sequence[ActiveEntry]) -> dict[MentionKey, str]:
    """The ids of the courts, facilities and organisations named; apart from the ids of the bodies themselves."""
    return _number(entries, lambda entry: ((body.kind, f"named {body.name}") for body in entry.facts.bodies))


def place_mention_ids(entries: Sequence[ActiveEntry]) -> dict[MentionKey, str]:
    """The ids of the places of headers; apart from the ids of the places themselves."""
    return _number(entries, lambda entry: (("place", f"named {place.name}") for place in entry.facts.places))


def event_mention_ids(entries: Sequence[ActiveEntry]) -> dict[MentionKey, str]:
    """The ids of the acts told."""
    return _number(entries, lambda entry: (("event", act.type) for act in entry.facts.acts))


def _number(
    entries: Sequence[ActiveEntry], what: Callable[[ActiveEntry], Iterable[tuple[str, str]]]
) -> dict[MentionKey, str]:
    ids = {}
    for entry in entries:
        seen: Counter[tuple[str, str]] = Counter()
        for index, (prefix, said) in enumerate(what(entry)):
            ids[entry.id, index] = entry.mention_id(prefix, said, seen[prefix, said])
            seen[prefix, said] += 1
    return ids
