"""``kg ingest``: read report files into the workspace, and say what became of each."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Unpack

import click

from ingest.errors import KgError
from ingest.language.periods.keys import read_period_key
from kg.cli.decision_problems import print_problems
from kg.cli.intake.outcomes import describe_file
from kg.cli.intake.unread import count_paragraphs, print_unread
from kg.cli.output import ask, print_table, progress_bar, say
from kg.workspace import Workspace
from kg.workspace.intake.options import IngestKeywords
from kg.workspace.intake.outcomes import TAKEN, FileOutcome
from kg.workspace.writer import IngestResult

LISTED = 20
"""How many unread passages of one report are listed; the rest are counted."""

LEAVE_OUT = "-"
"""The answer that leaves a report out instead of naming its series."""


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--period", metavar="YYYY-MM", help="The month (or 2023, 2023-06-05--2023-06-11) of a report without it.")
@click.option("--series", default="", help="Who publishes the reports, such as 'bureau'. [default: the unnamed series]")
@click.option("--jurisdiction", metavar="NAME", help="The country. [default: detected in the first report]")
@click.option("--force", is_flag=True, help="Read by the rules of --jurisdiction what is of another country.")
@click.option("--replace", is_flag=True, help="Take a report as a new version of the one there, whatever they share.")
@click.option(
    "--signers",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Whose bundles are taken in: an allowed_signers file of OpenSSH. Without it, a signature is only shown.",
)
@click.pass_context
def ingest(context: click.Context, paths: Sequence[Path], **options: Unpack[IngestKeywords]) -> None:
    """Read report files (.txt, .md, .html, .docx, .pdf), folders or .zip files of them into the workspace.

    A partner's graph (.ttl, .trig, .nq, .nt, .jsonld, .rdf) or bundle is taken in as it is stated (docs/exports.md); a
    bundle only if its manifest and signature fit all that is in it.

    A report replaces another only as a correction of it: of the same series and period, with most entries in common.

    Exit codes: 0 all files added or already there; 1 some refused; 2 none added.

    Example: kg ingest reports/ --series bureau
    """
    try:
        workspace = Workspace.open_or_create(context.obj)
        result = _ingest(workspace, paths, options)
        _print_result(result)
        refused = [file for file in result.files if file.outcome == "refused"]
        if sys.stdin.isatty():
            refused = [file for file in refused if not (file.proposal and _ingest_as_named(workspace, file, options))]
    except KgError as error:
        say(str(error))
        context.exit(2)
    print_problems(workspace)
    if any(file.outcome in TAKEN for file in result.files):
        _say_silence(workspace)
    if refused:
        given = [file for file in result.files if file.outcome != "skipped"]
        context.exit(2 if len(refused) == len(given) else 1)


def _ingest(workspace: Workspace, paths: Sequence[Path], options: IngestKeywords) -> IngestResult:
    with progress_bar("Reading") as progress:
        return workspace.ingest(paths, progress=progress, waiting=say, **options)


def _ingest_as_named(workspace: Workspace, file: FileOutcome, options: IngestKeywords) -> bool:
    """Ask for the series or the days of a report whose own were taken, and read it as that; whether it was read."""
    asked = f"{file.name}: the name of its series, or its days as 2031-03-05 ({LEAVE_OUT} leaves it out)"
    answer = ask(asked, default=file.proposal)
    if answer == LEAVE_OUT:
        return False
    named: IngestKeywords = {"period": answer} if read_period_key(answer) else {"series": answer}
    result = _ingest(workspace, [Path(file.name)], {**options, **named})
    _print_result(result)
    return all(again.outcome != "refused" for again in result.files)


def _say_silence(workspace: Workspace) -> None:
    """Say how many things came due and stayed silent, where there are any."""
    from briefings.calendar.due import find_silence  # noqa: PLC0415 (only a new report needs it)

    try:
        with progress_bar("Looking for what stayed silent"), workspace.reader() as store:
            number = len(find_silence(store, {}).lines)
    except KgError as error:
        say(f"{error} The reports are in the workspace; `kg due` looks again for what stayed silent.")
        return
    if number:
        say(f"{number} thing{'' if number == 1 else 's'} came due and stayed silent: kg due")


def _print_result(result: IngestResult) -> None:
    rows = [[file.name, file.report or "", file.outcome] for file in result.files]
    print_table("Files", ["file", "report", "outcome"], rows)
    for file in result.files:
        for sentence in describe_file(file):
            say(f"{file.name}: {sentence}")
    if any(file.outcome != "refused" for file in result.files):
        print_table("In the graph now", ["kind", "number"], list(result.totals.items()))
    for file in result.files:
        sentence = count_paragraphs(file.counts.get("entries", 0), file.unread)
        if sentence and not file.is_stated:  # nothing was read out of a graph
            say(f"{file.name}: {sentence}")
        print_unread(file.name, file.report or "", file.unread, file.issues, LISTED)
