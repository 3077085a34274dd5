"""Whether a report is a corrected version of the one that is there for its series and period, or another report."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from ingest.errors import ReportRefused
from ingest.facts import Entry, Report
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.folding import fold
from ingest.language.periods.words import find_periods
from ingest.report.titles import is_word_of_titles
from kg.workspace.files.reports import KeptReport

# Of all different words of two entries, the share that they have in common from which on one is the other, corrected.
_ALIKE = 0.5
# Entries of one date with which an entry is compared, at most.
_COMPARED = 500
_WORD = re.compile(r"\w{3,}")
# Words of a title that make the name of a series, and its length.
_NAME_WORDS = 2
_LONGEST = 40


class SeriesTaken(ReportRefused):
    """Another report of the same series and period is there, and this one is no correction of it.

    ``before`` is the report that is there, ``None`` where both came in the same ingest; ``proposal`` is a name for
    this one's own series, or its days where the other is of other days, as dated appeals of one month are.
    """

    def __init__(self, kept: KeptReport, report: Report, before: Report | None, jurisdiction: Jurisdiction) -> None:
        series, days = propose_series(report.title, jurisdiction), _days(report)
        self.proposal = days if before and _are_apart(before, report) else series
        if before:
            common = count_common(before, report)
            what = f"{kept.id} is another report: {common} of its {len(before.entries)} entries are in this file. "
        else:
            what = f"several files are reports of {kept.id}, and not versions of one another. "
        super().__init__(
            f"{what}If somebody else publishes it, give it a series of its own, such as --series {series}; "
            f"if it is of a part of that time, --period {days}; if it is a new version, --replace."
        )


def _days(report: Report) -> str:
    """The days of a report's entries as a period."""
    first, last = _first_and_last(report)
    return first if first == last else f"{first}--{last}"


def _first_and_last(report: Report) -> tuple[str, str]:
    """The first and the last day of its entries; of its period, where they have none."""
    days = [entry.date for entry in report.entries if entry.date and len(entry.date) == len(report.period_start)]
    return min(days, default=report.period_start), max(days, default=report.period_end)


def _are_apart(one: Report, other: Report) -> bool:
    """Whether no day is in both reports."""
    (first, last), (start, end) = _first_and_last(one), _first_and_last(other)
    return last < start or end < first


def count_common(before: Report, after: Report) -> int:
    """How many entries two reports have in common: word for word, or corrected.

    An entry is another one, corrected, if both have the same date and half of their words.
    """
    same = Counter(e.text for e in before.entries) & Counter(e.text for e in after.entries)
    left, came = (_without(report.entries, same) for report in (before, after))
    by_date: dict[str | None, list[frozenset[str]]] = defaultdict(list)
    for entry in left:
        by_date[entry.date].append(_words(entry))
    return same.total() + sum(_take_alike(by_date[entry.date], _words(entry)) for entry in came)


def is_correction(before: Report, after: Report) -> bool:
    """Whether most entries of the shorter report are in the other."""
    return count_common(before, after) * 2 > min(len(before.entries), len(after.entries))


def propose_series(title: str, jurisdiction: Jurisdiction) -> str:
    """A name for the series of a report, from the words of its title that say who publishes it.

    ``other`` where it says nothing but what every title does.
    """
    for period in reversed(find_periods(title)):
        title = title[: period.span.start] + " " + title[period.span.end :]
    country = {word for name in jurisdiction.pack.country for word in fold(name).split()}
    names = [fold(word) for word in re.findall(r"[^\W\d_]+", title)]
    own = [name for name in names if name.isascii() and name not in country and not is_word_of_titles(name)]
    return "-".join(own[:_NAME_WORDS])[:_LONGEST] or "other"


def _without(entries: Iterable[Entry], same: Counter[str]) -> Iterator[Entry]:
    left = same.copy()
    for entry in entries:
        if left[entry.text]:
            left[entry.text] -= 1
        else:
            yield entry


def _words(entry: Entry) -> frozenset[str]:
    return frozenset(_WORD.findall(entry.text.lower()))


def _take_alike(candidates: list[frozenset[str]], words: frozenset[str]) -> bool:
    """Take the entry most like these words out of the candidates, if one is like them."""
    if len(candidates) > _COMPARED:
        return False
    best = max(candidates, key=lambda other: _share(other, words), default=None)
    if best is None or _share(best, words) < _ALIKE:
        return False
    candidates.remove(best)
    return True


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    either = one | other
    return len(one & other) / len(either) if either else 0.0
