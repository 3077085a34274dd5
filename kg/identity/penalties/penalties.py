"""What is held against one person: charges, measures and stays; each once, what people decided above the rules.

They are made of other things: a charge is of one person, a stay of one person and one facility, a measure of one person
and one kind. So a decision that two of them are one waits as long as these are not one; it may join two cases' charges,
which then belong to both.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.decisions.journal import Waiting
from kg.decisions.judgements import Judgement
from kg.entries.active import ActiveEntry
from kg.entries.custody import custodies_of
from kg.entries.mentions import MentionKey, charge_mention_ids, sanction_mention_ids, stay_mention_ids
from kg.identity.cases.cases import CaseOfEntry
from kg.identity.overrides import override_one_by_one
from kg.identity.penalties.charges import resolve_charges
from kg.identity.penalties.sanctions import find_cases_of_sanctions, resolve_sanctions
from kg.identity.penalties.stays import resolve_stays
from kg.identity.types import BodyKeys, PersonIds

Made = Mapping[str, str]
"""What a charge, a measure or a stay is made of, by name; two can be one only where all of it is one."""

_NOT_ONE = {
    "person": "they are not of one person; decide first that the two people are one",
    "facility": "they are in two facilities; decide first that the two facilities are one",
    "kind": "one is {}, the other {}, and a measure is of one kind",
    "status": "one is {}, the other {}, and a measure that is asked for is not yet one that is imposed",
}


@dataclass(frozen=True)
class Penalties:
    """The charge, measure and stay of every mention, and the case of every measure (by its mention, as told).

    ``ids``: every mention's id with the id of the thing it is a mention of. ``waiting``: decisions that are not done as
    long as what the two things are made of is not one.
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
) -> Penalties:
    """Decide which charges, measures and stays are one, among people, bodies and cases that are settled."""
    charge_ids, sanction_ids, stay_ids = (
        charge_mention_ids(entries),
        sanction_mention_ids(entries),
        stay_mention_ids(entries),
    )
    made: dict[str, Made] = {}
    if judgements:  # without one nobody needs it, and a report of 50 MB tells hundreds of thousands
        made |= {charge_ids[m]: of for m, of in _charges_made_of(entries, people).items()}
        made |= {sanction_ids[m]: of for m, of in _sanctions_made_of(entries, people).items()}
        made |= {stay_ids[m]: of for m, of in _stays_made_of(entries, people, bodies).items()}
    waiting = tuple(
        Waiting(j.decision, reason)
        for j in judgements
        if j.answer == "same" and j.a in made and j.b in made and (reason := _why_not_one(made[j.a], made[j.b]))
    )
    idle = {w.decision for w in waiting}
    done = [j for j in judgements if j.decision not in idle]
    case_of = find_cases_of_sanctions(entries, people, cases)
    charge, charges_lead = override_one_by_one(resolve_charges(entries, charge_ids, people, cases), charge_ids, done)
    sanction, sanctions_lead = override_one_by_one(
        resolve_sanctions(entries, sanction_ids, people, case_of), sanction_ids, done
    )
    stay, stays_lead = override_one_by_one(resolve_stays(entries, stay_ids, people, bodies), stay_ids, done)
    return Penalties(charge, sanction, case_of, stay, charges_lead | sanctions_lead | stays_lead, waiting)


def _charges_made_of(entries: Sequence[ActiveEntry], people: PersonIds) -> dict[MentionKey, Made]:
    return {
        (e.id, i): {"person": people[e.id, c.person] if c.person is not None else ""}
        for e in entries
        for i, c in enumerate(e.facts.charges)
    }


def _sanctions_made_of(entries: Sequence[ActiveEntry], people: PersonIds) -> dict[MentionKey, Made]:
    return {
        (e.id, i): {
            "person": people[e.id, s.person] if s.person is not None else "",
            "kind": s.kind,
            "status": s.status,
        }
        for e in entries
        for i, s in enumerate(e.facts.sanctions)
    }


def _stays_made_of(
    entries: Sequence[ActiveEntry],
    people: PersonIds,
    bodies: BodyKeys,
) -> dict[MentionKey, Made]:
    return {
        (e.id, i): {"person": people[e.id, custody.person], "facility": bodies[e.id, custody.facility][0].id}
        for e in entries
        for i, custody in enumerate(custodies_of(e))
    }


def _why_not_one(a: Made, b: Made) -> str:
    unlike = (_NOT_ONE[name].format(a[name].replace("_", " "), b[name].replace("_", " ")) for name in a)
    return next((reason for name, reason in zip(a, unlike, strict=True) if a[name] != b[name]), "")
