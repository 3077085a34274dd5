"""The words of an entry that a link rests on: where it names somebody, reports an act, cites an article or a page."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from ingest.facts import Act, MatterKind, Span
from kg.entries.active import ActiveEntry
from kg.graph.value import Key
from kg.identity.cases.rare_words import spans_of
from kg.identity.links import Match, match_entries
from kg.identity.types import BodyKeys, PersonIds

WordsOf = Callable[[ActiveEntry], Iterable[Span]]
"""Which words of an entry count."""


def no_words(_: ActiveEntry) -> Iterable[Span]:
    """None."""
    return ()


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


def words_for_header(entry: ActiveEntry) -> Iterator[Span]:
    """The date and the most specific place of the header."""
    if entry.facts.entry.date_span:
        yield entry.facts.entry.date_span
    yield from (span for place in entry.facts.places[-1:] for span in place.evidence.spans[:1])


def name_of(entry: ActiveEntry, people: PersonIds, who: str) -> str:
    """The name of a person (id) as an entry has it."""
    names = (p.name for i, p in enumerate(entry.facts.persons) if people[entry.id, i] == who)
    return next(names, who)


def name_of_body(entry: ActiveEntry, bodies: BodyKeys, key: Key | str) -> str:
    """The name of a body (key or id) as an entry has it."""
    id = key if isinstance(key, str) else key.id
    names = (b.name for i, b in enumerate(entry.facts.bodies) if bodies[entry.id, i][0].id == id)
    return next(names, id)


def words_for_matters(entry: ActiveEntry, kind: MatterKind, value: str | None = None) -> Iterator[Span]:
    """The words of every matter of a kind, or of those with a value."""
    for matter in entry.facts.matters_of(kind):
        if value is None or matter.value == value:
            yield from matter.evidence.spans


def match_words(
    a: ActiveEntry, b: ActiveEntry, rare: Mapping[str, frozenset[str]], more: WordsOf = no_words, name: str = ""
) -> Match:
    """Tie two entries together by the rare words they share, beside ``more`` words of each; ``name`` says what more."""
    stems = rare[a.id] & rare[b.id]
    shared = ", ".join(a.quote(span) for span in spans_of(a, stems))
    reason = "; ".join(filter(None, [name, shared]))
    return match_entries(a, (*more(a), *spans_of(a, stems)), b, (*more(b), *spans_of(b, stems)), reason)
