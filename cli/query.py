"""``kg query`` and ``kg cypher``: questions to the graph."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from cli.neo4j import id_now, reading
from cli.output import FORMATS, print_rows, print_table, say
from ingest.errors import KgError, LexiconError
from kg.schema.schema import load_schema
from kg.stores import Limits
from kg.workspace import Workspace
from queries.catalogue import Parameter, QueryUnknown, SavedQuery, find_query, load_queries, query_files
from queries.dialect.check import check, check_file
from queries.execute import ask, bind_parameters, suggest


def queries_of(workspace: Path) -> dict[str, SavedQuery]:
    """The project's saved queries and the workspace's own; a faulty file of the workspace is said and passed over."""
    try:
        return load_queries([workspace / "queries"])
    except LexiconError as error:
        say(f"{error} Your own queries are passed over until it is mended.")
        return load_queries()


class QueryGroup(click.Group):
    """Every saved query is a command with its parameters as options."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the saved queries, and ``check``."""
        return ["check", *queries_of(_workspace_of(ctx))]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command for one saved query; ``check`` is no query's name."""
        if cmd_name == "check":
            return check_queries
        try:
            query = find_query(cmd_name, queries_of(_workspace_of(ctx)))
        except QueryUnknown:
            return None
        if query.name != cmd_name:
            say(f"'{cmd_name}' is now called '{query.name}'.")
        return _command_of(query)


@click.group("query", cls=QueryGroup, invoke_without_command=True)
@click.option("--format", type=click.Choice(["table", "json"]), default="table", help="How the list is printed.")
@click.pass_context
def query_group(context: click.Context, format: str) -> None:
    """List the saved queries, or run one by its name.

    Example: kg query path_through_system --person "Surname Given" --format csv
    """
    if context.invoked_subcommand:
        return
    queries = queries_of(context.obj).values()
    if format == "json":
        click.echo(json.dumps([_described(q) for q in queries], ensure_ascii=False, indent=1))
        return
    rows = [[q.name, q.theme, q.header.title, ", ".join(f"--{p}" for p in q.header.parameters)] for q in queries]
    print_table("Saved queries", ["name", "theme", "title", "parameters"], rows)
    say("Run one with `kg query NAME`; `kg query NAME --help` says what an investigator learns from it.")


@click.command("check")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_obj
def check_queries(workspace: Path, files: tuple[Path, ...]) -> None:
    """Say what in query files is not portable: the file, the line, what stands there and what to write instead.

    Without FILES: the project's own and the workspace's. Ends with 1 where something is not portable.

    Example: kg query check casefile/queries/mine.cypher
    """
    asked = files or tuple(query_files([workspace / "queries"]))
    faults = 0
    for path in asked:
        try:
            found = [f"{path}, {finding.sentence}" for finding in check_file(path)]
        except KgError as error:
            found = [str(error)]
        faults += len(found)
        for sentence in found:
            click.echo(sentence)
    if faults:
        raise KgError(f"{faults} places are not portable. queries/README.md says what may be used and what not.")
    say(f"{len(asked)} query files are portable." if len(asked) != 1 else "The query file is portable.")


@click.command()
@click.argument("text")
@click.option("--format", type=FORMATS, default="table", help="json gives a list of objects, one a row.")
@click.option("--rows", type=click.IntRange(1), default=Limits().rows, show_default=True, help="At most so many rows.")
@click.option("--seconds", type=float, default=Limits().seconds, show_default=True, help="At most so long.")
@click.pass_obj
def cypher(workspace: Path, text: str, format: str, rows: int, seconds: float) -> None:
    """Run any read-only Cypher.

    Example: kg cypher "MATCH (c:Court) RETURN c.name AS court ORDER BY court" --format csv
    """
    with reading(workspace) as store:
        answer = store.query(text, limits=Limits(seconds=seconds, rows=rows))
    print_rows(answer, format)
    for finding in check(text):
        say(f"Beware, {finding.sentence}")


def _workspace_of(context: click.Context) -> Path:
    """The workspace; shell completion asks before the group has run, and has only the parsed options."""
    found = context.find_root()
    return Path(found.obj or found.params.get("workspace") or "casefile")


def _command_of(query: SavedQuery) -> click.Command:
    options = [_option_of(name, parameter) for name, parameter in query.header.parameters.items()]
    format = click.Option(["--format"], type=FORMATS, default="table", help="json gives a list of objects, one a row.")

    @click.pass_obj
    def run(workspace: Path, /, format: str, **given: str | None) -> None:
        with reading(workspace) as store:
            bound = bind_parameters(query, {n: id_now(workspace, v) for n, v in given.items() if v is not None}, store)
            rows = ask(query, bound, store)
        if format == "table":
            rows = rows.without(_hidden(query))
        cutting = query.header.cutting
        if cutting and len(rows.rows) == bound[cutting]:
            print_rows(rows, format, query.header.title, more=f"ask for more with --{cutting} {2 * bound[cutting]}")
        else:
            print_rows(rows, format, query.header.title)

    return click.Command(query.name, callback=run, params=[*options, format], help=query.header.learns)


def _hidden(query: SavedQuery) -> set[str]:
    """Columns of ids that mean nothing to a reader: they are for pictures and programs."""
    nodes = load_schema().nodes
    labels = {column: query.header.label_of(column) or "" for column in query.header.columns}
    return {column for column, label in labels.items() if nodes[label].caption != nodes[label].key}


def _option_of(name: str, parameter: Parameter) -> click.Option:
    default = "the one with most" if parameter.default is None else parameter.default
    return click.Option(
        [f"--{name.replace('_', '-')}", name],
        help=f"{parameter.about}. [default: {default}]",
        metavar=parameter.type.upper(),
        shell_complete=_completion_of(parameter),
    )


def _completion_of(parameter: Parameter) -> Callable[[click.Context, click.Parameter, str], list[CompletionItem]]:
    def complete(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
        with Workspace.open(_workspace_of(context)).reader() as store:
            captions = [caption for _, caption in suggest(parameter, {}, store)]
        return [CompletionItem(c) for c in captions if c.casefold().startswith(incomplete.casefold())]

    return complete


def _described(query: SavedQuery) -> dict[str, Any]:
    parameters = {
        name: {"type": p.type, "about": p.about, "default": p.default} for name, p in query.header.parameters.items()
    }
    return {
        "name": query.name,
        "theme": query.theme,
        "title": query.header.title,
        "learns": query.header.learns,
        "parameters": parameters,
    }
