"""How two things are connected."""

from typing import Annotated

from litestar.params import QueryParameter

from explorer.answers.details import require_key
from explorer.answers.queries.paths import Path, rarest, shortest
from explorer.api.parts import GraphsAsked, read_id, reads
from ingest.errors import KgError
from kg.stores import QueryCut
from queries.catalogue import load_query


@reads("/paths")
def paths(
    graphs: GraphsAsked,
    source: Annotated[str, QueryParameter(name="from", description="The id of one end.")],
    target: Annotated[str, QueryParameter(name="to", description="The id of the other end.")],
    k: Annotated[int, QueryParameter(ge=1, le=50, description="At most so many paths.")] = 5,
    kinds: Annotated[
        str,
        QueryParameter(description="What counts, with commas: types of relationship, or kinds of link with `rare`."),
    ] = "",
    rare: Annotated[bool, QueryParameter(description="Through what few people share, between two people.")] = False,
) -> list[Path]:
    """The paths from one thing to another: the shortest, or those through what few people share."""
    chosen = [kind.strip() for kind in kinds.split(",") if kind.strip()]
    with graphs.reading() as graph:
        start, end = (require_key(graph.store, read_id(id, graphs.workspace)) for id in (source, target))
        if start == end:
            raise KgError("Choose two different things.")
        if rare and {start.label, end.label} != {"Person"}:
            raise KgError("Rare connections are looked for between two people.")
        try:
            if rare:
                return rarest(graph.store, load_query("shortest_paths"), start, end, chosen, k)
            return shortest(graph.store, start, end, chosen, k)
        except QueryCut:
            raise QueryCut("The paths took too long to find. Choose fewer kinds of connection.") from None


HANDLERS = (paths,)
