"""What an ingest makes of a partner's RDF file: whose it is, of which days, and under which country's rules."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.errors import KgError, ReportRefused
from ingest.facts import ReportFacts
from ingest.formats.files import RDF_LIMIT, ReportFile, ReportSource, decode_file
from ingest.formats.suffixes import RDF_SUFFIXES
from ingest.jurisdictions.packs import Jurisdiction, load_jurisdiction
from ingest.language.folding import fold
from ingest.language.periods.keys import period_key
from kg.rdf.bundle.graph import BundledGraph, is_bundle, read_bundled_graph
from kg.rdf.facts import facts_of_stated
from kg.rdf.stated import StatedGraph
from kg.workspace.intake.countries import CountryChoice, choose_country
from kg.workspace.intake.options import IngestOptions
from kg.workspace.intake.paths import reason_of
from kg.workspace.rules import Rules


@dataclass(frozen=True)
class PartnersFile:
    """A partner's graph and the file that is kept of it. ``signer`` is the key of its bundle, if one signed it."""

    document: ReportFile
    suffix: str
    stated: StatedGraph
    signer: str = ""


UNNAMED = "partner"
"""The series of a file that does not say who published it."""

_LONGEST = 40


def is_partners(path: ReportSource) -> bool:
    """Whether a file is a graph or a bundle, and no report."""
    return isinstance(path, Path) and (path.suffix.lower() in RDF_SUFFIXES or is_bundle(path))


def read_partners_file(path: Path, rules: Rules, signers: Path | None) -> PartnersFile:
    """Read a graph, or the one of a bundle once the whole bundle is verified.

    Raises ``ReportRefused`` for a file that cannot be taken in as it is stated, and a bundle that is not whole.
    """
    if path.suffix.lower() in RDF_SUFFIXES:
        document = _read(path, rules)
        stated = rules.read_stated(document.data, path.suffix.lower(), str(path))
        return PartnersFile(replace(document, notes=tuple(describe_stated(stated))), path.suffix.lower(), stated)
    try:
        bundled = read_bundled_graph(path, RDF_LIMIT, signers)
    except KgError as error:
        raise ReportRefused(f"{error} Nothing was taken in.") from None
    stated = rules.read_stated(bundled.data, bundled.suffix, f"{path}/{bundled.name}")
    notes = (_describe_bundle(bundled), *describe_stated(stated))
    document = decode_file(bundled.data, bundled.suffix, f"{path}/{bundled.name}")
    return PartnersFile(replace(document, notes=notes), bundled.suffix, stated, bundled.signer)


def _read(path: Path, rules: Rules) -> ReportFile:
    try:
        return rules.read_file(path)
    except OSError as error:
        raise ReportRefused(f"{path}: {reason_of(error)}") from None


def _describe_bundle(bundled: BundledGraph) -> str:
    files = len(bundled.manifest.files)
    signed = f"signed with the key {bundled.signer}" if bundled.signer else "not signed: anybody may have made it"
    return (
        f"The bundle is whole: {files} files, issued {bundled.manifest.issued}, {signed}. Its {bundled.name} is kept."
    )


def series_of(stated: StatedGraph) -> str:
    """The name of a series after the publisher, in small letters, digits and hyphens."""
    words = re.findall(r"[a-z0-9]+", fold(stated.header.publisher))
    return "-".join(words)[:_LONGEST].strip("-") or UNNAMED


def facts_of_incoming(stated: StatedGraph, period: str | None, name: str) -> ReportFacts:
    """The file as a report; ``period`` is one that the user gives.

    Raises ``ReportRefused`` where neither the user nor its reports say of which days it is.
    """
    days = stated.days()
    if not period and not days:
        raise ReportRefused(f"{name}: its reports do not say of which days they are. Say it with --period.")
    return facts_of_stated(stated, period or period_key(*(days or ("", ""))))


def choose_partners_country(
    stated: StatedGraph, rules: Rules, options: IngestOptions, known: Jurisdiction | None
) -> CountryChoice:
    """The jurisdiction that the file names, which must be the workspace's; that of its texts, if it names none.

    Raises ``ReportRefused`` for a graph under another country's codes of law.
    """
    if not stated.header.jurisdiction:
        if known or options.jurisdiction:
            return CountryChoice(known or load_jurisdiction(options.jurisdiction or ""))
        texts = (str(n.properties.get("text", n.properties.get("name", ""))) for n in stated.graph.nodes)
        return choose_country("\n".join(texts), rules, options, known)
    try:
        named = load_jurisdiction(stated.header.jurisdiction)
    except KgError as error:
        raise ReportRefused(f"its jurisdiction pack is not here: {error}") from None
    wanted = known.id if known else options.jurisdiction
    if wanted and wanted != named.id:
        raise ReportRefused(
            f"its articles are those of {named.pack.title}; the workspace is of {load_jurisdiction(wanted).pack.title}."
            " Give it a workspace of its own (-w)."
        )
    return CountryChoice(known or named)


def describe_stated(stated: StatedGraph) -> list[str]:
    """What the user should know: what the profile left out of it, and what was not taken in."""
    graph = stated.graph
    counts = f"{len(graph.nodes)} things and {len(graph.relationships)} relationships"
    said = [f"It states {counts}, which are taken in as they are."]
    if stated.header.profile and stated.header.profile != "full":
        said.append(f"It was exported under the profile {stated.header.profile}: what that left out is not in it.")
    if stated.header.part:
        said.append(stated.header.part)
    if stated.foreign:
        number = sum(stated.foreign.values())
        said.append(f"{number} statements in other vocabularies are kept in the file, and not in the graph.")
    return said
