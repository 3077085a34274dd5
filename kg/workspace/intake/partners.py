"""What an ingest makes of a partner's RDF file: whose it is, of which days, and under which country's rules."""

import re

from ingest.errors import KgError, ReportRefused
from ingest.facts import ReportFacts
from ingest.jurisdictions.packs import Jurisdiction, load_jurisdiction
from ingest.language.folding import fold
from ingest.language.periods.keys import period_key
from kg.rdf.facts import facts_of_stated
from kg.rdf.stated import StatedGraph
from kg.workspace.intake.countries import CountryChoice, choose_country
from kg.workspace.intake.options import IngestOptions
from kg.workspace.rules import Rules

UNNAMED = "partner"
"""The series of a file that does not say who published it."""

_LONGEST = 40


def series_of(stated: StatedGraph) -> str:
    """The name of a series after the publisher, in small letters, digits and hyphens."""
    words = re.findall(r"[a-z0-9]+", fold(stated.publisher))
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
    if not stated.jurisdiction:
        if known or options.jurisdiction:
            return CountryChoice(known or load_jurisdiction(options.jurisdiction or ""))
        texts = (str(n.properties.get("text", n.properties.get("name", ""))) for n in stated.graph.nodes)
        return choose_country("\n".join(texts), rules, options, known)
    try:
        named = load_jurisdiction(stated.jurisdiction)
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
    if stated.profile and stated.profile != "full":
        said.append(f"It was exported under the profile {stated.profile}: what that left out is not in it.")
    if stated.foreign:
        said.append(f"{stated.foreign} statements in other vocabularies are kept in the file, and not in the graph.")
    return said
