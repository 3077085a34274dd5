"""Which entries belong to one case (design, rules 4 and 5).

An entry belongs to a case when it tells of a charge, a measure, or an act that is part of a proceeding, an incident, a
registration or a bill. Entries of one report share a case when they name the same case number; when the same person
faces the same article in both; or, for registrations and incidents, when the same party undergoes an act of that kind
in both. Refusals of assemblies make no case: they share a campaign.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.graph import Key
from kg.identity.clusters import Clusters
from kg.told import Told

PROCEEDING = frozenset(
    {"charge", "remand", "trial", "sentence", "appeal", "release", "extradition", "complaint", "due_process"}
)
INCIDENT = frozenset({"attack", "torture", "death", "threat", "hunger_strike", "search", "seizure", "investigation"})
KIND_OF = {
    **dict.fromkeys(INCIDENT, "incident"),
    "registration": "registration",
    "legislation": "bill",
    **dict.fromkeys(PROCEEDING, "proceeding"),
}
_NUMBER = re.compile(r"\bcase\s+(?:No\.?|№|number)\s*([\d/-]{4,40})", re.IGNORECASE)


@dataclass(frozen=True)
class CaseOfEntry:
    """The case an entry belongs to: its id, its kind, its number where the text names one."""

    id: str
    kind: str
    number: str | None


def resolve_cases(
    told: Sequence[Told],
    people: Mapping[tuple[str, int], str],
    bodies: Mapping[tuple[str, int], tuple[Key, str | None]],
) -> dict[str, CaseOfEntry]:
    """The case of every entry that belongs to one, by entry id; a case's id is that of its earliest entry."""
    entries = {entry.id: entry for entry in told if _kind(entry)}
    clusters: Clusters[str] = Clusters(entries)
    first_of: dict[tuple[str, ...], str] = {}
    for entry in entries.values():
        for sign in _signs(entry, people, bodies):
            clusters.join(first_of.setdefault((entry.report, *sign), entry.id), entry.id)
    members: dict[str, list[Told]] = {}
    for id, leader in clusters.leaders().items():
        members.setdefault(leader, []).append(entries[id])
    cases = {}
    for leader, group in members.items():
        number = next((n for entry in group if (n := _case_number(entry))), None)
        case = CaseOfEntry(entries[leader].mention_id("case"), _kind_of_case(group), number)
        cases.update({entry.id: case for entry in group})
    return cases


def is_of_case(entry: Told) -> bool:
    """Whether the entry belongs to a case, whichever it is."""
    return _kind(entry) is not None


def _signs(
    entry: Told, people: Mapping[tuple[str, int], str], bodies: Mapping[tuple[str, int], tuple[Key, str | None]]
) -> list[tuple[str, ...]]:
    """What two entries of one case have in common; each sign alone is enough."""
    signs: list[tuple[str, ...]] = []
    number = _case_number(entry)
    if number:
        signs.append(("number", number))
    for charge in entry.facts.charges:
        if charge.person is not None:
            signs.append(("faces", people[entry.id, charge.person], charge.code or "?", charge.article))
    for act in entry.facts.acts:
        if act.type in INCIDENT or act.type == "registration":
            for party in act.to:
                who = people[entry.id, party.index] if party.kind == "person" else bodies[entry.id, party.index][0].id
                signs.append((act.type, who))
    return signs


def _case_number(entry: Told) -> str | None:
    found = _NUMBER.search(entry.facts.entry.text)
    return found[1] if found else None


def _kind(entry: Told) -> str | None:
    facts = entry.facts
    if facts.charges or facts.sanctions:
        return "proceeding"
    kinds = {KIND_OF[act.type] for act in facts.acts if act.type in KIND_OF}
    return next((kind for kind in ("proceeding", "registration", "bill", "incident") if kind in kinds), None)


def _kind_of_case(entries: Sequence[Told]) -> str:
    kinds = [kind for entry in entries if (kind := _kind(entry))]
    return "proceeding" if "proceeding" in kinds else kinds[0]
