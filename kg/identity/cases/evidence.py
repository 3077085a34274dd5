"""The words of an entry that a link rests on: where it names somebody, tells an act, cites an article or a page."""

from collections.abc import Callable, Collection, Iterator

from ingest.facts import Act, Span
from kg.entries.active import ActiveEntry
from kg.graph.value import Key
from kg.identity.types import BodyKeys, PersonIds


def words_for_people(entry: ActiveEntry, people: PersonIds, who: Collection[str]) -> Iterator[Span]:
    """The first words that name each of these persons (ids)."""
    for index, person in enumerate(entry.facts.persons):
        if people[entry.id, index] in who:
            yield person.evidence.spans[0]


def words_for_bodies(entry: ActiveEntry, bodies: BodyKeys, which: Collection[str]) -> Iterator[Span]:
    """The first words that name each of these bodies (ids)."""
    for index, body in enumerate(entry.facts.bodies):
        if bodies[entry.id, index][0].id in which:
            yield body.evidence.spans[0]


def words_for_acts(entry: ActiveEntry, is_meant: Callable[[Act], bool]) -> Iterator[Span]:
    """The verb or noun of each act that is meant."""
    yield from (act.evidence.spans[0] for act in entry.facts.acts if is_meant(act))


def words_for_types(entry: ActiveEntry, types: Collection[str]) -> Iterator[Span]:
    """The verb or noun of each act of these types."""
    return words_for_acts(entry, lambda act: act.type in types)


def words_for_articles(entry: ActiveEntry, articles: Collection[tuple[str | None, str]]) -> Iterator[Span]:
    """The words that cite each of these articles, as pairs of code and article."""
    yield from (c.evidence.spans[0] for c in entry.facts.charges if (c.code, c.article) in articles)


def words_for_header(entry: ActiveEntry) -> Iterator[Span]:
    """The date and the most specific place of the header."""
    if entry.facts.entry.date_span:
        yield entry.facts.entry.date_span
    yield from (place.evidence.spans[0] for place in entry.facts.places[-1:])


def name_of(entry: ActiveEntry, people: PersonIds, who: str) -> str:
    """The name of a person (id) as an entry has it."""
    names = (p.name for i, p in enumerate(entry.facts.persons) if people[entry.id, i] == who)
    return next(names, who)


def name_of_body(entry: ActiveEntry, bodies: BodyKeys, key: Key | str) -> str:
    """The name of a body (key or id) as an entry has it."""
    id = key if isinstance(key, str) else key.id
    names = (b.name for i, b in enumerate(entry.facts.bodies) if bodies[entry.id, i][0].id == id)
    return next(names, id)
