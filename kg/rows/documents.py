"""Reports, entries and the sources they cite."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from ingest.jurisdictions.packs import Jurisdiction
from ingest.jurisdictions.publishers import publisher_of
from kg.entries.active import ActiveEntry, ActiveReport
from kg.graph.value import Key
from kg.rows.tables import Tables


def put_documents(
    tables: Tables, reports: Sequence[ActiveReport], entries: Sequence[ActiveEntry], jurisdiction: Jurisdiction
) -> None:
    """Put ``Report``, ``Entry``, ``Source``, ``IN_REPORT`` and ``CITES``."""
    for in_force in reports:
        report = in_force.facts.report
        tables.put_node(
            "Report",
            in_force.id,
            series=in_force.series,
            title=report.title or in_force.id,
            period_start=report.period_start,
            period_end=report.period_end,
            sha256=in_force.sha256,
        )
    for entry in entries:
        node = tables.put_node(
            "Entry", entry.id, number=entry.facts.entry.number, date=entry.date, text=entry.facts.entry.text
        )
        tables.put_relationship("IN_REPORT", node, Key("Report", entry.report), ())
        for footnote, url in entry.footnotes:
            source = _put_source(tables, url, jurisdiction)
            tables.put_relationship("CITES", node, source, (), footnote=footnote.number, start=footnote.span.start)


def _put_source(tables: Tables, url: str, jurisdiction: Jurisdiction) -> Key:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:  # an address broken in the report, such as `http://[x`; it is kept as printed, with no host
        host = ""
    return tables.put_node("Source", url, key="url", host=host, publisher=publisher_of(host, jurisdiction))
