"""Under which country's rules a report is read."""

from dataclasses import dataclass

from ingest.errors import CountryUnknown, OtherCountry, ReportRefused
from ingest.jurisdictions.packs import Jurisdiction, load_jurisdiction
from kg.workspace.intake.options import IngestOptions
from kg.workspace.intake.outcomes import CountryOverridden
from kg.workspace.rules import Rules


@dataclass(frozen=True)
class CountryChoice:
    """The jurisdiction of a report; ``overridden`` where the text looks like one of another country."""

    jurisdiction: Jurisdiction
    overridden: CountryOverridden | None = None


def choose_country(text: str, rules: Rules, options: IngestOptions, known: Jurisdiction | None) -> CountryChoice:
    """The jurisdiction for a text: the one given, else the workspace's (``known``), else the one that it shows.

    Raises ``ReportRefused`` for a text of another country; with ``force`` only where nobody said which rules to use.
    """
    if options.jurisdiction:
        return _given(text, rules, options, load_jurisdiction(options.jurisdiction))
    try:
        detected = rules.detect_jurisdiction(text)
    except CountryUnknown:
        # A text that names no place says nothing against the workspace's country.
        if known:
            return CountryChoice(known)
        raise
    if known and detected != known.id:
        raise ReportRefused(
            f"it is a report of {load_jurisdiction(detected).pack.title}; the workspace is of {known.pack.title}. "
            f"Give it a workspace of its own (-w), or set --jurisdiction {known.id} if that is wrong."
        )
    return CountryChoice(known or load_jurisdiction(detected))


def _given(text: str, rules: Rules, options: IngestOptions, given: Jurisdiction) -> CountryChoice:
    other = rules.find_other_country(text, given.id)
    if other and not options.force:
        raise ReportRefused(
            f"it is about another country: {other}, not {given.pack.title}. Its laws, courts and names would be read "
            "wrongly. Add --force to read it all the same."
        )
    return CountryChoice(given, CountryOverridden(other) if other else _doubted(text, rules, given))


def _doubted(text: str, rules: Rules, given: Jurisdiction) -> CountryOverridden | None:
    try:
        detected = rules.detect_jurisdiction(text)
    except OtherCountry as error:
        return CountryOverridden(error.country)
    except CountryUnknown:
        return None
    return CountryOverridden(load_jurisdiction(detected).pack.title) if detected != given.id else None
