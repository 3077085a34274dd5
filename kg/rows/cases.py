"""Cases with their parties and courts."""

from collections.abc import Mapping, Sequence

from ingest.facts import Act, EntryFacts, Party, Span
from ingest.vocabulary import ActType, CaseKind, Office, PartyRole
from kg.entries.active import ActiveEntry
from kg.graph.value import Key
from kg.identity.resolution import Resolution
from kg.rows.evidence import spans_of
from kg.rows.tables import Tables

_HEARING: frozenset[ActType] = frozenset(
    {"trial", "sentence", "remand", "appeal", "complaint", "due_process", "release"}
)
_OFFICES: Mapping[Office, PartyRole] = {"judge": "judge", "prosecutor": "prosecutor"}


def put_cases(tables: Tables, entries: Sequence[ActiveEntry], resolution: Resolution) -> None:
    """Put ``Case``, ``PARTY_TO`` and ``BEFORE``. Parties are those of the case's acts, charges and sanctions only."""
    for entry in entries:
        case = resolution.case.get(entry.id)
        if case is None:
            continue
        node = tables.put_node("Case", case.id, kind=case.kind, number=case.number, title=_title(entry, case.kind))
        tables.widen_dates(node, entry.date)
        for party, role, spans in _parties(entry):
            if resolution.party(entry, party).label in ("Person", "Organisation"):
                tables.put_relationship("PARTY_TO", resolution.party(entry, party), node, entry.words(spans), role=role)
        _put_courts(tables, entry, node, resolution)


def _title(entry: ActiveEntry, kind: CaseKind) -> str:
    """What the case is about in a few words: the kind, who, where."""
    facts = entry.facts
    names = [facts.persons[i].name for i in _targets(facts)][:2] or [b.name for b in facts.bodies[:1]]
    place = facts.places[-1].name if facts.places else ""
    return ", ".join(filter(None, [kind.capitalize(), " and ".join(names), place, entry.date or ""]))


def _targets(facts: EntryFacts) -> list[int]:
    charged = [c.person for c in facts.charges if c.person is not None]
    undergone = [p.index for act in facts.acts for p in act.to if p.kind == "person"]
    sanctioned = [index for s in facts.sanctions for index in s.persons]
    return list(dict.fromkeys(charged + undergone + sanctioned))


def _parties(entry: ActiveEntry) -> list[tuple[Party, PartyRole, list[Span]]]:
    facts = entry.facts
    parties: list[tuple[Party, PartyRole, list[Span]]] = []
    for index in _targets(facts):
        person = facts.persons[index]
        role: PartyRole = "perpetrator" if person.role == "perpetrator" else "target"
        parties.append((Party("person", index), role, list(person.evidence.spans[:1])))
    for act in facts.acts:
        parties += [(p, "target", spans_of(entry, p, act)) for p in act.to if p.kind == "body"]
        for party in act.by:
            role_of_party = _role_of_author(facts, act, party)
            if role_of_party:
                parties.append((party, role_of_party, spans_of(entry, party, act)))
    for relation in facts.relations:
        if relation.kind == "lawyer":
            parties.append((Party("person", relation.source), "lawyer", list(relation.evidence.spans[:1])))
    return parties


def _role_of_author(facts: EntryFacts, act: Act, party: Party) -> PartyRole | None:
    if party.kind == "person":
        person = facts.persons[party.index]
        if person.office and person.office in _OFFICES:
            return _OFFICES[person.office]
        if person.role == "perpetrator":
            return "perpetrator"
    return "complainant" if act.type == "complaint" and not _is_court(facts, party) else None


def _is_court(facts: EntryFacts, party: Party) -> bool:
    return party.kind == "body" and facts.bodies[party.index].kind == "court"


def _put_courts(tables: Tables, entry: ActiveEntry, case: Key, resolution: Resolution) -> None:
    for act in entry.facts.acts:
        for party in act.by:
            if act.type in _HEARING and _is_court(entry.facts, party):
                tables.put_relationship(
                    "BEFORE",
                    case,
                    resolution.party(entry, party),
                    entry.words(spans_of(entry, party, act)),
                    seen=entry.date,
                )
