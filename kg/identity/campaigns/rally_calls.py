"""What one call to a rally, and one gathering, are told by: a topic, and a body whose meetings people took part in."""

from collections.abc import Iterator, Mapping

from ingest.vocabulary import ActType
from kg.entries.active import ActiveEntry
from kg.identity.types import BodyKeys

Call = tuple[str, str]
"""A kind (``day``, ``topic``, ``meetings``), and which: an ISO day, or an id."""

# Topics are one if so large a part of the shorter one's words, and so many, stand in the other.
_ALIKE, _AT_LEAST = 0.6, 3
_PENAL_ACTS: frozenset[ActType] = frozenset({"charge", "sentence", "detention", "summons", "trial", "threat"})


def topic_of(entry: ActiveEntry) -> frozenset[str]:
    """The stems of a rally's topic; none where the entry tells no topic."""
    return frozenset(stem for matter in entry.facts.matters_of("rally_topic") for stem in matter.stems)


def same_topic(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two topics say one thing, in nearly the same words."""
    return len(a & b) >= max(_AT_LEAST, _ALIKE * min(len(a), len(b)))


def meetings_of(entry: ActiveEntry, bodies: BodyKeys, known: Mapping[str, str]) -> Iterator[tuple[Call, str]]:
    """The bodies for taking part in which an entry tells of persecution, each as a call with the body's name.

    Rallies are no meetings of a body: they are called for a day. Nor is membership: it is no gathering. ``known`` are
    the ids of bodies by their names in lower case, for those that the entry only calls by name in quotation marks.
    """
    facts = entry.facts
    if not (facts.charges or facts.sanctions or entry.types & _PENAL_ACTS or facts.has_matter("punishment")):
        return
    for matter in facts.matters_of("meeting_of"):
        own = bodies[entry.id, matter.body][0].id if matter.body is not None else known.get(matter.value.lower())
        if own:
            yield ("meetings", f"{entry.report} {own}"), matter.value
