"""Which entries belong to one case (design, rules 4 and 5).

An entry belongs to a case when it reports a charge, a sanction, or an act that is part of a proceeding, an incident, a
registration or a bill; or when it speaks of a matter that another entry of its report is about. Refusals of assemblies
make no case: they share a campaign. What ties two entries is a rule of ``rules.py``; each tie alone is enough. The
weakest is that two entries rest on one page: it joins no two cases that other rules made.

Guarantee: people alone (but for a death, or an act of one day that two reports tell) join entries of one report only,
and never entries with different articles against the same person, unless they report the same sanction; across reports
a proceeding continues only under an article of a criminal code, or from it to a hearing about the same.
"""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import CaseKind
from kg.entries.active import ActiveEntry
from kg.identity.cases.context import CaseContext
from kg.identity.cases.finders.shared_facts import case_number
from kg.identity.cases.kinds import kind_of_entry
from kg.identity.cases.rules import CASE_STAGES
from kg.identity.disjoint_sets import DisjointSets
from kg.identity.links import Link, RefusedLink, find_links
from kg.identity.retellings.retellings import NOTHING_AGAIN, Retellings
from kg.identity.types import BodyKeys, PersonIds


@dataclass(frozen=True)
class CaseOfEntry:
    """The case an entry belongs to: its id, its kind, its number where the text names one."""

    id: str
    kind: CaseKind
    number: str | None


@dataclass(frozen=True)
class Cases:
    """The case of every entry that belongs to one, by entry id, and the links that made entries one case."""

    of_entry: Mapping[str, CaseOfEntry]
    links: tuple[Link, ...]


def resolve_cases(
    entries: Sequence[ActiveEntry],
    people: PersonIds,
    bodies: BodyKeys,
    jurisdiction: Jurisdiction,
    refused: Sequence[RefusedLink] = (),
    told: Retellings = NOTHING_AGAIN,
) -> Cases:
    """Decide which entries are of one case: stage by stage, find the links of each rule, then join them.

    A case's id is that of its earliest entry. Links that people ``refused`` are not made. ``told`` says
    which entries tell something again: together with the first they count as one.
    """
    clusters = DisjointSets(entry.id for entry in entries)
    context = CaseContext(told.seen_by_rules(entries), people, bodies, jurisdiction, clusters, told.pairs(entries))
    order = {entry.id: place for place, entry in enumerate(entries)}
    links: list[Link] = []
    for stage in CASE_STAGES:
        found = [link for rule in stage.rules for link in find_links("Case", rule, context, order, refused)]
        if stage.single_entries_only:
            found = _of_single_entries(found, context.clusters, told.first)
        for link in found:
            context.clusters.join(link.a, link.b)
        links += found
    return Cases(_cases(entries, clusters, told, links), tuple(links))


def _of_single_entries(links: Iterable[Link], clusters: DisjointSets[str], again: Container[str]) -> list[Link]:
    """Links of which one entry at least is of no case with others but those that tell it ``again``."""
    leaders = clusters.leaders()
    size = Counter(leader for entry, leader in leaders.items() if entry not in again)
    return [link for link in links if 1 in (size[leaders[link.a]], size[leaders[link.b]])]


def _cases(
    entries: Sequence[ActiveEntry], clusters: DisjointSets[str], told: Retellings, links: Iterable[Link]
) -> dict[str, CaseOfEntry]:
    by_id = {entry.id: entry for entry in entries}
    members: dict[str, list[ActiveEntry]] = {}
    for id, leader in clusters.leaders().items():
        members.setdefault(leader, []).append(by_id[id])
    of_bills = _entries_of_bills(links)
    cases: dict[str, CaseOfEntry] = {}
    for leader, group in members.items():
        tellings = [entry for entry in group if entry.id not in told.first]
        kind = _kind_of_case(tellings) or _kind_of_case(group) or _kind_of_joined(tellings, of_bills)
        if kind is None:
            continue
        number = next((n for entry in group if (n := case_number(entry))), None)
        case = CaseOfEntry(by_id[leader].mention_id("case"), kind, number)
        cases.update({entry.id: case for entry in group})
    return cases


def _entries_of_bills(links: Iterable[Link]) -> frozenset[str]:
    of_bills = {rule.name for stage in CASE_STAGES for rule in stage.rules if rule.makes == "bill"}
    return frozenset(link.a for link in links if link.rule in of_bills)


def _kind_of_joined(entries: Sequence[ActiveEntry], of_bills: frozenset[str]) -> CaseKind | None:
    """The kind of what is only spoken of: a bill, or one incident; nothing if an entry stands alone."""
    if len(entries) < 2:
        return None
    return "bill" if any(entry.id in of_bills for entry in entries) else "incident"


def _kind_of_case(entries: Sequence[ActiveEntry]) -> CaseKind | None:
    kinds = [kind for entry in entries if (kind := kind_of_entry(entry))]
    if "registration" in kinds and len(entries) > 1 and kinds.count("registration") >= kinds.count("proceeding"):
        return "registration"
    return "proceeding" if "proceeding" in kinds else next(iter(kinds), None)
