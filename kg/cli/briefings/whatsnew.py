"""``kg whatsnew``: what the last report changed."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from briefings.changes.changes import find_changes
from briefings.changes.groups import GROUPS, HEADINGS
from briefings.changes.periods import Periods
from briefings.reports import list_reports
from kg.cli.briefings.lines import print_lines, quotes_for
from kg.cli.briefings.options import Given, View, bound_filters, filters_given, period_option, shown
from kg.cli.output import print_hanging, progress_bar, say
from kg.cli.store import reading

_NOTE = (
    "New is what no earlier report here tells. It may have happened long before, and a report that is not in the "
    "workspace may have told it."
)


@shown("person", "place", "series", "standing")
@click.command("whatsnew")
@period_option("since", "The first new report is of this period or later, such as 2023-06. [default: the last report]")
@click.option("--only", type=click.Choice(GROUPS), multiple=True, help="Show only this group; several may be given.")
@click.pass_obj
def whatsnew(workspace: Path, /, since: str, only: Sequence[str], given: Given, view: View) -> None:
    """Show what the last report changed: what it tells and no report before it.

    New people, new charges against known people, custody, who was moved, released or sentenced, accounts that now
    disagree, terms that ended. People are known after identity.

    Example: kg whatsnew --since 2023-06
    """
    filters = filters_given(given)
    with progress_bar("Comparing"), reading(workspace) as store:
        changes = find_changes(store, bound_filters(workspace, filters, store), since)
        lines = [line for line in changes.lines if not only or line.group in only]
        quotes = quotes_for(lines, view, store)
    print_lines(lines, HEADINGS, "on", view, quotes)
    if view.format == "table":
        _print_reports(changes.periods)
    numbers = Counter(line.group for line in lines)
    told = ", ".join(f"{numbers[group]} {group.replace('_', ' ')}" for group in GROUPS if numbers[group])
    say(f"{len(lines)} lines: {told}." if lines else "Nothing new.")


def _print_reports(periods: Periods) -> None:
    against = f", against {list_reports(periods.before)}" if periods.before else "; there is no report before"
    print_hanging((f"{list_reports(periods.new)}{against}.", ""), hang=2)
    print_hanging((_NOTE, ""), hang=2)
