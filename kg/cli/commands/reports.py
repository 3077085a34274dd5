"""``kg withdraw``, ``erase``, ``undo``: which reports count, and which decisions."""

from collections.abc import Iterator
from pathlib import Path

import click

from kg.cli.output import ask_yes_or_no, print_table, progress_bar, say
from kg.decisions.journal import current_user
from kg.workspace import Workspace
from kg.workspace.safekeeping.erasure import ErasurePreview


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
    """Undo a decision by its id, or the beginning of it. The graph is derived again without it.

    Example: kg undo 3f2a
    """
    undone = Workspace.open(workspace).undo(decision, who=current_user(), why=why)
    say(f"Decision {undone.about['decision']} is undone.")


def _count_erased(preview: ErasurePreview) -> Iterator[tuple[str, int]]:
    yield "versions of the report", preview.versions
    yield "entries", preview.entries
    yield "decisions about it, or that quote it", preview.decisions
    yield "of these, decisions that also quote another report", preview.shared_decisions
    yield "reasons of other decisions that name somebody", preview.reworded_decisions
    yield "answers of an unfinished review", preview.draft_answers
    yield "copies of sources that no other report cites", preview.copies
    yield "saved investigations that change", preview.investigations


def _describe_erasure(preview: ErasurePreview) -> Iterator[str]:
    if preview.shared_decisions:
        yield "A decision that also quotes another report goes too: it says nothing about one thing alone."
    if same := preview.same_file_in:
        yield f"The same file was also read as {', '.join(same)}, and stays there. Erase that too if it has to go."
    if preview.moved_consents:
        yield "Who consented to be named or refused, and is in another report too, is in the journal by its words then."
    if preview.investigations:
        yield "Notes of investigations go if they name somebody of the report. Read the others in `kg explore`."
    for path in preview.kept_copies:
        yield f"{path} stays: another report cites this source too, or a name of the report is in the copy."
    for path in preview.other_files:
        yield f"{path} contains a name of the report. It is your own file: kg does not change it."
