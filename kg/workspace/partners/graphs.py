"""The graphs of partners' files that are kept, with their reports called as here."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

import msgspec

from kg.decisions.journal import Decision
from kg.entries.stated import DECIDABLE, ActiveGraph, mention_id
from kg.rdf.stated import StatedGraph
from kg.rows.stated import is_same
from kg.system.checked_files import read_checked, write_checked
from kg.workspace.files.layout import Layout
from kg.workspace.files.reports import KeptReport, bytes_of
from kg.workspace.files.versions import Versions
from kg.workspace.partners.encoding import decode_stated, encode_stated
from kg.workspace.partners.listing import PartnerFile, describe_file
from kg.workspace.rules import Rules
from kg.workspace.state import current_version, in_force_among

_WITH_NAMES = ("text", "name", "names")


@dataclass(frozen=True)
class PartnerGraphs:
    """Reads partners' graphs under some rules; each file is parsed once for all, and kept in the cache."""

    layout: Layout
    rules: Rules
    versions: Versions

    def read(self, report: KeptReport) -> StatedGraph:
        """The graph of a file. Raises ``KgError`` if the file is missing or changed."""
        path, name = bytes_of(self.layout, report), cache_name(report, self.versions)
        stated = _cached(self.layout, name)
        if stated is None:
            stated = self.rules.read_stated(path.read_bytes(), report.suffix, report.id)
            self.remember(report, stated)
        return stated.in_series(report.series) if report.renamed else stated

    def remember(self, report: KeptReport, stated: StatedGraph) -> None:
        """Keep a graph, as its file states it, for the next time."""
        write_checked(self.layout.cache / cache_name(report, self.versions), encode_stated(stated))

    def counted(self, reports: Sequence[KeptReport], decisions: Sequence[Decision]) -> list[ActiveGraph]:
        """The graphs of the files that count, by series and period."""
        counted = sorted(report for report in in_force_among(reports, decisions) if report.is_stated)
        return [_active(report, self.read(report)) for report in counted]

    def describe(
        self, report_id: str, reports: Sequence[KeptReport], decisions: Sequence[Decision]
    ) -> PartnerFile | None:
        """What a file brought, the version that counts before others; ``None`` if no such file is kept."""
        versions = [report for report in reports if report.id == report_id and report.is_stated]
        if not versions:
            return None
        chosen = current_version(versions, decisions) or versions[-1]
        return describe_file(chosen, self.read(chosen))

    def find_taken(self, new: Mapping[str, object], others: Iterable[KeptReport]) -> str | None:
        """The id of a report that is another one in files that are there; ``None`` if there is none."""
        for report in others:
            there = hashes_of(report, self.read(report) if report.is_stated else None)
            for id in sorted(new.keys() & there.keys()):
                if not is_same(new[id], there[id]):
                    return id
        return None

    def ids_of(self, report: KeptReport) -> set[str]:
        """The ids that a file gives to what people can decide about, those of before too."""
        stated = self.read(report)
        ids = {node.id for node in stated.graph.nodes if node.label in DECIDABLE} | stated.former.keys()
        return ids | {mention_id(id, report.series) for id in ids}

    def text_of(self, report: KeptReport) -> str:
        """All words of a kept file that may name somebody: the text of a report, the entries and names of a graph."""
        if not report.is_stated:
            return self.rules.read_file(bytes_of(self.layout, report)).text
        nodes = self.read(report).graph.nodes
        return "\n".join(str(node.properties.get(name, "")) for node in nodes for name in _WITH_NAMES)


def cache_name(report: KeptReport, versions: Versions) -> str:
    """What the cache calls the graph of a file: made from its bytes, its syntax, and the rules."""
    said = [report.sha256, report.suffix, versions.build]
    return hashlib.sha256(msgspec.json.encode(said)).hexdigest()[:32] + ".graph"


def hashes_of(report: KeptReport, stated: StatedGraph | None) -> dict[str, object]:
    """The hashes of the documents of a file by the ids of its reports: of a graph all that it states."""
    if stated is None:
        return {report.id: report.sha256}
    return {node.id: node.properties.get("sha256") for node in stated.reports()}


def _active(report: KeptReport, stated: StatedGraph) -> ActiveGraph:
    return ActiveGraph(report.series, report.period, stated.graph, stated.former)


def _cached(layout: Layout, name: str) -> StatedGraph | None:
    content = read_checked(layout.cache / name)
    if content is not None:
        with suppress(msgspec.DecodeError):
            return decode_stated(content)
    return None
