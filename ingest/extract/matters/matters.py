"""Every matter of an entry: the readers of each kind, one after the other."""

from collections.abc import Callable, Iterator

from ingest.analysis.document import Document
from ingest.extract.institutions.custodies import find_custody_words
from ingest.extract.matters.ages import find_ages
from ingest.extract.matters.bills import find_bills
from ingest.extract.matters.cases import find_accused_counts, find_case_numbers, find_hearings, find_named_cases
from ingest.extract.matters.days import find_days, find_named_events
from ingest.extract.matters.groups import find_groups, find_party_affairs
from ingest.extract.matters.meetings import find_meetings, find_meetings_of_bodies, find_punishment
from ingest.extract.matters.protests import find_protest_causes, find_protests, find_strikes
from ingest.extract.matters.quoted_names import find_quoted_names
from ingest.extract.matters.rally_topics import find_rally_topics
from ingest.facts import EntryFacts, Matter
from ingest.jurisdictions.packs import Jurisdiction

Reader = Callable[[Document, EntryFacts, Jurisdiction], Iterator[Matter]]

READERS: tuple[Reader, ...] = (
    find_days,
    find_case_numbers,
    find_named_cases,
    find_party_affairs,
    find_groups,
    find_strikes,
    find_hearings,
    find_accused_counts,
    find_named_events,
    find_meetings,
    find_rally_topics,
    find_protests,
    find_protest_causes,
    find_quoted_names,
    find_meetings_of_bodies,
    find_punishment,
    find_ages,
    find_bills,
    find_custody_words,
)


def find_matters(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> tuple[Matter, ...]:
    """What the entry is about, each value of a kind once, with the first words that tell it.

    ``document`` is the analysed entry, ``facts`` holds its persons, bodies, charges, sanctions and acts. Raises
    ``LexiconError``.
    """
    found: dict[tuple[str, str, int | None, int | None], Matter] = {}
    for read in READERS:
        for matter in read(document, facts, jurisdiction):
            found.setdefault((matter.kind, matter.value, matter.person, matter.body), matter)
    return tuple(found.values())
