"""A review of facts: which are right, wrong, or to be corrected; the most doubtful and most consequential first.

The value of a question is how much hangs on the fact, times how doubtful it is. Charges, convictions, sentences and
whoever is said to have done harm come before what only describes somebody, and a person whom many entries name before
one of a single entry.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ingest.facts import Act, Charge, Confidence, EntryFacts, Party, Person
from ingest.vocabulary import VIOLENCE
from kg.corrections.kinds.fact import Fact
from kg.corrections.kinds.kind import KindName, Values
from kg.corrections.known_facts import KnownFacts
from kg.corrections.opinions import FactOpinion, FactVerb
from kg.review.queue import Review, answered

_DOUBT: Mapping[Confidence, int] = {"low": 3, "medium": 2, "high": 1}
_POINTS: Mapping[KindName, int] = {
    "charge": 4,
    "sanction": 5,
    "act": 2,
    "stay": 3,
    "person": 1,
    "relation": 1,
    "affiliation": 1,
    "body": 1,
    "place": 1,
}
_CONVICTED, _AUTHOR, _SENTENCE, _MANY = 6, 7, 5, 4
"""Points of a charge somebody is sentenced under, of an alleged author, of a sentence; and most of a person."""


@dataclass(frozen=True)
class FactAnswer:
    """What somebody says about a fact; ``values`` are the fields to correct."""

    verb: FactVerb
    values: Values


@dataclass(frozen=True)
class FactQuestion:
    """Is this fact right? ``value`` says how valuable the answer is."""

    fact: Fact
    value: int

    @property
    def doubt(self) -> str:
        """Why the rules are not sure of it; empty if they are."""
        evidence = self.fact.value.evidence
        return "" if evidence is None or evidence.confidence == "high" else evidence.doubt or evidence.confidence


FactReview = Review[FactQuestion, FactAnswer]


def find_questions(known: KnownFacts, things: Mapping[str, str]) -> list[FactQuestion]:
    """The facts that nobody has decided about, most valuable first; ``things`` has the thing of each mention."""
    named = Counter(things.get(m.id, m.id) for m in known.mentions.by_id.values() if m.label == "Person")
    found = [
        FactQuestion(fact, _value(fact, named[things.get(fact.id, fact.id)]))
        for entry in known.mentions.entries
        for fact in known.of_entry(entry)
        if not fact.decisions
    ]
    return sorted(found, key=lambda asked: (-asked.value, asked.fact.entry.order, asked.fact.id))


def start_fact_review(questions: Iterable[FactQuestion]) -> FactReview:
    """A review of which nothing is answered."""
    return Review(tuple(questions), follows=_follow)


def fact_opinions(review: FactReview, why: str = "") -> list[FactOpinion]:
    """What the answers say, in the order of answering."""
    return [FactOpinion(said.verb, asked.fact.id, said.values, why) for asked, said in answered(review)]


def _value(fact: Fact, entries: int) -> int:
    evidence = fact.value.evidence
    return _consequence(fact, entries) * (_DOUBT[evidence.confidence] if evidence else 1)


def _consequence(fact: Fact, entries: int) -> int:
    facts = fact.entry.facts
    match fact.value:
        case Charge() as charge if charge.person is not None and _is_sentenced(facts, charge.person):
            return _CONVICTED
        case Person() as person:
            return _AUTHOR if person.role == "perpetrator" else min(_MANY, entries)
        case Act() as act if act.type in VIOLENCE and act.by:
            return _AUTHOR
        case Act() as act if act.type == "sentence":
            return _SENTENCE
    return _POINTS[fact.kind.name]


def _is_sentenced(facts: EntryFacts, person: int) -> bool:
    return any(act.type == "sentence" and Party("person", person) in act.to for act in facts.acts)


def _follow(review: FactReview) -> frozenset[int]:
    """What is said of a person or body that is none needs no answer."""
    return frozenset(_resting_on_wrong(review))


def _resting_on_wrong(review: FactReview) -> Iterator[int]:
    wrong = {
        (asked.fact.entry.id, asked.fact.kind.name, asked.fact.mention.index)
        for asked, said in answered(review)
        if said.verb == "wrong"
    }
    for position, asked in enumerate(review.questions if wrong else ()):
        ends = ((asked.fact.entry.id, kind, index) for kind, index in _ends_of(asked.fact))
        if not wrong.isdisjoint(ends):
            yield position


def _ends_of(fact: Fact) -> Iterator[tuple[KindName, int]]:
    """The persons and bodies without which a fact cannot be."""
    ends: Mapping[str, KindName] = {"source": "person", "target": "person", "body": "body", "facility": "body"}
    if fact.kind.name in ("relation", "affiliation", "stay"):
        yield from ((kind, getattr(fact.value, name)) for name, kind in ends.items() if hasattr(fact.value, name))
    if fact.kind.name in ("affiliation", "stay"):
        yield "person", fact.value.person
