"""``kg status``, ``check``, ``rebuild``: the workspace itself."""

from pathlib import Path

import click

from cli.neo4j import settings_exist, status_of_store
from cli.output import print_table, progress_bar, say
from kg.workspace import Workspace


@click.command()
@click.pass_obj
def status(workspace: Path) -> None:
    """Say what is in the workspace and which generation of the graph is in force.

    Example: kg -w casefile status
    """
    said = status_of_store(workspace)
    if not said or settings_exist(workspace):
        said = Workspace.open(workspace).status() | said
        if "pushed digest" in said:
            same = said["pushed digest"] == said.get("digest")
            said["pushed is"] = "this workspace's graph" if same else "another graph; `kg push` brings this one"
    print_table("Workspace", ["what", ""], [[name, value] for name, value in said.items()])


@click.command()
@click.pass_context
def check(context: click.Context) -> None:
    """Check that the graph is what its reports and decisions give, and that its files are whole.

    Exit code 1 when it is not.

    Example: kg check && echo sound
    """
    opened = Workspace.open(context.obj)
    with progress_bar("Checking"):
        problems = opened.check()
    for problem in problems:
        say(problem)
    for name, value in opened.faults().items() if not problems else ():
        say(f"{name}: {value}")
    if problems:
        context.exit(1)
    say("The graph equals build(reports, decisions), and its files are whole.")


@click.command()
@click.pass_obj
def rebuild(workspace: Path) -> None:
    """Derive facts and graph afresh from reports and decisions.

    Example: kg rebuild
    """
    opened = Workspace.open(workspace)
    with progress_bar("Rebuilding") as progress:
        opened.rebuild(progress=progress, waiting=say)
    say("The graph is derived afresh.")
