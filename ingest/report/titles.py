"""The title of a report among the lines before its first entry: a site's menu and a day of publication are none."""

import re
from collections.abc import Sequence

from ingest.language.dates import find_dates

_WORD = re.compile(r"monitor|report|review|overview|bulletin|digest|chronicle|persecution|repression", re.IGNORECASE)
_LONGEST = 400
_LINES = 4


def is_title(line: str) -> bool:
    """Whether a line has a word for a report and names a month and a year."""
    return len(line) < _LONGEST and _WORD.search(line) is not None and _names_a_month(line)


def title_of(preamble: Sequence[str]) -> str:
    """The title, joined where it is on several lines; empty without one.

    It is the shortest run of lines that opens with a word for a report and ends with a month and its year; without such
    a run, the first line that has the word, or else the month.
    """
    lines = [line if len(line) < _LONGEST else "" for line in preamble]
    runs = []
    for start, line in enumerate(lines):
        if _WORD.search(line):
            ends = range(start, min(start + _LINES, len(lines)))
            runs += [(end - start, start) for end in ends if _names_a_month(" ".join(lines[start : end + 1]))][:1]
    if runs:
        more, start = min(runs)
        return " ".join(lines[start : start + more + 1])
    return next(filter(_WORD.search, lines), "") or next(filter(_names_a_month, lines), "")


def _names_a_month(line: str) -> bool:
    return any(len(words.iso) > 4 for words in find_dates(line))
