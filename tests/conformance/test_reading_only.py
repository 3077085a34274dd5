"""The same attempts at more than reading, on a real Neo4j."""

import pytest

from kg.stores import QueryRefused, Store
from kg.stores.neo4j import Connection
from tests.queries.attempts import ATTEMPTS, Attempt

pytestmark = [pytest.mark.neo4j, pytest.mark.xdist_group("neo4j")]
LOOK = (
    "MATCH (n) RETURN count(n) AS n, sum(size(keys(n))) AS k",
    "MATCH ()-[r]->() RETURN count(r) AS n, sum(size(keys(r))) AS k",
    "SHOW INDEXES YIELD name RETURN collect(name) AS names",
    "SHOW CONSTRAINTS YIELD name RETURN collect(name) AS names",
    "SHOW USERS YIELD user RETURN collect(user) AS names",
    "SHOW DATABASES YIELD name RETURN collect(name) AS names",
    "CALL db.labels() YIELD label RETURN collect(label) AS names",
)


def look(connection: Connection) -> list[dict[str, object]]:
    with connection.reading() as session:
        return [session.run(cypher).single(strict=True).data() for cypher in LOOK]


@pytest.mark.parametrize("attempt", ATTEMPTS, ids=lambda attempt: attempt.name)
def test_an_attempt_is_refused(attempt: Attempt, on_neo4j: Store, database: Connection) -> None:
    before = look(database)
    with pytest.raises(QueryRefused) as refused:
        on_neo4j.query(attempt.cypher, {"address": "file:///etc/passwd"})
    said = str(refused.value)
    assert attempt.says in said and said.endswith(".")
    assert not any(word in said for word in ("Neo.", "Exception", "root:"))
    assert look(database) == before
