"""Which acts are one happening (design, rule 4: the same arrest told in five entries is one event).

Two acts of different entries are one happening when they are of one type, done to exactly the same parties (at least
one person or named body), with standings that do not contradict each other, and

- on one day, in one report; or
- of a kind that happens once: a death, whenever it is told; or
- of one case, where the same thing is told again: a verdict or remand with the same terms, a charge under the same
  articles with the same outcome, a torture, an attack, a hunger strike whose days do not differ.

Two acts of one entry stay two: the entry tells them apart. Whatever is uncertain (no party, no day, no term) stays
apart. Accounts that contradict each other, or whose standing differs (somebody's claim here, a finding there), stay
two events that are accounts of one happening: a claim never becomes a finding by being joined to one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.facts import Act
from ingest.vocabulary import CUSTODY_BEFORE_JUDGEMENT, FILINGS, ActType
from kg.entries.active import ActiveEntry
from kg.entries.mentions import MentionKey
from kg.identity.cases.cases import CaseOfEntry
from kg.identity.types import BodyKeys, PersonIds

_ONCE: frozenset[ActType] = frozenset({"death"})
_TOLD_AGAIN: frozenset[ActType] = frozenset({"torture", "attack", "hunger_strike", "media_restriction"})
# Steps that are another one when they end otherwise: papers filed, and papers returned.
_BY_OUTCOME: frozenset[ActType] = FILINGS | {"registration", "release"}
_BY_TERM: frozenset[ActType] = frozenset({"sentence", "remand"})
_DAY = len("2022-10-04")


@dataclass(frozen=True)
class Events:
    """Every act (entry id, position) with its event's id (that of the earliest mention), and with the mention's own.

    ``accounts``: mentions that are accounts of the happening that an earlier one tells; ``contradicting`` holds those
    of them that contradict it.
    """

    event: Mapping[MentionKey, str]
    mention: Mapping[MentionKey, str]
    accounts: Mapping[MentionKey, MentionKey]
    contradicting: frozenset[MentionKey]


def resolve_events(
    entries: Sequence[ActiveEntry],
    people: PersonIds,
    bodies: BodyKeys,
    cases: Mapping[str, CaseOfEntry],
) -> Events:
    """Decide which acts are one happening; the second act of one entry never joins the first."""
    mentions: dict[MentionKey, str] = {}
    events: dict[MentionKey, str] = {}
    accounts: dict[MentionKey, MentionKey] = {}
    contradicting: set[MentionKey] = set()
    acts: dict[MentionKey, Act] = {}
    first_of: dict[tuple[str, ...], MentionKey] = {}
    for entry in entries:
        taken: set[str] = set()
        types = [act.type for act in entry.facts.acts]
        for index, act in enumerate(entry.facts.acts):
            mention = (entry.id, index)
            acts[mention] = act
            mentions[mention] = entry.mention_id("event", act.type, types[:index].count(act.type))
            event = mentions[mention]
            signs = list(_signs(entry, act, parties_of(entry, act, people, bodies), cases))
            for sign in signs:
                first = first_of.get(sign)
                if first is None or events[first] in taken or not _may_be_one(acts[first], act):
                    continue
                contradicts = _contradict(acts[first], act)
                if not contradicts and (acts[first].standing == act.standing):
                    event = events[first]
                else:
                    accounts[mention] = accounts.get(first, first)
                    contradicting.update([mention] if contradicts else [])
                break
            events[mention] = event
            taken.add(event)
            for sign in signs:
                first_of.setdefault(sign, mention)
    return Events(events, mentions, accounts, frozenset(contradicting))


def _may_be_one(a: Act, b: Act) -> bool:
    """Whether neither the days nor how it ended tell two acts apart; a month and a day of it are the same time."""
    first, second = a.date or "", b.date or ""
    days_fit = a.type not in _TOLD_AGAIN or first.startswith(second) or second.startswith(first)
    return days_fit and (a.type not in _BY_OUTCOME or a.outcome == b.outcome)


def _contradict(a: Act, b: Act) -> bool:
    """Whether one says what the other denies, or both say a different outcome, length or number."""
    if (a.standing == "denied") != (b.standing == "denied"):
        return True
    details = ((a.outcome, b.outcome), (a.hours, b.hours), (a.count, b.count))
    return any(x is not None and y is not None and x != y for x, y in details)


def parties_of(entry: ActiveEntry, act: Act, people: PersonIds, bodies: BodyKeys) -> tuple[str, ...]:
    """The ids of those an act was done to, sorted."""
    return tuple(
        sorted(people[entry.id, p.index] if p.kind == "person" else bodies[entry.id, p.index][0].id for p in act.to)
    )


def _signs(
    entry: ActiveEntry, act: Act, who: tuple[str, ...], cases: Mapping[str, CaseOfEntry]
) -> Iterator[tuple[str, ...]]:
    """What two mentions of one happening have in common; each is enough."""
    if not who:
        return
    date = act.date or entry.date or ""
    if len(date) == _DAY:
        yield entry.report, act.type, date, *who
    if act.type in _ONCE:
        yield act.type, *who
    case = cases.get(entry.id)
    if case is None:
        return
    if act.type in _TOLD_AGAIN:
        yield "told again", act.type, case.id, *who
    elif act.type in _BY_TERM and (terms := _terms(entry, act)):
        yield act.type, case.id, *terms, *who
    elif act.type == "charge" and (articles := _articles(entry, act)):
        yield act.type, case.id, act.outcome or "", *articles, *who


def _terms(entry: ActiveEntry, act: Act) -> tuple[str, ...]:
    """The measures the act's people got, in words that compare."""
    persons = {p.index for p in act.to if p.kind == "person"}
    before = act.type == "remand"
    return tuple(
        sorted(
            f"{s.kind} {s.duration} {s.amount} {s.mci} {s.until}"
            for s in entry.facts.sanctions
            if s.person in persons
            and s.status == "imposed"
            and (s.kind in CUSTODY_BEFORE_JUDGEMENT) == before
            and any((s.duration, s.amount, s.mci, s.until))
        )
    )


def _articles(entry: ActiveEntry, act: Act) -> tuple[str, ...]:
    persons = {p.index for p in act.to if p.kind == "person"}
    return tuple(sorted({f"{c.code}:{c.article}" for c in entry.facts.charges if c.person in persons}))
