"""``kg count``: figures that can be published."""

from collections.abc import Sequence
from pathlib import Path

import click

from briefings.figures.answer import Figures, Question, count_figures, value_of
from briefings.figures.fields import UNITS, Unit, all_fields
from ingest.errors import KgError
from kg.cli.briefings.options import Given, View, bound_filters, filters_given, shown
from kg.cli.output import print_hanging, print_json, print_rows, print_table, progress_bar, say
from kg.cli.saved_queries.answers import print_answer, print_with_quotes
from kg.cli.store import reading
from kg.stores import Rows
from queries.quotes import Quote, quotes_of

_FILTERS = ("from", "to", "person", "place", "series", "standing")


@shown(*_FILTERS)
@click.command("count")
@click.option("--by", multiple=True, metavar="FIELD", help="Count by this field; several are counted together.")
@click.option("--unit", type=click.Choice(UNITS), default="people", show_default=True, help="What is counted.")
@click.option("--where", multiple=True, metavar="FIELD=VALUE", help="Only where a field has this value.")
@click.option("--entries", "with_entries", is_flag=True, help="Show the entries that each figure rests on.")
@click.pass_obj
def count(
    workspace: Path,
    /,
    by: Sequence[str],
    unit: Unit,
    where: Sequence[str],
    with_entries: bool,
    given: Given,
    view: View,
) -> None:
    """Count people, acts, charges, sanctions or entries, for a figure that can be published.

    People are counted after identity; those whom the texts count and do not name are apart. So is what is alleged,
    denied or requested. Without --by and --where: list the fields.

    Example: kg count --by act --by month --from 2022-10
    """
    fields = [name.strip() for each in by for name in each.split(",")]
    if not fields and not where:
        _list_fields()
        return
    filters = filters_given(given)
    told = [f"{name} {value}" for name, value in filters.items()]
    with progress_bar("Counting"), reading(workspace) as store:
        bound = bound_filters(workspace, filters, store)
        figures = count_figures(Question(unit, fields, _wanted(where), bound, told), store)
        quotes = quotes_of(figures.rows, store) if view.evidence and view.format == "table" else []
    if view.format == "json":
        print_json(_as_json(unit, figures))
    elif view.format == "csv":
        print_rows(figures.rows, view.format)
        say(" ".join(figures.method))
    else:
        _print_table(figures, view, with_entries, quotes)


def _print_table(figures: Figures, view: View, with_entries: bool, quotes: Sequence[Sequence[Quote]]) -> None:
    rows = figures.rows.without(() if with_entries else {"entry_ids"})
    if view.evidence:
        shown = len(rows.rows) - 1 or 1  # without the last line, whose words are those of the others
        print_with_quotes(Rows(rows.columns, rows.rows[:shown]), figures.header, view.ids, quotes[:shown])
    else:
        print_answer(rows, figures.header, view.ids, view.wide)
    for sentence in figures.method:
        print_hanging((sentence, ""), hang=2)
    if not (view.evidence or with_entries):
        print_hanging(("The entries behind each figure: the same command with --entries or --evidence.", ""), hang=2)


def _wanted(where: Sequence[str]) -> dict[str, str]:
    wanted = {}
    for each in where:
        name, equals, value = each.partition("=")
        if not equals or not value:
            raise KgError(f"--where takes a field and its value, such as act=detention; not '{each}'.")
        wanted[name.strip()] = value_of(name.strip(), value.strip())
    return wanted


def _list_fields() -> None:
    rows = [[name, about, kinds] for name, (about, kinds) in all_fields().items()]
    print_table("Fields to count by", ["field", "what it says", "of"], rows)
    say("Count by one or more: kg count --by act --by month. People are counted in acts, charges or sanctions.")


def _as_json(unit: Unit, figures: Figures) -> dict[str, object]:
    rows = [dict(zip(figures.rows.columns, row, strict=True)) for row in figures.rows.rows]
    return {"unit": unit, "method": figures.method, "rows": rows[:-1], "total": rows[-1]}
