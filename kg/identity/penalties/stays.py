"""Which custodies are one stay: one person held in one facility."""

from collections.abc import Mapping, Sequence

from kg.entries.active import ActiveEntry
from kg.entries.mentions import MentionKey
from kg.graph.value import Key
from kg.identity.types import BodyKeys, PersonIds


def resolve_stays(
    entries: Sequence[ActiveEntry],
    ids: Mapping[MentionKey, str],
    people: PersonIds,
    bodies: BodyKeys,
) -> dict[MentionKey, str]:
    """The stay of every mention: the id of its earliest one."""
    first_of: dict[tuple[str, Key], str] = {}
    stays = {}
    for entry in entries:
        for index, custody in enumerate(entry.custodies()):
            same = (people[entry.id, custody.person], bodies[entry.id, custody.facility][0])
            stays[entry.id, index] = first_of.setdefault(same, ids[entry.id, index])
    return stays
