"""From a report's text to its facts: the order in which the extractors work.

Each entry's text is analysed once, into a ``Document`` that every extractor takes. An extractor reads one kind of fact
and may lean on what the ones before it found: places and bodies come first, so
that no name is read inside them; acts come late, because they tie people and bodies together; roles are settled last,
because what was done to somebody decides them.
"""

from collections.abc import Callable
from dataclasses import replace

from ingest.analysis.document import Document, analyse
from ingest.extract.acts import find_acts
from ingest.extract.institutions import find_bodies
from ingest.extract.law.charges import find_charges
from ingest.extract.matters.matters import find_matters
from ingest.extract.matters.occasions import find_occasions
from ingest.extract.matters.quoted_names import add_own_names
from ingest.extract.persons.names import NamesSeen, learn_names
from ingest.extract.persons.persons import find_persons
from ingest.extract.persons.roles import settle_roles
from ingest.extract.places.header_places import find_places
from ingest.extract.relations.affiliations import find_affiliations
from ingest.extract.relations.relations import find_relations
from ingest.extract.sanctions.sanctions import find_sanctions
from ingest.facts import EntryFacts, ReportFacts
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.stems import find_content_words
from ingest.report.parser import parse_report

Progress = Callable[[int, int], None]
"""Called with entries read and entries in all."""


def read_report(
    text: str,
    jurisdiction: Jurisdiction,
    period: str | None = None,
    name: str = "the report",
    progress: Progress | None = None,
) -> ReportFacts:
    """Read a report's text into facts.

    ``period`` (``YYYY-MM``) overrides what the text says; ``name`` stands in error messages. Raises ``ReportRefused``
    where the text is no report and ``PeriodUnknown`` where nothing says its period.
    """
    report = parse_report(text, jurisdiction, period, name)
    if progress:
        progress(0, len(report.entries))
    documents = [analyse(entry, jurisdiction) for entry in report.entries]
    names = learn_names(documents, jurisdiction)
    facts = []
    for done, document in enumerate(documents, 1):
        facts.append(read_entry(document, names, jurisdiction))
        if progress:
            progress(done, len(report.entries))
    return ReportFacts(report, add_own_names(facts))


def read_entry(document: Document, names: NamesSeen, jurisdiction: Jurisdiction) -> EntryFacts:
    """Read the facts of one entry; ``names`` is what the whole report taught about names."""
    facts = read_things(document, names, jurisdiction)
    facts = replace(facts, acts=find_acts(document, facts, jurisdiction))
    facts = replace(facts, persons=settle_roles(document, facts, jurisdiction))
    facts = replace(
        facts,
        relations=find_relations(document, facts, jurisdiction),
        affiliations=find_affiliations(document, facts, jurisdiction),
        occasions=find_occasions(document, jurisdiction),
    )
    return replace(
        facts,
        matters=find_matters(document, facts, jurisdiction),
        words=tuple(find_content_words(document.text, document.entry.body)),
    )


def read_things(document: Document, names: NamesSeen, jurisdiction: Jurisdiction) -> EntryFacts:
    """Read what stands in one entry (places, bodies, people, charges, sanctions) before anybody does anything."""
    places = find_places(document, jurisdiction)
    bodies = find_bodies(document, places, jurisdiction)
    found = [place.evidence for place in places] + [body.evidence for body in bodies]
    taken = [span for evidence in found for span in evidence.spans]
    persons = find_persons(document, taken, names, jurisdiction)
    charges = find_charges(document, persons, jurisdiction)
    sanctions = find_sanctions(document, persons, charges, jurisdiction)
    return EntryFacts(document.entry, places, persons, bodies, charges, sanctions)
