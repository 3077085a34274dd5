"""What the people of an entry show about its case, beyond the steps that one of them undergoes (``proceedings``)."""

from collections.abc import Collection, Iterator, Mapping
from itertools import combinations

from ingest.facts import Party
from ingest.vocabulary import ADVOCATES, COURT_STEPS, PERSECUTED, RALLY_PLANS, SPOKEN, ActType
from kg.entries.active import ActiveEntry
from kg.identity.cases.context import CaseContext
from kg.identity.cases.evidence import name_of, words_for_acts, words_for_people, words_for_types
from kg.identity.cases.finders.proceedings import undergoing
from kg.identity.cases.rare_words import shared
from kg.identity.links import Match, match_entries
from kg.identity.types import PersonIds

# What people say or do in public; nothing is done to them by it.
_VOICED: frozenset[ActType] = SPOKEN | {"protest", "complaint"}
# What one person does in many matters.
_PUBLIC_MATTERS: frozenset[ActType] = RALLY_PLANS | {"legislation", "registration", "protest"}
# The code under which a proceeding lasts longer than a month.
_LASTING = "CC"

CasesOf = dict[tuple[str, str], dict[str, list[ActiveEntry]]]
"""By report and person: the entries of each of their cases, by the case's leader."""


def find_together(context: CaseContext) -> Iterator[Match]:
    """Entries of one report in which the same two or more people undergo something, and nobody else.

    Not where the articles held against them differ, nor where both only speak of them.
    """
    groups: dict[tuple[str, frozenset[str]], list[ActiveEntry]] = {}
    for entry in context.entries:
        together = frozenset(context.people[entry.id, index] for index in undergoing(entry))
        if len(together) > 1:
            groups.setdefault((entry.report, together), []).append(entry)
    for (_, who), entries in groups.items():
        for a, b in combinations(entries, 2):
            if not a.types | b.types <= _VOICED and _may_be_one_charge(a, b):
                yield _match_of_people(a, b, who, context.people)


def _may_be_one_charge(a: ActiveEntry, b: ActiveEntry) -> bool:
    held, also = ({(c.code, c.article) for c in entry.facts.charges} for entry in (a, b))
    return not held or not also or not held.isdisjoint(also)


def find_only_cases(context: CaseContext) -> Iterator[Match]:
    """Entries that speak of somebody who has exactly one case in the report.

    Of somebody speaks an entry that does nothing to anybody and names one persecuted person; and one that does
    something to nobody but their lawyer, whom it calls that.
    """
    cases: CasesOf = {}
    for entry in context.entries:
        if not entry.types <= _VOICED:
            for index in undergoing(entry):
                _add_case(cases, context, entry, index)
    for entry in context.entries:
        about = _spoken_of(entry)
        if about is None:
            continue
        who = context.people[entry.id, about]
        known = cases.get((entry.report, who), {})
        if len(known) == 1:
            of_case = next(iter(known.values()))
            yield _match_of_people(of_case[-1], entry, {who}, context.people)


def _add_case(cases: CasesOf, context: CaseContext, entry: ActiveEntry, index: int) -> None:
    of_person = cases.setdefault((entry.report, context.people[entry.id, index]), {})
    of_person.setdefault(context.clusters.leader(entry.id), []).append(entry)


def _spoken_of(entry: ActiveEntry) -> int | None:
    """The one person an entry speaks of, or whose lawyer it does something to."""
    facts = entry.facts
    if facts.occasions or facts.charges or facts.sanctions:
        return None
    undergo = undergoing(entry)
    if undergo:
        return _only_client(entry, undergo)
    return _only_persecuted(entry) if entry.types and entry.types <= _VOICED else None


def _only_client(entry: ActiveEntry, undergo: list[int]) -> int | None:
    """The one client of the one person who undergoes something."""
    clients = {r.target for r in entry.facts.relations if r.kind == "lawyer" and r.source in undergo}
    return clients.pop() if len(clients) == 1 == len(undergo) else None


def _only_persecuted(entry: ActiveEntry) -> int | None:
    """The one persecuted person, unless they are only the subject of the entry."""
    persons = entry.facts.persons
    persecuted = [index for index, person in enumerate(persons) if person.role in PERSECUTED]
    if len(persecuted) != 1:
        return None
    return persecuted[0] if persons[persecuted[0]].role == "target" else None


def find_named_again(context: CaseContext) -> Iterator[Match]:
    """Entries in which nobody undergoes anything, with the only case in the report of somebody they name.

    They share a rare word that does not only say what a body is. Before a court none is needed, but for a lawyer, who
    has many clients, and a mere speaker. For officials, rallies, bills and registrations the name is not enough.
    """
    cases = _cases_with_names(context)
    for entry in context.entries:
        if undergoing(entry) or entry.facts.occasions or entry.types & _PUBLIC_MATTERS:
            continue
        for index, person in enumerate(entry.facts.persons):
            who = context.people[entry.id, index]
            known = cases.get((entry.report, who), {})
            if person.role == "official" or len(known) != 1:
                continue
            of_case = next(iter(known.values()))
            if _is_before_court(entry, person.role) or any(
                shared(context.rare_beside_bodies, other, entry) for other in of_case
            ):
                yield _match_of_people(of_case[0], entry, {who}, context.people)


def _cases_with_names(context: CaseContext) -> CasesOf:
    """The cases that name somebody who is no official, whatever they have to do with it."""
    cases: CasesOf = {}
    for entry in context.entries:
        if entry.types <= _VOICED or not (undergoing(entry) or entry.facts.charges):
            continue
        for index, person in enumerate(entry.facts.persons):
            if person.role != "official":
                _add_case(cases, context, entry, index)
    return cases


def _is_before_court(entry: ActiveEntry, role: str) -> bool:
    return bool(entry.types & COURT_STEPS) and role not in ADVOCATES


def find_rallies_held(context: CaseContext) -> Iterator[Match]:
    """A rally that was refused for a day, and held on it all the same by the one who was refused."""
    refused: dict[tuple[str, str, str], ActiveEntry] = {}
    for entry in context.entries:
        for act in entry.facts.acts:
            if act.type == "assembly_refusal" and act.next:
                for who in _people_in(entry, act.to, context.people):
                    refused.setdefault((entry.report, who, act.next), entry)
    for entry in context.entries:
        for act in entry.facts.acts:
            day = act.date or entry.date
            if act.type != "protest" or not day:
                continue
            for who in _people_in(entry, act.by, context.people):
                first = refused.get((entry.report, who, day))
                if first:
                    yield _match_of_rally(first, entry, who, day, context.people)


def _match_of_rally(first: ActiveEntry, entry: ActiveEntry, who: str, day: str, people: PersonIds) -> Match:
    return match_entries(
        first,
        [
            *words_for_people(first, people, {who}),
            *words_for_acts(first, lambda act: act.type == "assembly_refusal" and act.next == day),
        ],
        entry,
        [*words_for_people(entry, people, {who}), *words_for_types(entry, {"protest"})],
        f"{name_of(entry, people, who)}, {day}",
    )


def find_later_hearings(context: CaseContext) -> Iterator[Match]:
    """A hearing of somebody that names no article, with the one criminal case of theirs in an earlier report, if
    a rare word is in both."""
    charged: dict[str, dict[str, list[ActiveEntry]]] = {}
    for entry in context.entries:
        for who in () if entry.facts.charges else _heard(entry, context.people):
            earlier = _only_case_before(charged.get(who, {}), entry)
            if any(shared(context.rare, before, entry) for before in earlier):
                yield _match_of_people(earlier[0], entry, {who}, context.people)
        for who in _charged(entry, context.people):
            cases = charged.setdefault(who, {})
            cases.setdefault(context.clusters.leader(entry.id), []).append(entry)


def _only_case_before(cases: Mapping[str, list[ActiveEntry]], entry: ActiveEntry) -> list[ActiveEntry]:
    """The entries of other reports of somebody's case; none if they have several."""
    if len(cases) != 1:
        return []
    return [before for of_case in cases.values() for before in of_case if before.report != entry.report]


def _charged(entry: ActiveEntry, people: PersonIds) -> Iterator[str]:
    """Everybody charged under a criminal code."""
    for charge in entry.facts.charges:
        if charge.person is not None and charge.code == _LASTING:
            yield people[entry.id, charge.person]


def _heard(entry: ActiveEntry, people: PersonIds) -> list[str]:
    acts = (act for act in entry.facts.acts if act.type in COURT_STEPS)
    return list(dict.fromkeys(who for act in acts for who in _people_in(entry, act.to, people)))


def _people_in(entry: ActiveEntry, parties: tuple[Party, ...], people: PersonIds) -> Iterator[str]:
    yield from (people[entry.id, party.index] for party in parties if party.kind == "person")


def _match_of_people(a: ActiveEntry, b: ActiveEntry, who: Collection[str], people: PersonIds) -> Match:
    names = sorted(name_of(a, people, one) for one in who)
    return match_entries(a, words_for_people(a, people, who), b, words_for_people(b, people, who), ", ".join(names))
