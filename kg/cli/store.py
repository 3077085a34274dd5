"""Which store a command queries: the workspace's own, or a Neo4j database."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ingest.errors import KgError
from kg.cli.context import EMBEDDED, chosen_store
from kg.cli.output import ask_secret, say
from kg.graph.value import Graph
from kg.stores import Store
from kg.workspace import Workspace
from kg.workspace.files.layout import Layout
from kg.workspace.files.settings import Settings, StoreSettings, read_settings

if TYPE_CHECKING:
    from kg.stores.neo4j import Address, Connection
    from kg.stores.neo4j.remote_state import RemoteState

_PASSWORD = "kg.password"


@dataclass(frozen=True)
class ServerStatus:
    """A Neo4j server by its address and version, and the graph it contains."""

    name: str
    version: str
    held: "RemoteState"


@contextmanager
def reading(workspace: Path) -> Iterator[Store]:
    """The chosen store, open for queries: Neo4j, or the workspace's own."""
    with _chosen(workspace) as connection:
        if connection is None:
            from kg.stores.arcadedb import ISOLATED_ENGINE  # noqa: PLC0415 (a server needs no engine)

            with Workspace.open(workspace, engine=ISOLATED_ENGINE).reader() as store:
                yield store
            return
        from kg.stores.neo4j import Neo4jStore  # noqa: PLC0415 (the driver is slow to load, and only a server needs it)

        yield Neo4jStore(connection)


def id_now(workspace: Path, name: str) -> str:
    """The current id for an id of an earlier graph. A name, or an id that the workspace does not know, is unchanged."""
    return Workspace.open(workspace).resolve(name) if settings_exist(workspace) else name


def output_file(workspace: Path, file: Path) -> Path:
    """The file to write. Raises ``KgError`` if it is one of the workspace's own."""
    if settings_exist(workspace):
        Workspace.open(workspace).refuse_own_file(file)
    return file


def graph_in(workspace: Path) -> Graph:
    """The graph of the chosen store, as a value."""
    with _chosen(workspace) as connection:
        if connection is None:
            return Workspace.open(workspace).graph()
        from kg.schema.schema import load_schema  # noqa: PLC0415 (only a server needs it here)
        from kg.stores.neo4j import read_back  # noqa: PLC0415 (the driver is slow to load, and only a server needs it)

        return read_back(connection, load_schema())


def settings_exist(workspace: Path) -> bool:
    """Whether there is a workspace; a server can be queried without one."""
    return Layout(workspace).settings.exists()


def settings_of(workspace: Path) -> Settings:
    """The workspace's settings; the defaults if a server is queried and there is no workspace."""
    if chosen_store() not in (None, EMBEDDED) and not settings_exist(workspace):
        return Settings(version=1)
    return read_settings(Layout(workspace).settings)


def server_status(workspace: Path) -> ServerStatus | None:
    """What the chosen server contains; ``None`` if the store is the workspace's own."""
    with _chosen(workspace) as connection:
        if connection is None:
            return None
        from kg.stores.neo4j import read_remote_state  # noqa: PLC0415 (the driver is slow to load, and only a server needs it)

        version = connection.version.replace("/", " ")
        return ServerStatus(connection.address.name, version, read_remote_state(connection))


@contextmanager
def _chosen(workspace: Path) -> Iterator["Connection | None"]:
    store = chosen_store()
    configured = settings_exist(workspace) and read_settings(Layout(workspace).settings).store.uri
    if store == EMBEDDED or not (store or configured):
        yield None
        return
    with connect(find_address(workspace, store)) as connection:
        yield connection


@contextmanager
def connect(place: "tuple[Address, Path | None]") -> Iterator["Connection"]:
    """Connect to a database, with the password of the environment, a file or a prompt."""
    from kg.stores.neo4j import connected  # noqa: PLC0415 (the driver is slow to load, and only a server needs it)

    address, password_file = place
    # Set by the deployment, such as docker-compose.yml: the names of containers on the same machine.
    near = os.environ.get("KG_NEO4J_ON_THIS_MACHINE", "").replace(",", " ").split()
    if address.in_the_clear(near):
        say(f"{address.uri}: names and texts would cross the network unencrypted. Use neo4j+s:// or bolt+s://.")
    with connected(address, _password(address, password_file)) as connection:
        yield connection


def find_address(workspace: Path, text: str | None) -> "tuple[Address, Path | None]":
    """The address of the database, and the file of its password if the workspace names one."""
    from kg.stores.neo4j import read_address  # noqa: PLC0415 (the driver is slow to load, and only a server needs it)

    path = Layout(workspace).settings
    store = read_settings(path).store if path.exists() else StoreSettings()
    text = text if text and text != EMBEDDED else store.uri
    if not text:
        raise KgError(
            f"No database is given. Name one, such as neo4j://HOST:7687, or set `uri` under [store] in {path}."
        )
    user = os.environ.get("KG_NEO4J_USER") or store.user
    password_file = path.parent / Path(store.password_file).expanduser() if store.password_file else None
    return read_address(text, user, store.database), password_file


def _password(address: "Address", password_file: Path | None) -> str:
    """The password from the environment, a file or a prompt. The prompt appears once per run."""
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
        meta[_PASSWORD] = ask_secret(f"Password of {address.user} at {address.uri}")
    return str(meta[_PASSWORD])


def _read_password(path: Path) -> str:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise KgError(f"{path}: the password file cannot be read. Check its path and permissions.") from None
    if not lines or not lines[0]:
        raise KgError(f"{path}: the first line is empty. Write the password there.")
    return lines[0]
