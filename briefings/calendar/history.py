"""What the entries tell of people and cases, and when: whether something stayed silent."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefings.reports import Covered
from ingest.vocabulary import ActType
from kg.schema.sentences import say
from kg.stores import Store
from queries.briefing_files import briefing_queries
from queries.execute import ask_all

_ENDS: frozenset[ActType] = frozenset({"release", "death"})
_LISTED = 3


@dataclass(frozen=True)
class Sign:
    """An entry of a day (``told``) that tells something of somebody: what, and the day on which that was.

    ``what`` is a type of act done to them, a kind of sanction, ``charge``, ``custody``, or ``author`` of an act.
    """

    entry: str
    told: str
    day: str
    what: str
    outcome: str = ""
    next: str = ""

    @property
    def ends_custody(self) -> bool:
        """Whether nobody is held after it."""
        return (self.what in _ENDS and self.outcome != "dismissed") or self.outcome == "acquitted"


@dataclass(frozen=True)
class History:
    """Signs and bare names of people, by person, and the entries of cases, by case, each with its day."""

    signs: Mapping[str, Sequence[Sign]]
    named: Mapping[str, Sequence[tuple[str, str]]]
    cases: Mapping[str, Sequence[tuple[str, str]]]
    reports: Sequence[Covered] = ()

    def signs_of(self, person: str) -> Sequence[Sign]:
        """What is told of somebody."""
        return self.signs.get(person, ())

    def told_since(self, person: str, day: str) -> bool:
        """Whether an entry of a day or later tells something of somebody."""
        return any(sign.told >= day for sign in self.signs_of(person))

    def last_named(self, person: str) -> str:
        """The day of the last entry that names somebody; empty if none does."""
        return max((told for told, _ in self.named.get(person, ())), default="")

    def case_told_since(self, case: str, day: str) -> bool:
        """Whether an entry of a day or later tells something of a case."""
        return any(told >= day for told, _ in self.cases.get(case, ()))

    def silence(self, people: Collection[str], day: str, without: str) -> str:
        """How silent the reports are about some people from a day on; ``without`` says what no entry tells.

        Names who is named all the same, and says so if no report covers the day.
        """
        later = self._naming_since(people, day)
        if later:
            said = say("{without}, though they are named in {entries}", without=say(without), entries=_listed(later))
        elif people:
            said = say("no later entry names them") if len(people) > 1 else say("no later entry names this person")
        else:
            said = say(without)
        return said + self._uncovered(day)

    def _naming_since(self, people: Collection[str], day: str) -> list[str]:
        """The entries of a day or later that name any of some people."""
        named = {name for person in people for name in self.named.get(person, ())}
        return [entry for told, entry in sorted(named) if told >= day]

    def _uncovered(self, day: str) -> str:
        """What to add where no report covers a day."""
        if not any(report.end >= day for report in self.reports):
            return say("; no report covers that day yet")
        covered = any(report.start <= day <= report.end for report in self.reports)
        return "" if covered else say("; no report covers that day")


def read_history(store: Store, reports: Sequence[Covered], people: Sequence[str], cases: Sequence[str] = ()) -> History:
    """Read what is told of some people and cases, by id."""
    queries = briefing_queries("calendar")
    signs: dict[str, list[Sign]] = defaultdict(list)
    for row in ask_all(queries["told"], {"people": people}, store):
        sign = Sign(
            row["entry"], row["told"], row["day"] or row["told"], row["what"], row["outcome"] or "", row["next"] or ""
        )
        signs[row["person"]].append(sign)
    named: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in ask_all(queries["named"], {"people": people}, store):
        named[row["person"]].append((row["told"], row["entry"]))
    entries: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in ask_all(queries["cases"], {"cases": cases}, store):
        entries[row["case"]].append((row["told"], row["entry"]))
    return History(signs, named, entries, reports)


def _listed(entries: Iterable[str]) -> str:
    found = list(dict.fromkeys(entries))
    more = say(" and {n} more", n=len(found) - _LISTED) if len(found) > _LISTED else ""
    return ", ".join(found[:_LISTED]) + more
