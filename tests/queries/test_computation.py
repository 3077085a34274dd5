"""Python queries: the same header as Cypher files, computed from rows, and never taken from a workspace."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.errors import KgError, LexiconError
from kg.stores import DEFAULT_LIMITS, Limits, Parameters, QueryCut, Rows, Store
from kg.workspace import Workspace
from queries import catalogue
from queries.catalogue import INPUTS, SavedQuery, load_queries, query_files, read_query
from queries.execute import ask, bind_parameters
from tests.conftest import Kg

PYTHON = [query for query in load_queries().values() if query.is_python]
GOOD = """# title: Mine
# learns: Something.
# inputs: [periods]
# columns: {first: {label: first}}
def answer(read, given):
    open("ran", "w")
"""


@pytest.fixture(scope="module")
def store(sample_workspace: Path) -> Iterator[Store]:
    with Workspace.open(sample_workspace).reader() as store:
        yield store


def test_every_input_is_a_checked_file_that_a_query_reads() -> None:
    assert PYTHON
    read = {name for query in PYTHON for name in query.inputs}
    assert read == {path.stem for path in INPUTS.glob("*.cypher")}
    assert {INPUTS / f"{name}.cypher" for name in read} <= set(query_files())
    for query in PYTHON:
        texts = "".join(path.read_text(encoding="utf-8") for path in query.path.parent.glob("*.py"))
        assert all(f'read("{name}"' in texts for name in query.inputs), query.name


def test_a_mistake_is_named_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "HERE", tmp_path)
    path = tmp_path / "mine.py"
    path.write_text(GOOD.replace("first}}", "first, priority: 9}}"), encoding="utf-8")
    with pytest.raises(LexiconError, match=r"mine\.py, line 4, column \d+: column first has the priority 9"):
        read_query(path)
    path.write_text(GOOD.replace("periods", "../suggestions/people"), encoding="utf-8")
    with pytest.raises(LexiconError, match=r"mine\.py: there are no inputs '\.\./suggestions/people'"):
        read_query(path)
    path.write_text(GOOD, encoding="utf-8")
    assert read_query(path).columns == ("first", "evidence")


def test_a_python_file_of_a_workspace_is_never_run(kg: Kg, sample_workspace: Path, tmp_path: Path) -> None:
    path = sample_workspace / "queries" / "mine.py"
    path.parent.mkdir(exist_ok=True)
    path.write_text(GOOD, encoding="utf-8")
    try:
        listed = kg("query", workspace=sample_workspace)
        assert f"{path}: a Python file. It is not run" in listed.output.replace("\n", " ")
        assert "no saved query 'mine'" in kg("query", "mine", workspace=sample_workspace).output
        checked = kg("query", "check", path, workspace=sample_workspace)
        assert checked.exit_code == 1 and "Only the project's own are run" in checked.output.replace("\n", " ")
    finally:
        path.unlink()
        path.parent.rmdir()
    assert not (tmp_path / "ran").exists() and not Path("ran").exists()


def test_a_cypher_file_has_no_inputs(tmp_path: Path) -> None:
    path = tmp_path / "mine.cypher"
    path.write_text("// title: Mine\n// learns: Much.\n// inputs: [periods]\nRETURN 1 AS one", encoding="utf-8")
    with pytest.raises(LexiconError, match="only a Python query"):
        read_query(path)


@pytest.mark.parametrize("query", PYTHON, ids=lambda query: query.name)
def test_an_answer_is_the_same_again_and_its_beginning_where_it_is_cut(query: SavedQuery, store: Store) -> None:
    assert query.header.example
    given = {name: str(value) for name, value in query.header.example.given.items()}
    bound = bind_parameters(query, given, store)
    whole = ask(query, bound, store)
    assert ask(query, bound, store) == whole and not whole.cut
    if query.header.cutting and len(whole.rows) > 1:
        cut = ask(query, bound | {query.header.cutting: len(whole.rows) - 1}, store)
        assert cut.cut and cut.rows == whole.rows[:-1]


def test_an_input_that_is_too_large_is_not_cut_in_silence(store: Store) -> None:
    class Small:
        """The store, with an answer that its limit cut."""

        def query(self, cypher: str, parameters: Parameters | None = None, limits: Limits = DEFAULT_LIMITS) -> Rows:
            return store.query(cypher, parameters, Limits(rows=1))

        def close(self) -> None: ...

    query = load_queries()["bursts"]
    with pytest.raises(QueryCut, match="bursts reads more than"):
        ask(query, bind_parameters(query, {}, store), Small())


def test_a_value_that_a_function_does_not_know_is_refused(store: Store) -> None:
    query = load_queries()["bursts"]
    with pytest.raises(KgError, match="--unit takes one of day, week; not 'month'"):
        ask(query, bind_parameters(query, {"unit": "month"}, store), store)
