"""Lines of a briefing on the terminal: a table for each group, or each line with the words it rests on."""

from collections.abc import Mapping, Sequence

from briefings.lines import Line, grouped, header_of, rows_of
from kg.cli.briefings.options import View
from kg.cli.output import print_rows, print_table
from kg.cli.saved_queries.answers import hidden_columns, print_with_quotes
from kg.cli.tables import TableColumn
from kg.stores import Store
from queries.quotes import Quote, quotes_of


def quotes_for(lines: Sequence[Line], view: View, store: Store) -> dict[Line, list[Quote]]:
    """The words that each line rests on, where they are shown."""
    if not view.evidence or view.format != "table":
        return {}
    return dict(zip(lines, quotes_of(rows_of(lines), store), strict=True))


def print_lines(
    lines: Sequence[Line], headings: Mapping[str, str], day: str, view: View, quotes: Mapping[Line, list[Quote]]
) -> None:
    """Print lines by their groups, in the order of ``headings``; ``day`` says what their days are."""
    if view.format != "table":
        print_rows(rows_of(lines), view.format)
        return
    for name, found in grouped(lines, list(headings)):
        header, rows = header_of(headings[name], day), rows_of(found).without({"group"})
        if view.evidence:
            print_with_quotes(rows, header, view.ids, [quotes[line] for line in found])
        else:
            told = rows.without(hidden_columns(header, view.ids))
            columns = [TableColumn(header.heading_of(name), header.priority_of(name)) for name in told.columns]
            print_table(header.title, columns, told.rows, view.wide)
