"""Which store a command queries: the workspace's own, or a Neo4j database."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.context import EMBEDDED, chosen_store
from kg.cli.output import say
from kg.cli.servers import find_address, find_password
from kg.stores import Store
from kg.workspace import Workspace
from kg.workspace.files.layout import Layout
from kg.workspace.files.settings import Settings, read_settings

if TYPE_CHECKING:
    from kg.graph.value import Graph
    from kg.stores.neo4j import Address, Connection
    from kg.stores.neo4j.remote_state import RemoteState


@dataclass(frozen=True)
class ServerStatus:
    """A Neo4j server by its address and version, and the graph it contains."""

    name: str
    version: str
    held: "RemoteState"


@contextmanager
def reading(workspace: Path) -> Iterator[Store]:
    """The chosen store, open for queries: Neo4j, or the workspace's own."""
    with chosen_server(workspace) as connection:
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


def graph_in(workspace: Path) -> "Graph":
    """The graph of the chosen store, as a value."""
    with chosen_server(workspace) as connection:
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


def vocabulary_of(workspace: Path) -> str:
    """What the terms of the RDF vocabulary begin with: as ``kg.toml`` says, or as the schema does without one."""
    return settings_of(workspace).vocabulary_iri if settings_exist(workspace) else Settings(version=1).vocabulary_iri


def server_status(workspace: Path) -> ServerStatus | None:
    """What the chosen server contains; ``None`` if the store is the workspace's own."""
    with chosen_server(workspace) as connection:
        if connection is None:
            return None
        from kg.stores.neo4j import read_remote_state  # noqa: PLC0415 (the driver is slow to load, and only a server needs it)

        version = connection.version.replace("/", " ")
        return ServerStatus(connection.address.name, version, read_remote_state(connection))


@contextmanager
def chosen_server(workspace: Path) -> Iterator["Connection | None"]:
    """A connection to the chosen server; ``None`` if the store is the workspace's own."""
    store = chosen_store()
    configured = settings_exist(workspace) and read_settings(Layout(workspace).settings).store.uri
    if store == EMBEDDED or not (store or configured):
        yield None
        return
    with connect(find_address(workspace, store)) as connection:
        yield connection


@contextmanager
def connect(address: "Address") -> Iterator["Connection"]:
    """Connect to a database, with the password of the environment, a file or a prompt."""
    from kg.stores.neo4j import connected  # noqa: PLC0415 (the driver is slow to load, and only a server needs it)

    # Set by the deployment, such as docker-compose.yml: the names of containers on the same machine.
    near = os.environ.get("KG_NEO4J_ON_THIS_MACHINE", "").replace(",", " ").split()
    if address.in_the_clear(near):
        say(f"{address.uri}: names and texts would cross the network unencrypted. Use neo4j+s:// or bolt+s://.")
    with connected(address, find_password(address)) as connection:
        yield connection
