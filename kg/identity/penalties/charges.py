"""Which charges are one: a provision held against one person in one case (design, rule 4).

Within one case an article with and without its part is one charge: who is charged under the part. Charges against
nobody named are one by case and article.
"""

from collections.abc import Mapping, Sequence

from ingest.facts import Charge
from kg.entries.active import ActiveEntry
from kg.entries.mentions import MentionKey
from kg.identity.cases.cases import CaseOfEntry
from kg.identity.types import PersonIds


def resolve_charges(
    entries: Sequence[ActiveEntry],
    ids: Mapping[MentionKey, str],
    people: PersonIds,
    cases: Mapping[str, CaseOfEntry],
) -> dict[MentionKey, str]:
    """The charge of every mention: the id of its earliest one."""
    groups: dict[tuple[str | None, ...], list[tuple[MentionKey, Charge]]] = {}
    for entry in entries:
        for index, charge in enumerate(entry.facts.charges):
            person = people[entry.id, charge.person] if charge.person is not None else None
            same = (person, cases[entry.id].id, charge.code, charge.article)
            groups.setdefault(same, []).append(((entry.id, index), charge))
    charges = {}
    for group in groups.values():
        known_part = next((_part(charge) for _, charge in group if charge.part), None)
        first_of: dict[tuple[str | None, ...], MentionKey] = {}
        for mention, charge in group:
            part = _part(charge) if charge.part or not known_part else known_part
            charges[mention] = ids[first_of.setdefault(part, mention)]
    return charges


def _part(charge: Charge) -> tuple[str | None, str | None]:
    return charge.part, charge.paragraph
