"""What measures of one case have to do with each other: accounts that contradict, measures that replace another.

Assumed: within one case, two different terms of one kind, told of one person within a few days, are two accounts of one
measure (design, rule 4); further apart the later one follows the earlier. Custody before judgement is replaced by the
next custody or by the verdict; a verdict by what an appeal or an easier regime put in its place.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations, pairwise

from ingest.facts import Sanction, Span
from ingest.vocabulary import CUSTODY_BEFORE_JUDGEMENT, SanctionKind
from kg.entries.active import ActiveEntry
from kg.graph.value import Key
from kg.identity.cases.proceedings import ACCOUNTS_WITHIN, days_between

# Punishments that take each other's place when an appeal changes a verdict or its regime is made easier.
_PUNISHMENTS: frozenset[SanctionKind] = frozenset(
    {"imprisonment", "restriction_of_liberty", "probation", "compulsory_treatment"}
)


@dataclass(frozen=True)
class SanctionTold:
    """A sanction as one entry tells it, and whose it is (``None`` where nobody is named), in which case."""

    entry: ActiveEntry
    sanction: Sanction
    person: str | None
    case: str


@dataclass(frozen=True)
class Measure:
    """One measure with everything told of it; ``stated`` is the telling with most of its term, ``date`` its day."""

    entries: tuple[SanctionTold, ...]
    id: str
    stated: Sanction
    date: str | None

    @property
    def key(self) -> Key:
        """Its node."""
        return Key("Sanction", self.id)

    @property
    def words(self) -> list[tuple[str, Span]]:
        """The words it rests on."""
        return [word for g in self.entries for word in g.entry.words(g.sanction.evidence.spans)]

    @property
    def day(self) -> str:
        """The day it was imposed, or the first day it was told."""
        return self.date or self.entries[0].entry.date or "9999"


@dataclass(frozen=True)
class Accounts:
    """Measures that contradict each other, the ids of all of these, and the id of the measure they are accounts of."""

    contradicting: tuple[tuple[Measure, Measure], ...]
    disputed: frozenset[str]
    account_of: Mapping[str, str]


def find_accounts(measures: Sequence[Measure], different: Set[frozenset[str]] = frozenset()) -> Accounts:
    """Which measures are contradicting accounts of one; never two (ids) that a person said are ``different``."""
    pairs = []
    account_of: dict[str, str] = {}
    others: dict[str, list[str]] = defaultdict(list)
    for group in _of_one_person(measures):
        for earlier, later in combinations(group, 2):
            if not _contradict(earlier, later):
                continue
            first = account_of.get(earlier.id, earlier.id)
            if not any(frozenset((later.id, id)) in different for id in (first, *others[first])):
                pairs.append((earlier, later))
                account_of[later.id] = first
                others[first].append(later.id)
    disputed = frozenset(m.id for pair in pairs for m in pair)
    return Accounts(tuple(pairs), disputed, account_of)


def find_replacements(measures: Sequence[Measure], accounts: Accounts) -> Iterator[tuple[Measure, Measure]]:
    """Pairs of a measure and the one that took its place, in the order of time."""
    for group in _of_one_person(measures):
        chain = [
            m
            for m in group
            if m.stated.kind in CUSTODY_BEFORE_JUDGEMENT | _PUNISHMENTS and m.id not in accounts.account_of
        ]
        for earlier, later in pairwise(chain):
            before = earlier.stated.kind in CUSTODY_BEFORE_JUDGEMENT
            # What a later entry tells of an earlier custody does not take the verdict's place.
            if earlier.day < later.day and (before or later.stated.kind in _PUNISHMENTS):
                yield earlier, later


def _of_one_person(measures: Sequence[Measure]) -> Iterator[list[Measure]]:
    """Imposed measures of one person in one case, in the order of time; one that was joined is in each of its cases."""
    groups: dict[tuple[str, str], list[Measure]] = {}
    for measure in measures:
        first = measure.entries[0]
        if first.person is not None and first.sanction.status == "imposed":
            for case in dict.fromkeys(g.case for g in measure.entries):
                groups.setdefault((first.person, case), []).append(measure)
    for group in groups.values():
        yield sorted(group, key=lambda m: (m.day, m.id))


def _contradict(earlier: Measure, later: Measure) -> bool:
    """Whether two entries give one measure two different terms."""
    a, b = earlier.stated, later.stated
    if a.kind != b.kind or {g.entry.id for g in earlier.entries} & {g.entry.id for g in later.entries}:
        return False
    terms = ((a.duration, b.duration), (a.amount, b.amount), (a.until, b.until))
    differ = any(x is not None and y is not None and x != y for x, y in terms)
    return differ and 0 <= days_between(earlier.day, later.day) <= ACCOUNTS_WITHIN
