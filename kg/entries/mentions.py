"""Mentions: every place where an entry names or reports something, with an id that stays (design, rule 7).

A mention's id is made from its entry's text, what is said, and which occurrence of it this is; never from a position
in the report.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ingest.facts import Sanction, Span, party_name
from kg.entries.active import ActiveEntry
from kg.entries.provisions import provision_id

MentionKey = tuple[str, int]
"""An entry's id and a position among that entry's facts of one kind."""

Term = tuple[str | float | None, ...]
"""A sanction's duration, amount, amount in monthly calculation indices, and end."""

BODY_LABELS = {"court": "Court", "facility": "Facility", "organisation": "Organisation"}
"""The label of a body's node by the body's kind."""

TIES = frozenset({"Relation", "Affiliation"})
"""Labels of what ties two things of an entry together: relationships of the graph, and no nodes."""


class StatedAs(NamedTuple):
    """What a partner states: the series of its files, the period of the first that states it, and its id there."""

    series: str
    period: str
    id: str


@dataclass(frozen=True)
class Mention:
    """A mention with the words it is in.

    ``label`` is that of its node; of a tie between two it is ``Relation`` or ``Affiliation``, of one that a partner
    states the type of the relationship.

    ``index`` is its position among the entry's facts of its kind. ``description`` is the name as read; of an act its
    type, to whom, and when; of a charge, sanction or stay whose it is, and the article, the term or the facility.
    """

    id: str
    label: str
    entry: ActiveEntry
    index: int
    spans: tuple[Span, ...]
    description: str = ""
    stated: StatedAs | None = None
    """Where a partner states it and nothing was read; it may have no words then."""

    @property
    def words(self) -> str:
        """The first of its words; what it is where it has none."""
        return self.entry.quote(self.spans[0]) if self.spans else self.description

    @property
    def is_tie(self) -> bool:
        """Whether it ties two things, and is none itself."""
        return self.label in TIES or self.label.isupper()


def person_mention_ids(entries: Sequence[ActiveEntry]) -> dict[MentionKey, str]:
    """The ids of the persons named."""
    return _number(entries, lambda entry: (("person", person.name) for person in entry.facts.persons))


def body_mention_ids(entries: Sequence[ActiveEntry]) -> dict[MentionKey, str]:
    """The ids of the courts, facilities and organisations named; apart from the ids of the bodies themselves."""
    return _number(entries, lambda entry: ((body.kind, f"named {body.name}") for body in entry.facts.bodies))


def place_mention_ids(entries: Sequence[ActiveEntry]) -> dict[MentionKey, str]:
    """The ids of the places of headers; apart from the ids of the places themselves."""
    return _number(entries, lambda entry: (("place", f"named {place.name}") for place in entry.facts.places))


def event_mention_ids(entries: Sequence[ActiveEntry]) -> dict[MentionKey, str]:
    """The ids of the acts."""
    return _number(entries, lambda entry: (("event", act.type) for act in entry.facts.acts))


def charge_mention_ids(entries: Sequence[ActiveEntry]) -> dict[MentionKey, str]:
    """The ids of the charges, from whom each is held against and under what."""

    def describe(entry: ActiveEntry) -> Iterable[tuple[str, ...]]:
        for c in entry.facts.charges:
            yield "charge", name_of(entry, c.person), provision_id(c.code, c.article, c.part, c.paragraph)

    return _number(entries, describe, number_first=False)


def sanction_mention_ids(entries: Sequence[ActiveEntry]) -> dict[MentionKey, str]:
    """The ids of the sanctions, from who received which one."""

    def describe(entry: ActiveEntry) -> Iterable[tuple[str, ...]]:
        for s in entry.facts.sanctions:
            yield "sanction", "|".join((names_of(entry, s), s.kind, *map(str, term_of(s)), s.status))

    return _number(entries, describe)


def stay_mention_ids(entries: Sequence[ActiveEntry]) -> dict[MentionKey, str]:
    """The ids of the custodies, from who is held and where."""

    def describe(entry: ActiveEntry) -> Iterable[tuple[str, ...]]:
        for custody in entry.custodies():
            yield "stay", name_of(entry, custody.person), entry.facts.bodies[custody.facility].name

    return _number(entries, describe, number_first=False)


def relation_mention_ids(entries: Sequence[ActiveEntry]) -> dict[MentionKey, str]:
    """The ids of the ties between two persons, from who is what of whom."""

    def describe(entry: ActiveEntry) -> Iterable[tuple[str, ...]]:
        for r in entry.facts.relations:
            yield "relation", name_of(entry, r.source), r.kind, name_of(entry, r.target)

    return _number(entries, describe, number_first=False)


def affiliation_mention_ids(entries: Sequence[ActiveEntry]) -> dict[MentionKey, str]:
    """The ids of the affiliations, from who belongs to which body."""

    def describe(entry: ActiveEntry) -> Iterable[tuple[str, ...]]:
        for a in entry.facts.affiliations:
            yield "affiliation", name_of(entry, a.person), entry.facts.bodies[a.body].name

    return _number(entries, describe, number_first=False)


def name_of(entry: ActiveEntry, person: int | None) -> str:
    """The name of the person at a position, as printed; empty if a charge or sanction names nobody."""
    return entry.facts.persons[person].name if person is not None else ""


def names_of(entry: ActiveEntry, sanction: Sanction) -> str:
    """The names of all who received a sanction, as printed; empty if it names nobody."""
    return ", ".join(party_name(entry.facts, party) for party in sanction.to)


def term_of(sanction: Sanction) -> Term:
    """For how long, how much, until when; nothing but ``None`` if the words do not say."""
    ends = (sanction.duration, sanction.duration_max)
    return ("/".join(filter(None, ends)) or None, sanction.amount, sanction.index_units, sanction.until)


def _number(
    entries: Sequence[ActiveEntry],
    describe: Callable[[ActiveEntry], Iterable[tuple[str, ...]]],
    number_first: bool = True,
) -> dict[MentionKey, str]:
    """Ids from a prefix and what is said, with the number of the occurrence.

    Charges and stays leave the number out of the first occurrence (``number_first``): journals have such ids.
    """
    ids = {}
    for entry in entries:
        seen: Counter[tuple[str, ...]] = Counter()
        for index, description in enumerate(describe(entry)):
            again = [seen[description]] if seen[description] or number_first else []
            ids[entry.id, index] = entry.mention_id(*description, *again)
            seen[description] += 1
    return ids
