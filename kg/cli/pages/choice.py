"""Which things somebody means by a name or an id that they typed."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.context import EMBEDDED, chosen_store
from kg.cli.store import id_now, reading, settings_of
from kg.stores import Store
from kg.stores.lookup import Found, NotFound, find_any_node, find_by_key
from kg.workspace import Workspace

if TYPE_CHECKING:
    from kg.graph.value import Key
    from kg.search.finder import Finder, Hit

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
    if asks_server(workspace):
        return [find_any_node(store, id)]
    with Workspace.open(workspace).finder() as finder:
        return _choose(finder, text)


def find_one(workspace: Path, text: str) -> "Key":
    """The one thing that a name or an id means. Raises ``NotFound`` where nothing fits, or several things do."""
    with reading(workspace) as store:
        found = find_shown(workspace, store, text)
    if len(found) > 1:
        listed = "\n".join(f"  {one.caption} ({one.id})" for one in found)
        raise NotFound(f"{len(found)} things have this name:\n{listed}\nGive the id of the one you mean.")
    from kg.graph.value import Key  # noqa: PLC0415 (`kg show` needs none)

    return Key(found[0].label, found[0].id)


def asks_server(workspace: Path) -> bool:
    """Whether the chosen store is a server's."""
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
