"""``kg``: from a folder of monitoring reports to a graph you can question, see and hand on."""

import os
import sys
from importlib.metadata import version
from pathlib import Path

import click

from cli.decisions import decisions_group
from cli.export import export
from cli.identity import merge, split, why
from cli.maintenance import check, rebuild, status
from cli.neo4j import EMBEDDED, choose_store, compare_command, push_command
from cli.output import say
from cli.query import cypher, query_group
from cli.reports import ingest, reports, undo, withdraw
from cli.review import review
from cli.show import show, view
from ingest.errors import KgError

EPILOG = """
Exit codes: 0 done; 1 something was refused or differs (the message says what); 2 nothing could be read, or the command
was not understood; 130 interrupted, with nothing half-written.

Shell completion: add `eval "$(_KG_COMPLETE=bash_source kg)"` to ~/.bashrc (zsh_source and fish_source likewise).
"""

# What is said once for every command.
BEFORE_THE_COMMAND = {"-w": "FOLDER", "--workspace": "FOLDER", "--store": "URI"}


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option(
    "-w",
    "--workspace",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("casefile"),
    show_default=True,
    help="The folder that holds reports, decisions and graph.",
)
@click.option(
    "--store",
    metavar="URI",
    help=f"Ask a Neo4j database (neo4j://HOST:7687, bolt://…) instead; '{EMBEDDED}' for the folder's own graph.",
)
@click.version_option(version("persecution-casegraph"), prog_name="kg")
@click.pass_context
def kg(context: click.Context, workspace: Path, store: str | None) -> None:
    """Read monitoring reports into a graph of people, cases, charges, courts and facilities, and question it.

    Example: kg ingest reports/ && kg query repeated_targeting
    """
    context.obj = workspace
    choose_store(context, store)


for command in (
    *(ingest, reports, withdraw, undo),
    *(review, merge, split, why, decisions_group),
    *(query_group, cypher, show, view, export, status, check, rebuild),
    *(push_command, compare_command),
):
    kg.add_command(command)


def run() -> None:
    """Run the command line; what the user can act on is one sentence on standard error, never a traceback."""
    os.umask(0o077)  # a workspace can put people in prison: what it writes is its owner's alone
    try:
        code = kg.main(standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except click.exceptions.Abort:
        say("Interrupted; the workspace is as it was.")
        sys.exit(130)
    except click.NoSuchOption as error:
        if error.option_name in BEFORE_THE_COMMAND:
            value = BEFORE_THE_COMMAND[error.option_name]
            say(f"{error.option_name} stands before the command, as in: kg {error.option_name} {value} status")
        else:
            error.show()
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except KgError as error:
        say(str(error))
        sys.exit(1)
    except BrokenPipeError:
        # `kg cypher … | head`: the reader has gone; Python would complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        say(f"{error.filename or 'A file'}: {error.strerror or 'it cannot be used'}. Check the path and the disk.")
        sys.exit(1)
