"""Lists and rows of tables of a page that are open while it is read."""

import re
from collections.abc import Mapping

# What pages call their footnotes: "fn1", "footnote-2", "cite_note-3", "wp-block-footnotes", "doc-endnote".
_NOTES = re.compile(r"(?:foot|end|cite)_?-?notes?\b|(?:foot|end)notes?|\bfn\W?\d|\breferences\b", re.IGNORECASE)
# Lines of a cell from which on it is no data.
_LINES = 4


class Row:
    """A row of a table that is open, with the blocks of text of each of its cells."""

    def __init__(self) -> None:
        self.cells: list[list[str]] = []

    def blocks(self) -> list[str]:
        """One line with a tab between the cells; the cells' own blocks where the table only arranges the page.

        Data is in cells of one short block each; an arrangement has cells of several, or one cell in a row.
        """
        full = [cell for cell in self.cells if cell]
        if len(full) > 1 and all(len(cell) == 1 and cell[0].count("\n") < _LINES for cell in full):
            return ["\t".join(" ".join(words.split()) for (words,) in full)]
        return [block for cell in self.cells for block in cell]


class ItemList:
    """A list that is open: which item it is at, and whether its items are notes."""

    def __init__(self, numbered: bool, for_notes: bool) -> None:
        self._numbered = numbered
        self._for_notes = for_notes
        self._number = 0
        self._is_note = False
        self.wrote = False

    def begin_item(self, is_note: bool) -> None:
        """The next item begins."""
        self._number += 1
        self._is_note = self._for_notes or is_note
        self.wrote = False

    def note_mark(self, only_links: bool) -> str:
        """``[2]`` where the block that ends is a note of a numbered list; empty for all else."""
        is_note = only_links or self._is_note
        return f"[{self._number}]" if self._numbered and self._number and is_note and not self.wrote else ""


def is_for_notes(attributes: Mapping[str, str]) -> bool:
    """Whether the names that a page gives an element say that it is a footnote, or has such."""
    return any(_NOTES.search(attributes.get(name, "")) for name in ("id", "class", "role"))
