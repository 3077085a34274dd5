"""The graphs of partners' files that are kept, with their reports called as here."""

from collections.abc import Iterable, Mapping, Sequence

from kg.decisions.journal import Decision
from kg.rdf.stated import StatedGraph
from kg.rows.stated import is_same
from kg.workspace.files.layout import Layout
from kg.workspace.files.reports import KeptReport, bytes_of
from kg.workspace.rules import Rules
from kg.workspace.state import in_force_among

_WITH_NAMES = ("text", "name", "names")


def read_kept(layout: Layout, report: KeptReport, rules: Rules) -> StatedGraph:
    """The graph of a partner's file. Raises ``KgError`` if the file is missing or changed."""
    path = bytes_of(layout, report)
    stated = rules.read_stated(path.read_bytes(), report.suffix, report.id)
    return stated.in_series(report.series) if report.renamed else stated


def read_counted(
    layout: Layout, reports: Sequence[KeptReport], decisions: Sequence[Decision], rules: Rules
) -> list[StatedGraph]:
    """The graphs of the files that count, by series and period."""
    counted = sorted(in_force_among(reports, decisions))
    return [read_kept(layout, report, rules) for report in counted if report.is_stated]


def hashes_of(report: KeptReport, stated: StatedGraph | None) -> dict[str, object]:
    """The hashes of the documents of a file by the ids of its reports: of a graph all that it states."""
    if stated is None:
        return {report.id: report.sha256}
    return {node.id: node.properties.get("sha256") for node in stated.reports()}


def find_taken(layout: Layout, new: Mapping[str, object], others: Iterable[KeptReport], rules: Rules) -> str | None:
    """The id of a report that is another one in files that are there; ``None`` if there is none."""
    for report in others:
        there = hashes_of(report, read_kept(layout, report, rules) if report.is_stated else None)
        for id in sorted(new.keys() & there.keys()):
            if not is_same(new[id], there[id]):
                return id
    return None


def text_of_kept(layout: Layout, report: KeptReport, rules: Rules) -> str:
    """All words of a kept file that may name somebody: the text of a report, the entries and names of a graph."""
    if not report.is_stated:
        return rules.read_file(bytes_of(layout, report)).text
    nodes = read_kept(layout, report, rules).graph.nodes
    return "\n".join(str(node.properties.get(name, "")) for node in nodes for name in _WITH_NAMES)
