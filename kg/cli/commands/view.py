"""``kg view``: a picture of part of the graph."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ingest.errors import KgError
from kg.cli.output import asked, optional_value, progress_bar, say
from kg.cli.pages.choice import find_one
from kg.cli.profiles.disclosure import disclose, guarding, say_profile
from kg.cli.profiles.stores import Asked, disclosed_store
from kg.cli.profiles.terms import Terms, with_terms
from kg.cli.saved_queries.command import options_of, query_of, values_of
from kg.cli.store import graph_in, output_file, settings_of
from kg.graph.value import Graph, Key
from kg.schema.schema import load_schema
from queries.catalogue import SavedQuery
from queries.execute import ask, bind_parameters
from queries.filters import PREFIX
from queries.header import PICTURES

_NUMBERS = frozenset({"integer", "float"})

if TYPE_CHECKING:
    from exports.picture.map.outlines import Outline
    from exports.picture.pictures import Format, Picture


@click.command(context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
@click.option("--query", "query_name", help="Draw what a saved query answers. Its options may follow: --from 2022-10.")
@click.option(
    "--around", **optional_value(), help="Draw what is connected to a thing, by name or id; without, kg asks."
)
@click.option(
    "--as", "kind", type=click.Choice(PICTURES), help="Another picture of the answer than the one that fits it."
)
@click.option("--hops", type=click.IntRange(1, 4), default=1, show_default=True, help="How many steps from it to draw.")
@click.option(
    "--things", type=click.IntRange(1, 2000), default=150, show_default=True, help="Draw at most this many things."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The HTML file; of a plot, an SVG or PNG file.",
)
@with_terms("full", preview=False)
@click.pass_context
def view(
    context: click.Context,
    /,
    query_name: str | None,
    around: str | None,
    kind: str | None,
    output: Path,
    terms: Terms,
    **limits: int,
) -> None:
    """Draw part of the graph in an HTML file that opens offline, or a plot as an SVG or PNG file.

    The picture is for you, so nothing is left out unless you name a profile.

    \b
    Example: kg view --around person-3f2a9c81d0b4e6f7 --hops 2 -o picture.html
    Example: kg view --query shared_charges --from 2022-10 -o charges.html
    Example: kg view --query bodies -o bodies.png
    """
    workspace: Path = context.obj
    if bool(query_name) == bool(around):
        raise click.UsageError("Say what to draw: --query NAME or --around NAME.")
    output_file(workspace, output)
    format = _format_of(output)
    if query_name:
        with disclosed_store(workspace, terms) as source:
            picture = _answered(context, query_of(workspace, query_name), kind, limits["things"], format, source)
            _write(picture, output)
        return
    if context.args:
        raise click.NoSuchOption(context.args[0])
    if format != "html":
        raise KgError("Only a plot is an SVG or PNG file. Write this picture with -o FILE.html.")
    name = asked(around or "", "Around what (name or id)")
    if not terms.for_yourself:
        _write_disclosed(workspace, name, limits, output, terms)
        return
    picture = _around(graph_in(workspace), find_one(workspace, name), **limits)
    _write(picture, output)


def _write(picture: "Picture", output: Path) -> None:
    from exports.picture import write_picture  # noqa: PLC0415 (only what is drawn is written)

    write_picture(picture.content, output)
    say(f"Drawn in {output}: {picture.said}")


def _write_disclosed(workspace: Path, name: str, limits: dict[str, int], output: Path, terms: Terms) -> None:
    """Write the picture around a thing as a profile lets it out."""
    disclosure = disclose(workspace, terms)
    centre = disclosure.outside(find_one(workspace, name))
    if centre is None:
        raise KgError(f"Profile {terms.profile} leaves it out, so there is nothing to draw around it.")
    picture = _around(disclosure.graph, centre, **limits)
    with guarding(disclosure):
        _write(picture, output)
    say_profile(disclosure)


def _around(graph: Graph, centre: Key, hops: int, things: int) -> "Picture":
    from exports.picture.pictures import draw_around  # noqa: PLC0415 (drawing loads much, and only a picture needs it)

    with progress_bar("Drawing"):
        return draw_around(graph, centre, hops, things, load_schema())


def _answered(
    context: click.Context, query: SavedQuery, kind: str | None, things: int, format: "Format", source: Asked
) -> "Picture":
    """The picture of an answer. What is left of the command line are options of the query."""
    from exports.picture.pictures import Request, draw_answer  # noqa: PLC0415 (drawing loads much, and only a picture needs it)

    specs = query.header.drawings
    kind = kind or ("plot" if format != "html" else next((k for k in specs if k != "plot"), "plot"))
    if kind not in specs:
        raise KgError(_nothing_to_draw(query, kind, list(specs)))
    command = click.Command(query.name, params=list(options_of(query)))
    given = command.make_context(f"{context.command_path} --query {query.name}", list(context.args)).params
    values = values_of(query, given, context.obj)
    bound = bind_parameters(query, source.outside(values), source.store)
    rows = ask(query, bound, source.store)
    if not rows.rows:
        raise KgError(f"Nothing to draw: '{query.header.title}' has no rows. Try other options.")
    with progress_bar("Drawing"):
        about = _about(query, bound)
        request = Request(source.graph, query.header, rows, things, lambda: _outline(context.obj), about)
        return draw_answer(request, specs[kind], format, load_schema())


def _about(query: SavedQuery, bound: Mapping[str, Any]) -> "tuple[tuple[str, str | None, str], ...]":
    """What the question was asked about; not the largest number of rows, nor thresholds, which the answer shows."""
    found = []
    for name, parameter in (query.header.parameters | query.filters).items():
        value = bound.get(name, bound.get(PREFIX + name))
        if value not in (None, "") and parameter.type not in _NUMBERS:
            found.append((name, parameter.label, str(value)))
    return tuple(found)


def _format_of(output: Path) -> "Format":
    """The format by the file's suffix; everything but ``.svg`` and ``.png`` is a page."""
    return "svg" if output.suffix == ".svg" else "png" if output.suffix == ".png" else "html"


def _outline(workspace: Path) -> "Outline | None":
    from exports.picture.map.outlines import load_outline  # noqa: PLC0415 (only a map needs it)

    jurisdiction = settings_of(workspace).jurisdiction
    return load_outline(jurisdiction) if jurisdiction else None


def _nothing_to_draw(query: SavedQuery, kind: str, possible: Sequence[str]) -> str:
    if possible:
        return f"There is no {kind} of '{query.name}'. It can be drawn as: {', '.join(possible)}."
    if query.is_own:
        return f"{query.path} does not say what to draw. Add a key such as `network:` to its header (docs/queries.md)."
    return f"'{query.name}' is a table, and no picture of it would say more. Read it with `kg query {query.name}`."
