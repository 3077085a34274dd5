"""States without an end of their own: a hunger strike, and custody of which nobody speaks for a year."""

from collections.abc import Iterator
from datetime import timedelta

from briefings.calendar.facts import Custody, Facts, HungerStrike
from briefings.calendar.history import History, Sign
from briefings.calendar.rules import PRISONER, STRIKE, load_rules
from briefings.calendar.terms import AT_LIBERTY, end_of, is_over_before, say_term
from briefings.lines import Line, day_of
from kg.schema.sentences import phrase, say, say_number

_NO_END = phrase("no entry tells its end")
_NOT_NAMED = phrase("no entry names this person in the year after")


def strikes_open(facts: Facts, history: History) -> Iterator[Line]:
    """A line for each hunger strike whose end no entry tells."""
    days = load_rules().rules[STRIKE].days
    for strike in facts.strikes:
        due = _later(strike.last, days)
        if due and not strike.ended and not _is_over(strike, history):
            people = [person.id for person in strike.people]
            silence = history.silence(people, due, _NO_END)
            after = say_number("and not in the {n} day after|and not in the {n} days after", days)
            what = f"{_say_strike(strike)}, {after}; {silence}."
            yield Line(STRIKE, due, strike.people, what, strike.fact, strike.places)


def prisoners_not_named(facts: Facts, history: History) -> Iterator[Line]:
    """A line for everybody in custody whom no entry names for a year."""
    days = load_rules().rules[PRISONER].days
    seen = set()
    for custody in facts.custodies:
        last = history.last_named(custody.person.id)
        due = _later(last, days)
        if not due or custody.person.id in seen or _is_out(custody, due, history):
            continue
        seen.add(custody.person.id)
        silence = history.silence([], due, _NOT_NAMED)
        what = f"{_say_custody(custody)}, {say('last named on {day}', day=last)}; {silence}."
        yield Line(PRISONER, due, (custody.person,), what, custody.fact, custody.places)


def _is_over(strike: HungerStrike, history: History) -> bool:
    """Whether everybody on strike was released or died since it was last told."""
    people = strike.people
    return bool(people) and all(
        any(sign.ends_custody and sign.day >= strike.last for sign in history.signs_of(person.id)) for person in people
    )


def _say_strike(strike: HungerStrike) -> str:
    counted = strike.unnamed and not strike.people
    what = say("A hunger strike of {n} unnamed people", n=strike.unnamed) if counted else say("A hunger strike")
    if strike.first == strike.last:
        return f"{what} {say('told on {day}', day=strike.last)}"
    return f"{what} {say('told from {first} to {last}', first=strike.first, last=strike.last)}"


def _say_custody(custody: Custody) -> str:
    if custody.facility:
        return say("Held at {place}", place=custody.facility)
    return say_term(custody.term) if custody.term else say("Imprisoned")


def _is_out(custody: Custody, due: str, history: History) -> bool:
    """Whether the custody ended before somebody was silent for a year, by its own end or by what is told."""
    ends = end_of(custody.term) if custody.term else custody.until
    if ends and ends <= due:
        return True
    if custody.term:
        return is_over_before(custody.term, due, history)
    signs = history.signs_of(custody.person.id)
    first = min((sign.day for sign in signs if sign.what == "custody"), default="")
    return any(sign.day >= first and _ends_custody(sign) for sign in signs)


def _ends_custody(sign: Sign) -> bool:
    return sign.ends_custody or (sign.what in AT_LIBERTY and sign.outcome == "imposed")


def _later(iso: str, days: int) -> str:
    day = day_of(iso)
    return (day + timedelta(days=days)).isoformat() if day else ""
