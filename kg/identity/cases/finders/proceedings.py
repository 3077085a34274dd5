"""One person's proceedings within a report: which of the entries about them are steps of one case.

Steps are read in order of time. Evidence against one case: other articles, another code of law, a release after
hours before anything else, a new detention after an administrative verdict, another verdict days later.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ingest.facts import Charge, Sanction, Span
from ingest.vocabulary import CODE_OF_SANCTION, PROFESSIONALS, RALLY_PLANS, SPOKEN, ActType, Outcome
from kg.entries.active import ActiveEntry
from kg.identity.cases.context import CaseContext
from kg.identity.cases.evidence import words_for_acts, words_for_people
from kg.identity.links import Match, match_entries
from kg.identity.types import PersonIds

# An entry about more people is about as many cases.
_MANY = 3
_NOT_UNDERGONE: frozenset[ActType] = RALLY_PLANS | {"legislation", "protest"}
# What those undergo who are kept from a rally.
_AT_RALLIES: frozenset[ActType] = frozenset({"threat", "attack", "seizure"})
# Steps with which a proceeding begins.
_BEGINS: frozenset[ActType] = frozenset({"detention", "summons", "search", "charge", "trial", "sentence", "attack"})
# What becomes of a verdict: whatever the step is called, it follows one.
_OF_A_HIGHER_COURT: frozenset[Outcome] = frozenset({"upheld", "changed"})
# Roles of those who only have to do with somebody else's case.
# So many days apart two different terms are two verdicts, not two accounts of one.
ACCOUNTS_WITHIN = 4


def find_next_steps(context: CaseContext) -> list[Match]:
    """Entries of one report in which one person undergoes something, each with the step before it.

    An entry about many people is about many cases: there only the articles count. Who is spoken for beside others is
    not in one case with them.
    """
    return _follow(context)[1]


def find_spoken_for(context: CaseContext) -> Iterator[Match]:
    """Entries that speak for several people, with the case of the only one who has one in the report."""
    matters, _ = _follow(context)
    for entry in context.entries:
        undergone = undergoing(entry)
        if len(undergone) < 2 or not _types_undergone(entry) <= SPOKEN:
            continue
        known = [(i, m) for i in undergone for m in matters.get((entry.report, context.people[entry.id, i]), [])]
        if len(known) == 1:
            index, matter = known[0]
            yield _match_of_person(matter.steps[0].entry, entry, index, context.people)


Matters = dict[tuple[str, str], list["_Matter"]]
"""What each person undergoes in each report, matter by matter."""


def _follow(context: CaseContext) -> tuple[Matters, list[Match]]:
    """The matters of every person, and the steps that go on with one."""
    matters: Matters = {}
    matches = [
        match
        for entry in context.entries
        for index in undergoing(entry)
        for match in _take_step(matters, entry, index, context.people)
    ]
    return matters, matches


def _take_step(matters: Matters, entry: ActiveEntry, index: int, people: PersonIds) -> Iterator[Match]:
    """Add what an entry says about a person to the matter that it continues, or to a new one."""
    undergone = undergoing(entry)
    step = _step(entry, index)
    if not step.articles and len(undergone) > _MANY:
        return
    of_person = matters.setdefault((entry.report, people[entry.id, index]), [])
    if len(undergone) > 1 and _is_only_spoken_for(entry):
        return
    matter = next((m for m in reversed(of_person) if m.goes_on_with(step)), None)
    if matter is None:
        of_person.append(_Matter([step]))
        return
    yield _match_of_person(matter.steps[-1].entry, entry, index, people)
    matter.steps.append(step)


def _match_of_person(before: ActiveEntry, entry: ActiveEntry, index: int, people: PersonIds) -> Match:
    who = people[entry.id, index]
    return match_entries(
        before,
        _words_undergone(before, people, who),
        entry,
        _words_undergone(entry, people, who),
        entry.facts.persons[index].name,
    )


def _words_undergone(entry: ActiveEntry, people: PersonIds, who: str) -> Iterator[Span]:
    """The name, and what is done to them or held against them."""
    yield from words_for_people(entry, people, {who})
    yield from words_for_acts(
        entry, lambda act: any(p.kind == "person" and people[entry.id, p.index] == who for p in act.to)
    )
    for charge in entry.facts.charges:
        if charge.person is not None and people[entry.id, charge.person] == who:
            yield charge.evidence.spans[0]


def _types_undergone(entry: ActiveEntry) -> frozenset[str]:
    return frozenset(act.type for act in entry.facts.acts if act.to)


def _is_only_spoken_for(entry: ActiveEntry) -> bool:
    types = _types_undergone(entry)
    return bool(types) and types <= SPOKEN


@dataclass(frozen=True)
class _Step:
    """What one entry says about one person's matter."""

    entry: ActiveEntry
    articles: frozenset[str]
    codes: frozenset[str]
    types: frozenset[ActType]
    terms: frozenset[tuple[str, str | None, float | None]]
    of_rally: bool


def _step(entry: ActiveEntry, index: int) -> _Step:
    facts = entry.facts
    charges = [charge for charge in facts.charges if charge.person == index]
    sanctions = [sanction for sanction in facts.sanctions if index in sanction.persons]
    return _Step(
        entry,
        articles=frozenset(f"{charge.code}:{charge.article}" for charge in charges),
        codes=_codes_of(charges, sanctions),
        types=frozenset(_types(entry, index)),
        terms=frozenset((s.kind, s.duration, s.amount) for s in sanctions if s.duration or s.amount),
        of_rally=bool(facts.occasions),
    )


def _codes_of(charges: Iterable[Charge], sanctions: Iterable[Sanction]) -> frozenset[str]:
    codes = [charge.code for charge in charges] + [CODE_OF_SANCTION.get(sanction.kind) for sanction in sanctions]
    return frozenset(code for code in codes if code)


def _types(entry: ActiveEntry, index: int) -> Iterator[ActType]:
    """What is done to a person; whatever becomes of a verdict is an appeal."""
    for act in entry.facts.acts:
        if any(party.kind == "person" and party.index == index for party in act.to):
            yield "appeal" if act.outcome in _OF_A_HIGHER_COURT else act.type


@dataclass
class _Matter:
    """One person's steps that seem to be of one case so far."""

    steps: list[_Step]

    def goes_on_with(self, step: _Step) -> bool:
        """Whether a later step may be of this case: nothing in it speaks against that."""
        if self._lasts(step):
            return True
        articles = frozenset().union(*(before.articles for before in self.steps))
        if articles and step.articles:
            return bool(articles & step.articles) and not self._another_verdict(step)
        if articles | step.articles and self._was_stopped_before_a_rally(step):
            return False  # later accusations are about something else
        return not self._is_over_before(step)

    def _is_over_before(self, step: _Step) -> bool:
        """Whether a step is of another code of law, or comes after a release or verdict that ended the matter."""
        codes = self._codes()
        if codes and step.codes and codes.isdisjoint(step.codes):
            return True
        if "release" in self.steps[-1].types and not codes:
            return True  # held for hours and let go: what comes later is something else
        # After the verdict of an administrative case only what follows from a verdict is still of it.
        return self._has_administrative_verdict() and not step.types.isdisjoint(_BEGINS)

    def _lasts(self, step: _Step) -> bool:
        """Whether a step reports the same sanction or hunger strike as an earlier one, whatever the charges are."""
        if "sentence" not in step.types and any(before.terms & step.terms for before in self.steps):
            return True  # an appeal against these 15 days
        return "hunger_strike" in step.types and any("hunger_strike" in before.types for before in self.steps)

    def _codes(self) -> frozenset[str]:
        return frozenset().union(*(before.codes for before in self.steps))

    def _was_stopped_before_a_rally(self, step: _Step) -> bool:
        return any(each.of_rally and each.types <= _AT_RALLIES for each in (self.steps[-1], step))

    def _has_administrative_verdict(self) -> bool:
        """Whether there was a verdict, under the code of administrative offences alone."""
        return self._codes() == {"CAO"} and any("sentence" in before.types for before in self.steps)

    def _another_verdict(self, step: _Step) -> bool:
        """`Fined on the 5th, 15 days of arrest on the 20th`: two cases under one article."""
        before = [s for s in self.steps if s.terms and "sentence" in s.types]
        if not before or not step.terms or "sentence" not in step.types or before[-1].terms & step.terms:
            return False
        first, second = before[-1].entry.date, step.entry.date
        return days_between(first, second) > ACCOUNTS_WITHIN


def days_between(first: str | None, second: str | None) -> int:
    """Days from one ISO date to another; 0 where one is not known to the day."""
    try:
        return (date.fromisoformat(second or "") - date.fromisoformat(first or "")).days
    except ValueError:
        return 0


def undergoing(entry: ActiveEntry) -> list[int]:
    """The persons of an entry to whom something is done, who are charged, or whose case or matter is spoken of."""
    facts = entry.facts
    done_to = [p.index for a in facts.acts for p in a.to if p.kind == "person" and a.type not in _NOT_UNDERGONE]
    held = [c.person for c in facts.charges if c.person is not None]
    measured = [index for s in facts.sanctions for index in s.persons]
    return list(dict.fromkeys([*done_to, *held, *measured, *_case_named_after(entry)]))


def _case_named_after(entry: ActiveEntry) -> Iterator[int]:
    """`The verdict in the case of X`, `on the death of X`: accused or victim, the case is named after them."""
    for matter in entry.facts.matters_of("case_of"):
        if matter.person is not None and entry.facts.persons[matter.person].role not in PROFESSIONALS:
            yield matter.person
