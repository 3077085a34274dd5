"""``kg query``: the saved queries, each a command of its own."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click
from click.shell_completion import CompletionItem

from ingest.errors import LexiconError
from kg.cli.output import (
    FORMATS,
    asked,
    optional_value,
    print_json,
    print_rows,
    print_table,
    say,
    say_cut,
)
from kg.cli.profiles.stores import disclosed_store
from kg.cli.profiles.terms import Terms, terms_options
from kg.cli.saved_queries.answers import print_answer, print_with_quotes, say_outdated
from kg.cli.saved_queries.filters import filter_option
from kg.cli.store import id_now, output_file
from kg.stores import Rows, Store
from kg.system.control_characters import replace_control
from kg.workspace import Workspace
from queries.catalogue import QueryUnknown, SavedQuery, find_query, load_queries, load_query, project_titles
from queries.execute import ask, bind_parameters, suggest
from queries.header import Header, Parameter

if TYPE_CHECKING:
    from queries.quotes import Quote

_SHOWN = (
    click.Option(["--evidence"], is_flag=True, help="Show the words that each row rests on, with date and source."),
    click.Option(["--ids"], is_flag=True, help="Show the ids of people, cases and acts too."),
    click.Option(["--wide"], is_flag=True, help="Show every column and whole lists, however wide the terminal."),
    click.Option(
        ["--format"],
        type=click.Choice([*FORMATS.choices, "xlsx"]),
        default="table",
        help="json: a list of objects, one for each row; xlsx: a workbook, written to -o FILE.",
    ),
    click.Option(
        ["-o", "--output"],
        type=click.Path(path_type=Path, dir_okay=False),
        help="The file that --format csv, json or xlsx writes.",
    ),
    *terms_options("full"),
)
_COMMANDS = {"check": "kg.cli.saved_queries.check:check_queries", "new": "kg.cli.saved_queries.new:new_query"}


def queries_of(workspace: Path) -> dict[str, SavedQuery]:
    """The project's saved queries and the workspace's own. A faulty file skips all of the workspace's."""
    try:
        return load_queries([workspace / "queries"])
    except LexiconError as error:
        say(f"{error} The workspace's own queries are skipped until you fix it.")
        return load_queries()


def query_of(workspace: Path, name: str) -> SavedQuery:
    """One saved query; the project's where the workspace's file has a mistake. Raises ``QueryUnknown``."""
    try:
        return load_query(name, [workspace / "queries"])
    except LexiconError:
        return find_query(name, queries_of(workspace))


class QueryGroup(click.Group):
    """Every saved query is a command with its parameters as options."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the saved queries, and of what can be done with query files."""
        return [*_COMMANDS, *queries_of(_workspace_of(ctx))]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command for one saved query, or one that writes or checks query files."""
        if cmd_name in _COMMANDS:
            module, _, name = _COMMANDS[cmd_name].partition(":")
            command: click.Command = getattr(import_module(module), name)
            return command
        try:
            query = query_of(_workspace_of(ctx), cmd_name)
        except QueryUnknown as error:
            if ctx.resilient_parsing:  # shell completion asks about half a word
                return None
            raise click.UsageError(str(error), ctx) from None
        if query.name != cmd_name:
            say(f"'{cmd_name}' is now called '{query.name}'.")
        return _command_of(query)


@click.group("query", cls=QueryGroup, invoke_without_command=True)
@click.option("--format", type=click.Choice(["table", "json"]), default="table", help="The format of the list.")
@click.pass_context
def query_group(context: click.Context, format: str) -> None:
    """List the saved queries, or run one by its name.

    A parameter without a value is asked for, which keeps names out of the shell's history.

    Example: kg query path_through_system --person --format csv
    """
    if context.invoked_subcommand:
        return
    if format == "json":
        print_json([_described(q) for q in queries_of(context.obj).values()])
        return
    queries = queries_of(context.obj) if (context.obj / "queries").exists() else {}
    own = [[q.name, q.header.title] for q in queries.values() if q.is_own]
    ours = [listed for listed in project_titles() if listed[1] not in (name for name, _ in own)]
    print_table("Saved queries", ["theme", "name", "title"], ours)
    if own:
        print_table(f"Your own, in {context.obj / 'queries'}", ["name", "title"], own)
    for path in sorted((context.obj / "queries").rglob("*.py")):
        say(f"{path}: a Python file. It is not run, because a workspace may come from somebody else; write Cypher.")
    say("Run one with `kg query NAME`; `kg query NAME --help` explains it.")


def _workspace_of(context: click.Context) -> Path:
    """The workspace. Shell completion runs before the group does, and has only the parsed options."""
    found = context.find_root()
    return Path(found.obj or found.params.get("workspace") or "casefile")


def options_of(query: SavedQuery) -> list[click.Option]:
    """The options of a saved query: its parameters and filters."""
    own = [_option_of(name, parameter) for name, parameter in query.header.parameters.items()]
    return [*own, *(filter_option(name, parameter) for name, parameter in query.filters.items())]


def values_of(query: SavedQuery, given: Mapping[str, str | None], workspace: Path) -> dict[str, str]:
    """What the user gave for parameters and filters, asked for where the value was left out; ids as they are now."""
    about = query.header.parameters | query.filters
    values = {n: asked(v, about[n].about) for n, v in given.items() if v is not None}
    return {n: id_now(workspace, v) for n, v in values.items()}


def _command_of(query: SavedQuery) -> click.Command:
    @click.pass_obj
    def run(workspace: Path, /, profile: str, receiver: str, **options: Any) -> None:
        shown = _Shown(*(options.pop(name) for name in _Shown._fields))
        if (shown.format == "xlsx" and not shown.output) or (shown.format == "table" and shown.output):
            raise click.UsageError(
                "--format xlsx needs -o FILE, csv and json may have it, and a table is not written to a file."
            )
        values = values_of(query, options, workspace)
        with disclosed_store(workspace, Terms(profile, receiver)) as source:
            bound = bind_parameters(query, source.outside(values), source.store)
            rows = ask(query, bound, source.store)
            quotes = _quotes(rows, source.store) if shown.evidence and shown.format in ("table", "xlsx") else []
            if shown.output:
                from kg.cli.saved_queries.files import write_answer  # noqa: PLC0415 (only a file needs it)

                write_answer(output_file(workspace, shown.output), shown.format, query, bound, rows, quotes)
        if shown.output:
            say(f"{len(rows.rows)} rows written to {shown.output}.")
            say_cut(rows, _more(query, bound))
        else:
            _print(query, bound, rows, quotes, shown)
        if not rows.rows:
            say_outdated(workspace)

    return click.Command(query.name, callback=run, params=[*options_of(query), *_SHOWN], help=_help_of(query.header))


def _quotes(rows: Rows, store: Store) -> "list[list[Quote]]":
    from queries.quotes import quotes_of  # noqa: PLC0415 (only --evidence needs it)

    return quotes_of(rows, store)


class _Shown(NamedTuple):
    """How an answer is shown or written."""

    evidence: bool
    ids: bool
    wide: bool
    format: str
    output: Path | None


def _print(
    query: SavedQuery, bound: Mapping[str, Any], rows: Rows, quotes: "Sequence[Sequence[Quote]]", shown: _Shown
) -> None:
    if shown.format != "table":
        print_rows(rows, shown.format, more=_more(query, bound))
        return
    if shown.evidence:
        print_with_quotes(rows, query.header, shown.ids, quotes)
    else:
        print_answer(rows, query.header, shown.ids, shown.wide)
    say_cut(rows, _more(query, bound))


def _more(query: SavedQuery, bound: Mapping[str, Any]) -> str:
    """How to see more rows."""
    cutting = query.header.cutting
    return f"ask for more with --{cutting} {2 * bound[cutting]}" if cutting else "narrow the query"


def _help_of(header: Header) -> str:
    parts = (
        header.learns,
        f"How to read it: {header.reading}" if header.reading else "",
        f"What it cannot tell: {header.limits}" if header.limits else "",
    )
    return "\n\n".join(part for part in parts if part)


def _option_of(name: str, parameter: Parameter) -> click.Option:
    default = "the one with the most" if parameter.default is None else parameter.default
    return click.Option(
        [f"--{name.replace('_', '-')}", name],
        help=f"{parameter.about}. [default: {default}]",
        metavar=parameter.type.upper(),
        **optional_value(),
        shell_complete=_completion_of(parameter),
    )


def _completion_of(parameter: Parameter) -> Callable[[click.Context, click.Parameter, str], list[CompletionItem]]:
    def complete(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
        with Workspace.open(_workspace_of(context)).reader() as store:
            captions = [caption for _, caption in suggest(parameter, {}, store)]
        return [CompletionItem(replace_control(c)) for c in captions if c.casefold().startswith(incomplete.casefold())]

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
        "reading": query.header.reading,
        "limits": query.header.limits,
        "view": query.header.view,
        "own": query.is_own,
        "parameters": parameters,
    }
