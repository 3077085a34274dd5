"""``kg check`` and ``kg rebuild``: whether the workspace is sound, and how to derive its graph again."""

from pathlib import Path

import click

from cli.decision_problems import print_problems
from cli.output import progress_bar, say
from kg.workspace import Workspace


@click.command()
@click.pass_context
def check(context: click.Context) -> None:
    """Check that the graph is what its reports and decisions give, and that its files are intact.

    Exit code 1 when something is wrong.

    Example: kg check && echo sound
    """
    opened = Workspace.open(context.obj)
    with progress_bar("Checking"):
        problems = opened.check()
    for problem in problems:
        say(problem)
    if problems:
        context.exit(1)
    print_problems(opened)
    say("The graph equals build(reports, decisions), and its files are intact.")


@click.command()
@click.pass_obj
def rebuild(workspace: Path) -> None:
    """Derive facts and graph again from reports and decisions.

    Example: kg rebuild
    """
    opened = Workspace.open(workspace)
    with progress_bar("Rebuilding") as progress:
        opened.rebuild(progress=progress, waiting=say)
    say("The graph is rebuilt.")
