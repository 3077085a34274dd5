"""Footnote marks in an entry, the report's list of references, and what does not fit between the two.

A reference is a line that opens with a footnote number: ``[12] https://…``, ``[12]https://…``, ``[^12]: https://…``,
``12. https://…``; words may be before the address. Numbers may be missing from the list.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from ingest.facts import Entry, Footnote, ParseIssue, Reference, Span

_MARK = re.compile(r"\\?\[\s?\^?(\d{1,6}(?:\s?[,;]\s?\d{1,6}){0,20})\s?\\?\]")
_NUMBER = re.compile(r"\d+")
_REFERENCE = re.compile(
    r"\s{0,8}(?:[-*•]\s{1,3})?(?:\\?\[\s?\^?(\d{1,6})\s?\\?\](?!\()\s?[:.]?|(\d{1,6})[.)](?=\s{0,3}(?:https?://|www\.)))"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)
_LINKED = re.compile(r"\[(\d{1,6})\]\((https?://[^\s)]+)\)")
_TAIL = ".,;>*]}"


def find_footnotes(text: str) -> tuple[Footnote, ...]:
    """The footnote marks of a paragraph in its order; ``[3, 4]`` are two, each with the span of its number.

    A number that looks like a year (``[2022]``) is an editor's insertion.
    """
    return tuple(_footnotes(text))


def _footnotes(text: str) -> Iterator[Footnote]:
    for mark in _MARK.finditer(text):
        numbers = list(_NUMBER.finditer(mark[1]))
        for number in numbers:
            span = Span(*mark.span()) if len(numbers) == 1 else _moved(number, mark.start(1))
            if not re.fullmatch(r"(?:19|20)\d\d", number.group()):
                rule = "footnotes.one_in_mark" if len(numbers) == 1 else "footnotes.several_in_mark"
                yield Footnote(number.group(), span, rule)


def _moved(number: re.Match[str], by: int) -> Span:
    return Span(number.start() + by, number.end() + by)


def opens_reference(line: str) -> str | None:
    """The number that a line of the reference list opens with, ``None`` for another line."""
    found = _REFERENCE.match(line)
    return (found[1] or found[2]) if found else None


def address_in(line: str) -> str | None:
    """The first address in a line, without the punctuation after it."""
    return next(find_addresses(line), None)


def find_addresses(line: str) -> Iterator[str]:
    """Every address in a line, without the punctuation after it."""
    for found in _ADDRESS.finditer(line):
        url = found.group().rstrip(_TAIL)
        # Brackets that the address opens are its own: "/wiki/Court_(law)".
        closing = len(url) - len(url.rstrip(")"))
        yield url[: len(url) - min(closing, max(0, url.count(")") - url.count("(")))].rstrip(_TAIL)


def find_linked(line: str, number: int) -> Iterator[Reference]:
    """Footnote marks that are links themselves, as Markdown writes them: ``[12](https://…)``.

    ``number`` is the line's in the file.
    """
    for mark in _LINKED.finditer(line):
        yield Reference(mark[1], mark[2], number, "references.linked_mark")


def find_mismatches(entries: Sequence[Entry], references: Iterable[Reference], last_line: int) -> Iterator[ParseIssue]:
    """What does not fit between footnotes and the list: each with the line of the file where it stands.

    A report whose footnotes have no list at all is one ``no reference list``, not a ``no address`` each.
    """
    cited = {note.number for entry in entries for note in entry.footnotes}
    listed: set[str] = set()
    for reference in references:
        if reference.number in listed:
            yield ParseIssue("duplicate number", reference.line, reference.number)
        elif reference.number not in cited:
            yield ParseIssue("no footnote", reference.line, reference.number)
        listed.add(reference.number)
    if cited and not listed:
        yield ParseIssue("no reference list", last_line)
        return
    for entry in entries:
        for note in entry.footnotes:
            if note.number not in listed:
                line = entry.line + entry.text.count("\n", 0, note.span.start)
                yield ParseIssue("no address", line, note.number)
