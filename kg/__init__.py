"""The graph: who and what is one, the graph as a value, its vocabulary, the stores and the workspace.

``Workspace`` is the way in::

    from kg import Workspace

    workspace = Workspace.open_or_create("casefile")
    workspace.ingest(["reports/"])
    with workspace.reader() as store:
        print(store.query("MATCH (p:Person) RETURN p.name AS name ORDER BY name").rows)
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.workspace import Workspace

__all__ = ["Workspace"]


def __getattr__(name: str) -> object:
    # Loaded when asked for: every module of kg runs this one first, and most need no workspace.
    if name == "Workspace":
        return import_module("kg.workspace").Workspace
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
