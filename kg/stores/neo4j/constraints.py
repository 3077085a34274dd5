"""Constraints and indexes of a database, derived from the vocabulary."""

from collections.abc import Iterator

from neo4j.exceptions import Neo4jError

from ingest.errors import KgError
from kg.schema.schema import Schema
from kg.stores.neo4j.connection import Connection
from kg.system.digests import short_digest

OURS = "_Casegraph"
"""The label that every node of ours has beside its own; nodes without it are somebody else's and left alone."""

HELD = "_CasegraphHeld"
"""The label of the one node that notes which generation the database holds."""

# Seconds that building the indexes of a large database may take.
_BUILDING = 3_600

_ALREADY_OTHER = ("IndexAlreadyExists", "IndexWithNameAlreadyExists", "ConstraintWithNameAlreadyExists")


def statements(schema: Schema) -> Iterator[str]:
    """What makes them, in order. The labels of the vocabulary come first, so that ``labels(n)[0]`` is one of them."""
    for label, kind in schema.nodes.items():
        yield (f"CREATE CONSTRAINT `{label}_key` IF NOT EXISTS FOR (n:`{label}`) REQUIRE n.`{kind.key}` IS UNIQUE")
        for name, declared in kind.properties.items():
            if declared.index and name != kind.key:
                yield f"CREATE INDEX `{label}_{name}` IF NOT EXISTS FOR (n:`{label}`) ON (n.`{name}`)"
    yield f"CREATE CONSTRAINT `{HELD}_key` IF NOT EXISTS FOR (n:`{HELD}`) REQUIRE n.`id` IS UNIQUE"


def digest_of_statements(schema: Schema) -> str:
    """Changes when any of them changes."""
    return short_digest("\n".join([OURS, *statements(schema)]).encode())


def declare(connection: Connection, schema: Schema) -> None:
    """Make the constraints and indexes that are not there, and wait until they can be used.

    Raises ``KgError`` if nodes or indexes that are not ours stand in the way.
    """
    with connection.writing() as session:
        for statement in statements(schema):
            try:
                session.run(statement).consume()
            except Neo4jError as error:
                raise _in_the_way(error, connection, statement) from None
        session.run("CALL db.awaitIndexes($seconds)", seconds=_BUILDING).consume()


def _in_the_way(error: Neo4jError, connection: Connection, statement: str) -> Exception:
    name = statement.split("`")[1]
    last = (error.code or "").rpartition(".")[2]
    if last == "ConstraintCreationFailed":
        return KgError(
            f"{connection.address.name}: the constraint {name} cannot be made: nodes that are not ours have one value "
            "twice. Push into a database of its own."
        )
    if last in _ALREADY_OTHER:
        return KgError(
            f"{connection.address.name}: another index or constraint is in the place of {name}. Drop it, or push "
            "into a database of its own."
        )
    return error
