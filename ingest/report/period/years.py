"""The year of a report whose headers name only days and months: from days written out in full beside them.

Reports also write out days of other years (what happened before, laws, plans), so such a day counts only beside a
header that it is near to, several entries must agree, and one of the days must be yet to come.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from ingest.errors import PeriodUnknown
from ingest.language.dates import find_dates, iso_day
from ingest.report.headers.header import Header
from ingest.report.parts import Paragraph

# Days. A rally is announced or a hearing set within weeks, and what is reported as news happened within weeks.
_NEAR = 45
_PLANNED = 5
# Entries whose dates must agree on the year.
_ENOUGH = 2


def year_of_dates(text: str, paragraphs: Iterable[Paragraph], month: int, name: str) -> int:
    """The year in which days written out in full lie near the headers beside which they stand.

    In an anniversary's month the days of the year before crowd around the headers as this year's do. What is yet to
    come tells them apart: at least one day must lie well ahead of its header. Raises ``PeriodUnknown``.
    """
    votes: Counter[int] = Counter()
    plans: Counter[int] = Counter()
    written: list[str] = []
    for paragraph in paragraphs:
        found = [words.iso for words in find_dates(text[slice(*paragraph.span)])]
        written += found
        near = [vote for iso in found if len(iso) == 10 and (vote := _near(iso, paragraph.header))]
        votes.update({year for year, _ in near})
        plans.update({year for year, ahead in near if ahead >= _PLANNED})
    if not votes:
        raise period_unknown(name, "no day near its entries is written out with its year")
    year, agreeing = votes.most_common(1)[0]
    if votes.total() < _ENOUGH:
        raise period_unknown(name, f"only one entry has a day near it with its year ({year}), and one is not enough")
    if agreeing < _ENOUGH or agreeing * 3 < votes.total() * 2:
        raise period_unknown(name, "the days that are written out in it do not agree on a year")
    if not plans[year]:
        raise period_unknown(name, f"only days that had passed point to {year}, and they may be a year ago")
    # What is reported as past cannot lie after the report: many dates beyond its month mean a later year.
    end = f"{year}-{month:02}-31"
    if sum(iso > end and not (len(iso) == 10 and iso <= _month_after(end)) for iso in written) * 2 >= agreeing:
        raise period_unknown(name, f"days near its entries point to {year}, and other dates in it lie later")
    return year


def _near(iso: str, header: Header) -> tuple[int, int] | None:
    """The year that a header's day has if a day written out in full is near it, and by how many days that is ahead."""
    day = date.fromisoformat(iso)
    for year in (day.year, day.year - 1, day.year + 1):
        own = iso_day(year, header.month, header.day)
        ahead = (day - date.fromisoformat(own)).days if own else _NEAR + 1
        if abs(ahead) <= _NEAR:
            return year, ahead
    return None


def _month_after(end: str) -> str:
    year, month = int(end[:4]), int(end[5:7])
    return f"{year + month // 12}-{month % 12 + 1:02}-31"


def period_unknown(name: str, why: str) -> PeriodUnknown:
    """The error for a report whose period nothing says, or not clearly."""
    return PeriodUnknown(f"{name}: its period is unknown: {why}. Give it with --period YYYY-MM.")
