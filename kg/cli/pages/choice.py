"""Which things somebody means by a name or an id that they typed."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.context import EMBEDDED, chosen_store
from kg.cli.store import id_now, reading, settings_of
from kg.entries.mentions import TIES
from kg.graph.evidence import Passage
from kg.graph.value import Key
from kg.stores import Store
from kg.stores.lookup import Found, NotFound, find_any_node, find_by_key
from kg.workspace import Workspace
from queries.pages.entries import EntryMentions
from queries.pages.values import Line

if TYPE_CHECKING:
    from kg.search.finder import Finder, Hit
    from kg.workspace.derivation import MentionsInForce

SHOWN = 10
"""Candidates listed where a name fits several things."""

# Things of one name that are shown one after the other.
_ALIKE = 5


def find_shown(workspace: Path, store: Store, text: str) -> list[Found]:
    """The thing with an id or a name; several where they have exactly this name and are of one kind.

    The workspace's search index finds it by any spelling; on a server, names are compared. Raises ``NotFound`` where
    nothing fits, with the nearest names, or several things do.
    """
    id = id_now(workspace, text)
    if found := find_by_key(store, id):
        return [found]
    if _asks_server(workspace):
        return [find_any_node(store, id)]
    with Workspace.open(workspace).finder() as finder:
        return _choose(finder, text)


def find_one(workspace: Path, text: str) -> Key:
    """The one thing that a name or an id means. Raises ``NotFound`` where nothing fits, or several things do."""
    with reading(workspace) as store:
        found = find_shown(workspace, store, text)
    if len(found) > 1:
        listed = "\n".join(f"  {one.caption} ({one.id})" for one in found)
        raise NotFound(f"{len(found)} things have this name:\n{listed}\nGive the id of the one you mean.")
    return Key(found[0].label, found[0].id)


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
    ties = [Line(mention.description, mention.id) for mention in own if mention.label in TIES]
    return EntryMentions(found, tuple(ties))


def ties_of(workspace: Path) -> Mapping[Passage, Sequence[str]]:
    """The ids of all relations and affiliations by their words; none where :func:`mentions_of` has none."""
    known = _mentions_in_force(workspace)
    found: dict[Passage, list[str]] = {}
    for mention in known.mentions.by_id.values() if known else ():
        for span in mention.spans if mention.label in TIES else ():
            found.setdefault(Passage(mention.entry.id, span), []).append(mention.id)
    return found


def _mentions_in_force(workspace: Path) -> "MentionsInForce | None":
    if _asks_server(workspace):
        return None
    opened = Workspace.open(workspace)
    made = opened.status().generation
    return opened.mentions() if made and made.rules_are_current else None


def _asks_server(workspace: Path) -> bool:
    return chosen_store() not in (None, EMBEDDED) or bool(settings_of(workspace).store.uri and not chosen_store())


def _choose(finder: "Finder", text: str) -> list[Found]:
    exact = finder.named(text)
    if len({hit.kind for hit in exact}) == 1 and len(exact) <= _ALIKE:
        return [Found(hit.kind, hit.id, hit.name) for hit in exact]
    partly = exact or finder.partly_named(text)
    fitting = partly or finder.find(text, limit=SHOWN).things
    if len(fitting) == 1:
        return [Found(hit.kind, hit.id, hit.name) for hit in fitting]
    if fitting:
        more = f" and {len(fitting) - SHOWN} more" if len(fitting) > SHOWN else ""
        raise NotFound(
            f"{len(fitting)} things fit:\n{_listed(fitting[:SHOWN])}{more}\nGive the id of the one you mean."
        )
    if nearest := finder.nearest(text):
        raise NotFound(f"Nothing has this name. The most similar names:\n{_listed(nearest)}")
    raise NotFound("Nothing has this name. `kg find` also searches the entries' words.")


def _listed(hits: "Sequence[Hit]") -> str:
    return "\n".join(f"  {hit.name}, {hit.kind.lower()} ({hit.id})" for hit in hits)
