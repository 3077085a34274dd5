"""Saved queries, and Cypher that is typed."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

from litestar import Response
from litestar.params import FromPath, JSONBody, PathParameter

from explorer.answers.evidence import Quote
from explorer.answers.queries.cards import QueryCard, QueryForm, make_card, make_form
from explorer.answers.queries.rows import (
    CypherAnswer,
    QueryAnswer,
    answer_cypher,
    answer_query,
    quote_places,
    write_csv,
)
from explorer.api.parts import AnyRequest, GraphsAsked, reads, takes
from explorer.graphs.opened import Graphs
from ingest.errors import LexiconError
from queries.catalogue import SavedQuery, find_query, load_queries, load_query

QueryName = Annotated[str, PathParameter(description="The name of a saved query.")]
_MOST_PLACES = 2_000


@dataclass(frozen=True)
class CypherAsked:
    """Read-only Cypher, and the values of its parameters."""

    text: str
    parameters: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class PlacesAsked:
    """Places of words, each as ``ENTRY#START-END``, as the rows of a query have them."""

    places: list[str]


@reads("/queries")
def queries(graphs: GraphsAsked) -> list[QueryCard]:
    """The saved queries, the project's and the workspace's own."""
    return [make_card(query) for query in _load(graphs).values()]


@reads("/queries/{name:str}")
def query(graphs: GraphsAsked, name: QueryName) -> QueryForm:
    """What a query says of itself, and the fields of its form with suggestions."""
    with graphs.reading() as graph:
        return make_form(_find(graphs, name), graph.store)


@reads("/queries/{name:str}/answer")
def answer(graphs: GraphsAsked, request: AnyRequest, name: QueryName) -> QueryAnswer:
    """The answer of a query. The parameters and filters of its form are those of this address."""
    return _answer(graphs, request, name)


@reads("/queries/{name:str}/csv")
def table(graphs: GraphsAsked, request: AnyRequest, name: FromPath[str]) -> Response[bytes]:
    """The answer of a query as a file for a spreadsheet."""
    content = write_csv(_answer(graphs, request, name))
    headers = {"content-disposition": f'attachment; filename="{_find(graphs, name).name}.csv"'}
    return Response(content, media_type="text/csv; charset=utf-8", headers=headers)


@takes("/cypher")
def cypher(graphs: GraphsAsked, data: JSONBody[CypherAsked]) -> CypherAnswer:
    """The rows of read-only Cypher. What is wrong with it is said with its line and column."""
    with graphs.reading() as graph:
        return answer_cypher(data.text, data.parameters, graph.store)


@takes("/quotes")
def quotes(graphs: GraphsAsked, data: JSONBody[PlacesAsked]) -> list[Quote]:
    """The words at some places with the text around them, one quote an entry."""
    with graphs.reading() as graph:
        return quote_places(graph.store, data.places[:_MOST_PLACES])


def _answer(graphs: Graphs, request: AnyRequest, name: str) -> QueryAnswer:
    saved = _find(graphs, name)
    workspace = graphs.workspace
    given = {key: value for key, value in request.query_params.items() if value != ""}
    if workspace is not None:
        given = {key: workspace.resolve(value) for key, value in given.items()}
    with graphs.reading() as graph:
        return answer_query(saved, given, graph.store)


def _folders(graphs: Graphs) -> list[Path]:
    return [graphs.workspace.folder / "queries"] if graphs.workspace else []


def _load(graphs: Graphs) -> dict[str, SavedQuery]:
    """All queries; the project's alone where a file of the workspace has a mistake, which `kg query` says."""
    try:
        return load_queries(_folders(graphs))
    except LexiconError:
        return load_queries()


def _find(graphs: Graphs, name: str) -> SavedQuery:
    try:
        return load_query(name, _folders(graphs))
    except LexiconError:
        return find_query(name, load_queries())


HANDLERS = (queries, query, answer, table, cypher, quotes)
