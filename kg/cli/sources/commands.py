"""``kg source attach`` and ``kg source list``."""

from pathlib import Path

import click

from kg.cli.output import FORMATS, ask, asked, optional_value, print_rows, say
from kg.decisions.journal import current_user
from kg.stores import Rows
from kg.workspace import Workspace
from kg.workspace.safekeeping.sources import SourceListed


@click.group("source")
def source_group() -> None:
    """Keep copies of the sources that reports cite. Nothing is fetched.

    Example: kg source list --missing
    """


@source_group.command("attach")
@click.argument("url", required=False)
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--note", default="", help="What to know about the copy.", **optional_value())
@click.pass_obj
def attach_source(workspace: Path, url: str | None, file: Path | None, note: str) -> None:
    """Keep a copy of a source: a file that you saved from its address.

    The record has its SHA-256 and size, when and by whom it was attached, and the name of the file. kg asks for what
    you leave out, so that no name is an argument. A file has 16 MB at most.

    Example: kg source attach https://bureau.example/7 saved.html
    """
    opened = Workspace.open(workspace)
    address = url or ask("Address, as the report prints it")
    path = file or Path(ask("File"))
    attached = opened.keeper.sources.attach(address, path, current_user(), asked(note, "Note"))
    sha256 = attached.attachment.sha256
    if attached.new:
        say(f"A copy is kept under SHA-256 {sha256}.")
    else:
        say(f"That copy was attached on {attached.attachment.when}: SHA-256 {sha256}.")
    if not attached.entries:
        say("No report in force cites that address. Compare it with `kg source list`.")


@source_group.command("list")
@click.option("--missing", is_flag=True, help="Only sources without a copy.")
@click.option("--format", type=FORMATS, default="table", help="json: a list of objects, one for each source.")
@click.pass_obj
def list_sources(workspace: Path, missing: bool, format: str) -> None:
    """List the sources that reports in force cite, and the copies of each.

    Example: kg source list --missing
    """
    found = Workspace.open(workspace).keeper.sources.list()
    shown = [source for source in found if not (missing and source.copies)]
    columns = ("source", "entries", "copies", "attached", "by", "sha256")
    rows = [_row(source, whole=format != "table") for source in shown]
    print_rows(Rows(columns, tuple(rows)), format, "Sources")
    without = sum(not source.copies for source in found)
    counted = "1 source" if len(found) == 1 else f"{len(found)} sources"
    say(f"{counted}: {len(found) - without} with a copy, {without} without.")


def _row(source: SourceListed, whole: bool) -> tuple[object, ...]:
    """``whole`` gives times and hashes in full; else days, and the first digits of hashes."""
    copies = source.copies
    when = [copy.when if whole else copy.when[:10] for copy in copies]
    hashes = [copy.sha256 if whole else copy.sha256[:12] for copy in copies]
    return source.url, source.entries, len(copies), when, [copy.who for copy in copies], hashes
