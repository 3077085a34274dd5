"""What the people of an entry tell about its case, beyond the steps that one of them undergoes (``proceedings``)."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from kg.entries.active import ActiveEntry
from kg.identity.cases.proceedings import undergoing
from kg.identity.cases.quoted_names import OF_ANY_BODY
from kg.identity.cases.rare_words import shared
from kg.identity.disjoint_sets import DisjointSets

People = Mapping[tuple[str, int], str]

_SPOKEN = frozenset({"statement", "legislation", "protest", "complaint"})
# What one person does in many matters.
_OF_MANY = frozenset({"legislation", "registration", "assembly_refusal", "assembly_notice", "protest"})
_PERSECUTED = frozenset({"target", "subject"})
# The code under which a proceeding lasts longer than a month, and its steps before a court.
_LASTING = "CC"
_BEFORE_COURT = frozenset({"trial", "sentence", "appeal", "remand"})


def find_together(told: Sequence[ActiveEntry], people: People) -> Iterator[tuple[str, str]]:
    """Entries of one report in which the same two or more people undergo something, and nobody else, as pairs to join.

    Not where the articles held against them differ, nor where both only speak of them.
    """
    groups: dict[tuple[str, frozenset[str]], list[ActiveEntry]] = {}
    for entry in told:
        together = frozenset(people[entry.id, index] for index in undergoing(entry))
        if len(together) > 1:
            groups.setdefault((entry.report, together), []).append(entry)
    for entries in groups.values():
        for a, b in combinations(entries, 2):
            held, also = ({(c.code, c.article) for c in entry.facts.charges} for entry in (a, b))
            spoken = a.types | b.types <= _SPOKEN
            if not spoken and (not held or not also or held & also):
                yield a.id, b.id


def find_only_cases(
    entries: Sequence[ActiveEntry], people: People, clusters: DisjointSets[str]
) -> Iterator[tuple[str, str]]:
    """Entries that speak of somebody of whose cases the report tells one alone, as pairs to join.

    Of somebody speaks an entry that does nothing to anybody and names one persecuted person; and one that does
    something to nobody but their lawyer, whom it calls that.
    """
    cases: dict[tuple[str, str], dict[str, str]] = {}
    for entry in entries:
        for index in undergoing(entry):
            if not entry.types <= _SPOKEN:
                cases.setdefault((entry.report, people[entry.id, index]), {})[clusters.leader(entry.id)] = entry.id
    for entry in entries:
        about = _spoken_of(entry)
        if about is None:
            continue
        known = cases.get((entry.report, people[entry.id, about]), {})
        if len(known) == 1:
            yield next(iter(known.values())), entry.id


def find_named_again(
    entries: Sequence[ActiveEntry], people: People, clusters: DisjointSets[str], words: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    """Entries in which nobody undergoes anything, with the one case that the report tells of somebody they name, as
    pairs to join.

    A rare word is in common that tells not only what a body is; before a court no word need be, but for a lawyer, who
    has many clients, and whoever only speaks. Of officials, rallies, bills and registrations the name tells no case.
    """
    cases: dict[tuple[str, str], dict[str, list[ActiveEntry]]] = {}
    for entry in entries:
        undergo = undergoing(entry)
        for index, person in enumerate(entry.facts.persons if undergo or entry.facts.charges else ()):
            if person.role != "official" and not entry.types <= _SPOKEN:
                of = cases.setdefault((entry.report, people[entry.id, index]), {})
                of.setdefault(clusters.leader(entry.id), []).append(entry)
    telling = {id: stems - OF_ANY_BODY for id, stems in words.items()}
    for entry in entries:
        if undergoing(entry) or entry.facts.occasions or entry.types & _OF_MANY:
            continue
        for index, person in enumerate(entry.facts.persons):
            known = cases.get((entry.report, people[entry.id, index]), {})
            if person.role == "official" or len(known) != 1:
                continue
            of_case = next(iter(known.values()))
            at_court = entry.types & _BEFORE_COURT and person.role not in ("lawyer", "speaker")
            if at_court or any(shared(telling, other, entry) for other in of_case):
                yield of_case[0].id, entry.id


def _spoken_of(entry: ActiveEntry) -> int | None:
    facts = entry.facts
    if facts.occasions or facts.charges or facts.sanctions:
        return None
    undergo = undergoing(entry)
    if undergo:
        clients = {r.target for r in facts.relations if r.kind == "lawyer" and r.source in undergo}
        return clients.pop() if len(clients) == 1 == len(undergo) else None
    persecuted = [i for i, p in enumerate(facts.persons) if p.role in _PERSECUTED]
    if len(persecuted) != 1 or not entry.types or not entry.types <= _SPOKEN:
        return None
    return persecuted[0] if facts.persons[persecuted[0]].role == "target" else None


def find_rallies_held(entries: Sequence[ActiveEntry], people: People) -> Iterator[tuple[str, str]]:
    """A rally that was refused for a day, and held on it all the same by the one who was refused, as pairs to join."""
    refused: dict[tuple[str, str, str], str] = {}
    for entry in entries:
        for act in entry.facts.acts:
            if act.type == "assembly_refusal" and act.next:
                for party in act.to:
                    if party.kind == "person":
                        refused.setdefault((entry.report, people[entry.id, party.index], act.next), entry.id)
    for entry in entries:
        for act in entry.facts.acts:
            day = act.date or entry.date
            if act.type == "protest" and day:
                for party in act.by:
                    first = refused.get((entry.report, people.get((entry.id, party.index), ""), day))
                    if party.kind == "person" and first and first != entry.id:
                        yield first, entry.id


def find_later_hearings(
    entries: Sequence[ActiveEntry], people: People, clusters: DisjointSets[str], words: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    """A hearing of somebody that tells no article, with the one criminal case that an earlier report tells of them, if
    a rare word stands in both; as pairs to join."""
    charged: dict[str, dict[str, list[ActiveEntry]]] = {}
    for entry in entries:
        heard = {
            people[entry.id, p.index]
            for act in entry.facts.acts
            if act.type in _BEFORE_COURT
            for p in act.to
            if p.kind == "person"
        }
        for who in heard if not entry.facts.charges else ():
            cases = charged.get(who, {})
            earlier = [e for case in cases.values() for e in case if e.report != entry.report]
            if len(cases) == 1 and any(shared(words, e, entry) for e in earlier):
                yield earlier[0].id, entry.id
        for charge in entry.facts.charges:
            if charge.person is not None and charge.code == _LASTING:
                of = charged.setdefault(people[entry.id, charge.person], {})
                of.setdefault(clusters.leader(entry.id), []).append(entry)
