"""The questions that briefings ask: portable with every filter, unlisted, and answered by the sample."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.stores import Store
from kg.workspace import Workspace
from queries.catalogue import BRIEFINGS, load_queries, read_query
from queries.dialect.check import check, check_file
from queries.execute import ask_all
from queries.filters import all_filters, with_filters

FILES = sorted(BRIEFINGS.rglob("*.cypher"))
NAMES = [str(path.relative_to(BRIEFINGS)) for path in FILES]
NOTHING_IN_THE_SAMPLE = {"figures/sanctions/by_authority.cypher", "changes/contradictions.cypher"}


@pytest.fixture(scope="module")
def store(sample_workspace: Path) -> Iterator[Store]:
    with Workspace.open(sample_workspace).reader() as store:
        yield store


@pytest.fixture(scope="module")
def given(store: Store) -> dict[str, Any]:
    """What the commands give: here everybody, every case and report, and all days."""
    kinds = {"people": "Person", "cases": "Case", "reports": "Report"}
    ids = {name: store.query(f"MATCH (x:{kind}) RETURN x.id AS id ORDER BY id").rows for name, kind in kinds.items()}
    return {"after": "", "on": "9999", **{name: [id for (id,) in rows] for name, rows in ids.items()}}


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_query_is_portable_and_the_sample_answers(path: Path, store: Store, given: dict[str, Any]) -> None:
    assert check_file(path) == ()
    query = read_query(path)
    assert check(with_filters(query.cypher, all_filters())) == ()
    assert ask_all(query, given, store) or str(path.relative_to(BRIEFINGS)) in NOTHING_IN_THE_SAMPLE


def test_they_are_no_questions_of_the_user_s() -> None:
    assert not set(FILES) & {query.path for query in load_queries().values()}
