"""Facts and histories for the calendar, made by hand: invented people, reports of March and April 2031."""

from collections import defaultdict
from collections.abc import Iterable

from briefings.calendar.facts import Custody, Facts, HungerStrike, Step, Term
from briefings.calendar.history import History, Sign
from briefings.lines import Person
from briefings.reports import Covered

WHO = Person("person-1", "Ilkuvel Orvane")
REPORTS = (
    Covered("2031-03", "", "2031-03-01", "2031-03-31", 40),
    Covered("2031-04", "", "2031-04-01", "2031-04-30", 40),
)


def term(
    kind: str, start: str = "", duration: str = "", until: str = "", fact: str = "sanction-1", account: str = ""
) -> Term:
    return Term(WHO, fact, account or fact, kind, start, duration, until, False, (f"{start[:7] or '2031-03'}/1#0-9",))


def step(type: str, day: str, due: str, cases: tuple[str, ...] = ()) -> Step:
    return Step("event-1", type, day, due, (WHO,), cases, ("2031-03/1#0-9",))


def strike(first: str, last: str, ended: bool = False) -> HungerStrike:
    return HungerStrike("event-1", (WHO,), 0, first, last, ended, ("2031-03/1#0-9",))


def held(facility: str = "", term: Term | None = None, until: str = "") -> Custody:
    return Custody(WHO, term.fact if term else "stay-1", facility, term, until, ("2031-03/1#0-9",))


def facts(*found: Term | Step | HungerStrike | Custody, replaced: Iterable[str] = ()) -> Facts:
    kinds: dict[type, list[object]] = defaultdict(list)
    for each in found:
        kinds[type(each)].append(each)
    terms, steps, strikes, custodies = (tuple(kinds[kind]) for kind in (Term, Step, HungerStrike, Custody))
    return Facts(terms, dict.fromkeys(replaced, ""), steps, strikes, custodies)  # type: ignore[arg-type]


def told(day: str, what: str, outcome: str = "", next: str = "", told: str = "") -> Sign:
    """Something that an entry tells of the person; ``told`` is the entry's day if it is another."""
    return Sign(f"{(told or day)[:7]}/9", told or day, day, what, outcome, next)


def history(*signs: Sign, named: Iterable[str] = (), cases: dict[str, list[str]] | None = None) -> History:
    """What is told of the person; ``named`` are days of entries that only name them."""
    names = [(sign.told, sign.entry) for sign in signs] + [(day, f"{day[:7]}/8") for day in named]
    entries = {case: [(day, f"{day[:7]}/7") for day in days] for case, days in (cases or {}).items()}
    return History({WHO.id: signs}, {WHO.id: sorted(names)}, entries, REPORTS)
