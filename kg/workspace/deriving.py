"""Facts of a report, from the cache where they were derived before under the same rules."""

import hashlib
from collections.abc import Iterable

import msgspec

from ingest.facts import ReportFacts
from ingest.jurisdiction import Jurisdiction
from kg.durable import make_folder, write_durably
from kg.workspace.layout import Layout
from kg.workspace.reports import KeptReport, bytes_of
from kg.workspace.rules import Rules


def facts_of(layout: Layout, report: KeptReport, jurisdiction: Jurisdiction, rules: Rules) -> ReportFacts:
    """The facts of a kept report, read again where the cache lacks them or is damaged."""
    name = _name(report, jurisdiction, rules)
    found = _cached(layout, name)
    if found is None:
        document = rules.read_document(bytes_of(layout, report))
        found = rules.read_report(document.text, jurisdiction, report.asked, report.id, None)
        remember(layout, report, found, jurisdiction, rules)
    return found


def remember(layout: Layout, report: KeptReport, facts: ReportFacts, jurisdiction: Jurisdiction, rules: Rules) -> None:
    """Keep facts for the next time."""
    content = msgspec.json.encode(facts)
    try:
        make_folder(layout.cache)
        digest = hashlib.sha256(content).hexdigest().encode()
        write_durably(layout.cache / _name(report, jurisdiction, rules), digest + b"\n" + content)
    except OSError:
        # A workspace on a medium that cannot be written is read without a cache.
        return


def forget_others(layout: Layout, reports: Iterable[KeptReport], jurisdiction: Jurisdiction, rules: Rules) -> None:
    """Drop what was derived under other rules or from reports that are not kept."""
    wanted = {_name(report, jurisdiction, rules) for report in reports}
    for path in layout.cache.glob("*"):
        if path.name not in wanted:
            path.unlink(missing_ok=True)


def _name(report: KeptReport, jurisdiction: Jurisdiction, rules: Rules) -> str:
    said = [report.sha256, report.asked, jurisdiction.id, jurisdiction.pack.version, rules.reading_version()]
    return hashlib.sha256(msgspec.json.encode(said)).hexdigest()[:32] + ".json"


def _cached(layout: Layout, name: str) -> ReportFacts | None:
    try:
        digest, _, content = (layout.cache / name).read_bytes().partition(b"\n")
        if hashlib.sha256(content).hexdigest().encode() == digest:
            return msgspec.json.decode(content, type=ReportFacts)
    except (OSError, msgspec.DecodeError):
        # Whatever is wrong with a cache, its content can be derived again.
        return None
    return None
