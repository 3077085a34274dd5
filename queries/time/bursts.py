# title: Days and weeks with unusually many acts
# learns: >-
#   On which days or in which weeks a series tells of more acts of a kind than its own rate explains, with the odds.
# reading: >-
#   "Expected" is the number of acts if those of a kind were spread evenly over all days of the series' reports. "Odds"
#   are those of so many or more by chance: a binomial tail, times the number of days and kinds that were compared. With
#   "1 in 100", one in a hundred archives without any burst would show such a row. A day of rallies is many acts of one
#   cause: the odds say that the day stands out, not why.
# limits: >-
#   Acts that are dated by their month, or that happened outside the periods of the reports, are left out. A report that
#   tells more of one day than of others makes a burst too. A day that is not here may have been as bad as any.
# view: timeline
# timeline: {lane: type, start: period, label: acts}
# plot: {kind: bar, x: period, y: acts}
# inputs: [series, periods, acts_by_day, days_of_acts, acts_of_days, people_of_acts]
# parameters:
#   unit: {type: string, default: "day", about: "What is compared: day or week (from Monday)"}
#   type: {type: string, default: "each", about: "A kind of act such as detention, each kind by itself, or any of them together"}
#   chance: {type: float, default: 0.05, about: "The largest chance, of 1, at which a row is shown"}
#   most: {type: integer, default: 200, cuts: true, about: "How many rows at most, those with the longest odds first"}
# columns:
#   period: {label: "on", priority: 1}
#   type: {label: acts of, priority: 1}
#   acts: {label: acts, priority: 1}
#   expected: {label: expected, priority: 1}
#   odds: {label: odds, priority: 1}
#   names: {label: against, priority: 2}
#   series: {label: series, priority: 3}
#   probability: {label: probability, priority: 3}
#   events: Event.id
#   people: Person.id
# example:
#   given: {type: detention, chance: 0.5}
#   rows:
#     - {period: "2031-04-20", acts: 3, expected: 0.16, odds: "1 in 34"}
"""Bursts: a binomial tail for the acts of a day or week, given how many the whole series has."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from math import exp, lgamma, log

from ingest.errors import KgError
from queries.computation import Given, Read, Row

_UNITS = ("day", "week")
Counts = Mapping[tuple[str, str], Mapping[str, int]]
"""How many acts each series tells of each kind, in each day or week that has any."""


@dataclass(frozen=True)
class _Burst:
    probability: float
    period: str
    type: str
    series: str
    acts: int
    expected: float


def answer(read: Read, given: Given) -> Iterator[Row]:
    """The days or weeks that stand out, those with the longest odds first. Raises ``KgError`` for an unknown unit."""
    unit, kind = given["unit"], given["type"]
    if unit not in _UNITS:
        raise KgError(f"--unit takes one of {', '.join(_UNITS)}; not '{unit}'.")
    covered = _covered_days(read, given)
    counts: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for series, type, day, acts in _acts_by_day(read):
        if day in covered[series] and kind in (type, "each", "any"):
            counts[series, "any" if kind == "any" else type][_period(day, unit)] += acts
    found = sorted(_bursts(counts, covered, unit, given["chance"]), key=lambda b: (b.probability, b.period, b.type))
    shown = found[: given["most"] + 1]
    told = _told(read, shown, covered, unit)
    for burst in shown:
        yield _row(burst, told[burst.series, burst.type, burst.period], read)


def _acts_by_day(read: Read) -> Iterator[Row]:
    """Series, kind, day and number of acts. Of which of several series an act is, its reports say."""
    series = [name for (name,) in read("series").rows]
    if len(series) == 1:
        for acts, type in read("days_of_acts").rows:
            counted = Counter(act.split(" ", 1)[0] for act in set(acts))
            yield from ((series[0], type, day, number) for day, number in counted.items())
    else:
        yield from read("acts_by_day").rows


def _covered_days(read: Read, given: Given) -> dict[str, set[str]]:
    """The days of the reports of each series, within ``--from`` and ``--to``."""
    covered: dict[str, set[str]] = defaultdict(set)
    first, last = given.get("filter_from", ""), given.get("filter_to", "9999")
    for series, start, end in read("periods").rows:
        day, until = date.fromisoformat(start), date.fromisoformat(end)
        while day <= until:
            if first <= f"{day}-99" and f"{day}" <= f"{last}-99":
                covered[series].add(f"{day}")
            day += timedelta(1)
    return covered


def _period(day: str, unit: str) -> str:
    """The day itself, or the Monday and Sunday of its week."""
    if unit == "day":
        return day
    monday = date.fromisoformat(day)
    monday -= timedelta(monday.weekday())
    return f"{monday} to {monday + timedelta(6)}"


def _bursts(counts: Counts, covered: Mapping[str, set[str]], unit: str, chance: float) -> Iterator[_Burst]:
    """The days or weeks whose chance, corrected for all that were compared, is at most ``chance``."""
    days = {series: _days_of_periods(covered[series], unit) for series in covered}
    compared = sum(len(days[series]) for series, _ in counts)
    for (series, type), by_period in counts.items():
        total = sum(by_period.values())
        for period, acts in by_period.items():
            share = days[series][period] / len(covered[series])
            if acts <= total * share:
                continue
            probability = min(1.0, compared * binomial_tail(acts, total, share))
            if probability <= chance:
                yield _Burst(probability, period, type, series, acts, total * share)


def _days_of_periods(days: set[str], unit: str) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for day in days:
        counts[_period(day, unit)] += 1
    return counts


@lru_cache(maxsize=4096)  # many days have as many acts as others
def binomial_tail(least: int, trials: int, share: float) -> float:
    """The chance of ``least`` or more of ``trials``, where each falls into the bin with the probability ``share``."""
    if least <= 0 or share >= 1:
        return 1.0
    whole, total = lgamma(trials + 1) + trials * log(1 - share), 0.0
    odds = log(share) - log(1 - share)
    for hits in range(least, trials + 1):
        term = exp(whole - lgamma(hits + 1) - lgamma(trials - hits + 1) + hits * odds)
        total += term
        if hits > trials * share and term < total * 1e-12:
            break
    return min(total, 1.0)


def _told(
    read: Read, bursts: Sequence[_Burst], covered: Mapping[str, set[str]], unit: str
) -> dict[tuple[str, str, str], set[tuple[str, str]]]:
    """The acts of bursts with the words that tell them, by series, kind and period."""
    told: dict[tuple[str, str, str], set[tuple[str, str]]] = defaultdict(set)
    periods = {burst.period for burst in bursts}
    days = sorted({day for of_series in covered.values() for day in of_series if _period(day, unit) in periods})
    for series, type, day, event, words in read("acts_of_days", days=days).rows if bursts else ():
        if day in covered[series]:
            told[series, type, _period(day, unit)].add((event, words))
            told[series, "any", _period(day, unit)].add((event, words))
    return told


def _row(burst: _Burst, told: set[tuple[str, str]], read: Read) -> Row:
    events = sorted({event for event, _ in told})
    rows = read("people_of_acts", events=events).rows
    people: Sequence[tuple[str, str]] = sorted({(name, person) for _, name, person in rows})
    return (
        burst.period,
        burst.type.replace("_", " "),
        burst.acts,
        round(burst.expected, 2),
        _odds(burst.probability),
        [name for name, _ in people],
        burst.series,
        float(f"{burst.probability:.3g}"),
        events,
        [person for _, person in people],
        sorted({words for _, words in told}),
    )


def _odds(probability: float) -> str:
    """``1 in 12,000``, to two digits."""
    among = 1 / probability if probability else float("inf")
    if among > 10**9:
        return "less than 1 in a billion"
    return f"1 in {float(f'{among:.2g}'):,.0f}"
