"""From a report's text to its facts: the components of reading, in their order.

Each entry's text is analysed once, into a ``Document`` that every component takes. A component reads the facts of one
field of ``EntryFacts`` and may lean on what the ones before it found; it adds, and overwrites nothing. Roles alone are
written twice, and ``COMPONENTS`` says why.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Literal, NamedTuple

from ingest.analysis.document import Document, analyse
from ingest.extract.acts import explain_acts, find_acts
from ingest.extract.acts.reasons import Reasons
from ingest.extract.institutions import find_bodies
from ingest.extract.law.charges import find_charges
from ingest.extract.law.shared_charges import ground_sanctions, share_charges
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
from ingest.facts import EntryFacts, Person, ReportFacts, Sanction
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.clean_text import clean_text
from ingest.language.stems import find_content_words
from ingest.report.notes.addresses import LinkedAddress
from ingest.report.original import restore_original
from ingest.report.parser import parse_report

Progress = Callable[[int, int], None]
"""Called with entries read and entries in all."""

FactField = Literal[
    "places",
    "bodies",
    "persons",
    "charges",
    "sanctions",
    "acts",
    "relations",
    "affiliations",
    "occasions",
    "matters",
    "words",
]
"""A field of ``EntryFacts`` that a component fills."""


class Context(NamedTuple):
    """What a component reads: an entry's document, its facts so far, and what the whole report taught about names."""

    document: Document
    facts: EntryFacts
    names: NamesSeen
    jurisdiction: Jurisdiction


class Component(NamedTuple):
    """One step of reading an entry: ``read`` gives the facts of one field.

    The field is empty before, unless the component ``revises`` what stands there.
    """

    field: FactField
    read: Callable[[Context], tuple[object, ...]]
    revises: bool = False


def _persons_outside_places_and_bodies(of: Context) -> tuple[Person, ...]:
    found = [place.evidence for place in of.facts.places] + [body.evidence for body in of.facts.bodies]
    taken = [span for evidence in found for span in evidence.spans]
    return find_persons(of.document, taken, of.names, of.jurisdiction)


def _sanctions(of: Context) -> tuple[Sanction, ...]:
    return find_sanctions(of.document, of.facts.persons, of.facts.bodies, of.facts.charges, of.jurisdiction)


COMPONENTS: tuple[Component, ...] = (
    # Places and bodies come first, so that no name of a person is read inside theirs.
    Component("places", lambda of: find_places(of.document, of.jurisdiction)),
    Component("bodies", lambda of: find_bodies(of.document, of.facts.places, of.jurisdiction)),
    Component("persons", _persons_outside_places_and_bodies),
    Component("charges", lambda of: find_charges(of.document, of.facts.persons, of.jurisdiction)),
    Component("sanctions", _sanctions),
    # Who is sentenced or acquitted beside others under an entry's only article is charged with it too.
    Component("charges", lambda of: share_charges(of.document, of.facts, of.jurisdiction), revises=True),
    Component("sanctions", lambda of: ground_sanctions(of.document, of.facts, of.jurisdiction), revises=True),
    # Acts tie people and bodies together. To read them, it must be known who is a judge, a lawyer or a speaker.
    Component("acts", lambda of: find_acts(of.document, of.facts, of.jurisdiction)),
    # Until here a role is what the words beside the name say, and acts are read by it;
    # but what was done to somebody, or what they did, says more. Names and mentions stay.
    Component("persons", lambda of: settle_roles(of.document, of.facts, of.jurisdiction), revises=True),
    Component("relations", lambda of: find_relations(of.document, of.facts, of.jurisdiction)),
    Component("affiliations", lambda of: find_affiliations(of.document, of.facts, of.jurisdiction)),
    Component("occasions", lambda of: find_occasions(of.document, of.jurisdiction)),
    # What an entry is about rests on who stands in it, and on what was done.
    Component("matters", lambda of: find_matters(of.document, of.facts, of.jurisdiction)),
    Component("words", lambda of: tuple(find_content_words(of.document.text, of.document.entry.body))),
)


def read_report(
    text: str,
    jurisdiction: Jurisdiction,
    period: str | None = None,
    name: str = "the report",
    progress: Progress | None = None,
) -> ReportFacts:
    """Read a report's text into facts.

    The text is cleaned before it is read; entries and spans are those of the text as it came.
    ``period`` (``YYYY-MM``) overrides what the text says; ``name`` stands in error messages. Raises ``ReportRefused``
    where the text is no report and ``PeriodUnknown`` where nothing says its period.
    """
    clean = clean_text(text)
    links = [LinkedAddress(end, link.url) for end, link in clean.linked]
    report = parse_report(clean.text, jurisdiction, period, name, links)
    if progress:
        progress(0, len(report.entries))
    names = learn_names(report.entries, jurisdiction)
    facts = []
    # One document at a time: tokens take far more memory than the text.
    for done, entry in enumerate(report.entries, 1):
        facts.append(read_entry(analyse(entry, jurisdiction), names, jurisdiction))
        if progress:
            progress(done, len(report.entries))
    return restore_original(ReportFacts(report, add_own_names(facts)), clean)


def read_entry(
    document: Document, names: NamesSeen, jurisdiction: Jurisdiction, components: Sequence[Component] = COMPONENTS
) -> EntryFacts:
    """Read the facts of one entry; ``names`` is what the whole report taught about names."""
    facts = EntryFacts(document.entry)
    for component in components:
        found: dict[str, Any] = {component.field: component.read(Context(document, facts, names, jurisdiction))}
        facts = replace(facts, **found)
    return facts


def read_reasons(report: ReportFacts, entry: EntryFacts, jurisdiction: Jurisdiction) -> tuple[Reasons | None, ...]:
    """Read an entry of a report again: why each of its acts was read, in the order of its acts.

    ``None`` for an act that follows from other facts. The entry is read as it stands in the report: characters that
    were cleaned away before the report was read may change an answer.
    """
    names = learn_names(report.report.entries, jurisdiction)
    document = analyse(entry.entry, jurisdiction)
    before = next(place for place, component in enumerate(COMPONENTS) if component.field == "acts")
    return explain_acts(document, read_entry(document, names, jurisdiction, COMPONENTS[:before]), jurisdiction)
