"""How sanctions of one case relate: contradicting accounts of one sanction, sanctions that replace another.

Assumed: within one case, two different terms of one kind, reported for one person within a few days, are two accounts
of one sanction (design, rule 4); further apart, the later follows the earlier. Custody before judgement is replaced by
the next custody or by the verdict; a verdict by the outcome of an appeal or by an easier regime.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations, pairwise

from ingest.facts import Sanction, Span
from ingest.vocabulary import CUSTODY_BEFORE_JUDGEMENT, PUNISHMENTS
from kg.entries.active import ActiveEntry
from kg.graph.value import Key
from kg.identity.cases.finders.proceedings import ACCOUNTS_WITHIN, days_between
from kg.identity.penalties.sanctions import Receivers


@dataclass(frozen=True)
class SanctionMention:
    """A sanction in one entry, with the ids of those who received it (none: nobody is named) and of its case."""

    entry: ActiveEntry
    sanction: Sanction
    receivers: Receivers
    case: str


@dataclass(frozen=True)
class MergedSanction:
    """One sanction with its mentions; ``stated`` is the first that states a term, ``date`` the day it was imposed."""

    mentions: tuple[SanctionMention, ...]
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
        return [word for m in self.mentions for word in m.entry.words(m.sanction.evidence.spans)]

    @property
    def day(self) -> str:
        """The day it was imposed, or the first day it was reported."""
        return self.date or self.mentions[0].entry.date or "9999"


@dataclass(frozen=True)
class Accounts:
    """Contradicting pairs, the ids of all in them, and for a later account the id of the first one."""

    contradicting: tuple[tuple[MergedSanction, MergedSanction], ...]
    disputed: frozenset[str]
    account_of: Mapping[str, str]


def find_accounts(sanctions: Sequence[MergedSanction], different: Set[frozenset[str]] = frozenset()) -> Accounts:
    """Find contradicting accounts of one sanction; never between two ids that a decision holds ``different``."""
    pairs = []
    account_of: dict[str, str] = {}
    others: dict[str, list[str]] = defaultdict(list)
    for group in _of_one_person(sanctions):
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


def find_replacements(
    sanctions: Sequence[MergedSanction], accounts: Accounts
) -> Iterator[tuple[MergedSanction, MergedSanction]]:
    """Pairs of a sanction and the one that replaced it, in the order of time."""
    for group in _of_one_person(sanctions):
        replaceable = [m for m in group if m.stated.kind in CUSTODY_BEFORE_JUDGEMENT | PUNISHMENTS]
        chain = [m for m in replaceable if m.id not in accounts.account_of]
        for earlier, later in pairwise(chain):
            before = earlier.stated.kind in CUSTODY_BEFORE_JUDGEMENT
            # Custody that a later entry still reports does not replace the verdict.
            if earlier.day < later.day and (before or later.stated.kind in PUNISHMENTS):
                yield earlier, later


def _of_one_person(sanctions: Sequence[MergedSanction]) -> Iterator[list[MergedSanction]]:
    """Imposed sanctions of the same people in one case, in the order of time; a merged one is in each of its cases."""
    groups: dict[tuple[Receivers, str], list[MergedSanction]] = {}
    for merged in sanctions:
        first = merged.mentions[0]
        if first.receivers and first.sanction.status == "imposed":
            for case in dict.fromkeys(mention.case for mention in merged.mentions):
                groups.setdefault((first.receivers, case), []).append(merged)
    for group in groups.values():
        yield sorted(group, key=lambda m: (m.day, m.id))


def _contradict(earlier: MergedSanction, later: MergedSanction) -> bool:
    """Whether two sanctions of one kind, from different entries within a few days, have different terms."""
    a, b = earlier.stated, later.stated
    if a.kind != b.kind or {m.entry.id for m in earlier.mentions} & {m.entry.id for m in later.mentions}:
        return False
    terms = ((a.duration, b.duration), (a.amount, b.amount), (a.until, b.until))
    differ = any(x is not None and y is not None and x != y for x, y in terms)
    return differ and 0 <= days_between(earlier.day, later.day) <= ACCOUNTS_WITHIN
