"""A PDF file becomes plain text: its lines, a blank line between paragraphs, and its notes as a list at the end."""

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ingest.errors import ReportRefused
from ingest.formats.pdf.fragments import read_pages
from ingest.formats.pdf.lines import Line, find_lines, main_size
from ingest.formats.pdf.notes import Note, Numbering, split_notes, without_running_lines

_WIDTH = 120
_ENDS = (".", "!", "?", "]", "”", "»", ":", "…")
# A gap between two lines that is so many times the usual one divides paragraphs.
_WIDE = 1.25


def text_of_pdf(data: bytes, name: str) -> str:
    """The text of a PDF file. Raises ``ReportRefused`` naming the file if it cannot be read, or has no text."""
    pages = without_running_lines([find_lines(page) for page in read_pages(data, name)])
    size = main_size(line for lines in pages for line in lines)
    numbering, notes = Numbering(), list[Note]()
    texts: list[list[Line]] = []
    for lines in pages:
        text, found = numbering.renumber(*split_notes(lines, size))
        texts.append(text)
        notes += found
    if not any(texts):
        raise ReportRefused(f"{name}: it has pictures of pages and no text. Run it through text recognition first.")
    return "\n".join([*_paragraphs(texts), "", *_list(notes)]) + "\n"


def _paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """The lines of the text, an empty one between paragraphs; a paragraph may go on on the next page."""
    gap = _usual_gap(pages)
    last: Line | None = None
    for lines in pages:
        begins = True
        for line in lines:
            if last and (_is_broken_off(last) if begins else _divides(last, line, gap)):
                yield ""
            yield from textwrap.wrap(line.words, _WIDTH, break_long_words=False, break_on_hyphens=False) or [line.words]
            last, begins = line, False


def _is_broken_off(last: Line) -> bool:
    """Whether the last line of a page ends its paragraph."""
    return last.words.rstrip().endswith(_ENDS)


def _divides(above: Line, below: Line, gap: float) -> bool:
    return below.y > above.y or _gap(above, below) > _WIDE * gap or abs(above.size - below.size) > 1


def _gap(above: Line, below: Line) -> float:
    """How far two lines are apart, in the size of their letters."""
    return (above.y - below.y) / max(above.size, below.size, 1.0)


def _usual_gap(pages: Iterable[Sequence[Line]]) -> float:
    gaps: Counter[float] = Counter()
    for lines in pages:
        gaps.update(round(_gap(above, below), 1) for above, below in pairwise(lines) if above.y > below.y)
    return gaps.most_common(1)[0][0] if gaps else 0.0


def _list(notes: Iterable[Note]) -> Iterator[str]:
    for note in notes:
        line = f"[{note.number}] {note.words}"
        # Only lines with an address may be longer than those of wrapped text.
        yield from [line] if "://" in line else textwrap.wrap(line, _WIDTH)
