"""``kg explore``: the graph as a page in the browser."""

import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.output import say
from kg.cli.store import chosen_server, settings_exist
from kg.workspace import Workspace

if TYPE_CHECKING:
    from explorer.graphs.opened import Graphs

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65_535), default=0, help="The port to listen on; any free one if you leave it out."
)
@click.option(
    "--name",
    "names",
    multiple=True,
    help="A name by which browsers on other machines reach it, such as cases.example; several may be given.",
)
@click.option("--certificate", type=_FILE, help="The certificate for TLS (PEM).")
@click.option("--key", type=_FILE, help="The certificate's key (PEM).")
@click.option("--behind-proxy", is_flag=True, help="A proxy in front does TLS, and nobody reaches this but through it.")
@click.option("--no-browser", is_flag=True, help="Print the address and open no browser.")
@click.pass_obj
def explore(workspace: Path, /, no_browser: bool, **place: Any) -> None:
    """Open the graph as a page in the browser, until Ctrl-C.

    Without further options it is on this machine alone; the address that kg prints can be opened once, by one browser.
    Nothing is fetched from elsewhere, and the page needs no network. For other machines, --name, TLS and users are
    needed: add these with `kg users add`.

    \b
    Example: kg explore
    Example: kg explore --host 0.0.0.0 --port 8443 --name cases.example --certificate cert.pem --key key.pem
    """
    from explorer.server import Place, serve  # noqa: PLC0415 (a server loads much, and only this command needs it)

    if (place["certificate"] is None) != (place["key"] is None):
        raise click.UsageError("--certificate and --key go together.")

    def ready(address: str) -> None:
        say(f"Open {address}")
        say("Ctrl-C stops it.")
        if not (no_browser or place["names"]):
            webbrowser.open(address)

    with _graphs(workspace) as graphs:
        try:
            serve(graphs, Place(**place), ready)
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
