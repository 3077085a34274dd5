"""One Neo4j for a test run: one worker runs all tests that ask it (`tests/conftest.py`).

Another folder's conftest may import these fixtures; the server stays one.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.graph.value import Graph
from kg.stores.neo4j import Address, Connection, connected
from kg.workspace import Workspace
from tests import compose
from tests.neo4j.certificates import Certificates, certificates_of, make_certificates, why_none
from tests.neo4j.server import USER, Server, free_port, shared, why_not


@pytest.fixture(scope="session")
def possible() -> None:
    """Skip, in one line, where no server can be started; fail where CI is set."""
    reason = why_not()
    if reason and os.environ.get("CI"):
        pytest.fail(f"{reason}; with CI set these tests may not be skipped")
    if reason:
        pytest.skip(reason)


@pytest.fixture(scope="session")
def server(
    possible: None, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Server]:
    """One with the settings of ``docker-compose.yml``; encrypted connections are taken as well as others."""

    def read_sample() -> object:
        # Nearly every test needs it, and reading it takes as long as the server takes to start.
        return request.getfixturevalue("sample_workspace")

    home: Path = tmp_path_factory.mktemp("neo4j")
    browsers = {"server.http.enabled": "true", "server.http.listen_address": f"127.0.0.1:{free_port()}"}
    encrypted = {} if why_none() else make_certificates(home / "certificates").settings
    with shared(home, compose.settings() | browsers | encrypted, read_sample) as started:
        yield started


@pytest.fixture(scope="session")
def certificates(server: Server) -> Certificates:
    """Those of the server, whichever folder's tests started it."""
    reason = why_none()
    if reason and os.environ.get("CI"):
        pytest.fail(f"{reason}; with CI set these tests may not be skipped")
    if reason:
        pytest.skip(reason)
    return certificates_of(server.settings)


@pytest.fixture(scope="session")
def database(server: Server) -> Iterator[Connection]:
    """A connection to the server's only database, whatever is in it."""
    with connected(Address(server.uri, USER, ""), server.password) as connection:
        yield connection


@pytest.fixture
def empty(database: Connection) -> Connection:
    """The same database without nodes. What was declared for ours stays: making it anew takes seconds."""
    with database.writing() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()
    return database


@pytest.fixture(scope="session")
def sample_graph(sample_workspace: Path) -> Graph:
    return Workspace.open(sample_workspace).graph()


@pytest.fixture
def password(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """The server, its password in the environment as a user would put it there."""
    monkeypatch.setenv("KG_NEO4J_PASSWORD", server.password)
    return server
