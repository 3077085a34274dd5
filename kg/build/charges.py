"""Charges: a provision held against one person in one case, and how far it has come."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.facts import Charge, Party
from kg.build.evidence import record
from kg.build.provisions import put_provision
from kg.build.tables import Tables
from kg.entries.active import ActiveEntry
from kg.entries.provisions import provision_id
from kg.graph.value import Key
from kg.identity.cases.proceedings import CODE_OF
from kg.identity.resolution import Resolution

STAGES = ("suspected", "charged", "tried", "convicted", "acquitted", "dropped", "reclassified")
_STAGE_OF_ACT = {
    "charge": "charged",
    "remand": "charged",
    "trial": "tried",
    "sentence": "convicted",
    "appeal": "convicted",
}
_STAGE_OF_OUTCOME = {"acquitted": "acquitted", "dropped": "dropped"}
_BEFORE_JUDGEMENT = frozenset({"remand", "house_arrest"})


@dataclass(frozen=True)
class _ChargeTold:
    entry: ActiveEntry
    charge: Charge
    id: str
    person: str | None
    case: str


def put_charges(tables: Tables, entries: Sequence[ActiveEntry], who: Resolution) -> None:
    """Put ``Charge``, ``FACES``, ``UNDER``, ``IN_CASE``, ``RECORDS`` and the provisions mentioned.

    A charge told with and without the part of its article is ``UNDER`` the part (design, rule 4). Where an entry tells
    that a charge was reclassified, the articles it names replace those held before (``REPLACES``).
    """
    held: dict[str, list[_ChargeTold]] = {}
    for entry in entries:
        for index, c in enumerate(entry.facts.charges):
            person = who.person[entry.id, c.person] if c.person is not None else None
            id = who.penalties.charge[entry.id, index]
            held.setdefault(id, []).append(_ChargeTold(entry, c, id, person, who.case[entry.id].id))
    charges = [_under_their_parts(group) for group in held.values()]
    replaced = list(_reclassified(charges))
    former = {old[0].id for old, _ in replaced}
    for charge in charges:
        _put_charge(tables, charge, "reclassified" if charge[0].id in former else None, who)
    for old, new in replaced:
        words = [word for g in (*new, *old) for word in g.entry.words(g.charge.evidence.spans)]
        tables.tie("REPLACES", Key("Charge", new[0].id), Key("Charge", old[0].id), words)


def _under_their_parts(group: Sequence[_ChargeTold]) -> list[_ChargeTold]:
    """The tellings of one charge; those that name an article alone under the part that others name of it."""
    parts: dict[tuple[str | None, str], tuple[str | None, str | None]] = {}
    for g in group:
        if g.charge.part:
            parts.setdefault((g.charge.code, g.charge.article), (g.charge.part, g.charge.paragraph))
    return [
        replace(g, charge=replace(g.charge, part=part[0], paragraph=part[1]))
        if not g.charge.part and (part := parts.get((g.charge.code, g.charge.article)))
        else g
        for g in group
    ]


def _reclassified(held: Sequence[list[_ChargeTold]]) -> Iterator[tuple[list[_ChargeTold], list[_ChargeTold]]]:
    """Charges against one person in one case of which an entry says that the other took their place."""
    of_case: dict[tuple[str, str], list[list[_ChargeTold]]] = {}
    for charge in held:
        if (person := charge[0].person) is not None:
            for case in dict.fromkeys(g.case for g in charge):
                of_case.setdefault((person, case), []).append(charge)
    for charges in of_case.values():
        for new in charges:
            first = new[0]
            if not _tells_reclassified(first):
                continue
            for old in charges:
                # "From Article 272 to Article 405": the old one is named once more, and not afterwards.
                earlier = old[0].entry.order < first.entry.order and old[-1].entry.order <= first.entry.order
                # A person may have parted what is told of one provision: neither takes the other's place.
                if earlier and _provision(old[0]) != _provision(first):
                    yield old, new


def _provision(item: _ChargeTold) -> str:
    return provision_id(item.charge.code, item.charge.article, item.charge.part, item.charge.paragraph)


def _tells_reclassified(item: _ChargeTold) -> bool:
    return any(
        act.type == "charge"
        and act.outcome == "changed"
        and any(p.kind == "person" and p.index == item.charge.person for p in act.to)
        for act in item.entry.facts.acts
    )


def _put_charge(tables: Tables, group: Sequence[_ChargeTold], stage: str | None, who: Resolution) -> None:
    first = group[0]
    stages = [(g.entry.date or "", STAGES.index(_stage(g, who))) for g in group]
    counts = [a.count for g in group for a in g.entry.facts.acts if a.count and a.type in _STAGE_OF_ACT]
    count = max(counts, default=None) if first.person is None else None
    node = tables.put("Charge", first.id, stage=stage or STAGES[max(stages)[1]], count=count)
    for g in group:
        tables.seen(node, g.entry.date)
        words = g.entry.words(g.charge.evidence.spans)
        provision = put_provision(tables, g.charge, who.jurisdiction)
        tables.tie("UNDER", node, provision, words)
        tables.tie("IN_CASE", node, Key("Case", g.case), words)
        record(tables, g.entry, node, g.charge.evidence)
        for span in g.charge.evidence.spans:
            surface = g.entry.facts.entry.text[span.start : span.end]
            tables.tie(
                "MENTIONS", Key("Entry", g.entry.id), provision, (), surface=surface, start=span.start, end=span.end
            )
        if g.person is not None and g.charge.person is not None:
            person = g.entry.facts.persons[g.charge.person]
            role = "perpetrator" if person.role == "perpetrator" else "target"
            tables.tie(
                "FACES", Key("Person", g.person), node, words + g.entry.words(person.evidence.spans[:1]), role=role
            )


def _stage(item: _ChargeTold, who: Resolution) -> str:
    """How far a charge has come by what its entry tells of the person: the furthest act, outcome or measure."""
    facts = item.entry.facts
    party = Party("person", item.charge.person) if item.charge.person is not None else None
    reached = ["charged"]
    for act in facts.acts:
        if (party in act.to or party is None) and act.type in _STAGE_OF_ACT:
            reached.append(_STAGE_OF_OUTCOME.get(act.outcome or "", _STAGE_OF_ACT[act.type]))
    for sanction in facts.sanctions:
        if (
            sanction.person == item.charge.person
            and sanction.status == "imposed"
            and sanction.kind not in _BEFORE_JUDGEMENT
            and CODE_OF.get(sanction.kind, item.charge.code) == item.charge.code
        ):
            reached.append("convicted")
    return max(reached, key=STAGES.index)
