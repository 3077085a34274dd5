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
# inputs: [periods, dated_acts, people_of_acts]
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
#     - {period: "2031-04-20", acts: 3, expected: 0.18, odds: "1 in 25"}
"""Bursts: a binomial tail for the acts of a day or week, given how many the whole series has."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import exp, lgamma, log

from ingest.errors import KgError
from queries.computation import Given, Read, Row

_UNITS = ("day", "week")


@dataclass
class _Bin:
    """The acts of one kind in one day or week, with the words of the entries that tell them."""

    accounts: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class _Burst:
    probability: float
    period: str
    type: str
    series: str
    expected: float
    bin: _Bin


def answer(read: Read, given: Given) -> Iterator[Row]:
    """The days or weeks that stand out, those with the longest odds first. Raises ``KgError`` for an unknown unit."""
    unit, kind = given["unit"], given["type"]
    if unit not in _UNITS:
        raise KgError(f"--unit takes one of {', '.join(_UNITS)}; not '{unit}'.")
    covered = _covered_days(read, given)
    bins: dict[tuple[str, str], dict[str, _Bin]] = defaultdict(lambda: defaultdict(_Bin))
    for series, type, day, account, event, words in read("dated_acts").rows:
        if day in covered[series] and kind in (type, "each", "any"):
            bin = bins[series, "any" if kind == "any" else type][_period(day, unit)]
            bin.accounts.add(account)
            bin.events.add(event)
            bin.words.add(words)
    found = sorted(_bursts(bins, covered, unit, given["chance"]), key=lambda b: (b.probability, b.period, b.type))
    for burst in found[: given["most"] + 1]:
        yield _row(burst, read)


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


def _bursts(
    bins: dict[tuple[str, str], dict[str, _Bin]], covered: dict[str, set[str]], unit: str, chance: float
) -> Iterator[_Burst]:
    """The bins whose chance, corrected for all that were looked at, is at most ``chance``."""
    days = {series: _days_of_periods(covered[series], unit) for series in covered}
    looked_at = sum(len(days[series]) for series, _ in bins)
    for (series, type), by_period in bins.items():
        acts = sum(len(bin.accounts) for bin in by_period.values())
        for period, bin in by_period.items():
            share = days[series][period] / len(covered[series])
            probability = min(1.0, looked_at * binomial_tail(len(bin.accounts), acts, share))
            if probability <= chance and len(bin.accounts) > acts * share:
                yield _Burst(probability, period, type, series, acts * share, bin)


def _days_of_periods(days: set[str], unit: str) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for day in days:
        counts[_period(day, unit)] += 1
    return counts


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


def _row(burst: _Burst, read: Read) -> Row:
    bin = burst.bin
    rows = read("people_of_acts", events=sorted(bin.events)).rows
    people: Sequence[tuple[str, str]] = sorted({(name, person) for _, name, person in rows})
    return (
        burst.period,
        burst.type.replace("_", " "),
        len(bin.accounts),
        round(burst.expected, 2),
        _odds(burst.probability),
        [name for name, _ in people],
        burst.series,
        float(f"{burst.probability:.3g}"),
        sorted(bin.events),
        [person for _, person in people],
        sorted(bin.words),
    )


def _odds(probability: float) -> str:
    """``1 in 12,000``, to two digits."""
    among = 1 / probability if probability else float("inf")
    if among > 10**9:
        return "less than 1 in a billion"
    return f"1 in {float(f'{among:.2g}'):,.0f}"
