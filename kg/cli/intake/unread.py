"""What a report holds and the reader made nothing of, as a table."""

from collections.abc import Iterable, Iterator, Sequence

from ingest.facts import ParseIssue, UnreadPassage
from ingest.facts.reports import UnreadKind
from kg.cli.output import print_table, say

_PROBLEMS: dict[UnreadKind, str] = {
    "paragraph": "paragraph in no entry",
    "line": "line in no entry",
    "address": "address that is no source",
    "link": "linked words that are no source",
    "date": "date not understood",
}
_LAST = (_PROBLEMS["line"], _PROBLEMS["link"])
# An issue of these kinds is about the passage of that kind at its line.
_SAID_BY: dict[str, UnreadKind] = {"no date": "date", "no such date": "date", "no footnote": "address"}


def count_paragraphs(entries: int, unread: Iterable[UnreadPassage]) -> str:
    """How many paragraphs of a report became entries, as a sentence; empty for a report without entries."""
    kinds = [passage.kind for passage in unread]
    paragraphs, lines = entries + kinds.count("paragraph"), kinds.count("line")
    if not entries:
        return ""
    short = f"; {lines} short line{'s are' if lines > 1 else ' is'} in none" if lines else ""
    return f"{entries} of {paragraphs} paragraph{'s' if paragraphs > 1 else ''} became entries{short}."


def print_unread(
    name: str, report: str, unread: Sequence[UnreadPassage], issues: Sequence[ParseIssue], most: int | None = None
) -> None:
    """Print what was not read, by line; with more than ``most`` rows, sentences come first and the rest are counted.

    A site's navigation is lines and links: they come last.
    """
    rows = list(_rows(unread, issues))
    if not rows:
        return
    listed = rows if most is None else sorted(rows, key=lambda row: row[1] in _LAST)[:most]
    print_table(f"Not read in {name}", ["line", "problem", "words"], sorted(listed))
    if len(listed) < len(rows):
        say(f"and {len(rows) - len(listed)} more: `kg report show {report} --unread` lists all.")


def _rows(unread: Sequence[UnreadPassage], issues: Sequence[ParseIssue]) -> Iterator[tuple[int, str, str]]:
    passages = {(passage.line, passage.kind): passage for passage in unread}
    said = set()
    for issue in issues:
        kind = _SAID_BY.get(issue.kind)
        passage = passages.get((issue.line, kind)) if kind else None
        said.add(passage)
        yield issue.line, issue.kind, " ".join(filter(None, [issue.what, passage.words if passage else ""]))
    for passage in unread:
        if passage not in said:
            yield passage.line, _PROBLEMS[passage.kind], passage.words
