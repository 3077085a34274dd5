"""The questions that briefings ask: portable with every filter, unlisted, and answered by the sample."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.stores import Store
from kg.workspace import Workspace
from queries.catalogue import BRIEFINGS, load_queries, read_query
from queries.dialect.check import check, check_file
from queries.execute import ask_all
from queries.filters import all_filters, with_filters
from tests.briefings.parameters import widest_parameters

FILES = sorted(BRIEFINGS.rglob("*.cypher"))
NAMES = [str(path.relative_to(BRIEFINGS)) for path in FILES]
NOTHING_IN_THE_SAMPLE = {"figures/sanctions/by_authority.cypher", "changes/contradictions.cypher"}


@pytest.fixture(scope="module")
def store(sample_workspace: Path) -> Iterator[Store]:
    with Workspace.open(sample_workspace).reader() as store:
        yield store


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_query_is_portable_and_the_sample_answers(path: Path, store: Store) -> None:
    assert check_file(path) == ()
    query = read_query(path)
    assert check(with_filters(query.cypher, all_filters())) == ()
    given = widest_parameters(query.cypher, store)
    assert ask_all(query, given, store) or str(path.relative_to(BRIEFINGS)) in NOTHING_IN_THE_SAMPLE


def test_they_are_no_questions_of_the_user_s() -> None:
    assert not set(FILES) & {query.path for query in load_queries().values()}
