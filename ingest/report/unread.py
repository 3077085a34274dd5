"""What the reader of a report left out: paragraphs in no entry, addresses that are no source, days that are no date."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain

from ingest.facts import Entry, Reference, UnreadPassage
from ingest.facts.reports import UnreadKind
from ingest.language.dates import DAY, MONTH, iso_day, month_number
from ingest.report.lines import is_short_sentence, is_whole_sentence
from ingest.report.notes.addresses import LinkedAddress, find_addresses

_WORDS = 60
"""Characters of a passage that are shown, at most."""
_LEAP_YEAR = 2000
_DAY_WORDS = re.compile(
    rf"(?<![\w-])(?:(?P<m1>{MONTH})\s(?P<d1>{DAY})|(?P<d2>{DAY})\s(?:of\s)?(?P<m2>{MONTH}))"
    r"|(?<![\w/.-])(?P<d3>\d{1,2})[./](?P<m3>\d{1,2})[./](?P<y3>(?:19|20)\d\d)(?![\w/-])"
    r"|(?<![\w/.-])(?P<y4>(?:19|20)\d\d)-(?P<m4>\d\d)-(?P<d4>\d\d)(?![\w/-])"
)
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)


def find_unread(
    text: str,
    title: str,
    passed: Sequence[tuple[int, str]],
    entries: Sequence[Entry],
    references: Sequence[Reference],
    links: Sequence[LinkedAddress] = (),
) -> tuple[UnreadPassage, ...]:
    """Everything that was left out, by line.

    ``passed`` are the lines in no entry; those of the title do not count. ``links`` are what words of the text lead to.
    """
    sources = _sources(entries, references)
    above = [(line, words) for line, words in passed if words.strip("#*_=- ") not in title]
    found = chain(
        (UnreadPassage(_kind(words), line, first_words(words)) for line, words in above),
        _undated(entries),
        _impossible_days(entries),
        _addresses(text, {line for line, _ in above}, sources),
        _links(text, links, sources),
    )
    return tuple(sorted(set(found), key=lambda passage: (passage.line, passage.kind, passage.words)))


def first_words(text: str) -> str:
    """The first words of a passage, on one line."""
    line = " ".join(text[: 2 * _WORDS].split())
    if len(line) <= _WORDS:
        return line
    return line[:_WORDS].rpartition(" ")[0] + " …" if " " in line[:_WORDS] else line[:_WORDS] + "…"


def _kind(words: str) -> UnreadKind:
    return "paragraph" if is_whole_sentence(words) or is_short_sentence(words) else "line"


def _undated(entries: Sequence[Entry]) -> Iterator[UnreadPassage]:
    for entry in entries:
        if entry.date is None:
            yield UnreadPassage("date", entry.line, first_words(entry.text))


def _impossible_days(entries: Sequence[Entry]) -> Iterator[UnreadPassage]:
    for entry in entries:
        for found in _DAY_WORDS.finditer(entry.text, entry.body):
            if not _is_day(found):
                line = entry.line + entry.text.count("\n", 0, found.start())
                yield UnreadPassage("date", line, found.group())


def _is_day(found: re.Match[str]) -> bool:
    group = {name[0]: words for name, words in found.groupdict().items() if words}
    month = int(group["m"]) if group["m"].isdigit() else month_number(group["m"])
    return iso_day(int(group.get("y", _LEAP_YEAR)), month or 0, int(re.sub(r"\D", "", group["d"]))) is not None


def _sources(entries: Sequence[Entry], references: Sequence[Reference]) -> set[str]:
    """The addresses that are sources of entries."""
    cited = {note.number for entry in entries for note in entry.footnotes}
    sources = {_bare(url) for each in references if each.number in cited for url in (each.url, *each.further)}
    return sources | {_bare(note.url) for entry in entries for note in entry.footnotes if note.url}


def _links(text: str, links: Sequence[LinkedAddress], sources: set[str]) -> Iterator[UnreadPassage]:
    """What words lead to and is no entry's source. The text does not show it, even where its line is listed."""
    ends = [found.start() for found in re.finditer("\n", text)]
    for link in links:
        if _bare(link.url) not in sources:
            yield UnreadPassage("link", bisect_left(ends, link.end) + 1, first_words(link.url))


def _addresses(text: str, passed: set[int], sources: set[str]) -> Iterator[UnreadPassage]:
    """The addresses that are no entry's source, but for those in lines that were passed over as a whole."""
    for number, line in enumerate(text.split("\n"), 1):
        for _, address in find_addresses(line) if number not in passed else ():
            if _bare(address) not in sources:
                yield UnreadPassage("address", number, first_words(address))


def _bare(address: str) -> str:
    return _SCHEME.sub("", address).rstrip("/").lower()
