"""How a decision names a person or body of an entry: by words of the entry, never by a position."""

from collections.abc import Callable, Sequence

from ingest.errors import KgError
from ingest.facts import Body, EntryFacts, Party, Person, Span
from ingest.language.folding import fold
from kg.entries.plain_text import PlainText


class ValueNotAllowed(KgError):
    """A value that a field of a fact cannot have. The message names what is allowed, and no words of a report."""


def persons_of(facts: EntryFacts) -> list[Party]:
    """Every person of an entry."""
    return [Party("person", index) for index in range(len(facts.persons))]


def bodies_of(facts: EntryFacts) -> list[Party]:
    """Every court, facility and organisation of an entry."""
    return [Party("body", index) for index in range(len(facts.bodies))]


def facilities_of(facts: EntryFacts) -> list[Party]:
    """Every facility of an entry."""
    return [party for party in bodies_of(facts) if facts.bodies[party.index].kind == "facility"]


def receivers_of(facts: EntryFacts) -> list[Party]:
    """Every person and organisation of an entry: who may receive a sanction."""
    return persons_of(facts) + [p for p in bodies_of(facts) if facts.bodies[p.index].kind == "organisation"]


def parties_of(facts: EntryFacts) -> list[Party]:
    """Every person and body of an entry."""
    return persons_of(facts) + bodies_of(facts)


def named_by(party: Party, facts: EntryFacts) -> Person | Body:
    """The person or body itself."""
    return facts.persons[party.index] if party.kind == "person" else facts.bodies[party.index]


def find_party(words: str, among: Sequence[Party], facts: EntryFacts, plain: PlainText | None = None) -> Party:
    """The one that words of the entry, or a name as it was read, refer to.

    What has just these words comes before what has this name, and that before what has some of the words. Raises
    ``ValueNotAllowed`` if none fits, or several.
    """
    places = set((plain or PlainText(facts.entry)).find("", words, "")) if words else set()
    sorted_words = sorted(fold(words).split())
    ways: tuple[Callable[[Person | Body], bool], ...] = (
        lambda named: bool(places & set(named.evidence.spans)),
        lambda named: bool(sorted_words) and sorted(fold(named.name).split()) == sorted_words,
        lambda named: any(_overlap(own, place) for own in named.evidence.spans for place in places),
    )
    for fits in ways:
        if found := [party for party in among if fits(named_by(party, facts))]:
            if len(found) > 1:
                raise ValueNotAllowed(f"the words fit {len(found)} in this entry; give more of them")
            return found[0]
    raise ValueNotAllowed("nobody and nothing of that kind in this entry has these words")


def words_for(party: Party, among: Sequence[Party], facts: EntryFacts) -> str:
    """Words of the entry by which ``find_party`` finds one again, the first if none lead to it alone."""
    plain, named = PlainText(facts.entry), named_by(party, facts)
    ranges = [plain.range_of(span) for span in named.evidence.spans]
    quoted = [plain.text[start:end] for start, end in ranges if start < end]
    for words in (*quoted, named.name):
        try:
            if find_party(words, among, facts, plain) == party:
                return words
        except ValueNotAllowed:
            continue
    return quoted[0] if quoted else named.name


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
