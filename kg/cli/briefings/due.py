"""``kg due``: what came due and stayed silent."""

from pathlib import Path

import click

from briefings.calendar.due import Silence, find_silence, group_names
from briefings.calendar.ics import write_calendar
from kg.cli.briefings.lines import print_lines, quotes_for
from kg.cli.briefings.options import Given, View, bound_filters, day_option, filters_given, shown
from kg.cli.output import print_hanging, progress_bar, say
from kg.cli.profiles.stores import disclosed_store
from kg.cli.profiles.terms import Terms, with_terms
from kg.cli.store import output_file

_NOTES = (
    "Before 'ended' stands what the words give; the end is counted from it, without time in custody before.",
    "Silence of these reports is no proof that nothing happened. What has no length, no next day and no custody told "
    "is not here.",
)


@shown("person", "place", "series")
@click.command("due")
@day_option("on", "The last day. [default: the last day of the reports]")
@day_option("from", "The first day. [default: the day after the reports before the last one]")
@click.option("--ics", type=click.Path(path_type=Path, dir_okay=False), help="Write the lines to a calendar file too.")
@with_terms("full", preview=False)
@click.pass_obj
def due(workspace: Path, /, on: str, first: str, ics: Path | None, terms: Terms, given: Given, view: View) -> None:
    """Show what must have happened by a day and was not reported: the calendar of silence.

    Arrests that were served, custody, sentences and bans that ended, recesses that are over, hunger strikes with no
    end told, people in custody who were not named for a year.

    Example: kg due --on 2023-12-31 --ics due.ics
    """
    filters = filters_given(given)
    with disclosed_store(workspace, terms) as source:
        with progress_bar("Looking"):
            found = find_silence(
                source.store, bound_filters(workspace, source.outside(filters), source.store), first, on
            )
            quotes = quotes_for(found.lines, view, source.store)
        if ics:
            from exports.files import write_export  # noqa: PLC0415 (only a file needs it)

            write_export(output_file(workspace, ics), write_calendar(found.lines, group_names(), found.on))
    print_lines(found.lines, group_names(), "due", view, quotes)
    _say_window(found)
    if ics:
        say(f"They are in {ics}, with names. A calendar that is kept online would send them to whoever runs it.")
    if view.format == "table":
        for note in _NOTES if found.lines else ():
            print_hanging((note, ""), hang=2)


def _say_window(found: Silence) -> None:
    number = len(found.lines)
    things = "1 thing" if number == 1 else f"{number or 'No'} things"
    since = f" after {found.after} and" if found.after else ""
    say(f"{things} came due{since} by {found.on} and stayed silent.")
