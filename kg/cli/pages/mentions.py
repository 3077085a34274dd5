"""The ids of mentions, for the lines of a page: somebody who decides about a fact gives one of them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from kg.cli.pages.choice import asks_server
from kg.entries.mentions import TIES
from kg.graph.evidence import Passage
from kg.workspace import Workspace
from kg.workspace.derived_rows import MentionsInForce
from queries.pages.entries import EntryMentions
from queries.pages.values import Line


def mentions_of(workspace: Path, entry: str) -> EntryMentions:
    """The mentions of an entry; none where a server is asked, or the rules changed.

    A graph that was made under other rules has other mentions; deriving them takes as long as a rebuild.
    """
    known = _mentions_in_force(workspace)
    if known is None:
        return EntryMentions()
    found: dict[str, list[str]] = {}
    own = [mention for mention in known.mentions.by_id.values() if mention.entry.id == entry]
    for mention in own:
        found.setdefault(known.leads_to(mention.id), []).append(mention.id)
    ties = [Line(mention.description, mention.id) for mention in own if mention.is_tie]
    return EntryMentions(found, tuple(ties))


def ties_of(workspace: Path) -> Mapping[Passage, Sequence[str]]:
    """The ids of all relations and affiliations by their words; none where :func:`mentions_of` has none."""
    known = _mentions_in_force(workspace)
    found: dict[Passage, list[str]] = {}
    for mention in known.mentions.by_id.values() if known else ():
        for span in mention.spans if mention.label in TIES else ():
            found.setdefault(Passage(mention.entry.id, span), []).append(mention.id)
    return found


def _mentions_in_force(workspace: Path) -> MentionsInForce | None:
    if asks_server(workspace):
        return None
    opened = Workspace.open(workspace)
    made = opened.status().generation
    return opened.mentions() if made and made.rules_are_current else None
