"""To measure and compare the engines: a Neo4j as one would start it for work, and answers without limits."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg.stores import Limits, Parameters, Rows, Store
from kg.stores.neo4j import Address, Connection, connected
from tests.neo4j.server import USER, running

# Far beyond what an investigator may take, so that no answer is cut.
PATIENCE = Limits(seconds=300, rows=3_000_000)
HEAP = "2g"
FLAGS = ("-XX:+UseG1GC",)
SETTINGS = {"server.memory.pagecache.size": "1g"}


@dataclass(frozen=True)
class Patient:
    """A store whose answers are never cut."""

    store: Store

    def query(self, cypher: str, parameters: Parameters | None = None, limits: Limits = PATIENCE) -> Rows:
        return self.store.query(cypher, parameters, PATIENCE)

    def close(self) -> None:
        self.store.close()


@contextmanager
def measured_neo4j(home: Path | None = None) -> Iterator[Connection]:
    """A connection to a server of its own, for a block; ``home`` may hold a database that was imported."""
    with (
        tempfile.TemporaryDirectory() as folder,
        running(home or Path(folder), heap=HEAP, flags=FLAGS, settings=SETTINGS) as server,
        connected(Address(server.uri, USER, ""), server.password) as connection,
    ):
        yield connection
