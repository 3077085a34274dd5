"""What people share, as links of people to things: acts, cases, campaigns, days, bodies, facilities, provisions, kin.

The rows of ``inputs/links_of_people.cypher`` as values.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from ingest.errors import KgError
from kg.stores import Rows
from queries.pages.phrases import name_provision

KINDS = (
    "act",
    "case",
    "campaign",
    "refusal_day",
    "detention_day",
    "author",
    "member",
    "facility",
    "provision",
    "pair",
)
"""What a thing is. Its id alone is not unique: a day may be one of refusals and one of detentions."""

_WORDING = {
    "case": "case: {}",
    "refusal_day": "refused for {}",
    "detention_day": "detained on {}",
    "author": "acts by {}",
    "member": "both of {}",
    "facility": "held in {}",
    "provision": "charged under {}",
}
LABELS = {
    "act": "Event",
    "case": "Case",
    "campaign": "Campaign",
    "member": "Organisation",
    "facility": "Facility",
    "provision": "Provision",
}
"""The label of the node that a thing of a kind is, where it is one."""


class Thing(NamedTuple):
    """Something that people share."""

    kind: str
    id: str


@dataclass(frozen=True)
class Link:
    """A person's tie to a thing: what it is called, the date of the act or charge, and the words it rests on.

    ``acts`` is how many acts the person is involved in, ``people`` how many people share the thing.
    """

    person: str
    name: str
    acts: int
    thing: Thing
    caption: str
    date: str | None
    people: int
    words: str

    @property
    def wording(self) -> str:
        """What the tie is, in a few words."""
        caption = name_provision(self.caption) if self.thing.kind == "provision" else self.caption
        return _WORDING.get(self.thing.kind, "{}").format(caption)


def links_in(rows: Rows) -> list[Link]:
    """The links in the rows of an input, in an order that no engine changes."""
    links = [
        Link(person, name, acts, Thing(kind, id), caption, date, people, words)
        for person, name, acts, kind, id, caption, date, people, words in rows.rows
    ]
    return sorted(links, key=lambda link: (link.person, link.thing, link.date or "", link.caption, link.words))


def days_of(links: Iterable[Link]) -> list[str]:
    """The days of links, each once, in their order."""
    return sorted({link.date for link in links if link.date})


def ids_of(things: Iterable[Thing], kind: str) -> list[str]:
    """The ids of the things that are of a kind, sorted."""
    return sorted({thing.id for thing in things if thing.kind == kind})


def kinds_in(text: str) -> Collection[str]:
    """The kinds of link that were named; all where none was. Raises ``KgError`` for one that there is not."""
    named = [name.strip() for name in text.split(",") if name.strip()]
    if unknown := sorted(set(named) - set(KINDS)):
        raise KgError(f"There are no links of kind '{unknown[0]}'; there are: {', '.join(KINDS)}.")
    return named or KINDS
