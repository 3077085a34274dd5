"""The rules a workspace works by: how a file becomes text, a text facts, and facts a graph, under stated versions.

Loading this module loads every extractor and all of identity.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.facts import ReportFacts
from ingest.formats.files import ReportFile, ReportSource, read_file
from ingest.jurisdictions.detection import detect_jurisdiction, find_other_country
from ingest.jurisdictions.packs import Jurisdiction
from ingest.pipeline import read_report
from kg.decisions.journal import Decision
from kg.entries.active import ActiveReport
from kg.entries.stated import ActiveGraph
from kg.identity.people.block_cache import BlockCache
from kg.rdf.stated import StatedGraph, read_stated
from kg.rows.build import Built, build
from kg.rows.resolved_reports import ResolvedReports, resolve_reports
from kg.stores import Progress
from kg.workspace.versions import PROJECT_VERSIONS, VersionSource


@dataclass(frozen=True)
class Rules:
    """Each function is the one of its name in ``ingest`` or ``kg``; ``versions`` says which they are."""

    read_file: Callable[[ReportSource], ReportFile]
    detect_jurisdiction: Callable[[str], str]
    find_other_country: Callable[[str, str], str | None]
    read_report: Callable[[str, Jurisdiction, str | None, str, Progress | None], ReportFacts]
    build: Callable[
        [Sequence[ActiveReport], Jurisdiction, Sequence[Decision], BlockCache | None, Sequence[ActiveGraph]], Built
    ]
    resolve_reports: Callable[
        [Sequence[ActiveReport], Jurisdiction, Sequence[Decision], BlockCache | None, Sequence[ActiveGraph]],
        ResolvedReports,
    ]
    versions: VersionSource
    read_stated: Callable[[bytes, str, str], StatedGraph] = read_stated


PROJECT_RULES = Rules(
    read_file, detect_jurisdiction, find_other_country, read_report, build, resolve_reports, PROJECT_VERSIONS
)
"""The project's own."""
