"""The workspace: reports as they came, decisions, and the graph derived from them, in a folder an investigator owns."""

from kg.workspace.ingest import FileOutcome, IngestResult
from kg.workspace.lock import WorkspaceHeld
from kg.workspace.reader import ReportListed
from kg.workspace.rules import Rules
from kg.workspace.workspace import Workspace

__all__ = ["FileOutcome", "IngestResult", "ReportListed", "Rules", "Workspace", "WorkspaceHeld"]
