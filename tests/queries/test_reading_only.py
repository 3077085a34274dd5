"""Reading is all that a query can do: every attempt at more is refused, and neither graph nor files change."""

import hashlib
from pathlib import Path

import pytest

from kg.stores import QueryRefused, Store
from kg.workspace import Workspace
from tests.queries.attempts import ATTEMPTS, Attempt

LOOK = (
    "MATCH (n) RETURN count(n) AS n, sum(size(keys(n))) AS k",
    "MATCH ()-[r]->() RETURN count(r) AS n, sum(size(keys(r))) AS k",
    "CALL db.labels() YIELD label RETURN label ORDER BY label",
)


@pytest.fixture(scope="module")
def store(sample_workspace: Path):
    with Workspace.open(sample_workspace).reader() as opened:
        yield opened


def files_of(folder: Path) -> dict[str, str]:
    """Every file under a folder with its hash, but for the lock and what the engine writes when it is opened."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(".lck")
    }


def test_there_are_enough_attempts() -> None:
    assert len(ATTEMPTS) >= 40 and len({attempt.cypher for attempt in ATTEMPTS}) == len(ATTEMPTS)
    assert len({attempt.name for attempt in ATTEMPTS}) == len(ATTEMPTS)


@pytest.mark.parametrize("attempt", ATTEMPTS, ids=lambda attempt: attempt.name)
def test_an_attempt_is_refused(
    attempt: Attempt, store: Store, sample_workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before, files = [store.query(look) for look in LOOK], files_of(sample_workspace)
    with pytest.raises(QueryRefused) as refused:
        store.query(attempt.cypher, {"address": "file:///etc/passwd"})
    said = str(refused.value)
    assert attempt.says in said and said.endswith(".")
    assert not any(word in said.lower() for word in ("arcade", "exception", "root:"))
    assert [store.query(look) for look in LOOK] == before
    assert files_of(sample_workspace) == files and not list(tmp_path.iterdir())
