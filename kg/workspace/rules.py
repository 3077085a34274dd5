"""The rules a workspace works by: how a file becomes text, a text facts, and facts a graph, under stated versions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.facts import ReportFacts
from ingest.formats.documents import Document
from ingest.jurisdictions.packs import Jurisdiction
from kg.decisions.journal import Decision
from kg.entries.active import ActiveReport
from kg.stores import Progress
from kg.workspace.versions import PROJECT_VERSIONS, VersionSource

if TYPE_CHECKING:
    from kg.build.build import Built
    from kg.build.resolved_reports import ResolvedReports
    from kg.identity.people.block_cache import BlockCache


@dataclass(frozen=True)
class Rules:
    """Each function is the one of its name in ``ingest`` and ``kg.build.build``; ``versions`` says which they are."""

    read_document: Callable[[Path], Document]
    detect_jurisdiction: Callable[[str], str]
    read_report: Callable[[str, Jurisdiction, str | None, str, Progress | None], ReportFacts]
    build: Callable[[Sequence[ActiveReport], Jurisdiction, Sequence[Decision], "BlockCache | None"], "Built"]
    resolve_reports: Callable[[Sequence[ActiveReport], Jurisdiction, Sequence[Decision]], "ResolvedReports"]
    versions: VersionSource


@cache
def project_rules() -> Rules:
    """The project's own. Loaded when first needed: whoever only asks the graph need not wait for the readers."""
    from ingest.formats.documents import read_document  # noqa: PLC0415
    from ingest.jurisdictions.detection import detect_jurisdiction  # noqa: PLC0415
    from ingest.pipeline import read_report  # noqa: PLC0415
    from kg.build.build import build  # noqa: PLC0415
    from kg.build.resolved_reports import resolve_reports  # noqa: PLC0415

    return Rules(read_document, detect_jurisdiction, read_report, build, resolve_reports, PROJECT_VERSIONS)
