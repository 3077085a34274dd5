"""Sanctions: one measure against one person in one case, however often it is told."""

import re
from collections.abc import Sequence

from ingest.facts import Act, Party, Sanction
from ingest.vocabulary import CUSTODY_BEFORE_JUDGEMENT, ActType, Outcome
from kg.build.evidence import record, spans_of
from kg.build.provisions import put_provision
from kg.build.sanction_accounts import Accounts, Measure, SanctionTold, find_accounts, find_replacements
from kg.build.tables import Tables
from kg.entries.active import ActiveEntry
from kg.entries.mentions import term_of
from kg.graph.value import Key
from kg.identity.resolution import Resolution

_REMAND: frozenset[ActType] = frozenset({"remand"})
_IMPOSING: frozenset[ActType] = frozenset({"sentence", "appeal"})
# A court that leaves a measure as it is has not imposed it.
_LEAVING: frozenset[Outcome] = frozenset({"upheld", "dismissed", "adjourned"})
_PERIOD = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")


def put_sanctions(tables: Tables, entries: Sequence[ActiveEntry], who: Resolution) -> None:
    """Put ``Sanction``, ``RECEIVED``, ``UNDER``, ``IMPOSED_BY``, ``IN_CASE`` and ``RECORDS``.

    Terms that contradict each other are two measures (``CONTRADICTS``); what follows another in the case replaces it
    (``REPLACES``).
    """
    tellings: dict[str, list[SanctionTold]] = {}
    for entry in entries:
        for index, s in enumerate(entry.facts.sanctions):
            mention = (entry.id, index)
            person = who.person[entry.id, s.person] if s.person is not None else None
            item = SanctionTold(entry, s, person, who.penalties.case_of_sanction[mention])
            tellings.setdefault(who.penalties.sanction[mention], []).append(item)
    measures = [_measure(id, items) for id, items in tellings.items()]
    accounts = find_accounts(measures, who.different)
    for measure in measures:
        _put_sanction(tables, measure, accounts, who)
    for earlier, later in accounts.contradicting:
        tables.tie("CONTRADICTS", earlier.key, later.key, earlier.words + later.words)
    for earlier, later in find_replacements(measures, accounts):
        tables.tie("REPLACES", later.key, earlier.key, later.words + earlier.words)


def days_of(duration: str | None) -> int | None:
    """An ISO 8601 duration in days, a month counted as 30 and a year as 365; ``None`` where there is none."""
    found = _PERIOD.fullmatch(duration or "")
    if not found or not any(found.groups()):
        return None
    years, months, weeks, days = (int(n or 0) for n in found.groups())
    return years * 365 + months * 30 + weeks * 7 + days


def _measure(id: str, entries: Sequence[SanctionTold]) -> Measure:
    imposed = [date for g in entries if (date := imposed_on(g.entry, g.sanction))]
    first = entries[0]
    return Measure(
        entries=tuple(entries),
        id=id,
        stated=next((g.sanction for g in entries if any(term_of(g.sanction))), first.sanction),
        date=min(imposed, default=None),
    )


def _put_sanction(tables: Tables, measure: Measure, accounts: Accounts, who: Resolution) -> None:
    stated = measure.stated
    node = tables.put(
        "Sanction",
        measure.id,
        kind=stated.kind,
        duration=stated.duration,
        days=days_of(stated.duration),
        until=stated.until,
        amount=stated.amount,
        mci=stated.mci,
        status=stated.status,
        date=measure.date,
        disputed=True if measure.id in accounts.disputed else None,
        account_of=accounts.account_of.get(measure.id, measure.id),
    )
    for g in measure.entries:
        words = g.entry.words(g.sanction.evidence.spans)
        record(tables, g.entry, node, g.sanction.evidence)
        tables.tie("IN_CASE", node, Key("Case", g.case), words)
        for charge in g.entry.facts.charges:
            if charge.person == g.sanction.person:
                tables.tie(
                    "UNDER", node, put_provision(tables, charge, who.jurisdiction), g.entry.words(charge.evidence.spans)
                )
        if g.person is not None and g.sanction.person is not None:
            person = g.entry.facts.persons[g.sanction.person]
            tables.tie("RECEIVED", Key("Person", g.person), node, words + g.entry.words(person.evidence.spans[:1]))
        for act in _acts_imposing(g.entry, g.sanction):
            for party in act.by:
                by = who.party(g.entry, party)
                tables.tie("IMPOSED_BY", node, by, words + g.entry.words(spans_of(g.entry, party, act)))


def imposed_on(entry: ActiveEntry, sanction: Sanction) -> str | None:
    """The day (ISO) of the act that imposed a measure of the entry, if the entry tells one."""
    return next((act.date or entry.date for act in _acts_imposing(entry, sanction)), None)


def _acts_imposing(entry: ActiveEntry, sanction: Sanction) -> list[Act]:
    party = Party("person", sanction.person) if sanction.person is not None else None
    wanted = _REMAND if sanction.kind in CUSTODY_BEFORE_JUDGEMENT else _IMPOSING
    acts = [a for a in entry.facts.acts if a.type in wanted and not (a.type == "appeal" and a.outcome in _LEAVING)]
    return [a for a in acts if party in a.to or (party is None and not a.to)]
