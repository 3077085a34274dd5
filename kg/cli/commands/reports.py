"""``kg ingest``, ``reports``, ``withdraw``, ``erase``, ``undo``: which reports are in the workspace."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from ingest.errors import KgError
from kg.cli.output import ask_yes_or_no, print_table, progress_bar, say
from kg.decisions.journal import current_user
from kg.workspace import Workspace
from kg.workspace.outcomes import (
    CorrectedBy,
    CountryOverridden,
    EntryChanges,
    FileOutcome,
    Note,
    PeriodOverridden,
    PeriodSource,
)
from kg.workspace.safekeeping.erasure import ErasurePreview
from kg.workspace.state import VersionState
from kg.workspace.writer import IngestResult

LISTED = 20
"""How many issues of one report are listed; the rest are counted."""

NUMBERED = 12
"""How many changed entries of a corrected report are listed by number."""


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--period", metavar="YYYY-MM", help="The month (or 2023, 2023-06-05--2023-06-11) of a report without it.")
@click.option("--series", default="", help="Who publishes the reports, such as 'bureau'. [default: the unnamed series]")
@click.option("--jurisdiction", metavar="NAME", help="The country. [default: detected in the first report]")
@click.pass_context
def ingest(
    context: click.Context, paths: Sequence[Path], period: str | None, series: str, jurisdiction: str | None
) -> None:
    """Read report files or folders of them (.txt, .md, .html) into the workspace.

    Exit codes: 0 all files added or already there; 1 some refused; 2 none added.

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
    refused = [file for file in result.files if file.outcome == "refused"]
    if refused:
        given = [file for file in result.files if file.outcome != "skipped"]
        context.exit(2 if len(refused) == len(given) else 1)


@click.command()
@click.pass_obj
def reports(workspace: Path) -> None:
    """List all reports and their versions, and which are in force.

    Example: kg -w casefile reports
    """
    rows = [
        [r.id, r.title, r.entries, r.sha256[:12], r.encoding, _describe_version(r.id, r.state)]
        for r in Workspace.open(workspace).reports()
    ]
    print_table("Reports", ["report", "title", "entries", "file", "encoding", "state"], rows)


@click.command()
@click.argument("report")
@click.option("--why", default="", help="The reason, kept in the journal.")
@click.pass_obj
def withdraw(workspace: Path, report: str, why: str) -> None:
    """Remove a report from the graph by a decision; `kg undo` brings it back.

    Example: kg withdraw 2022-10 --why "a source withdrew consent"
    """
    decision = Workspace.open(workspace).withdraw(report, who=current_user(), why=why)
    say(f"{report} is out of the graph by decision {decision.id}. `kg undo {decision.id}` brings it back.")


@click.command()
@click.argument("report")
@click.option("--why", default="", help="The reason, kept in the journal. It may not name anybody of the report.")
@click.option("--dry-run", is_flag=True, help="Only show what would be erased.")
@click.option("--yes", is_flag=True, help="Erase without asking.")
@click.pass_context
def erase(context: click.Context, report: str, why: str, dry_run: bool, yes: bool) -> None:
    """Erase a report, with all its versions, from every file of the workspace. This cannot be undone.

    Use it when consent was withdrawn. The journal keeps that a report was erased, by whom, when and why. Backups,
    exports, a Neo4j server and the free space of the disk may still hold its words.

    Example: kg erase 2022-10 --why "consent withdrawn"
    """
    opened = Workspace.open(context.obj)
    with progress_bar("Looking for what would go"):
        preview = opened.keeper.preview_erasure(report)
    print_table(f"To be erased: {report}", ["what", "number"], list(_count_erased(preview)))
    for sentence in _describe_erasure(preview):
        say(sentence)
    if dry_run:
        return
    if not yes and not ask_yes_or_no(f"Erase {report}? This cannot be undone.", default=False):
        say("Nothing was erased.")
        context.exit(1)
    with progress_bar("Erasing"):
        erased = opened.keeper.erase(report, who=current_user(), why=why, waiting=say)
    say(f"{report} is erased; decision {erased.decision.id} says so.")
    if uri := opened.settings.store.uri:
        say(f"A copy may be at {uri}: run `kg push`. docs/workspace.md says what a server keeps.")
    if not erased.finished:
        say("Another command still reads the old graph. When it has ended, run `kg check`.")
        context.exit(1)


@click.command()
@click.argument("decision")
@click.option("--why", default="", help="The reason, kept in the journal.")
@click.pass_obj
def undo(workspace: Path, decision: str, why: str) -> None:
    """Undo a decision by its id. The graph is derived again without it.

    Example: kg undo 3f2a9c81d0b4
    """
    Workspace.open(workspace).undo(decision, who=current_user(), why=why)
    say(f"Decision {decision} is undone.")


def _count_erased(preview: ErasurePreview) -> Iterator[tuple[str, int]]:
    yield "versions of the report", preview.versions
    yield "entries", preview.entries
    yield "decisions about it, or that quote it", preview.decisions
    yield "of these, decisions that also quote another report", preview.shared_decisions
    yield "reasons of other decisions that name somebody", preview.reworded_decisions
    yield "answers of an unfinished review", preview.draft_answers


def _describe_erasure(preview: ErasurePreview) -> Iterator[str]:
    if preview.shared_decisions:
        yield "A decision that also quotes another report goes too: it says nothing about one thing alone."
    if same := preview.same_file_in:
        yield f"The same file was also read as {', '.join(same)}, and stays there. Erase that too if it has to go."
    for path in preview.other_files:
        yield f"{path} contains a name of the report. It is your own file: kg does not change it."


def _print_result(result: IngestResult) -> None:
    rows = [[file.name, file.report or "", file.outcome] for file in result.files]
    print_table("Files", ["file", "report", "outcome"], rows)
    for file in result.files:
        for sentence in _sentences(file):
            say(f"{file.name}: {sentence}")
    if any(file.outcome != "refused" for file in result.files):
        print_table("In the graph now", ["kind", "number"], list(result.totals.items()))
    for file in result.files:
        _print_issues(file)


def _sentences(file: FileOutcome) -> Iterator[str]:
    if file.reason:
        yield file.reason
    if file.outcome == "skipped":
        yield "folders inside a folder are not searched. Give its path to read the reports in it."
    yield from (_describe_note(file.report or "", note) for note in file.notes)


def _describe_note(report: str, note: Note) -> str:
    match note:
        case PeriodSource(period, source):
            return f"Its period is {period}, from {source}."
        case PeriodOverridden(in_title, given):
            return f"Its title says {in_title}; --period makes it {given}."
        case CountryOverridden(detected):
            return f"It looks like a report of another country ({detected}); it was read as --jurisdiction says."
        case CorrectedBy(decision):
            return f"It is in force by decision {decision}; `kg undo {decision}` brings the earlier version back."
        case EntryChanges():
            return _describe_changes(note)
        case VersionState():
            return _describe_version(report, note)
        case _:
            return note


def _describe_changes(changes: EntryChanges) -> str:
    numbers = ", ".join(map(str, changes.new_text[:NUMBERED])) + (", …" if len(changes.new_text) > NUMBERED else "")
    where = f" (new text in entries {numbers})" if numbers else ""
    return f"Entries: {changes.added} added, {changes.removed} removed, {changes.changed} changed{where}."


def _describe_version(report: str, state: VersionState) -> str:
    match state.status:
        case "in force":
            return "in force"
        case "replaced":
            return f"another version of {report} is in force ({(state.current or '')[:12]})"
        case "withdrawn":
            return f"{report} is withdrawn; `kg undo` of that decision brings it back"
        case "undecided":
            return f"{report} has {state.versions} versions and no decision which one is in force"


def _print_issues(file: FileOutcome) -> None:
    if not file.issues:
        return
    rows = [[issue.line, issue.kind, issue.what] for issue in file.issues[:LISTED]]
    print_table(f"What could not be read in {file.name}", ["line", "problem", "detail"], rows)
    if len(file.issues) > LISTED:
        say(f"and {len(file.issues) - LISTED} more")
