"""Encrypted connections to a real Neo4j, and what is said where a connection cannot be made."""

import dataclasses

import pytest

from ingest.errors import KgError
from kg.stores.neo4j import Address, Neo4jStore, connected
from tests.neo4j.certificates import Certificates
from tests.neo4j.server import USER, Server

pytestmark = pytest.mark.neo4j


def at(scheme: str, server: Server, host: str = "127.0.0.1") -> Address:
    return Address(f"{scheme}://{host}:{server.uri.rpartition(':')[2]}", USER, "")


def refusal(address: Address, password: str) -> str:
    """What is said instead of a connection: one sentence or two for a person, and no more."""
    with pytest.raises(KgError) as refused, connected(address, password):
        pass
    said = str(refused.value)
    assert said.startswith(f"{address.name}: ") and said.endswith(".") and "\n" not in said
    assert not any(word in said for word in (password, "Error", "Exception", "[", "_ssl"))
    return said


@pytest.mark.parametrize("scheme", ["bolt", "bolt+ssc", "neo4j", "neo4j+ssc"])
def test_one_server_is_asked_whichever_way(scheme: str, server: Server, certificates: Certificates) -> None:
    with connected(at(scheme, server), server.password) as connection:
        assert Neo4jStore(connection).query("RETURN 1 AS one").rows == ((1,),)
        assert connection.driver.encrypted is ("+" in scheme)


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_a_certificate_is_looked_at(
    scheme: str, server: Server, certificates: Certificates, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "SSL_CERT_FILE" in refusal(at(scheme, server), server.password)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates.authority))
    with connected(at(scheme, server), server.password) as connection:
        assert connection.driver.encrypted
    assert "for another name" in refusal(at(scheme, server, "localhost"), server.password)


@pytest.mark.parametrize("scheme", ["bolt", "bolt+s", "neo4j", "neo4j+s"])
@pytest.mark.parametrize(
    ("host", "said"),
    [("127.0.0.1:1", "nothing listens on that port"), ("no-such-host.invalid", "no host of that name")],
)
def test_where_nothing_is(scheme: str, host: str, said: str) -> None:
    assert said in refusal(Address(f"{scheme}://{host}", USER, ""), "a-password")


@pytest.mark.parametrize(
    ("scheme", "said"), [("bolt", "for browsers"), ("neo4j", "for browsers"), ("bolt+s", "without the +")]
)
def test_the_port_for_browsers(scheme: str, said: str, server: Server) -> None:
    address = Address(f"{scheme}://{server.settings['server.http.listen_address']}", USER, "")
    assert said in refusal(address, server.password)


@pytest.mark.parametrize("scheme", ["bolt", "bolt+ssc", "neo4j", "neo4j+ssc"])
def test_a_wrong_password(scheme: str, server: Server, certificates: Certificates) -> None:
    # Somebody else each time: the server shuts out for some seconds who is wrong too often.
    address = dataclasses.replace(at(scheme, server), user=f"nobody-{scheme}")
    assert "KG_NEO4J_PASSWORD" in refusal(address, "a-wrong-password")
