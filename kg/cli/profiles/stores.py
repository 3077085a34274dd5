"""The store that a question is asked of: the chosen one, or one of the graph as a profile lets it out."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.profiles.terms import Terms
from kg.cli.store import graph_in, reading
from kg.stores import Store

if TYPE_CHECKING:
    from kg.graph.value import Graph


@dataclass(frozen=True)
class Asked:
    """A store, and what is known of its graph. ``ids`` leads from the workspace's to those that leave."""

    store: Store
    workspace: Path
    disclosed: "Graph | None"
    ids: Mapping[str, str]

    @property
    def graph(self) -> "Graph":
        """The graph in the store, as a value."""
        return graph_in(self.workspace) if self.disclosed is None else self.disclosed

    def outside(self, values: Mapping[str, str]) -> dict[str, str]:
        """Values of options, with an id of the workspace as it leaves. A name is looked for as it is written."""
        return {name: self.ids.get(value, value) for name, value in values.items()}


@contextmanager
def disclosed_store(workspace: Path, terms: Terms) -> Iterator[Asked]:
    """The store to ask. Files that are written meanwhile are searched for what the profile takes out.

    Under another profile than ``full``, the answer is that of a store made for it, so that no query can return, count
    or sort by what does not leave. Raises ``KgError`` as ``disclose``.
    """
    if terms.for_yourself:
        with reading(workspace) as store:
            yield Asked(store, workspace, None, {})
        return
    from kg.cli.profiles.disclosure import disclose, guarding, say_profile  # noqa: PLC0415 (only a profile needs it)
    from kg.stores.arcadedb import ENGINE  # noqa: PLC0415 (a server needs no engine)

    disclosure = disclose(workspace, terms)
    ids = {key.id: outside.id for key, outside in disclosure.keys.items()}
    with tempfile.TemporaryDirectory(prefix="kg-") as folder:
        ENGINE.load(disclosure.graph, Path(folder, "store"))
        store = ENGINE.open(Path(folder, "store"))
        try:
            with guarding(disclosure):
                yield Asked(store, workspace, disclosure.graph, ids)
        finally:
            store.close()
    say_profile(disclosure)
