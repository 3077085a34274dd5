"""The start page and the reading room."""

from typing import Annotated

from litestar.params import QueryParameter

from explorer.answers.reading.reports import ReportListed, ReportPage, list_reports, read_page
from explorer.answers.reading.start import Start, read_start
from explorer.api.parts import GraphsAsked, Id, ServiceAsked, read_id, reads


@reads("/start")
def start(graphs: GraphsAsked) -> Start:
    """What the last report brought, what came due and stayed silent, and the queries of the other blocks."""
    with graphs.reading() as graph:
        return read_start(graph.store)


@reads("/reports")
def reports(graphs: GraphsAsked) -> list[ReportListed]:
    """The reports, by the days that they cover."""
    with graphs.reading() as graph:
        return list_reports(graph.store)


@reads("/reports/{id:str}")
def report(
    graphs: GraphsAsked,
    service: ServiceAsked,
    id: Id,
    entry: Annotated[str, QueryParameter(description="The id of an entry to begin at.")] = "",
    skip: Annotated[int, QueryParameter(ge=0, le=10_000_000, description="Entries to pass over.")] = 0,
    count: Annotated[int, QueryParameter(ge=1, le=500, description="At most so many entries.")] = 25,
) -> ReportPage:
    """Entries as they are printed, with the words of every fact, and what was not read in the report."""
    with graphs.reading() as graph:
        known = service.known_beside(graph) if service else None
        return read_page(graph.store, read_id(id, None), entry, skip, count, known)


HANDLERS = (start, reports, report)
