"""Which store a command asks, and ``kg push`` and ``kg compare``: the graph in Neo4j."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.output import print_table, progress_bar, say
from ingest.errors import KgError
from kg.graph.value import Graph
from kg.schema.schema import load_schema
from kg.stores import Store
from kg.workspace import Workspace
from kg.workspace.layout import Layout
from kg.workspace.settings import Settings, StoreSettings, read_settings

if TYPE_CHECKING:
    from kg.stores.neo4j import Address, Connection

EMBEDDED = "embedded"
_CHOSEN = "kg.store"
_PASSWORD = "kg.password"


def choose_store(context: click.Context, store: str | None) -> None:
    """Remember what ``--store`` said, for every command below."""
    context.meta[_CHOSEN] = store


@contextmanager
def reading(workspace: Path) -> Iterator[Store]:
    """The store that was chosen, open for questions: Neo4j, or the workspace's own."""
    with _chosen(workspace) as connection:
        if connection is None:
            with Workspace.open(workspace).reader() as store:
                yield store
            return
        from kg.stores.neo4j import Neo4jStore  # noqa: PLC0415 (only who asks a server waits for its driver)

        yield Neo4jStore(connection)


def id_now(workspace: Path, name: str) -> str:
    """The id that an id once given out leads to today; a name, or an id that is not the workspace's, as it is."""
    return Workspace.open(workspace).resolve(name) if settings_exist(workspace) else name


def spare(workspace: Path, file: Path) -> Path:
    """The file to write. Raises ``KgError`` where it is the workspace's own."""
    if settings_exist(workspace):
        Workspace.open(workspace).spare(file)
    return file


def graph_in(workspace: Path) -> Graph:
    """The graph of the store that was chosen, as a value."""
    with _chosen(workspace) as connection:
        if connection is None:
            return Workspace.open(workspace).graph()
        from kg.stores.neo4j import read_back  # noqa: PLC0415 (only who asks a server waits for its driver)

        return read_back(connection, load_schema())


def settings_exist(workspace: Path) -> bool:
    """Whether there is a workspace; a server can be asked without one."""
    return Layout(workspace).settings.exists()


def settings_of(workspace: Path) -> Settings:
    """The workspace's settings; the usual ones where a server is asked and there is no workspace."""
    if _said() not in (None, EMBEDDED) and not settings_exist(workspace):
        return Settings(version=1)
    return read_settings(Layout(workspace).settings)


def status_of_store(workspace: Path) -> dict[str, str]:
    """What the chosen server holds, as words and values for people; empty for the workspace's own store."""
    with _chosen(workspace) as connection:
        if connection is None:
            return {}
        from kg.stores.neo4j import read_remote_state  # noqa: PLC0415 (only who asks a server waits for its driver)

        held = read_remote_state(connection)
        said = {"store": f"{connection.address.name} ({connection.version.replace('/', ' ')})"}
        if held.whole:
            said["pushed"] = held.pushed
            said["pushed graph"] = f"{held.nodes} nodes, {held.relationships} relationships"
            said["pushed digest"] = held.digest
        elif held.writer:
            said["pushed"] = "a push did not come to its end; `kg push` goes on"
        else:
            said["pushed"] = "nothing yet; `kg push` brings the graph"
        return said


ADDRESS = click.argument("uri", metavar="[URI]", required=False)


@click.command("push")
@ADDRESS
@click.option("--whole", is_flag=True, help="Compare every row, even where the database notes that it is up to date.")
@click.pass_obj
def push_command(workspace: Path, uri: str | None, whole: bool) -> None:
    """Make a Neo4j database hold the workspace's graph; nodes that are not ours are left alone.

    The password comes from KG_NEO4J_PASSWORD, a file (KG_NEO4J_PASSWORD_FILE, or password_file in kg.toml) or a prompt.

    Example: kg push neo4j+s://graph.example.org/cases
    """
    from kg.stores.neo4j import push  # noqa: PLC0415 (only who asks a server waits for its driver)

    opened = Workspace.open(workspace)
    with _connected(_address(workspace, uri)) as connection, progress_bar("Pushing") as progress:
        pushed = push(connection, opened.graph(), load_schema(), progress, say, whole)
    if pushed.written:
        say(f"Pushed: {pushed.new} rows new, {pushed.changed} changed, {pushed.removed} removed.")
    else:
        say("The database holds this graph already; nothing was written.")


@click.command("compare")
@ADDRESS
@click.pass_context
def compare_command(context: click.Context, uri: str | None) -> None:
    """Compare the whole of the workspace's graph with the one in a Neo4j database. Exit code 1 where they differ.

    Example: kg compare bolt://localhost:7687
    """
    from kg.stores.neo4j import compare  # noqa: PLC0415 (only who asks a server waits for its driver)

    workspace: Path = context.obj
    with _connected(_address(workspace, uri)) as connection, progress_bar("Comparing"):
        compared = compare(connection, Workspace.open(workspace).graph(), load_schema())
    columns = ["kind", "rows here", "missing there", "different there", "only there", "for example"]
    rows = [[c.kind, c.rows, c.missing, c.differing, c.extra, list(c.examples)] for c in compared]
    print_table("The two graphs", columns, rows)
    if not all(c.equal for c in compared):
        say("They differ. `kg push --whole` makes the database hold this graph.")
        context.exit(1)
    say("They are equal, row by row.")


@contextmanager
def _chosen(workspace: Path) -> Iterator["Connection | None"]:
    store = _said()
    configured = settings_exist(workspace) and read_settings(Layout(workspace).settings).store.uri
    if store == EMBEDDED or not (store or configured):
        yield None
        return
    with _connected(_address(workspace, store)) as connection:
        yield connection


def _said() -> str | None:
    """What ``--store`` said."""
    context = click.get_current_context(silent=True)
    return context.meta.get(_CHOSEN) if context else None


@contextmanager
def _connected(place: "tuple[Address, Path | None]") -> Iterator["Connection"]:
    from kg.stores.neo4j import connected  # noqa: PLC0415 (only who asks a server waits for its driver)

    address, password_file = place
    # Said by whoever set up both ends, such as docker-compose.yml: containers on one machine, by their names.
    near = os.environ.get("KG_NEO4J_ON_THIS_MACHINE", "").replace(",", " ").split()
    if address.in_the_clear(near):
        say(f"{address.uri}: names and texts go over the network unencrypted. Write neo4j+s:// or bolt+s://.")
    with connected(address, _password(address, password_file)) as connection:
        yield connection


def _address(workspace: Path, text: str | None) -> "tuple[Address, Path | None]":
    """Where the database is, and the file of its password where the workspace names one."""
    from kg.stores.neo4j import read_address  # noqa: PLC0415 (only who asks a server waits for its driver)

    path = Layout(workspace).settings
    store = read_settings(path).store if path.exists() else StoreSettings()
    text = text if text and text != EMBEDDED else store.uri
    if not text:
        raise KgError(f"Say which database: neo4j://HOST:7687, or set `uri` below [store] in {path}.")
    user = os.environ.get("KG_NEO4J_USER") or store.user
    password_file = path.parent / Path(store.password_file).expanduser() if store.password_file else None
    return read_address(text, user, store.database), password_file


def _password(address: "Address", password_file: Path | None) -> str:
    """From the environment, a file or a prompt; asked for once a run."""
    if password := os.environ.get("KG_NEO4J_PASSWORD"):
        return password
    if named := os.environ.get("KG_NEO4J_PASSWORD_FILE"):
        password_file = Path(named)
    if password_file:
        return _read_password(password_file)
    meta = click.get_current_context().meta
    if _PASSWORD not in meta:
        if not sys.stdin.isatty():
            raise KgError(f"{address.uri}: no password. Set KG_NEO4J_PASSWORD, or KG_NEO4J_PASSWORD_FILE to a file.")
        meta[_PASSWORD] = click.prompt(f"Password of {address.user} at {address.uri}", hide_input=True, err=True)
    return str(meta[_PASSWORD])


def _read_password(path: Path) -> str:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise KgError(f"{path}: the file with the password cannot be read. Check its path and rights.") from None
    if not lines or not lines[0]:
        raise KgError(f"{path}: the first line has no password.")
    return lines[0]
