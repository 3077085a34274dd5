"""``kg entry add``: what no report says, as an entry of the user's own."""

from pathlib import Path
from typing import Unpack

import click

from ingest.formats.files import read_file
from kg.cli.decision_problems import print_problems
from kg.cli.intake.lists import import_list
from kg.cli.intake.outcomes import describe_file
from kg.cli.intake.unread import print_unread
from kg.cli.output import ask, ask_or_nothing, progress_bar, say
from kg.cli.review.sheets import FILE
from kg.workspace import Workspace
from kg.workspace.intake.options import IngestKeywords
from kg.workspace.intake.outcomes import FileOutcome
from kg.workspace.intake.own_entries import OwnEntry, own_series, write_entry


@click.group("entry")
def entry_group() -> None:
    """Add what no report says: an interview, a court file, a letter, an urgent appeal, a list of prisoners.

    Example: kg entry add
    """


entry_group.add_command(import_list)


@entry_group.command("add")
@click.option("--date", "day", metavar="YYYY-MM-DD", help="The day that it is about.")
@click.option("--place", help="Where it happened.")
@click.option("--source", help="Who or what says so: an address, or words such as 'court file 12'.")
@click.option("--file", "words_in", type=FILE, help="The words in a file, such as an urgent appeal as a .txt or .docx.")
@click.option("--series", default="", help="A name for its series. [default: own- and a hash]")
@click.option("--jurisdiction", metavar="NAME", help="The country. [default: the workspace's]")
@click.pass_context
def add_entry(
    context: click.Context,
    day: str | None,
    place: str | None,
    source: str | None,
    words_in: Path | None,
    series: str,
    jurisdiction: str | None,
) -> None:
    """Add an entry with its date, place, words and source. It is read by the same rules as a report's.

    kg asks for the words, unless they are in a file, and for what you leave out, so that no name is an argument. Each
    entry is a report in a series of its own: `kg erase` takes one out without the others.

    \b
    Example: kg entry add --date 2031-03-05
    Example: kg entry add --date 2031-03-05 --place Springfield --source https://bureau.example/9 --file appeal.docx
    """
    entry = OwnEntry(
        ask("Date (YYYY-MM-DD)") if day is None else day,
        ask_or_nothing("Place (Enter for none)") if place is None else place,
        ask("Words, as they should be read") if words_in is None else read_file(words_in).text,
        ask("Source: an address, or who told it to whom and when") if source is None else source,
    )
    added = _add(
        context.obj,
        entry,
        period=entry.date,
        series=series or own_series(entry),
        jurisdiction=jurisdiction,
        source=" ".join(entry.source.split()),
    )
    for sentence in describe_file(added):
        say(sentence)
    if added.outcome == "refused":
        context.exit(1)
    report = added.report or ""
    print_unread(added.name, report, added.unread, added.issues)
    say(f"{added.outcome.capitalize()} as {report}/1. `kg show {report}/1` shows what was read.")
    print_problems(Workspace.open(context.obj))


def _add(folder: Path, entry: OwnEntry, **options: Unpack[IngestKeywords]) -> FileOutcome:
    written = write_entry(entry)  # refuses what is no entry before a workspace is made
    workspace = Workspace.open_or_create(folder)
    with progress_bar("Reading") as progress:
        result = workspace.ingest([written], progress=progress, waiting=say, **options)
    return result.files[0]
