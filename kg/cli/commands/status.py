"""``kg status``: what is in the workspace."""

from collections.abc import Iterator
from pathlib import Path

import click

from kg.cli.decision_problems import describe_problems
from kg.cli.output import print_table
from kg.cli.store import ServerStatus, server_status, settings_exist
from kg.workspace import Workspace
from kg.workspace.status import GenerationStatus, WorkspaceStatus

Line = tuple[str, str]


@click.command()
@click.pass_obj
def status(workspace: Path) -> None:
    """Show what is in the workspace and which generation of the graph is in force.

    Example: kg -w casefile status
    """
    server = server_status(workspace)
    lines: list[Line] = []
    digest = ""
    if not server or settings_exist(workspace):
        found = Workspace.open(workspace).status()
        digest = found.generation.digest if found.generation else ""
        lines += _lines_of(found)
    if server:
        lines += _lines_of_server(server, digest if lines else None)
    print_table("Workspace", ["what", ""], lines)


def _lines_of(status: WorkspaceStatus) -> Iterator[Line]:
    yield "folder", str(status.folder)
    yield "jurisdiction", status.jurisdiction or "set by the first report"
    yield "reports", f"{status.reports} kept, {status.reports_in_force} in force"
    if status.partner_files:
        yield "partners' files", f"{status.partner_files} of these; `kg report show ID` says whose, and on what terms"
    yield "decisions", f"{status.decisions}, of which {status.decisions_in_effect} have an effect"
    if status.generation:
        yield from _lines_of_generation(status.generation)
    else:
        yield "generation", "none yet; add a report with `kg ingest REPORT`"
    yield from describe_problems(status.problems)
    if status.generation and status.generation.open_questions:
        yield "open questions", f"{status.generation.open_questions}; answer them with `kg review people`"
    if status.unfinished_review:
        yield "unfinished review", "its answers are not recorded yet; continue with `kg review people`"
    if status.broken_lines or status.missing_decisions:
        yield "journal", f"{status.journal} is damaged; `kg check` says where, and what to do"


def _lines_of_generation(generation: GenerationStatus) -> Iterator[Line]:
    yield "generation", generation.name
    yield "made", generation.made
    yield "graph", f"{generation.nodes} nodes, {generation.relationships} relationships"
    yield "digest", generation.digest
    current = generation.rules_are_current
    yield "rules", "up to date" if current else "changed since this generation; `kg rebuild` applies them"


def _lines_of_server(server: ServerStatus, digest: str | None) -> Iterator[Line]:
    """The lines of a server; ``digest`` is that of the workspace's graph (``None`` if there is no workspace)."""
    yield "store", f"{server.name} ({server.version})"
    held = server.held
    if not held.whole:
        started = "a push did not finish; `kg push` continues it"
        yield "pushed", started if held.writer else "nothing yet; `kg push` writes the graph"
        return
    yield "pushed", held.pushed
    yield "pushed graph", f"{held.nodes} nodes, {held.relationships} relationships"
    yield "pushed digest", held.digest
    if digest is not None:
        same = held.digest == digest
        yield "pushed is", "this workspace's graph" if same else "another graph; `kg push` writes this one"
