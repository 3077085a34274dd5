"""``kg ingest``: read report files into the workspace, and say what became of each."""

from collections.abc import Sequence
from pathlib import Path

import click

from ingest.errors import KgError
from kg.cli.intake.outcomes import describe_file
from kg.cli.intake.unread import count_paragraphs, print_unread
from kg.cli.output import print_table, progress_bar, say
from kg.workspace import Workspace
from kg.workspace.writer import IngestResult

LISTED = 20
"""How many unread passages of one report are listed; the rest are counted."""


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


def _print_result(result: IngestResult) -> None:
    rows = [[file.name, file.report or "", file.outcome] for file in result.files]
    print_table("Files", ["file", "report", "outcome"], rows)
    for file in result.files:
        for sentence in describe_file(file):
            say(f"{file.name}: {sentence}")
    if any(file.outcome != "refused" for file in result.files):
        print_table("In the graph now", ["kind", "number"], list(result.totals.items()))
    for file in result.files:
        if sentence := count_paragraphs(file.counts.get("entries", 0), file.unread):
            say(f"{file.name}: {sentence}")
        print_unread(file.name, file.report or "", file.unread, file.issues, LISTED)
