"""What does not fit between the footnotes of entries and the list of references."""

from collections.abc import Iterable, Iterator, Sequence

from ingest.facts import Entry, ParseIssue, Reference


def find_mismatches(entries: Sequence[Entry], references: Iterable[Reference], last_line: int) -> Iterator[ParseIssue]:
    """What does not fit between footnotes and the list: each with the line of the file where it stands.

    A report whose footnotes have no list at all is one ``no reference list``, not a ``no address`` each.
    """
    cited = {note.number for entry in entries for note in entry.footnotes if not note.url}
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
            if not note.url and note.number not in listed:
                line = entry.line + entry.text.count("\n", 0, note.span.start)
                yield ParseIssue("no address", line, note.number)
