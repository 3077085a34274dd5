"""Which sanctions are one: one against one person in one case, however often it is reported (design, rule 4).

Reported without its term, a sanction is the only one of its kind in the case, if there is only one. Terms that
contradict each other stay two sanctions.
"""

from collections.abc import Mapping, Sequence

from ingest.facts import Sanction
from kg.entries.active import ActiveEntry
from kg.entries.mentions import MentionKey, Term, term_of
from kg.identity.cases.cases import CaseOfEntry
from kg.identity.cases.finders.proceedings import CODE_OF
from kg.identity.types import PersonIds


def find_cases_of_sanctions(
    entries: Sequence[ActiveEntry], people: PersonIds, cases: Mapping[str, CaseOfEntry]
) -> dict[MentionKey, str]:
    """The case of every sanction: its entry's, or for one that its entry only recalls, the one that others give it.

    `Arrested for 25 days, he was not let go: a criminal case was opened`: the arrest is no sanction of the second case.
    """
    case_of: dict[tuple[str | None, ...], str] = {}
    recalled: dict[MentionKey, tuple[str | None, ...]] = {}
    found: dict[MentionKey, str] = {}
    for entry in entries:
        for index, s in enumerate(entry.facts.sanctions):
            person = people[entry.id, s.person] if s.person is not None else None
            key = (entry.report, person, s.kind, s.duration)
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
    case_of: Mapping[MentionKey, str],
) -> dict[MentionKey, str]:
    """The sanction of every mention: the id of its earliest one."""
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
    """Whether the articles that its entry holds against the person are of another code than the sanction."""
    code = CODE_OF.get(sanction.kind)
    codes = {c.code for c in entry.facts.charges if c.person == sanction.person and c.code}
    return bool(code and codes and code not in codes)
