"""``kg check``, ``rebuild``, ``backup``, ``restore``, ``lock``, ``unlock``: a workspace's integrity and safety."""

from pathlib import Path

import click

from kg.cli.decision_problems import print_problems
from kg.cli.output import ask_secret, progress_bar, say
from kg.cli.store import vocabulary_of
from kg.schema.schema import load_schema
from kg.workspace import Workspace


@click.group(invoke_without_command=True)
@click.pass_context
def check(context: click.Context) -> None:
    """Check that the graph matches its reports and decisions, and that its files are intact.

    Exit code 1 when something is wrong. `kg check rdf FILE` checks an RDF file instead.

    Example: kg check && echo ok
    """
    if context.invoked_subcommand:
        return
    opened = Workspace.open(context.obj)
    with progress_bar("Checking"):
        problems = opened.check()
    for problem in problems:
        say(problem)
    if problems:
        context.exit(1)
    print_problems(opened)
    say("The graph equals build(reports, decisions), and its files are intact.")


@check.command("rdf")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_context
def check_rdf(context: click.Context, file: Path) -> None:
    """Check an RDF file, yours or a partner's, against the vocabulary. Nothing is taken in or fetched.

    Every statement is checked; some things of each class are held against the SHACL shapes too. Exit code 1 when
    something does not fit.

    Example: kg check rdf graph.ttl
    """
    from exports.rdf.validation.check import check_file  # noqa: PLC0415 (only who checks RDF waits for it)

    with progress_bar("Checking"):
        checked = check_file(file, load_schema(), vocabulary_of(context.obj))
    for problem in checked.problems:
        say(f"{problem}.")
    if checked.problems:
        context.exit(1)
    say(f"{checked.statements:,} statements fit the vocabulary; {checked.sampled} things fit their SHACL shapes.")


@click.command()
@click.pass_obj
def rebuild(workspace: Path) -> None:
    """Derive the facts and the graph again from the reports and decisions.

    Example: kg rebuild
    """
    opened = Workspace.open(workspace)
    with progress_bar("Rebuilding") as progress:
        opened.rebuild(progress=progress, waiting=say)
    say("The graph is rebuilt.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_obj
def backup(workspace: Path, file: Path) -> None:
    """Write a backup of reports, decisions, settings and your own queries to one file.

    Only you can read the file, but it is not encrypted.

    Example: kg backup /media/stick/casefile.zip
    """
    with progress_bar("Backing up"):
        written = Workspace.open(workspace).keeper.back_up(file)
    say(f"{written.files} files ({written.reports} reports) are in {file}.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_obj
def restore(workspace: Path, file: Path) -> None:
    """Make a workspace from a backup, in a new folder (-w), and derive its graph.

    Every file is verified first; a damaged backup is refused.

    Example: kg -w restored restore /media/stick/casefile.zip
    """
    from kg.workspace.safekeeping.backup import restore_backup  # noqa: PLC0415 (only restoring needs it)

    restored = restore_backup(file, workspace)
    say(f"{restored.files} files ({restored.reports} reports) are in {workspace}.")
    _derive(workspace)


@click.command()
@click.pass_obj
def lock(workspace: Path) -> None:
    """Encrypt the workspace with a passphrase, and remove the unencrypted files.

    Without the passphrase nobody can open it again.

    Example: kg lock
    """
    from kg.workspace.safekeeping.encryption import SHORTEST_PASSPHRASE  # noqa: PLC0415 (only who locks waits for it)

    opened = Workspace.open(workspace)
    passphrase = ask_secret(f"New passphrase ({SHORTEST_PASSPHRASE} characters or more)", twice=True)
    with progress_bar("Locking"):
        opened.keeper.lock(passphrase)
    say(f"{workspace} is locked. Open it with `kg unlock`.")


@click.command()
@click.pass_obj
def unlock(workspace: Path) -> None:
    """Decrypt a locked workspace and derive its graph again.

    Example: kg unlock
    """
    from kg.workspace.safekeeping.encryption import require_locked, unlock_workspace  # noqa: PLC0415 (only unlocking needs it)

    require_locked(workspace)
    unlock_workspace(workspace, ask_secret("Passphrase"))
    _derive(workspace)
    say(f"{workspace} is unlocked.")


def _derive(workspace: Path) -> None:
    opened = Workspace.open(workspace)
    if opened.has_reports():
        with progress_bar("Deriving the graph") as progress:
            opened.rebuild(progress=progress, waiting=say)
