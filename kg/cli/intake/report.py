"""``kg report show``: one report, and what was not read in it."""

from collections.abc import Sequence
from pathlib import Path

import click

from ingest.errors import KgError
from ingest.facts import Report
from kg.cli.intake.unread import count_paragraphs, print_unread
from kg.cli.output import print_table, say
from kg.entries.active import ActiveReport
from kg.workspace import Workspace


@click.group("report")
def report_group() -> None:
    """Look at one report.

    Example: kg report show 2022-10
    """


@report_group.command("show")
@click.argument("report")
@click.option("--unread", is_flag=True, help="List every paragraph, address and date that was not read.")
@click.pass_obj
def show_report(workspace: Path, report: str, unread: bool) -> None:
    """Show a report in force: its title, its period, and how much of it was read.

    Example: kg report show 2022-10 --unread
    """
    found = _find(Workspace.open(workspace).in_force(), report)
    rows: list[list[object]] = [
        ["title", found.title],
        ["period", f"{found.period_start} to {found.period_end}"],
        ["period from", found.period_source],
        ["entries", len(found.entries)],
        ["addresses", len(found.addresses())],
    ]
    print_table(report, ["", ""], rows)
    say(count_paragraphs(len(found.entries), found.unread))
    if unread:
        print_unread(report, report, found.unread, found.issues)
        if not found.unread and not found.issues:
            say("Everything was read.")


def _find(reports: Sequence[ActiveReport], id: str) -> Report:
    for report in reports:
        if report.id == id:
            return report.facts.report
    known = ", ".join(report.id for report in reports) or "none"
    raise KgError(f"No report {id} is in force; there are: {known}.")
