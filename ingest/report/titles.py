"""The title of a report: among the lines before its first entry, one that is no sentence.

A site's menu, the day of publication and the sentences of a summary are none. The words that show a title are those of
``lexicons/titles.yaml``.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from ingest.language.lexicons import read_lexicon
from ingest.language.periods.words import PeriodWords, find_periods

_LONGEST = 400
_LINES = 4
# Words from which on a line that ends in a full stop is a sentence: "Monitoring report. May 2023." is none.
_SENTENCE = 7
_ENDED = re.compile(r"[.!?;:…][”»\"’')\s]*$")
_WORD = re.compile(r"[^\W\d_]+")
_HEADING = re.compile(r"^[\s#>*_=-]+|[\s*_=#]+$")
# Of the words of a title, so many make the line at the edge of a page.
_RUNNING = 3


class TitleTerms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``titles.yaml``."""

    yearly: tuple[str, ...]
    report: tuple[str, ...]
    published: tuple[str, ...]
    in_sentences: tuple[str, ...]
    page: tuple[str, ...]
    no_publisher: tuple[str, ...]


@cache
def title_terms() -> TitleTerms:
    """The words of titles."""
    return read_lexicon("titles", TitleTerms)


def is_word_of_titles(word: str) -> bool:
    """Whether a word (in lower case) is in titles of any publisher's reports."""
    terms = title_terms()
    return word in terms.no_publisher or any(word.startswith(beginning) for beginning in terms.report)


def is_sentence(line: str) -> bool:
    """Whether a line is (a part of) a sentence, and so no title."""
    words = _WORD.findall(line)
    if len(words) >= _SENTENCE and _ENDED.search(line[-200:]):
        return True
    return any(word in words for word in title_terms().in_sentences)


def is_title(line: str) -> bool:
    """Whether a line has a word for a report, names a month and a year, and is no sentence."""
    return _may_be_title(line) and _has_word(line) and _names_a_month(line)


def is_period(line: str) -> bool:
    """Whether a line is days, months or years and nothing else, and more than one day."""
    line = line.lstrip("#* ")  # "## 1 June 2032": a heading in Markdown
    return len(line) < _LONGEST and any(_is_all_of(line, period) for period in find_periods(line) if not period.is_day)


def title_of(preamble: Sequence[str]) -> str:
    """The title, joined where it is on several lines; empty without one.

    It is the shortest run of lines that opens with a word for a report and ends with its period; without such a run,
    the first line that names a period among other words, or else the first that has a word for a report.
    """
    lines = [line if _may_be_title(line) else "" for line in preamble]
    runs = sorted(_runs(lines))
    if runs:
        more, start = runs[0]
        return _bare(" ".join(lines[start : start + more + 1]))
    named = next(filter(_names_among_words, lines), "")
    if named:
        return _bare(named)
    period = next(filter(is_period, lines), "")
    return _bare(" ".join(filter(None, [next(filter(_has_word, lines), ""), period])))


def date_on_top(preamble: Sequence[str]) -> str | None:
    """The day (ISO) that alone, or behind a word for publishing, is on a line above the entries, if it is one."""
    days = {day for line in preamble if (day := _day_alone(line))}
    return days.pop() if len(days) == 1 else None


def is_running_header(line: str, title: str) -> bool:
    """Whether a line is what the edge of a printed page repeats: words of the title and a page, or a page alone."""
    if len(line) >= _LONGEST or is_sentence(line) or not any(map(str.isdigit, line)):
        return False
    words = _lower_words(line)
    rest = _without_pages(words)
    if words and not rest:
        return True
    return len(rest) >= _RUNNING and set(rest) <= set(_lower_words(title))


def _lower_words(line: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(line)]


def _without_pages(words: Sequence[str]) -> list[str]:
    """The words without those that count pages: ``page``, ``p``, ``of``."""
    pages = {"of", *(word.rstrip(".") for word in title_terms().page)}
    return [word for word in words if word not in pages]


def _runs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """For each line with a word for a report, how many more it takes to name a period, and its number."""
    for start, line in enumerate(lines):
        if _has_word(line):
            ends = range(start, min(start + _LINES, len(lines)))
            yield from [(end - start, start) for end in ends if _names_a_month(" ".join(lines[start : end + 1]))][:1]


def _may_be_title(line: str) -> bool:
    return len(line) < _LONGEST and not is_sentence(line) and not _is_published(line) and not _day_alone(line)


def _has_word(line: str) -> bool:
    lower = line.lower()
    return any(word in lower for word in title_terms().report)


def _is_published(line: str) -> bool:
    lower = line.lower()
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", lower) for word in title_terms().published)


def _names_a_month(line: str) -> bool:
    return any(not period.is_year for period in find_periods(line))


def _names_among_words(line: str) -> bool:
    return _names_a_month(line) and not _is_date(line)


def _is_date(line: str) -> bool:
    return any(_is_all_of(line, period) for period in find_periods(line))


def _is_all_of(line: str, period: PeriodWords) -> bool:
    return len(_WORD.findall(line[: period.span.start] + line[period.span.end :])) <= 1


def _day_alone(line: str) -> str | None:
    if len(line) >= _LONGEST or is_sentence(line):
        return None
    days = [period for period in find_periods(line) if period.is_day]
    if len(days) == 1 and (_is_published(line) or _is_all_of(line, days[0])):
        return days[0].start
    return None


def _bare(line: str) -> str:
    return _HEADING.sub("", line)
