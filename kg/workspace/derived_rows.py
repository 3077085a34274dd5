"""Which rows a generation keeps beside its graph: links, and the thing that each mention leads to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import msgspec

from kg.entries.index import MentionIndex
from kg.identity.links import Link
from kg.workspace.files.row_files import RowFile


class MentionRow(msgspec.Struct, array_like=True, frozen=True):
    """The id of a mention, and the id of the thing in the graph that it is a mention of."""

    mention: str
    thing: str


LINKS = RowFile("links.jsonl", Link)
"""What made entries one case or one campaign: rules with the words they rest on, sorted by kind, entries and rule."""

MENTIONS = RowFile("mentions.jsonl", MentionRow)
"""Every mention that a decision can be about, sorted by its id."""


def mention_rows(things: Iterable[tuple[str, str]]) -> list[MentionRow]:
    """The rows of ``MENTIONS`` from pairs of a mention's id and its thing's."""
    return [MentionRow(mention, thing) for mention, thing in sorted(things)]


@dataclass(frozen=True)
class MentionsInForce:
    """Every mention of the reports in force, and the id of the thing that each is a mention of."""

    mentions: MentionIndex
    things: Mapping[str, str]

    def leads_to(self, mention: str) -> str:
        """The id of the thing that a mention is a mention of; its own where it is of none that the graph shows."""
        return self.things.get(mention, mention)
