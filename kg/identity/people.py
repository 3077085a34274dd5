"""Which mentions are one person.

The rule of this version: within one report, two mentions are one person when surname and given name are the same, or
the same surname stands with the same initials; names are compared as sets of words, so their order does not matter.
A single word (a surname or a given name alone) is joined to nothing. Across reports nobody is joined. What is
uncertain stays apart.

Guarantee: mentions of one cluster all carry the same folded name, so no chain of joins can bring two different names
together.
"""

from collections.abc import Sequence

from ingest.facts import Person
from kg.identity.clusters import Clusters
from kg.identity.folding import fold
from kg.told import Told

Mention = tuple[str, int]
"""An entry's id and the position of the person in that entry."""


def resolve_people(told: Sequence[Told]) -> dict[Mention, str]:
    """Every mention with the id of its person: that of the person's earliest mention."""
    ids = mention_ids(told)
    clusters: Clusters[Mention] = Clusters(ids)
    first_of: dict[tuple[str, str], Mention] = {}
    for entry in told:
        for index, person in enumerate(entry.facts.persons):
            name = comparable(person)
            if name:
                clusters.join(first_of.setdefault((entry.report, name), (entry.id, index)), (entry.id, index))
    return {mention: ids[leader] for mention, leader in clusters.leaders().items()}


def mention_ids(told: Sequence[Told]) -> dict[Mention, str]:
    """An id for every mention, from what stands there: the entry's text, the spelling, which occurrence of it."""
    ids = {}
    for entry in told:
        spellings = [person.name for person in entry.facts.persons]
        for index, spelling in enumerate(spellings):
            ids[entry.id, index] = entry.mention_id("person", spelling, spellings[:index].count(spelling))
    return ids


def comparable(person: Person) -> str | None:
    """The folded name, its words sorted; ``None`` for a single word, which names nobody for sure."""
    if not person.surname or not person.given:
        return None
    return " ".join(sorted(fold(person.name).split()))
