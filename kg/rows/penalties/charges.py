"""Charges: a provision held against one person in one case, and how far it has come."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.facts import Charge
from ingest.vocabulary import ChargeStage
from kg.entries.active import ActiveEntry
from kg.entries.provisions import provision_id
from kg.graph.value import Key
from kg.identity.resolution import Resolution
from kg.rows.evidence import put_mentions, put_record
from kg.rows.penalties.grounds import STAGE_OF_ACT, latest_stage, read_stage
from kg.rows.penalties.provisions import put_provision
from kg.rows.tables import Tables

# Acts whose number of people is that of the charged: whoever appeals against a verdict faces its charges.
_COUNTING = (*STAGE_OF_ACT, "appeal")


@dataclass(frozen=True)
class _ChargeMention:
    entry: ActiveEntry
    charge: Charge
    id: str
    person: str | None
    case: str


_Mentions = list[_ChargeMention]


def put_charges(tables: Tables, entries: Sequence[ActiveEntry], resolution: Resolution) -> None:
    """Put ``Charge``, ``FACES``, ``UNDER``, ``IN_CASE``, ``RECORDS`` and the provisions mentioned.

    A charge reported with and without the part of its article is ``UNDER`` the part (design, rule 4). Where an entry
    reports that a charge was reclassified, the articles it names replace the earlier ones (``REPLACES``).
    """
    mentions: dict[str, list[_ChargeMention]] = {}
    for entry in entries:
        for index, charge in enumerate(entry.facts.charges):
            person = resolution.person[entry.id, charge.person] if charge.person is not None else None
            id = resolution.penalties.charge[entry.id, index]
            mentions.setdefault(id, []).append(_ChargeMention(entry, charge, id, person, resolution.case[entry.id].id))
    charges = [_complete_provisions(group) for group in mentions.values()]
    replaced = list(_reclassified(charges))
    former = {old[0].id for old, _ in replaced}
    for group in charges:
        _put_charge(tables, group, "reclassified" if group[0].id in former else None, resolution)
    for old, new in replaced:
        words = [word for g in (*new, *old) for word in g.entry.words(g.charge.evidence.spans)]
        tables.put_relationship("REPLACES", Key("Charge", new[0].id), Key("Charge", old[0].id), words)


def _complete_provisions(mentions: Sequence[_ChargeMention]) -> list[_ChargeMention]:
    """The mentions of one charge; where one names an article alone, it gets the part that another names."""
    parts: dict[tuple[str | None, str], tuple[str | None, str | None]] = {}
    for mention in mentions:
        charge = mention.charge
        if charge.part:
            parts.setdefault((charge.code, charge.article), (charge.part, charge.paragraph))
    completed = []
    for mention in mentions:
        charge = mention.charge
        part = parts.get((charge.code, charge.article)) if not charge.part else None
        named = replace(charge, part=part[0], paragraph=part[1]) if part else charge
        completed.append(replace(mention, charge=named))
    return completed


def _reclassified(
    groups: Sequence[list[_ChargeMention]],
) -> Iterator[tuple[list[_ChargeMention], list[_ChargeMention]]]:
    """Pairs of charges against one person in one case where an entry reports that the second replaced the first."""
    of_case: dict[tuple[str, str], list[_Mentions]] = {}
    for group in groups:
        if (person := group[0].person) is not None:
            for case in dict.fromkeys(mention.case for mention in group):
                of_case.setdefault((person, case), []).append(group)
    for charges in of_case.values():
        for new in charges:
            first = new[0]
            if not _is_reclassified(first):
                continue
            for old in charges:
                # "From Article 272 to Article 405" names the old one too, but no later entry does.
                earlier = old[0].entry.order < first.entry.order and old[-1].entry.order <= first.entry.order
                # A decision may have split the mentions of one provision: neither replaces the other.
                if earlier and _provision(old[0]) != _provision(first):
                    yield old, new


def _provision(item: _ChargeMention) -> str:
    return provision_id(item.charge.code, item.charge.article, item.charge.part, item.charge.paragraph)


def _is_reclassified(item: _ChargeMention) -> bool:
    return any(
        act.type == "charge"
        and act.outcome == "changed"
        and any(p.kind == "person" and p.index == item.charge.person for p in act.to)
        for act in item.entry.facts.acts
    )


def _put_charge(
    tables: Tables, mentions: Sequence[_ChargeMention], stage: ChargeStage | None, resolution: Resolution
) -> None:
    first = mentions[0]
    read = ((m.entry.date or "", read_stage(m.entry.facts, m.charge)) for m in mentions)
    latest = latest_stage([(date, reached) for date, reached in read if reached]) or "charged"
    counts = [a.count for m in mentions for a in m.entry.facts.acts if a.count and a.type in _COUNTING]
    count = max(counts, default=None) if first.person is None else None
    node = tables.put_node("Charge", first.id, stage=stage or latest, count=count)
    for mention in mentions:
        _put_mention(tables, mention, node, resolution)


def _put_mention(tables: Tables, mention: _ChargeMention, node: Key, resolution: Resolution) -> None:
    """Put what one entry reports of a charge."""
    entry, charge = mention.entry, mention.charge
    words = entry.words(charge.evidence.spans)
    provision = put_provision(tables, charge, resolution.jurisdiction)
    tables.widen_dates(node, entry.date)
    tables.put_relationship("UNDER", node, provision, words)
    tables.put_relationship("IN_CASE", node, Key("Case", mention.case), words)
    put_record(tables, entry, node, charge.evidence)
    put_mentions(tables, entry, provision, charge.evidence)
    if mention.person is not None and charge.person is not None:
        person = entry.facts.persons[charge.person]
        role = "perpetrator" if person.role == "perpetrator" else "target"
        words += entry.words(person.evidence.spans[:1])
        tables.put_relationship("FACES", Key("Person", mention.person), node, words, role=role)
