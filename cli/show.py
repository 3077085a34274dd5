"""``kg show`` and ``kg view``: a person on a page, a picture of a part of the graph."""

from pathlib import Path
from typing import Any

import click
from rich.text import Text

from cli.neo4j import graph_in, id_now, reading, spare
from cli.output import out, progress_bar, say
from cli.query import queries_of
from exports.picture import draw, neighbourhood, write_picture
from ingest.errors import KgError
from kg.graph.value import Graph, Key
from kg.schema.schema import load_schema
from kg.stores.lookup import find_anything, find_people
from queries.catalogue import SavedQuery, find_query
from queries.execute import ask, bind_parameters
from queries.person_page import Line, PersonPage, read_person_page

# Words for the codes of the guide, where the code alone would be read wrong.
STANDINGS = {"alleged": "ALLEGED", "denied": "DENIED", "found": "found by a court or inquiry"}
ROLES = {"to": "", "by": "as the one who acted"}


@click.command()
@click.argument("name")
@click.option("--quotes", type=click.IntRange(0), default=2, show_default=True, help="So many quotes a line at most.")
@click.pass_obj
def show(workspace: Path, name: str, quotes: int) -> None:
    """Show one person on a page, by name or id, with the words each line rests on.

    Several people of exactly that name are shown one after the other.

    Example: kg show "Surname Given"
    """
    with reading(workspace) as store:
        people = find_people(store, id_now(workspace, name))
        pages = [read_person_page(store, person.id) for person in people]
    for page in pages:
        _print_page(page, quotes)
    if len(pages) > 1:
        say(f"{len(pages)} people of this name: what is uncertain stays apart. Give an id to see one of them.")


@click.command()
@click.option("--query", "query_name", help="Draw what a saved query returns, with its defaults.")
@click.option("--around", help="Draw the neighbourhood of a thing, by name or id.")
@click.option("--hops", type=click.IntRange(1, 4), default=1, show_default=True, help="How far around it.")
@click.option("--most", type=click.IntRange(1, 2000), default=300, show_default=True, help="At most so many things.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="An HTML file.")
@click.pass_obj
def view(workspace: Path, query_name: str | None, around: str | None, hops: int, most: int, output: Path) -> None:
    """Draw a picture of a part of the graph into one HTML file that opens offline.

    Example: kg view --around "Surname Given" --hops 2 -o picture.html
    """
    if bool(query_name) == bool(around):
        raise click.UsageError("Say what to draw: --query NAME or --around NAME.")
    spare(workspace, output)
    with progress_bar("Drawing"):
        graph = graph_in(workspace)
        if query_name:
            query = find_query(query_name, queries_of(workspace))
            title = query.header.title
            keys, left_out = _answered(workspace, query, most)
        else:
            with reading(workspace) as store:
                found = find_anything(store, id_now(workspace, around or ""))
            title = f"Around {found.caption}"
            keys, left_out = neighbourhood(graph, Key(found.label, found.id), hops, most, load_schema())
        _draw(graph, keys, title, left_out, output)
    say(f"{len(keys)} things drawn in {output}. {left_out or ''}".strip())


def _draw(graph: Graph, keys: list[Key], title: str, left_out: str | None, output: Path) -> None:
    if not keys:
        raise KgError(f"There is nothing to draw: '{title}' returned no things of the graph.")
    write_picture(draw(graph, keys, load_schema(), title, left_out), output)


def _answered(workspace: Path, query: SavedQuery, most: int) -> tuple[list[Key], str | None]:
    """The nodes whose keys stand in the columns that the query's header declares, in the order of the rows.

    With them a sentence on what is left out, if anything is.
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


def _print_page(page: PersonPage, quotes: int) -> None:
    out.print()
    out.print(Text(page.name, style="bold"))
    out.print(Text(page.id, style="dim"))
    for what, values in (("Also", page.names), ("Office", page.offices), ("Described as", page.occupations)):
        others = [v for v in values if v != page.name]
        if others:
            out.print(Text(f"{what}: {', '.join(others)}"))
    sections = (
        ("Charges (what is held against the person, proven or not)", page.charges, _charge),
        ("Sanctions", page.sanctions, _sanction),
        ("Facilities", page.stays, _stay),
        ("Cases", page.cases, _case),
        ("Acts", page.acts, _act),
    )
    for title, lines, wording in sections:
        if lines:
            out.print()
            out.print(Text(title, style="bold"))
            for line in lines:
                _print_line(wording(line.columns), line, quotes)


def _print_line(text: str, line: Line, quotes: int) -> None:
    out.print(Text(f"  {text}"))
    for quote in line.quotes[:quotes]:
        out.print(Text(f"      [{quote.entry}] {quote.words}", style="dim"))
        out.print(Text(f"      {quote.url or 'no address in the report'}", style="dim"))
    if len(line.quotes) > quotes > 0:
        out.print(Text(f"      and {len(line.quotes) - quotes} more entries", style="dim"))


def _charge(c: dict[str, Any]) -> str:
    return _joined(c["date"], c["what"], c["state"], "as alleged perpetrator" if c["role"] == "perpetrator" else "")


def _sanction(c: dict[str, Any]) -> str:
    amount = f"{c['amount']:g}" if c["amount"] is not None else ""
    mci = f"{c['mci']:g} MCI" if c["mci"] is not None else ""
    until = f"until {c['until']}" if c["until"] else ""
    state = "requested by a prosecutor" if c["state"] == "requested" else ""
    disputed = "DISPUTED" if c["disputed"] else ""
    return _joined(c["date"], c["what"].replace("_", " "), c["duration"], until, amount, mci, state, disputed)


def _stay(c: dict[str, Any]) -> str:
    until = f"left {c['until']}" if c["until"] else f"last seen {c['last']}"
    return _joined(f"first seen {c['date']}", c["what"], until)


def _case(c: dict[str, Any]) -> str:
    return _joined(f"{c['date']} to {c['last']}" if c["last"] != c["date"] else c["date"], c["what"], f"as {c['role']}")


def _act(c: dict[str, Any]) -> str:
    what = c["what"].replace("_", " ")
    next = f"next on {c['next']}" if c["next"] else ""
    hours = f"{c['hours']:g} hours" if c["hours"] else ""
    reason = f"reason given: {c['reason']}" if c["reason"] else ""
    return _joined(
        c["date"], what, STANDINGS.get(c["standing"], ""), ROLES[c["role"]], c["outcome"], hours, next, reason
    )


def _joined(*parts: str | None) -> str:
    return ", ".join(str(p) for p in parts if p)
