"""Which entries belong to one case (design, rules 4 and 5).

An entry belongs to a case when it tells of a charge, a measure, or an act that is part of a proceeding, an incident, a
registration or a bill; or when it speaks of a matter that another entry of its report tells. Refusals of assemblies
make no case: they share a campaign. Signs that two entries tell of one case, each alone enough:

- the same case number;
- the same person undergoes something in both, and no article speaks against it (``proceedings``);
- the same body undergoes an attack, a threat, a restriction in both;
- both tell of the registration of one party, or of one bill;
- both tell of one person's death;
- one tells of a hearing that names nobody, and the other is the only trial at that place about an event that everybody
  knows by name.

Guarantee: people alone (but for a death) join entries of one report only, and never entries that hold different
articles against the same person; across reports a person's proceeding goes on only under an article of a criminal code.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.extract.acts.detail_words import DetailWords
from ingest.jurisdiction import Jurisdiction
from kg.identity.case_signs import Bodies, Sign, case_number, find_bills, find_unnamed_trials, signs_of
from kg.identity.clusters import Clusters
from kg.identity.proceedings import find_proceedings
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


@dataclass(frozen=True)
class CaseOfEntry:
    """The case an entry belongs to: its id, its kind, its number where the text names one."""

    id: str
    kind: str
    number: str | None


def resolve_cases(
    told: Sequence[Told], people: Mapping[tuple[str, int], str], bodies: Bodies, jurisdiction: Jurisdiction
) -> dict[str, CaseOfEntry]:
    """The case of every entry that belongs to one, by entry id; a case's id is that of its earliest entry."""
    entries = {entry.id: entry for entry in told}
    clusters: Clusters[str] = Clusters(entries)
    named_events = jurisdiction.lexicon("details", DetailWords).named_times
    first_of: dict[Sign, str] = {}
    for entry in told:
        for sign in signs_of(entry, people, bodies):
            clusters.join(first_of.setdefault(sign, entry.id), entry.id)
    for a, b in (*find_proceedings(told, people), *find_bills(told)):
        clusters.join(a, b)
    for a, b in list(find_unnamed_trials(told, clusters, tuple(named_events))):
        clusters.join(a, b)
    members: dict[str, list[Told]] = {}
    for id, leader in clusters.leaders().items():
        members.setdefault(leader, []).append(entries[id])
    cases = {}
    for leader, group in members.items():
        kind = _kind_of_case(group)
        if kind is None:
            continue
        number = next((n for entry in group if (n := case_number(entry))), None)
        case = CaseOfEntry(entries[leader].mention_id("case"), kind, number)
        cases.update({entry.id: case for entry in group})
    return cases


def _kind(entry: Told) -> str | None:
    facts = entry.facts
    if facts.charges or facts.sanctions:
        return "proceeding"
    kinds = {KIND_OF[act.type] for act in facts.acts if act.type in KIND_OF}
    return next((kind for kind in ("proceeding", "registration", "bill", "incident") if kind in kinds), None)


def _kind_of_case(entries: Sequence[Told]) -> str | None:
    kinds = [kind for entry in entries if (kind := _kind(entry))]
    if "registration" in kinds and len(entries) > 1 and kinds.count("registration") >= kinds.count("proceeding"):
        return "registration"
    return "proceeding" if "proceeding" in kinds else next(iter(kinds), None)
