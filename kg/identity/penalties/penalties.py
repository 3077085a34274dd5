"""Charges, sanctions and stays of people; each once, what people decided above the rules.

Each depends on other things: a charge on one person, a stay on one person and one facility, a sanction on one person
and one kind. So a decision that two of them are one waits until these are one. It may join the charges of two cases,
which then belong to both.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.decisions.journal import Waiting
from kg.decisions.judgements import Judgement
from kg.entries.active import ActiveEntry
from kg.entries.mentions import MentionKey, charge_mention_ids, sanction_mention_ids, stay_mention_ids
from kg.identity.cases.cases import CaseOfEntry
from kg.identity.overrides import override_one_by_one
from kg.identity.penalties.charges import resolve_charges
from kg.identity.penalties.sanctions import find_cases_of_sanctions, receivers_of, resolve_sanctions
from kg.identity.penalties.stays import resolve_stays
from kg.identity.retellings.retellings import NOTHING_AGAIN, Retellings
from kg.identity.types import BodyKeys, PersonIds

Premises = Mapping[str, str]
"""What a charge, sanction or stay depends on, by name; two can be one only where all of it is one."""

_MISMATCHES = {
    "person": "they are not of one person; decide first that the two people are one",
    "facility": "they are in two facilities; decide first that the two facilities are one",
    "kind": "one is {}, the other {}, and a sanction is of one kind",
    "status": "one is {}, the other {}, and a sanction that is asked for is not yet one that is imposed",
}


@dataclass(frozen=True)
class Penalties:
    """The charge, sanction and stay of every mention, and the case of every sanction (by its mention).

    ``ids``: every mention's id with the id of the thing it is a mention of. ``waiting``: decisions that are not done
    until what the two things depend on is one.
    """

    charge: Mapping[MentionKey, str]
    sanction: Mapping[MentionKey, str]
    case_of_sanction: Mapping[MentionKey, str]
    stay: Mapping[MentionKey, str]
    ids: dict[str, str]
    waiting: tuple[Waiting, ...]


def resolve_penalties(
    entries: Sequence[ActiveEntry],
    people: PersonIds,
    bodies: BodyKeys,
    cases: Mapping[str, CaseOfEntry],
    judgements: Sequence[Judgement],
    told: Retellings = NOTHING_AGAIN,
) -> Penalties:
    """Decide which charges, sanctions and stays are one, once people, bodies and cases are known."""
    charge_ids, sanction_ids = charge_mention_ids(entries), sanction_mention_ids(entries)
    stay_ids = stay_mention_ids(entries)
    premises: dict[str, Premises] = {}
    if judgements:  # without one nobody needs it, and a report of 50 MB has hundreds of thousands
        premises |= {charge_ids[m]: of for m, of in _premises_of_charges(entries, people)}
        premises |= {sanction_ids[m]: of for m, of in _premises_of_sanctions(entries, people, bodies)}
        premises |= {stay_ids[m]: of for m, of in _premises_of_stays(entries, people, bodies)}
    waiting = tuple(_find_waiting(judgements, premises))
    blocked = {w.decision for w in waiting}
    done = [j for j in judgements if j.decision not in blocked]
    case_of = find_cases_of_sanctions(entries, people, bodies, cases, told)
    charge, charges_lead = override_one_by_one(resolve_charges(entries, charge_ids, people, cases), charge_ids, done)
    sanction, sanctions_lead = override_one_by_one(
        resolve_sanctions(entries, sanction_ids, people, bodies, case_of), sanction_ids, done
    )
    stay, stays_lead = override_one_by_one(resolve_stays(entries, stay_ids, people, bodies), stay_ids, done)
    return Penalties(charge, sanction, case_of, stay, charges_lead | sanctions_lead | stays_lead, waiting)


def _premises_of_charges(entries: Sequence[ActiveEntry], people: PersonIds) -> Iterator[tuple[MentionKey, Premises]]:
    for entry in entries:
        for i, charge in enumerate(entry.facts.charges):
            yield (entry.id, i), {"person": _person_id(entry, charge.person, people)}


def _premises_of_sanctions(
    entries: Sequence[ActiveEntry], people: PersonIds, bodies: BodyKeys
) -> Iterator[tuple[MentionKey, Premises]]:
    for entry in entries:
        for i, s in enumerate(entry.facts.sanctions):
            # Entries that report a joint sum need not name the same of those who pay it.
            who = "joint" if s.joint else " ".join(receivers_of(entry, s, people, bodies))
            yield (entry.id, i), {"person": who, "kind": s.kind, "status": s.status}


def _premises_of_stays(
    entries: Sequence[ActiveEntry], people: PersonIds, bodies: BodyKeys
) -> Iterator[tuple[MentionKey, Premises]]:
    for entry in entries:
        for i, custody in enumerate(entry.custodies()):
            facility = bodies[entry.id, custody.facility][0].id
            yield (entry.id, i), {"person": people[entry.id, custody.person], "facility": facility}


def _person_id(entry: ActiveEntry, person: int | None, people: PersonIds) -> str:
    return people[entry.id, person] if person is not None else ""


def _find_waiting(judgements: Sequence[Judgement], premises: Mapping[str, Premises]) -> Iterator[Waiting]:
    """The decisions ``same`` about two things that depend on two others."""
    for judgement in judgements:
        a, b = premises.get(judgement.a), premises.get(judgement.b)
        if judgement.answer == "same" and a and b and (reason := _mismatch(a, b)):
            yield Waiting(judgement.decision, reason)


def _mismatch(a: Premises, b: Premises) -> str:
    """Why two cannot be one; empty if they can."""
    name = next((name for name in a if a[name] != b[name]), None)
    return _MISMATCHES[name].format(a[name].replace("_", " "), b[name].replace("_", " ")) if name else ""
