"""The cache: facts of reports, and what the search for people compared, as derived under the same rules.

A cache that is missing or damaged is derived again; a workspace on a read-only medium works without one.
"""

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

import msgspec

from ingest.facts import ReportFacts
from ingest.jurisdictions.packs import Jurisdiction
from kg.identity.people.block_cache import BlockCache, read_block_cache, write_block_cache
from kg.rdf.facts import facts_of_stated
from kg.system.checked_files import read_checked, write_checked
from kg.workspace.files.layout import Layout
from kg.workspace.files.reports import KeptReport, bytes_of
from kg.workspace.files.versions import Versions
from kg.workspace.partners.graphs import PartnerGraphs, cache_name
from kg.workspace.rules import Rules


def facts_of(
    layout: Layout, report: KeptReport, jurisdiction: Jurisdiction, rules: Rules, versions: Versions
) -> ReportFacts:
    """The facts of a kept report, read again where the cache lacks them or is damaged."""
    content = read_checked(layout.cache / _name(report, jurisdiction, versions))
    if content is not None:
        with suppress(msgspec.DecodeError):
            return _as_recorded(msgspec.json.decode(content, type=ReportFacts), report)
    if report.is_stated:
        found = facts_of_stated(PartnerGraphs(layout, rules, versions).read(report), report.period)
    else:
        document = rules.read_file(bytes_of(layout, report))
        found = rules.read_report(document.text, jurisdiction, report.asked, report.id, None)
    remember(layout, report, found, jurisdiction, versions)
    return _as_recorded(found, report)


def _as_recorded(facts: ReportFacts, report: KeptReport) -> ReportFacts:
    """The facts with the source that was given, and the period under which the report is kept.

    Ids and decisions rest on the period.

    Newer rules may read another one in the same title, such as days where older rules took the month.
    """
    title = report.source or facts.report.title
    if (facts.report.period, facts.report.title) == (report.period, title):
        return facts
    return replace(facts, report=replace(facts.report, period=report.period, title=title))


def remember(
    layout: Layout, report: KeptReport, facts: ReportFacts, jurisdiction: Jurisdiction, versions: Versions
) -> None:
    """Keep facts for the next time."""
    write_checked(layout.cache / _name(report, jurisdiction, versions), msgspec.json.encode(facts))


def load_block_cache(layout: Layout, jurisdiction: Jurisdiction, versions: Versions) -> BlockCache:
    """Who was found to be one the last time; nothing if that was under other rules."""
    content = read_checked(layout.cache / _name_of_block_cache(jurisdiction, versions))
    if content is not None:
        with suppress(msgspec.DecodeError):
            return read_block_cache(content)
    return BlockCache()


def keep_block_cache(layout: Layout, block_cache: BlockCache, jurisdiction: Jurisdiction, versions: Versions) -> None:
    """Keep who was found to be one for the next time."""
    write_checked(layout.cache / _name_of_block_cache(jurisdiction, versions), write_block_cache(block_cache))


def forget_others(
    layout: Layout, reports: Iterable[KeptReport], jurisdiction: Jurisdiction, versions: Versions
) -> None:
    """Drop what was derived under other rules or from reports that are not kept."""
    reports = tuple(reports)
    wanted = {_name(report, jurisdiction, versions) for report in reports} | {
        _name_of_block_cache(jurisdiction, versions)
    }
    wanted |= {cache_name(report, versions) for report in reports if report.is_stated}
    wanted.add(layout.rule_versions.name)
    for path in layout.cache.glob("*"):
        if path.name not in wanted:
            path.unlink(missing_ok=True)


def _name(report: KeptReport, jurisdiction: Jurisdiction, versions: Versions) -> str:
    said = [report.sha256, report.asked, jurisdiction.id, jurisdiction.pack.version, versions.reading]
    return hashlib.sha256(msgspec.json.encode(said)).hexdigest()[:32] + ".json"


def _name_of_block_cache(jurisdiction: Jurisdiction, versions: Versions) -> str:
    said = [jurisdiction.id, jurisdiction.pack.version, versions.reading, versions.build]
    return hashlib.sha256(msgspec.json.encode(said)).hexdigest()[:32] + ".memory"
