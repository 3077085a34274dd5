"""The settings of ``docker-compose.yml`` on a real server of the image's version: every one is known and takes effect.

The tests' one server is started with them, so all the other tests ask a server that is set up as the file says.
"""

import re
import urllib.request
from pathlib import Path

import pytest

from kg.stores.neo4j import Connection
from tests.compose import services, settings
from tests.neo4j.server import Server, running

pytestmark = pytest.mark.neo4j
BLOCKING = "internal.dbms.cypher_ip_blocklist"
UNITS = {"": 1, "k": 2**10, "m": 2**20, "g": 2**30}


def meaning(value: str) -> object:
    """A value as Neo4j means it: 1G and 1.00GiB are one."""
    size = re.fullmatch(r"([\d.]+)\s*([kmg])(?:i?b)?", value.lower())
    return float(size[1]) * UNITS[size[2]] if size else value.lower()


def test_every_setting_takes_effect(server: Server, database: Connection) -> None:
    with database.reading() as session:
        asked = "SHOW SETTINGS YIELD name, value, isExplicitlySet WHERE isExplicitlySet"
        found = {row["name"]: row["value"] for row in session.run(asked)}
    wanted = settings()
    assert len(wanted) > 8 and wanted["dbms.security.allow_csv_import_from_file_urls"] == "false"
    # The server does not list its internal settings; what this one does is shown below.
    assert set(wanted) - set(found) == {BLOCKING}
    del wanted[BLOCKING]
    # A folder is shown with its whole path.
    assert Path(found.pop("server.directories.import")) == server.home / wanted.pop("server.directories.import")
    assert {name: meaning(found[name]) for name in wanted} == {name: meaning(value) for name, value in wanted.items()}


def test_a_mistyped_setting_would_end_the_server(possible: None, tmp_path: Path) -> None:
    mistyped = {"client.allow_telemetri": "false"}
    with (
        pytest.raises(RuntimeError, match=r"client\.allow_telemetri"),
        running(tmp_path, settings=settings() | mistyped),
    ):
        pass


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "file:///x.csv", "http://127.0.0.1:{port}/", "http://[::1]/"]
)
def test_no_query_of_anybody_reads_files_or_addresses(server: Server, database: Connection, address: str) -> None:
    from neo4j.exceptions import ClientError

    port = server.settings["server.http.listen_address"].rpartition(":")[2]
    (server.home / "import" / "x.csv").write_text("a\n")
    with database.reading() as session, pytest.raises(ClientError, match=r"is false|is blocked"):
        session.run("LOAD CSV FROM $address AS row RETURN row", address=address.format(port=port)).consume()


def test_the_health_check_asks_what_answers(server: Server) -> None:
    test = services()["neo4j"]["healthcheck"]["test"]
    assert test[:2] == ["CMD", "wget"] and "--spider" in test
    address = test[-1].replace("127.0.0.1:7474", server.settings["server.http.listen_address"])
    with urllib.request.urlopen(urllib.request.Request(address, method="HEAD")) as answer:
        assert answer.status == 200
    # It is the last port to open: what waits for it finds a database that can be asked.
    log = (server.home / "logs" / "neo4j.log").read_text(encoding="utf-8")
    assert 0 < log.index("Bolt enabled") < log.index("HTTP enabled")
