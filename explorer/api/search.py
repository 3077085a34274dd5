"""Search, and what is explored."""

from typing import Annotated

from litestar.params import QueryParameter

from explorer.answers.search import SearchAnswer
from explorer.answers.search import search as find
from explorer.answers.status import Status, Vocabulary, read_status, read_vocabulary
from explorer.api.parts import AnyRequest, GraphsAsked, reads, user_of


@reads("/status")
def status(graphs: GraphsAsked, request: AnyRequest) -> Status:
    """What is explored: reports, days, counts, the generation, and whether people may decide about facts here."""
    with graphs.reading() as graph:
        return read_status(graphs, graph, user_of(request))


@reads("/schema")
def schema() -> Vocabulary:
    """The kinds of things and lines, how they are drawn, and their words in English and Russian."""
    return read_vocabulary()


@reads("/search")
def search(
    graphs: GraphsAsked,
    q: Annotated[str, QueryParameter(max_length=500, description="Words in any order, spelling and alphabet.")] = "",
    limit: Annotated[int, QueryParameter(ge=1, le=100, description="At most so many things and entries.")] = 10,
    kinds: Annotated[str, QueryParameter(description="Kinds of thing with commas; all kinds if left out.")] = "",
) -> SearchAnswer:
    """Find people, bodies, places, provisions, cases and campaigns by any spelling, and entries by their words."""
    with graphs.reading() as graph:
        return find(graph, q, limit, [kind.strip() for kind in kinds.split(",") if kind.strip()])


HANDLERS = (status, schema, search)
