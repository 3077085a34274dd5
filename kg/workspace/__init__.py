"""The workspace: reports as they came, decisions, and the graph derived from them, in a folder an investigator owns.

``from kg import Workspace`` is the way in; ``kg.workspace.workspace`` documents it. What a method returns or takes is
defined in the module of its part: ``status``, ``derivation``, ``writer``, ``outcomes``, ``rules``.
"""

from kg.workspace.files.lock import WorkspaceHeld
from kg.workspace.workspace import Workspace

__all__ = ["Workspace", "WorkspaceHeld"]
