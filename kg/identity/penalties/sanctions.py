"""Which measures told are one: one measure against one person in one case, however often it is told (design, rule 4).

A measure told again is one; told again without its term it is the only one of that kind in the case, if there is only
one. Terms that contradict each other stay two measures.
"""

from collections.abc import Mapping, Sequence

from ingest.facts import Sanction
from kg.entries.active import ActiveEntry
from kg.entries.mentions import MentionKey, Term, term_of
from kg.identity.cases.cases import CaseOfEntry
from kg.identity.cases.proceedings import CODE_OF
from kg.identity.types import PersonIds


def find_cases_of_sanctions(
    entries: Sequence[ActiveEntry], people: PersonIds, cases: Mapping[str, CaseOfEntry]
) -> dict[MentionKey, str]:
    """The case of every measure: its entry's, or for one that its entry only recalls, the one others give it.

    `Arrested for 25 days, he was not let go: a criminal case was opened`: the arrest is no measure of the second case.
    """
    own: dict[tuple[str | None, ...], str] = {}
    recalled: dict[MentionKey, tuple[str | None, ...]] = {}
    found: dict[MentionKey, str] = {}
    for entry in entries:
        for index, s in enumerate(entry.facts.sanctions):
            person = people[entry.id, s.person] if s.person is not None else None
            measure = (entry.report, person, s.kind, s.duration)
            found[entry.id, index] = cases[entry.id].id
            if _is_recalled(entry, s):
                recalled[entry.id, index] = measure
            else:
                own.setdefault(measure, cases[entry.id].id)
    return found | {mention: own[measure] for mention, measure in recalled.items() if measure in own}


def resolve_sanctions(
    entries: Sequence[ActiveEntry],
    ids: Mapping[MentionKey, str],
    people: PersonIds,
    case_of: Mapping[MentionKey, str],
) -> dict[MentionKey, str]:
    """The measure of every mention: the id of its earliest one."""
    groups: dict[tuple[str | None, ...], list[tuple[MentionKey, Term]]] = {}
    for entry in entries:
        for index, s in enumerate(entry.facts.sanctions):
            mention = (entry.id, index)
            person = people[entry.id, s.person] if s.person is not None else None
            groups.setdefault((person, case_of[mention], s.kind, s.status), []).append((mention, term_of(s)))
    sanctions = {}
    for group in groups.values():
        several = len({term for _, term in group if any(term)}) > 1
        first_of: dict[Term, MentionKey] = {}
        for mention, term in group:
            sanctions[mention] = ids[first_of.setdefault(term if several else (), mention)]
    return sanctions


def _is_recalled(entry: ActiveEntry, sanction: Sanction) -> bool:
    """Whether the articles that its entry holds against the person are of another code than the measure."""
    code = CODE_OF.get(sanction.kind)
    codes = {c.code for c in entry.facts.charges if c.person == sanction.person and c.code}
    return bool(code and codes and code not in codes)
