"""What the server asks itself before anybody does."""

from dataclasses import replace

from explorer.answers.first_questions import ask_first_questions
from explorer.graphs.workspace_graphs import WorkspaceGraphs
from kg.stores import DEFAULT_LIMITS, Limits, Parameters, Rows, Store


class Counting:
    """A store that counts what it is asked."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.asked: list[str] = []

    def query(self, cypher: str, parameters: Parameters | None = None, limits: Limits = DEFAULT_LIMITS) -> Rows:
        """Count, and ask."""
        self.asked.append(cypher)
        return self._store.query(cypher, parameters, limits)

    def close(self) -> None:
        """Nothing to do: who opened the store closes it."""


def test_what_the_canvas_asks_of_people_is_asked(graphs: WorkspaceGraphs) -> None:
    with graphs.reading() as graph:
        counting = Counting(graph.store)
        ask_first_questions(replace(graph, store=counting))
    text = "\n".join(counting.asked)
    assert "UNION ALL" in text and "(n:Person)-[:INVOLVED_IN]->(o:Event)" in text and "MENTIONS" in text
