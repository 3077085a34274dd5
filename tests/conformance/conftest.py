"""The same graph in both engines."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.schema.schema import load_schema
from kg.stores import Store
from kg.stores.neo4j import Connection, Neo4jStore, push
from kg.workspace import Workspace
from tests.neo4j.conftest import database, possible, server

__all__ = ["both", "database", "embedded", "on_neo4j", "possible", "real_embedded", "real_on_neo4j", "server"]


@dataclass(frozen=True)
class Both:
    """A graph's two stores."""

    embedded: Store
    neo4j: Store


def pushed(connection: Connection, workspace: Path) -> Store:
    """The database, equal to a workspace's graph."""
    push(connection, Workspace.open(workspace).graph(), load_schema())
    return Neo4jStore(connection)


@pytest.fixture(scope="module")
def embedded(sample_workspace: Path) -> Iterator[Store]:
    with Workspace.open(sample_workspace).reader() as store:
        yield store


@pytest.fixture(scope="module")
def on_neo4j(database: Connection, sample_workspace: Path) -> Store:
    return pushed(database, sample_workspace)


@pytest.fixture(scope="module")
def both(embedded: Store, on_neo4j: Store) -> Both:
    return Both(embedded, on_neo4j)


@pytest.fixture(scope="module")
def real_embedded(real_workspace: Path) -> Iterator[Store]:
    with Workspace.open(real_workspace).reader() as store:
        yield store


@pytest.fixture(scope="module")
def real_on_neo4j(database: Connection, real_workspace: Path) -> Store:
    return pushed(database, real_workspace)
