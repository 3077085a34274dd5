"""``kg reports``: what is kept; ``kg report show``: one report, and what was not read in it."""

from collections.abc import Sequence
from pathlib import Path

import click

from ingest.errors import KgError
from ingest.facts import Report
from kg.cli.intake.outcomes import describe_version
from kg.cli.intake.partner_file import print_partner_file
from kg.cli.intake.unread import count_paragraphs, print_unread
from kg.cli.output import print_table, say
from kg.entries.active import ActiveReport
from kg.workspace import Workspace


@click.command()
@click.pass_obj
def reports(workspace: Path) -> None:
    """List all reports and their versions, and which are in force.

    Example: kg -w casefile reports
    """
    rows = [
        [r.id, r.title, r.entries, r.sha256[:12], r.encoding, describe_version(r.id, r.state)]
        for r in Workspace.open(workspace).reports()
    ]
    print_table("Reports", ["report", "title", "entries", "file", "encoding", "state"], rows)


@click.group("report")
def report_group() -> None:
    """Look at one report.

    Example: kg report show 2022-10
    """


report_group.add_command(reports, "list")


@report_group.command("show")
@click.argument("report")
@click.option("--unread", is_flag=True, help="List every paragraph, address and date that was not read.")
@click.pass_obj
def show_report(workspace: Path, report: str, unread: bool) -> None:
    """Show a report in force: its title, its period, and how much of it was read.

    Of a partner's file: whose it is, when it came in, its licence and profile, and what was not understood.

    Example: kg report show 2022-10 --unread
    """
    opened = Workspace.open(workspace)
    if file := opened.partner_file(report):
        print_partner_file(file, unread)
        return
    found = _find(opened.in_force(), report)
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
