"""Which entries belong to one case (design, rules 4 and 5).

An entry belongs to a case when it tells of a charge, a measure, or an act that is part of a proceeding, an incident, a
registration or a bill; or when it speaks of a matter that another entry of its report tells. Refusals of assemblies
make no case: they share a campaign. Signs that two entries tell of one case, each alone enough, are listed in
``docs/identity.md``, with what speaks against them; a module finds each kind of them.

The weakest is that two entries rest on one page: it joins no two cases that other signs tell apart.

Guarantee: people alone (but for a death) join entries of one report only, and never entries that hold different
articles against the same person, unless they tell the same measure; across reports a person's proceeding goes on only
under an article of a criminal code, or from it to a hearing about the same.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ingest.extract.acts.detail_words import DetailWords
from ingest.jurisdictions.packs import Jurisdiction
from kg.entries.active import ActiveEntry
from kg.identity.cases.bills import find_bills
from kg.identity.cases.dates import find_put_off, find_scenes, find_told_back
from kg.identity.cases.features import Bodies, Sign, case_number, find_groups, find_strikes, signs_of
from kg.identity.cases.hearings import find_hearings_of_many, find_unnamed_hearings
from kg.identity.cases.in_custody import find_harms_inside
from kg.identity.cases.parties import (
    find_later_hearings,
    find_named_again,
    find_only_cases,
    find_rallies_held,
    find_together,
)
from kg.identity.cases.proceedings import find_proceedings
from kg.identity.cases.quoted_names import find_named_matters
from kg.identity.cases.rare_words import rare_words
from kg.identity.cases.shared_sources import find_conferences, find_pages, find_same_meetings
from kg.identity.disjoint_sets import DisjointSets

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
    told: Sequence[ActiveEntry], people: Mapping[tuple[str, int], str], bodies: Bodies, jurisdiction: Jurisdiction
) -> dict[str, CaseOfEntry]:
    """The case of every entry that belongs to one, by entry id; a case's id is that of its earliest entry."""
    entries = {entry.id: entry for entry in told}
    clusters: DisjointSets[str] = DisjointSets(entries)
    words = rare_words(told)
    first_of: dict[Sign, str] = {}
    for entry in told:
        for sign in signs_of(entry, people, bodies):
            clusters.join(first_of.setdefault(sign, entry.id), entry.id)
    bills = list(find_bills(told, words))
    _join(clusters, (*find_proceedings(told, people), *find_together(told, people), *bills))
    _join(
        clusters,
        (
            *find_groups(told),
            *find_strikes(told, bodies),
            *find_rallies_held(told, people),
            *find_conferences(told, people, bodies),
        ),
    )
    _join(clusters, (*find_same_meetings(told), *find_hearings_of_many(told, bodies)))
    _join(clusters, (*find_put_off(told, people), *find_told_back(told, people, bodies, words)))
    _join(clusters, (*find_scenes(told, bodies), *find_named_matters(told, people, words)))
    named_events = jurisdiction.lexicon("details", DetailWords).named_times
    # What follows asks which cases there are, and how many entries each has.
    _join(clusters, find_unnamed_hearings(told, clusters, named_events, words))
    _join(clusters, find_later_hearings(told, people, clusters, words))
    _join(clusters, find_only_cases(told, people, clusters))
    _join(clusters, find_harms_inside(told, bodies, clusters))
    _join(clusters, find_named_again(told, people, clusters, words))
    _join_pages(clusters, find_pages(told, people, words))
    members: dict[str, list[ActiveEntry]] = {}
    for id, leader in clusters.leaders().items():
        members.setdefault(leader, []).append(entries[id])
    cases = {}
    for leader, group in members.items():
        kind = _kind_of_case(group) or _kind_of_joined(group, bills)
        if kind is None:
            continue
        number = next((n for entry in group if (n := case_number(entry))), None)
        case = CaseOfEntry(entries[leader].mention_id("case"), kind, number)
        cases.update({entry.id: case for entry in group})
    return cases


def _join(clusters: DisjointSets[str], pairs: Iterable[tuple[str, str]]) -> None:
    # All pairs first: finding them may ask for the clusters as they were.
    for a, b in list(pairs):
        clusters.join(a, b)


def _join_pages(clusters: DisjointSets[str], pairs: Iterable[tuple[str, str]]) -> None:
    """Join what rests on one page, unless other signs already tell that the two are of two matters."""
    home = clusters.leaders()
    size = Counter(home.values())
    for a, b in list(pairs):
        if size[home[a]] == 1 or size[home[b]] == 1:
            clusters.join(a, b)


def _kind_of_joined(entries: Sequence[ActiveEntry], bills: Sequence[tuple[str, str]]) -> str | None:
    """The kind of what is only spoken of: a bill, or one happening; nothing where an entry stands alone."""
    if len(entries) < 2:
        return None
    ids = {entry.id for entry in entries}
    return "bill" if any(a in ids for a, _ in bills) else "incident"


def _kind(entry: ActiveEntry) -> str | None:
    facts = entry.facts
    if facts.charges or facts.sanctions:
        return "proceeding"
    kinds = {KIND_OF[act.type] for act in facts.acts if act.type in KIND_OF}
    return next((kind for kind in ("proceeding", "registration", "bill", "incident") if kind in kinds), None)


def _kind_of_case(entries: Sequence[ActiveEntry]) -> str | None:
    kinds = [kind for entry in entries if (kind := _kind(entry))]
    if "registration" in kinds and len(entries) > 1 and kinds.count("registration") >= kinds.count("proceeding"):
        return "registration"
    return "proceeding" if "proceeding" in kinds else next(iter(kinds), None)
