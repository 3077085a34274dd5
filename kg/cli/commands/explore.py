"""``kg explore``: the graph as a page in the browser."""

import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.output import say
from kg.cli.store import chosen_server, settings_exist
from kg.workspace import Workspace

if TYPE_CHECKING:
    from explorer.graphs.opened import Graphs
    from explorer.server import Listening


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65_535), default=0, help="The port to listen on; any free one if you leave it out."
)
@click.option("--no-browser", is_flag=True, help="Print the address and open no browser.")
@click.pass_obj
def explore(workspace: Path, host: str, port: int, no_browser: bool) -> None:
    """Open the graph as a page in the browser, on this machine alone, until Ctrl-C.

    The address that kg prints can be opened once, by one browser. Nothing leaves this machine, and the page needs no
    network.

    Example: kg explore
    """
    from explorer.server import serve  # noqa: PLC0415 (a server loads much, and only this command needs it)

    def ready(listening: "Listening") -> None:
        say(f"Open {listening.address}")
        say("Ctrl-C stops it.")
        if not no_browser:
            webbrowser.open(listening.address)

    with _graphs(workspace) as graphs:
        try:
            serve(graphs, host, port, ready)
        except KeyboardInterrupt:
            say("Stopped.")


@contextmanager
def _graphs(workspace: Path) -> "Iterator[Graphs]":
    with chosen_server(workspace) as connection:
        if connection is None:
            from explorer.graphs.workspace_graphs import WorkspaceGraphs  # noqa: PLC0415 (with the server)
            from kg.stores.arcadedb import ISOLATED_ENGINE  # noqa: PLC0415 (a server needs no engine)

            yield WorkspaceGraphs(Workspace.open(workspace, engine=ISOLATED_ENGINE))
            return
        from explorer.graphs.server_graphs import ServerGraphs  # noqa: PLC0415 (with the server)
        from kg.stores.neo4j import Neo4jStore  # noqa: PLC0415 (the driver is slow to load, and only a server needs it)

        beside = Workspace.open(workspace) if settings_exist(workspace) else None
        yield ServerGraphs(Neo4jStore(connection), connection.address.name, beside)
