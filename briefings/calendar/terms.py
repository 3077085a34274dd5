"""Terms that ended: an arrest, a remand, a sentence, a ban, by the day or the length that the words give."""

import calendar
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import isodate

from briefings.calendar.facts import Facts, Term
from briefings.calendar.history import History, Sign
from briefings.calendar.rules import load_rules
from briefings.calendar.window import Window
from briefings.lines import Line, day_of
from ingest.vocabulary import CUSTODY_BEFORE_JUDGEMENT, SanctionKind
from kg.schema.sentences import phrase, say
from queries.pages.phrases import format_duration, list_words, plain

AT_LIBERTY: frozenset[SanctionKind] = frozenset({"probation", "restriction_of_liberty", "house_arrest"})
"""The sanctions that nobody serves in a facility."""
_AFTER_CUSTODY: frozenset[SanctionKind] = CUSTODY_BEFORE_JUDGEMENT | {
    "imprisonment",
    "restriction_of_liberty",
    "probation",
    "fine",
    "compulsory_treatment",
}
"""The sanctions that take the place of custody before judgement."""
_WORDS: dict[SanctionKind, str] = {
    "administrative_arrest": phrase("An arrest"),
    "remand": phrase("A remand"),
    "house_arrest": phrase("House arrest"),
    "imprisonment": phrase("Imprisonment"),
    "restriction_of_liberty": phrase("Restricted liberty"),
    "probation": phrase("A probation"),
    "compulsory_treatment": phrase("Compulsory treatment"),
    "ban": phrase("A ban"),
}


_NO_RELEASE = phrase("no entry tells a release")


def end_of(term: Term) -> str:
    """The day on which a term ends: the one told, or its first day and its length; empty if neither is known."""
    if term.until:
        return _last_day(term.until)
    start = day_of(term.start)
    if start is None or not term.duration:
        return ""
    ends: date = start + _length(term.duration)
    return ends.isoformat()


@cache
def _length(duration: str) -> timedelta | isodate.Duration:
    """A length of ISO 8601. Many terms have the same."""
    return isodate.parse_duration(duration)


def say_term(term: Term) -> str:
    """``An arrest of 15 days from 2031-04-03``: what the words give."""
    known = next((words for kind, words in _WORDS.items() if kind == term.kind), None)
    others = list_words(map(format_duration, term.otherwise))
    parts = (
        say(known) if known else plain(term.kind, "sanction_kind").capitalize(),
        say("of {length}", length=format_duration(term.duration)) if term.duration and not term.until else "",
        say("({others} in another account)", others=others) if others else "",
        say("from {date}", date=term.start) if term.start else "",
        say("until {date}", date=term.until) if term.until else "",
        say("for what was done to others") if term.accused else "",
    )
    return " ".join(filter(None, parts))


def say_end(term: Term) -> str:
    """What follows from it."""
    return say("was over then") if term.until else say("ended on {day}", day=end_of(term))


def longest_accounts(terms: Iterable[Term]) -> list[Term]:
    """Of contradicting accounts of one term, and of one term told twice, the one that ends last.

    An account without a day is of the day that another gives.
    """
    by_end = {(term.person.id, term.kind, end_of(term)): term for term in _longest_of_each(terms)}
    return sorted(by_end.values(), key=lambda term: (end_of(term), term.person.name, term.fact))


def people_of_terms(terms: Iterable[Term], window: Window) -> list[str]:
    """The ids of the people of whose terms one ends in a window, sorted."""
    return sorted({term.person.id for term in _longest_of_each(terms) if end_of(term) in window})


def _longest_of_each(terms: Iterable[Term]) -> Iterator[Term]:
    """Of the accounts of each term the one that ends last, if any has an end."""
    accounts: dict[tuple[str, str, str], list[Term]] = defaultdict(list)
    for term in terms:
        accounts[term.person.id, term.kind, term.account].append(term)
    return filter(None, map(_longest, accounts.values()))


def _longest(accounts: Sequence[Term]) -> Term | None:
    if len(accounts) == 1:
        return accounts[0] if end_of(accounts[0]) else None
    start = min((term.start for term in accounts if term.start), default="")
    ending = [each for term in accounts if end_of(each := replace(term, start=term.start or start))]
    if not ending:
        return None
    last = max(ending, key=end_of)
    others = {term.duration for term in accounts if term.duration} - {last.duration}
    places = tuple(place for term in accounts for place in term.places)
    return replace(last, otherwise=tuple(sorted(others)), places=places)


def terms_over(facts: Facts, history: History) -> Iterator[Line]:
    """A line for each term that ended and of which nothing is told since."""
    for term in longest_accounts(term for term in facts.terms if term.fact not in facts.replaced):
        rule = load_rules().of_sanction(term.kind)
        due = end_of(term)
        if rule is None or is_over_before(term, due, history) or history.told_since(term.person.id, due):
            continue
        silence = history.silence([term.person.id], due, _NO_RELEASE)
        what = f"{say_term(term)} {say_end(term)}; {silence}."
        yield Line(rule, due, (term.person,), what, term.fact, term.places)


def is_over_before(term: Term, day: str, history: History) -> bool:
    """Whether something told ended a term before a day, or took its place."""
    return any(
        term.start < sign.day <= day and _takes_the_place(sign, term) for sign in history.signs_of(term.person.id)
    )


def _takes_the_place(sign: Sign, term: Term) -> bool:
    if term.kind == "ban":
        return sign.what == "death"
    if term.kind in CUSTODY_BEFORE_JUDGEMENT and sign.what in _AFTER_CUSTODY:
        return sign.outcome == "imposed"
    return sign.ends_custody


def _last_day(iso: str) -> str:
    """The last day of a date that may be a month or a year."""
    parts = [int(part) for part in iso.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return iso if len(parts) > 2 else f"{year}-{month:02}-{calendar.monthrange(year, month)[1]}"
