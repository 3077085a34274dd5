"""``kg ingest``, ``reports``, ``withdraw``, ``undo``: what is in the workspace."""

from collections.abc import Sequence
from pathlib import Path

import click

from cli.output import print_table, progress_bar, say
from ingest.errors import KgError
from kg.decisions.journal import current_user
from kg.workspace import FileOutcome, IngestResult, Workspace

# How many unread things of one report are listed one by one; the rest are counted.
LISTED = 20


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--period", metavar="YYYY-MM", help="The month, when a report does not say it.")
@click.option("--series", default="", help="Who publishes the reports; none for the unnamed series.")
@click.option("--jurisdiction", metavar="NAME", help="The country's pack; told from the first report without it.")
@click.pass_context
def ingest(
    context: click.Context, paths: Sequence[Path], period: str | None, series: str, jurisdiction: str | None
) -> None:
    """Read report files or folders of them (.txt, .md, .html) into the workspace.

    Exit codes: 0 all read or already there; 1 some files refused; 2 nothing read.

    Example: kg ingest reports/ --series bureau
    """
    try:
        workspace = Workspace.open_or_create(context.obj)
        with progress_bar("Reading") as progress:
            result = workspace.ingest(
                paths, period=period, series=series, jurisdiction=jurisdiction, progress=progress, waiting=say
            )
    except KgError as error:
        say(str(error))
        context.exit(2)
    _print_result(result)
    refused = [file for file in result.files if file.refused]
    if refused:
        given = [file for file in result.files if not file.passed_over]
        context.exit(2 if len(refused) == len(given) else 1)


@click.command()
@click.pass_obj
def reports(workspace: Path) -> None:
    """List the reports in force, and the versions that are not.

    Example: kg -w casefile reports
    """
    rows = [
        [r.id, r.title, r.entries, r.sha256[:12], r.encoding, "in force" if r.in_force else r.why_not]
        for r in Workspace.open(workspace).reports()
    ]
    print_table("Reports", ["report", "title", "entries", "file", "encoding", "state"], rows)


@click.command()
@click.argument("report")
@click.option("--why", default="", help="The reason, kept in the journal.")
@click.pass_obj
def withdraw(workspace: Path, report: str, why: str) -> None:
    """Take a report out of the graph by a decision; `kg undo` brings it back.

    Example: kg withdraw 2022-10 --why "a source withdrew consent"
    """
    decision = Workspace.open(workspace).withdraw(report, who=current_user(), why=why)
    say(f"{report} is out of the graph by decision {decision.id}. `kg undo {decision.id}` brings it back.")


@click.command()
@click.argument("decision")
@click.option("--why", default="", help="The reason, kept in the journal.")
@click.pass_obj
def undo(workspace: Path, decision: str, why: str) -> None:
    """Undo a decision, by its id; the graph is as if it had never been taken.

    Example: kg undo 3f2a9c81d0b4
    """
    Workspace.open(workspace).undo(decision, who=current_user(), why=why)
    say(f"Decision {decision} no longer holds.")


def _print_result(result: IngestResult) -> None:
    rows = [[file.name, file.report or "", file.outcome] for file in result.files]
    print_table("Files", ["file", "report", "what became of it"], rows)
    for file in result.files:
        for note in file.notes:
            say(f"{file.name}: {note}")
    if any(not file.refused for file in result.files):
        print_table("In the graph now", ["kind", "number"], list(result.totals.items()))
    for file in result.files:
        _print_unread(file)


def _print_unread(file: FileOutcome) -> None:
    if not file.issues:
        return
    rows = [[u.line, u.kind, u.what] for u in file.issues[:LISTED]]
    print_table(f"What could not be read in {file.name}", ["line", "what is missing", "number"], rows)
    if len(file.issues) > LISTED:
        say(f"and {len(file.issues) - LISTED} more")
