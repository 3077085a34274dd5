"""From the text that was read back to the text as it came: entries get their own words, and spans point into them.

What stands in an entry and is read as something else is a ``ParseIssue`` for each kind, with the line of the entry.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from ingest.facts import Entry, EntryFacts, Footnote, ParseIssue, ReportFacts, Span
from ingest.language.clean_text import CleanText

Move = Callable[[Span], Span]


def restore_original(read: ReportFacts, text: CleanText) -> ReportFacts:
    """The facts of ``text.text`` as facts of ``text.source``."""
    if not text.changes:
        return read
    entries = tuple(_restore_entry(facts, text) for facts in read.entries)
    report = replace(
        read.report,
        entries=tuple(facts.entry for facts in entries),
        references=tuple(replace(r, line=text.original_line(r.line)) for r in read.report.references),
        issues=_issues(read, entries, text),
        unread=tuple(replace(passage, line=text.original_line(passage.line)) for passage in read.report.unread),
    )
    return ReportFacts(report, entries)


def describe_characters(issues: tuple[ParseIssue, ...]) -> list[str]:
    """What was found in entries that a reader does not see, a sentence for each kind."""
    sentences = []
    for kind, words in _SENTENCES.items():
        numbers = [int(issue.what) for issue in issues if issue.kind == kind]
        if numbers:
            entries = "1 entry" if len(numbers) == 1 else f"{len(numbers)} entries"
            sentences.append(words.format(number=sum(numbers), entries=entries))
    return sentences


_SENTENCES = {
    "invisible characters": "Invisible characters in {entries} ({number} in all) were read as if absent.",
    "look-alike letters": "Letters of another alphabet in {entries} ({number} in all) were read as they look.",
    "mixed alphabets": "Words of two alphabets in {entries} ({number} in all) were read as they are. Check the names.",
    "unusual letters": "Letters in unusual forms in {entries} ({number} in all) were read as plain ones.",
}


def _restore_entry(facts: EntryFacts, text: CleanText) -> EntryFacts:
    entry = facts.entry
    here = text.original(Span(entry.start, entry.start + len(entry.text)))
    words = text.source[slice(*here)]
    line = text.original_line(entry.line)
    if words == entry.text:
        return replace(facts, entry=replace(entry, start=here.start, line=line))

    def move(span: Span) -> Span:
        start, end = text.original(Span(entry.start + span.start, entry.start + span.end))
        return Span(start - here.start, end - here.start)

    body = move(Span(entry.body, entry.body)).start
    moved: EntryFacts = _move_spans(facts, move)
    moved = replace(moved, entry=replace(moved.entry, text=words, start=here.start, line=line, body=body))
    return replace(moved, entry=replace(moved.entry, footnotes=_restore_links(entry, moved.entry, text)))


def _restore_links(read: Entry, moved: Entry, text: CleanText) -> tuple[Footnote, ...]:
    """The footnotes, those of linked words with all that stands behind the words: nothing of it was read."""
    notes = []
    for was, note in zip(read.footnotes, moved.footnotes, strict=True):
        mark = text.link_marks.get((read.start + was.span.start, note.url)) if was.span.start == was.span.end else None
        notes.append(replace(note, span=Span(mark.start - moved.start, mark.end - moved.start)) if mark else note)
    return tuple(notes)


def _move_spans(value: Any, move: Move) -> Any:
    """A value with every span in it moved."""
    if isinstance(value, Span):
        return move(value)
    if isinstance(value, tuple):
        moved = [_move_spans(part, move) for part in value]
        return value._make(moved) if hasattr(value, "_make") else tuple(moved)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _move_spans(getattr(value, f.name), move) for f in fields(value)})
    return value


def _issues(read: ReportFacts, entries: tuple[EntryFacts, ...], text: CleanText) -> tuple[ParseIssue, ...]:
    known = [replace(issue, line=text.original_line(issue.line)) for issue in read.report.issues]
    found = [*known, *_characters(entries, text)]
    return tuple(sorted(found, key=lambda issue: (issue.line, issue.kind, issue.what)))


def _characters(entries: tuple[EntryFacts, ...], text: CleanText) -> Iterator[ParseIssue]:
    for facts in entries:
        numbers = _count(facts.entry, text)
        yield from (ParseIssue(kind, facts.entry.line, str(number)) for kind, number in numbers.items())


def _count(entry: Entry, text: CleanText) -> Counter[str]:
    """Characters of the entry as it came that were changed, by kind."""
    first = bisect_left(text.changes, entry.start, key=lambda change: change.start)
    last = bisect_right(text.changes, entry.start + len(entry.text) - 1, key=lambda change: change.start)
    numbers: Counter[str] = Counter()
    for change in text.changes[first:last]:
        if change.kind != "plain":
            numbers[change.kind] += change.end - change.start if change.kind == "invisible characters" else 1
    return numbers
