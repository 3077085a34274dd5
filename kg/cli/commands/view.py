"""``kg view``: a picture of part of the graph."""

from pathlib import Path
from typing import Any

import click

from exports.picture import draw, neighbourhood, write_picture
from ingest.errors import KgError
from kg.cli.output import asked, optional_value, progress_bar, say
from kg.cli.saved_queries.command import queries_of
from kg.cli.store import graph_in, id_now, output_file, reading
from kg.graph.value import Graph, Key
from kg.schema.schema import load_schema
from kg.stores.lookup import find_any_node
from queries.catalogue import SavedQuery, find_query
from queries.execute import ask, bind_parameters


@click.command()
@click.option("--query", "query_name", help="Draw what a saved query returns, with its default parameters.")
@click.option(
    "--around", **optional_value(), help="Draw what is connected to a thing, by name or id; without, kg asks."
)
@click.option("--hops", type=click.IntRange(1, 4), default=1, show_default=True, help="How many steps from it to draw.")
@click.option(
    "--most", type=click.IntRange(1, 2000), default=300, show_default=True, help="Draw at most this many things."
)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The HTML file.")
@click.pass_obj
def view(workspace: Path, query_name: str | None, around: str | None, hops: int, most: int, output: Path) -> None:
    """Draw part of the graph in an HTML file that opens offline.

    Example: kg view --around person-3f2a9c81d0b4e6f7 --hops 2 -o picture.html
    """
    if bool(query_name) == bool(around):
        raise click.UsageError("Say what to draw: --query NAME or --around NAME.")
    around = asked(around, "Around what (name or id)") if around else None
    output_file(workspace, output)
    with progress_bar("Drawing"):
        graph = graph_in(workspace)
        if query_name:
            query = find_query(query_name, queries_of(workspace))
            title = query.header.title
            keys, left_out = _answered(workspace, query, most)
        else:
            with reading(workspace) as store:
                found = find_any_node(store, id_now(workspace, around or ""))
            title = f"Around {found.caption}"
            keys, left_out = neighbourhood(graph, Key(found.label, found.id), hops, most, load_schema())
        _draw(graph, keys, title, left_out, output)
    say(f"{len(keys)} things drawn in {output}. {left_out or ''}".strip())


def _draw(graph: Graph, keys: list[Key], title: str, left_out: str | None, output: Path) -> None:
    if not keys:
        raise KgError(f"Nothing to draw: '{title}' returned no nodes. Try other parameters or another query.")
    write_picture(draw(graph, keys, load_schema(), title, left_out), output)


def _answered(workspace: Path, query: SavedQuery, most: int) -> tuple[list[Key], str | None]:
    """The nodes whose keys are in the columns that the query's header declares, in the order of the rows.

    The second value is a sentence on what was left out, if anything was.
    """
    if not query.header.columns:
        raise KgError(f"{query.path} declares no columns, so there is nothing to draw; add `columns:` to its header.")
    with reading(workspace) as store:
        rows = ask(query, bind_parameters(query, {}, store), store)
    labels = [(i, label) for i, c in enumerate(rows.columns) if (label := query.header.label_of(c))]
    keys = list(dict.fromkeys(Key(label, id) for row in rows.rows for i, label in labels for id in _listed(row[i])))
    said = [f"The answer was cut at {len(rows.rows)} rows."] if rows.cut else []
    if len(keys) > most:
        said.append(f"{len(keys) - most} of {len(keys)} things were left out (--most {most}).")
    return keys[:most], " ".join(said) or None


def _listed(cell: Any) -> list[str]:
    if cell is None:
        return []
    return list(cell) if isinstance(cell, list) else [cell]
