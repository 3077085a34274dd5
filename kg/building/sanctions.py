"""Sanctions: one measure against one person in one case, however often it is told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.facts import Act, Party, Sanction
from kg.building.measures import Accounts, Measure, SanctionTold, find_accounts, find_replacements
from kg.building.provisions import put_provision
from kg.building.tables import Tables
from kg.building.words import record, spans_of
from kg.graph import Key
from kg.identity.proceedings import CODE_OF
from kg.identity.resolution import Resolution
from kg.told import Told

_BEFORE_JUDGEMENT = frozenset({"remand", "house_arrest"})
_IMPOSING = frozenset({"sentence", "appeal"})
_PERIOD = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")


def put_sanctions(tables: Tables, told: Sequence[Told], who: Resolution) -> dict[str, str]:
    """Put ``Sanction``, ``RECEIVED``, ``UNDER``, ``IMPOSED_BY``, ``IN_CASE`` and ``RECORDS``.

    A measure told again is one; told again without its term it is the only one of that kind in the case, if there is
    only one. Terms that contradict each other stay two measures (``CONTRADICTS``); what follows another in the case
    replaces it (``REPLACES``).
    """
    groups: dict[tuple[str | None, ...], list[SanctionTold]] = {}
    for item in _of_their_cases(list(_sanctions(told, who))):
        s = item.sanction
        groups.setdefault((item.person, item.case, s.kind, s.status), []).append(item)
    measures: list[Measure] = []
    for group in groups.values():
        measures += _measures(group)
    accounts = find_accounts(measures)
    ids: dict[str, str] = {}
    for measure in measures:
        ids |= _put_sanction(tables, measure, accounts, who)
    for earlier, later in accounts.contradicting:
        tables.tie("CONTRADICTS", earlier.key, later.key, earlier.words + later.words)
    for earlier, later in find_replacements(measures, accounts):
        tables.tie("REPLACES", later.key, earlier.key, later.words + earlier.words)
    return ids


def _measures(group: Sequence[SanctionTold]) -> list[Measure]:
    """The measures that one person is told to have got of one kind in one case: one for each term."""
    terms = list(dict.fromkeys(_term(g.sanction) for g in group if any(_term(g.sanction))))
    if len(terms) < 2:
        return [_measure(group)]
    told = [[g for g in group if _term(g.sanction) == term] for term in terms]
    vague = [g for g in group if not any(_term(g.sanction))]
    return [_measure(g) for g in [*told, vague] if g]


def days_of(duration: str | None) -> int | None:
    """An ISO 8601 duration in days, a month counted as 30 and a year as 365; ``None`` where there is none."""
    found = _PERIOD.fullmatch(duration or "")
    if not found or not any(found.groups()):
        return None
    years, months, weeks, days = (int(n or 0) for n in found.groups())
    return years * 365 + months * 30 + weeks * 7 + days


def _sanctions(told: Sequence[Told], who: Resolution) -> Iterator[SanctionTold]:
    for entry in told:
        seen: list[str] = []
        for s in entry.facts.sanctions:
            name = entry.facts.persons[s.person].name if s.person is not None else ""
            what = "|".join((name, s.kind, *map(str, _term(s)), s.status))
            id = entry.mention_id("sanction", what, seen.count(what))
            seen.append(what)
            person = who.person[entry.id, s.person] if s.person is not None else None
            yield SanctionTold(entry, s, id, person, who.case[entry.id].id)


def _of_their_cases(told: Sequence[SanctionTold]) -> list[SanctionTold]:
    """The sanctions, those that an entry about another case only recalls in the case that other entries give them.

    `Arrested for 25 days, he was not let go: a criminal case was opened`: the arrest is no measure of the second case.
    """
    own: dict[tuple[str | None, ...], str] = {}
    for item in told:
        if not _recalled(item):
            own.setdefault(_measure_told(item), item.case)
    return [replace(i, case=own.get(_measure_told(i), i.case)) if _recalled(i) else i for i in told]


def _measure_told(item: SanctionTold) -> tuple[str | None, ...]:
    return item.entry.report, item.person, item.sanction.kind, item.sanction.duration


def _recalled(item: SanctionTold) -> bool:
    """Whether the articles that its entry holds against the person are of another code than the measure."""
    code = CODE_OF.get(item.sanction.kind)
    codes = {c.code for c in item.entry.facts.charges if c.person == item.sanction.person and c.code}
    return bool(code and codes and code not in codes)


def _term(s: Sanction) -> tuple[str | float | None, ...]:
    return (s.duration, s.amount, s.mci, s.until)


def _measure(told: Sequence[SanctionTold]) -> Measure:
    imposed = [date for g in told if (date := _imposed_on(g))]
    first = told[0]
    return Measure(
        told=tuple(told),
        id=first.id,
        stated=next((g.sanction for g in told if any(_term(g.sanction))), first.sanction),
        date=min(imposed, default=None),
    )


def _put_sanction(tables: Tables, measure: Measure, accounts: Accounts, who: Resolution) -> dict[str, str]:
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
    for g in measure.told:
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
        for act in _acts_imposing(g):
            for party in act.by:
                by = who.party(g.entry, party)
                tables.tie("IMPOSED_BY", node, by, words + g.entry.words(spans_of(g.entry, party, act)))
    return {g.id: measure.id for g in measure.told}


def _acts_imposing(item: SanctionTold) -> list[Act]:
    party = Party("person", item.sanction.person) if item.sanction.person is not None else None
    wanted = {"remand"} if item.sanction.kind in _BEFORE_JUDGEMENT else _IMPOSING
    return [a for a in item.entry.facts.acts if a.type in wanted and (party in a.to or (party is None and not a.to))]


def _imposed_on(item: SanctionTold) -> str | None:
    return next((act.date or item.entry.date for act in _acts_imposing(item)), None)
