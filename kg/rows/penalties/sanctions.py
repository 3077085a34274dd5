"""Sanctions: one against one person in one case, however often it is reported."""

from collections.abc import Sequence

from ingest.facts import Act, Sanction
from ingest.language.durations import days_in
from ingest.vocabulary import CUSTODY_BEFORE_JUDGEMENT, ActType, Outcome
from kg.entries.active import ActiveEntry
from kg.entries.mentions import term_of
from kg.graph.value import Key
from kg.identity.penalties.sanctions import receivers_of
from kg.identity.resolution import Resolution
from kg.rows.evidence import evidence_of, put_record, spans_of
from kg.rows.penalties.grounds import rests_on
from kg.rows.penalties.provisions import put_provision
from kg.rows.penalties.sanction_accounts import (
    Accounts,
    MergedSanction,
    SanctionMention,
    find_accounts,
    find_replacements,
)
from kg.rows.tables import Tables

_REMAND: frozenset[ActType] = frozenset({"remand"})
_IMPOSING: frozenset[ActType] = frozenset({"sentence", "appeal"})
# A court that leaves a sanction as it is has not imposed it.
_LEAVING: frozenset[Outcome] = frozenset({"upheld", "dismissed", "adjourned"})


def put_sanctions(tables: Tables, entries: Sequence[ActiveEntry], resolution: Resolution) -> None:
    """Put ``Sanction``, ``RECEIVED``, ``UNDER``, ``IMPOSED_BY``, ``IN_CASE`` and ``RECORDS``.

    Contradicting terms are two sanctions (``CONTRADICTS``); one that follows another in the case replaces it
    (``REPLACES``).
    """
    mentions: dict[str, list[SanctionMention]] = {}
    for entry in entries:
        for index, sanction in enumerate(entry.facts.sanctions):
            receivers = receivers_of(entry, sanction, resolution.person, resolution.body)
            case = resolution.penalties.case_of_sanction[entry.id, index]
            id = resolution.penalties.sanction[entry.id, index]
            mentions.setdefault(id, []).append(SanctionMention(entry, sanction, receivers, case))
    sanctions = [_merge(id, group) for id, group in mentions.items()]
    accounts = find_accounts(sanctions, resolution.different)
    for merged in sanctions:
        _put_sanction(tables, merged, accounts, resolution)
    for earlier, later in accounts.contradicting:
        tables.put_relationship("CONTRADICTS", earlier.key, later.key, earlier.words + later.words)
    for earlier, later in find_replacements(sanctions, accounts):
        tables.put_relationship("REPLACES", later.key, earlier.key, later.words + earlier.words)


def _merge(id: str, mentions: Sequence[SanctionMention]) -> MergedSanction:
    imposed = [date for m in mentions if (date := imposed_on(m.entry, m.sanction))]
    return MergedSanction(
        mentions=tuple(mentions),
        id=id,
        stated=next((m.sanction for m in mentions if any(term_of(m.sanction))), mentions[0].sanction),
        date=min(imposed, default=None),
    )


def _put_sanction(tables: Tables, merged: MergedSanction, accounts: Accounts, resolution: Resolution) -> None:
    stated = merged.stated
    node = tables.put_node(
        "Sanction",
        merged.id,
        kind=stated.kind,
        duration=stated.duration,
        duration_max=stated.duration_max,
        # How long each of several is punished, a range does not say.
        days=days_in(stated.duration) if stated.duration and not stated.duration_max else None,
        until=stated.until,
        amount=stated.amount,
        index_units=stated.index_units,
        joint=True if any(m.sanction.joint for m in merged.mentions) else None,
        count=max((m.sanction.count for m in merged.mentions if m.sanction.count), default=None),
        status=stated.status,
        date=merged.date,
        disputed=True if merged.id in accounts.disputed else None,
        account_of=accounts.account_of.get(merged.id, merged.id),
    )
    for mention in merged.mentions:
        _put_mention(tables, mention, node, resolution)


def _put_mention(tables: Tables, mention: SanctionMention, node: Key, resolution: Resolution) -> None:
    """Put what one entry reports of a sanction."""
    entry, sanction = mention.entry, mention.sanction
    words = entry.words(sanction.evidence.spans)
    put_record(tables, entry, node, sanction.evidence)
    tables.put_relationship("IN_CASE", node, Key("Case", mention.case), words)
    for charge in entry.facts.charges:
        if rests_on(sanction, charge):
            provision = put_provision(tables, charge, resolution.jurisdiction)
            tables.put_relationship("UNDER", node, provision, entry.words(charge.evidence.spans))
    for party in sanction.to:
        named = entry.words(evidence_of(entry, party).spans[:1])
        tables.put_relationship("RECEIVED", resolution.party(entry, party), node, words + named)
    for act in _acts_imposing(entry, sanction):
        for party in act.by:
            by = resolution.party(entry, party)
            tables.put_relationship("IMPOSED_BY", node, by, words + entry.words(spans_of(entry, party, act)))


def imposed_on(entry: ActiveEntry, sanction: Sanction) -> str | None:
    """The day (ISO) of the act that imposed a sanction, if the entry reports one."""
    return next((act.date or entry.date for act in _acts_imposing(entry, sanction)), None)


def _acts_imposing(entry: ActiveEntry, sanction: Sanction) -> list[Act]:
    wanted = _REMAND if sanction.kind in CUSTODY_BEFORE_JUDGEMENT else _IMPOSING
    acts = [a for a in entry.facts.acts if a.type in wanted and not (a.type == "appeal" and a.outcome in _LEAVING)]
    return [a for a in acts if not set(sanction.to).isdisjoint(a.to) or not (sanction.to or a.to)]
