"""Which acts are one event (design, rule 4: the same arrest in five entries is one event).

Two acts of different entries are one event when they are of one type, done to exactly the same parties (at least one
person or named body), with standings that do not contradict each other, and

- on one day, whichever reports tell them; or
- of a type that happens once: a death, whenever it is reported; or
- of one case, where reports repeat themselves: a verdict or remand with the same terms, a charge under the same
  articles with the same outcome, a torture, an attack, a hunger strike whose days do not differ.

Acts of two entries that tell one thing in nearly the same words (``retellings``) are one event without any party too.
Two acts of one entry stay two: the entry distinguishes them. Whatever is uncertain (no party, no day, no term) stays
apart. Accounts that contradict each other, or whose standing differs (somebody's claim here, a finding there), stay
two events and are linked as accounts of one: a claim never becomes a finding by being joined to one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from ingest.facts import Act, Sanction
from ingest.vocabulary import CUSTODY_BEFORE_JUDGEMENT, FILINGS, ActType
from kg.entries.active import ActiveEntry
from kg.entries.mentions import MentionKey, event_mention_ids, term_of
from kg.identity.cases.cases import CaseOfEntry
from kg.identity.parties import parties_of
from kg.identity.types import NO_MENTIONS, BodyKeys, PersonIds, SameMentions

_ONCE: frozenset[ActType] = frozenset({"death"})
_REPORTED_REPEATEDLY: frozenset[ActType] = frozenset({"torture", "attack", "hunger_strike", "media_restriction"})
# Steps that are another one when they end otherwise: papers filed, and papers returned.
_BY_OUTCOME: frozenset[ActType] = FILINGS | {"registration", "release"}
_BY_TERM: frozenset[ActType] = frozenset({"sentence", "remand"})
_DAY = len("2022-10-04")


@dataclass(frozen=True)
class Events:
    """Every act (entry id, position) with its event's id (that of the earliest mention), and with the mention's own.

    ``accounts``: mentions with the earlier mention whose event they are another account of; ``contradicting`` has those
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
    told_again: SameMentions = NO_MENTIONS,
) -> Events:
    """Decide which acts are one event; the second act of one entry never joins the first.

    ``told_again`` has acts of entries that tell again what another report told, whatever else is known of them.
    """
    found = _EventsFound(event_mention_ids(entries))
    told = {*told_again.values()}
    for entry in entries:
        taken: set[str] = set()
        for index, act in enumerate(entry.facts.acts):
            mention = (entry.id, index)
            keys = list(_shared_keys(entry, act, parties_of(entry, act, people, bodies), cases))
            if mention in told or mention in told_again:
                id, position = told_again.get(mention, mention)
                keys.insert(0, ("told again", id, str(position)))
            taken.add(found.add(mention, act, keys, taken))
    return Events(found.event, found.mention, found.accounts, frozenset(found.contradicting))


@dataclass
class _EventsFound:
    """The events of the acts so far, in the order of time."""

    mention: Mapping[MentionKey, str]
    event: dict[MentionKey, str] = field(default_factory=dict)
    accounts: dict[MentionKey, MentionKey] = field(default_factory=dict)
    contradicting: set[MentionKey] = field(default_factory=set)
    _acts: dict[MentionKey, Act] = field(default_factory=dict)
    _first_of: dict[tuple[str, ...], MentionKey] = field(default_factory=dict)

    def add(self, mention: MentionKey, act: Act, keys: Sequence[tuple[str, ...]], taken: Set[str]) -> str:
        """The event of the next act; never one of those ``taken`` by the acts before it in its entry."""
        earlier = next((first for first in self._earlier(keys, taken) if _may_be_one(self._acts[first], act)), None)
        self._acts[mention] = act
        self.event[mention] = self._event_of(mention, act, earlier)
        for key in keys:
            self._first_of.setdefault(key, mention)
        return self.event[mention]

    def _earlier(self, keys: Iterable[tuple[str, ...]], taken: Set[str]) -> Iterator[MentionKey]:
        """The first mentions with the keys of an act."""
        for key in keys:
            first = self._first_of.get(key)
            if first is not None and self.event[first] not in taken:
                yield first

    def _event_of(self, mention: MentionKey, act: Act, earlier: MentionKey | None) -> str:
        if earlier is None:
            return self.mention[mention]
        other = self._acts[earlier]
        contradicts = _contradict(other, act)
        if not contradicts and other.standing == act.standing:
            return self.event[earlier]
        self.accounts[mention] = self.accounts.get(earlier, earlier)
        if contradicts:
            self.contradicting.add(mention)
        return self.mention[mention]


def _may_be_one(a: Act, b: Act) -> bool:
    """Whether neither the days nor how it ended tell two acts apart; a month and a day of it are the same time."""
    first, second = a.date or "", b.date or ""
    days_fit = a.type not in _REPORTED_REPEATEDLY or first.startswith(second) or second.startswith(first)
    return days_fit and (a.type not in _BY_OUTCOME or a.outcome == b.outcome)


def _contradict(a: Act, b: Act) -> bool:
    """Whether one says what the other denies, or both say a different outcome, length or number."""
    if (a.standing == "denied") != (b.standing == "denied"):
        return True
    details = ((a.outcome, b.outcome), (a.hours, b.hours), (a.count, b.count))
    return any(x is not None and y is not None and x != y for x, y in details)


def _shared_keys(
    entry: ActiveEntry, act: Act, who: tuple[str, ...], cases: Mapping[str, CaseOfEntry]
) -> Iterator[tuple[str, ...]]:
    """What two mentions of one event have in common; each key is enough."""
    if not who:
        return
    date = act.date or entry.date or ""
    if len(date) == _DAY:
        yield act.type, date, *who
    if act.type in _ONCE:
        yield act.type, *who
    case = cases.get(entry.id)
    if case is None:
        return
    if act.type in _REPORTED_REPEATEDLY:
        yield "repeated", act.type, case.id, *who
    elif act.type in _BY_TERM and (terms := _terms(entry, act)):
        yield act.type, case.id, *terms, *who
    elif act.type == "charge" and (articles := _articles(entry, act)):
        yield act.type, case.id, act.outcome or "", *articles, *who


def _terms(entry: ActiveEntry, act: Act) -> tuple[str, ...]:
    """The terms of the sanctions that the act imposed on its people, as text that compares."""
    persons = {p.index for p in act.to if p.kind == "person"}
    sanctions = (s for s in entry.facts.sanctions if persons.intersection(s.persons) and _is_imposed_by(s, act))
    return tuple(
        sorted(f"{s.kind} {s.duration} {s.amount} {s.index_units} {s.until}" for s in sanctions if any(term_of(s)))
    )


def _is_imposed_by(sanction: Sanction, act: Act) -> bool:
    """A remand imposes custody before judgement, a sentence everything else."""
    return sanction.status == "imposed" and (sanction.kind in CUSTODY_BEFORE_JUDGEMENT) == (act.type == "remand")


def _articles(entry: ActiveEntry, act: Act) -> tuple[str, ...]:
    persons = {p.index for p in act.to if p.kind == "person"}
    return tuple(sorted({f"{c.code}:{c.article}" for c in entry.facts.charges if c.person in persons}))
