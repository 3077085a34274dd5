"""The files of the queries that commands ask: ``queries/briefings``."""

from queries.catalogue import BRIEFINGS, SavedQuery, read_query


def briefing_queries(folder: str) -> dict[str, SavedQuery]:
    """The queries of one folder of ``queries/briefings``, by name, sorted."""
    return {path.stem: read_query(path) for path in sorted((BRIEFINGS / folder).glob("*.cypher"))}
