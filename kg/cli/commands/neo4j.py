"""``kg push`` and ``kg compare``: the graph in Neo4j."""

from pathlib import Path

import click

from kg.cli.output import print_table, progress_bar, say
from kg.cli.servers import find_address
from kg.cli.store import connect
from kg.schema.schema import load_schema
from kg.stores.neo4j import compare, push
from kg.workspace import Workspace

ADDRESS = click.argument("uri", metavar="[URI]", required=False)


@click.command("push")
@ADDRESS
@click.option("--whole", is_flag=True, help="Compare every row, even if the database is marked as current.")
@click.pass_obj
def push_command(workspace: Path, uri: str | None, whole: bool) -> None:
    """Write the workspace's graph to a Neo4j database. Other nodes in the database are left alone.

    The password comes from KG_NEO4J_PASSWORD, the file neo4j-password in your configuration folder, or a prompt.

    Example: kg push neo4j+s://graph.example.org/cases
    """
    opened = Workspace.open(workspace)
    with connect(find_address(workspace, uri)) as connection, progress_bar("Pushing") as progress:
        pushed = push(connection, opened.graph(), load_schema(), progress, say, whole)
    if pushed.written:
        say(f"Pushed: {pushed.new} rows new, {pushed.changed} changed, {pushed.removed} removed.")
    else:
        say("The database already has this graph; nothing was written.")


@click.command("compare")
@ADDRESS
@click.pass_context
def compare_command(context: click.Context, uri: str | None) -> None:
    """Compare the workspace's graph with a Neo4j database, row by row. Exit code 1 when they differ.

    Example: kg compare bolt://localhost:7687
    """
    workspace: Path = context.obj
    with connect(find_address(workspace, uri)) as connection, progress_bar("Comparing"):
        compared = compare(connection, Workspace.open(workspace).graph(), load_schema())
    columns = ["kind", "rows here", "missing there", "different there", "only there", "for example"]
    rows = [[c.kind, c.rows, c.missing, c.differing, c.extra, list(c.examples)] for c in compared]
    print_table("The two graphs", columns, rows)
    if not all(c.equal for c in compared):
        say("They differ. `kg push --whole` writes this graph to the database.")
        context.exit(1)
    say("They are equal, row by row.")
