"""``kg``: from a folder of monitoring reports to a graph you can query, draw and export."""

import io
import os
import sys
from pathlib import Path

import click

from ingest.errors import KgError
from kg.cli.context import EMBEDDED, choose_store
from kg.cli.lazy import LazyGroup
from kg.system.core_dumps import prevent_core_dumps
from kg.system.output_encoding import allow_any_letter

COMMANDS = {
    "add": "kg.cli.facts.commands:add",
    "backup": "kg.cli.commands.maintenance:backup",
    "check": "kg.cli.commands.maintenance:check",
    "compare": "kg.cli.commands.neo4j:compare_command",
    "confirm": "kg.cli.facts.commands:confirm",
    "correct": "kg.cli.facts.commands:correct",
    "count": "kg.cli.briefings.count:count",
    "cypher": "kg.cli.commands.cypher:cypher",
    "decisions": "kg.cli.commands.decisions:decisions_group",
    "due": "kg.cli.briefings.due:due",
    "entry": "kg.cli.intake.entry:entry_group",
    "erase": "kg.cli.commands.reports:erase",
    "explore": "kg.cli.explorer.explore:explore",
    "export": "kg.cli.commands.export:export",
    "find": "kg.cli.pages.find:find",
    "ingest": "kg.cli.intake.command:ingest",
    "lock": "kg.cli.commands.maintenance:lock",
    "merge": "kg.cli.commands.identity:merge",
    "note": "kg.cli.facts.commands:note",
    "protect": "kg.cli.profiles.protect:protect",
    "push": "kg.cli.commands.neo4j:push_command",
    "query": "kg.cli.saved_queries.command:query_group",
    "rebuild": "kg.cli.commands.maintenance:rebuild",
    "report": "kg.cli.intake.report:report_group",
    "reports": "kg.cli.intake.report:reports",
    "restore": "kg.cli.commands.maintenance:restore",
    "review": "kg.cli.review.command:review",
    "show": "kg.cli.pages.show:show",
    "source": "kg.cli.sources.commands:source_group",
    "split": "kg.cli.commands.identity:split",
    "status": "kg.cli.commands.status:status",
    "undo": "kg.cli.commands.reports:undo",
    "unlock": "kg.cli.commands.maintenance:unlock",
    "users": "kg.cli.explorer.users:users_group",
    "verify": "kg.cli.commands.bundle:verify",
    "view": "kg.cli.commands.view:view",
    "whatsnew": "kg.cli.briefings.whatsnew:whatsnew",
    "why": "kg.cli.commands.identity:why",
    "withdraw": "kg.cli.commands.reports:withdraw",
    "wrong": "kg.cli.facts.commands:wrong",
}
"""The module and name of every command. A command is loaded when it runs, or for ``--help``."""

EPILOG = """
Exit codes: 0 success; 1 something was refused or differs (the message says what); 2 nothing could be read, or the
command is not valid; 130 interrupted, with nothing half-written.

Shell completion: add `eval "$(_KG_COMPLETE=bash_source kg)"` to ~/.bashrc (zsh_source and fish_source likewise).
"""

# Options of kg itself, with the value that each takes.
BEFORE_THE_COMMAND = {"-w": "FOLDER", "--workspace": "FOLDER", "--store": "URI"}


@click.group(
    cls=LazyGroup,
    commands_in=COMMANDS,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
@click.option(
    "-w",
    "--workspace",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("casefile"),
    show_default=True,
    help="The folder of the reports, decisions and graph.",
)
@click.option(
    "--store",
    metavar="URI",
    help=f"Query a Neo4j database (neo4j://HOST:7687, bolt://…), or '{EMBEDDED}': the workspace's own graph.",
)
@click.version_option(package_name="persecution-casegraph", prog_name="kg")
@click.pass_context
def kg(context: click.Context, workspace: Path, store: str | None) -> None:
    """Read monitoring reports into a graph of people, cases, charges, courts and facilities, and query it.

    Example: kg ingest reports/ && kg query repeated_targeting
    """
    context.obj = workspace
    choose_store(context, store)


def print_error(message: str) -> None:
    """Print a sentence on standard error."""
    from kg.cli.output import say  # noqa: PLC0415 (rich is loaded only where something is printed)

    say(message)


def print_click_error(error: click.ClickException) -> None:
    """Print what is wrong with the command line on standard error; its words may hold a file's name."""
    text = io.StringIO()
    error.show(text)
    print_error(text.getvalue().rstrip("\n"))


def run() -> None:
    """Run the command line. An error that the user can act on is one sentence on standard error, not a traceback."""
    prevent_core_dumps()
    for stream in (sys.stdout, sys.stderr):
        allow_any_letter(stream)
    os.umask(0o077)  # the workspace's data can endanger people: only the owner may read its files
    try:
        code = kg.main(standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except click.exceptions.Abort:
        print_error("Interrupted. Nothing is half-written; `kg status` shows whether the change was made.")
        sys.exit(130)
    except click.NoSuchOption as error:
        if error.option_name in BEFORE_THE_COMMAND:
            value = BEFORE_THE_COMMAND[error.option_name]
            print_error(f"{error.option_name} goes before the command, as in: kg {error.option_name} {value} status")
        else:
            print_click_error(error)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        print_click_error(error)
        sys.exit(error.exit_code)
    except KgError as error:
        print_error(str(error))
        sys.exit(1)
    except BrokenPipeError:
        # `kg cypher … | head`: nobody reads any more, and Python would complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        print_error(
            f"{error.filename or 'A file'}: {error.strerror or 'it cannot be used'}. Check the path and the disk."
        )
        sys.exit(1)
