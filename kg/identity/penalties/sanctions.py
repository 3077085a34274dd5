"""Which sanctions are one: one against one person in one case, however often it is reported (design, rule 4).

Reported without its term, a sanction is the only one of its kind in the case, if there is only one. Terms that
contradict each other stay two sanctions. A sum that several must pay together is one, though one entry names some of
them and another entry others.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ingest.facts import Sanction
from ingest.vocabulary import CODE_OF_SANCTION
from kg.entries.active import ActiveEntry
from kg.entries.mentions import MentionKey, Term, term_of
from kg.identity.cases.cases import CaseOfEntry
from kg.identity.retellings.retellings import NOTHING_AGAIN, Retellings
from kg.identity.types import BodyKeys, PersonIds

Receivers = tuple[str, ...]
"""The ids of all who received a sanction, sorted."""


_Recalled = tuple[str, Receivers, str, str | None]


class _Told(NamedTuple):
    mention: MentionKey
    term: Term
    receivers: Receivers


def receivers_of(entry: ActiveEntry, sanction: Sanction, people: PersonIds, bodies: BodyKeys) -> Receivers:
    """Who received a sanction: nobody named, one, or several where the sum is joint."""
    of_person = (people[entry.id, party.index] for party in sanction.to if party.kind == "person")
    of_body = (bodies[entry.id, party.index][0].id for party in sanction.to if party.kind == "body")
    return tuple(sorted({*of_person, *of_body}))


def find_cases_of_sanctions(
    entries: Sequence[ActiveEntry],
    people: PersonIds,
    bodies: BodyKeys,
    cases: Mapping[str, CaseOfEntry],
    told: Retellings = NOTHING_AGAIN,
) -> dict[MentionKey, str]:
    """The case of every sanction: its entry's, or for one that its entry only recalls, the one that others give it.

    A week that is told in the month is the same report as the month.
    `Arrested for 25 days, he was not let go: a criminal case was opened`: the arrest is no sanction of the second case.
    """
    case_of: dict[_Recalled, str] = {}
    recalled: dict[MentionKey, _Recalled] = {}
    found: dict[MentionKey, str] = {}
    for entry in entries:
        for index, s in enumerate(entry.facts.sanctions):
            key = (told.report_of(entry.report), receivers_of(entry, s, people, bodies), s.kind, s.duration)
            found[entry.id, index] = cases[entry.id].id
            if _is_recalled(entry, s):
                recalled[entry.id, index] = key
            else:
                case_of.setdefault(key, cases[entry.id].id)
    return found | {mention: case_of[key] for mention, key in recalled.items() if key in case_of}


def resolve_sanctions(
    entries: Sequence[ActiveEntry],
    ids: Mapping[MentionKey, str],
    people: PersonIds,
    bodies: BodyKeys,
    case_of: Mapping[MentionKey, str],
) -> dict[MentionKey, str]:
    """The sanction of every mention: the id of its earliest one."""
    groups: dict[tuple[object, ...], list[_Told]] = {}
    for entry in entries:
        for index, s in enumerate(entry.facts.sanctions):
            mention, receivers = (entry.id, index), receivers_of(entry, s, people, bodies)
            same = ("joint" if s.joint else receivers, case_of[mention], s.kind, s.status)
            groups.setdefault(same, []).append(_Told(mention, term_of(s), receivers))
    return {mention: ids[first] for group in groups.values() for mention, first in _first_told(group)}


def _first_told(group: Sequence[_Told]) -> Iterator[tuple[MentionKey, MentionKey]]:
    """Every mention of one kind of sanction in a case, with the earliest mention of the same sanction."""
    several = len({told.term for told in group if any(told.term)}) > 1
    first_of: dict[Term, list[_Told]] = {}
    for told in group:
        earlier = first_of.setdefault(told.term if several else (), [])
        first = next((other for other in earlier if _share(told.receivers, other.receivers)), told)
        if first is told:
            earlier.append(told)
        yield told.mention, first.mention


def _share(a: Receivers, b: Receivers) -> bool:
    """Whether the same people may have received both; an entry need not name all of them, or any."""
    return not a or not b or not set(a).isdisjoint(b)


def _is_recalled(entry: ActiveEntry, sanction: Sanction) -> bool:
    """Whether the articles that its entry holds against the person are of another code than the sanction."""
    code = CODE_OF_SANCTION.get(sanction.kind)
    codes = {c.code for c in entry.facts.charges if sanction.is_against(c.person) and c.code}
    return bool(code and codes and code not in codes)
