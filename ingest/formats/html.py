"""An HTML page becomes plain text: a paragraph a line, footnote marks as ``[1]``, addresses of the reference list kept.

Scripts, styles, navigation and everything else that a reader does not see as text is dropped.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from ingest.formats.article import Areas, Block, is_page_heading, keep_article
from ingest.formats.page_parts import ItemList, Row, is_for_notes
from ingest.language.links import write_link

# fmt: off
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
))
_DROPPED = frozenset((
    "head", "iframe", "nav", "noscript", "object", "script", "select", "style", "svg", "template", "textarea",
))
# fmt: on
_SPACES = re.compile(r"[ \t\r\n\f]+")
_SPACES_WITHIN = re.compile(r" {2,}")
_MARKED = re.compile(r"\[\^?\d{1,6}\]")
_OPENS_LINE = re.compile(rf"^{_MARKED.pattern}", re.MULTILINE)
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What may be beside the links of a reference list's item.
_BESIDE_LINKS = " .;,\u21a9\u2191^"
_LISTS = ("ol", "ul")
_CELLS = ("td", "th")


def text_of_html(html: str) -> tuple[str, int]:
    """The text of a page's article, and how many blocks around it were left out.

    Blocks are divided by a blank line, ``<br>`` is a line break, ``<sup>1</sup>`` becomes ``[1]``, a link
    ``[words](address)``. In a line that opens with a footnote number, or an item of a numbered list that is a note by
    its name or holds nothing but links, the address is written out behind the words: there it is what the reference
    list gives. A footnote mark that is itself a link to a source, and is in no list, gets a line at the end.

    The cost is linear in the page, whatever its markup: the parser gives balanced events and builds no tree.
    """
    page = _Page()
    parser = etree.HTMLParser(target=page, encoding="utf-8", huge_tree=True, recover=True)
    # The parser takes no control characters. They are no blanks either, and are told as what a reader does not see.
    parser.feed(_NOT_TEXT.sub("\u200b", html).encode())
    parser.close()
    blocks, left_out = keep_article(page.blocks)
    listed = {mark.group() for block in blocks for mark in _OPENS_LINE.finditer(block)}
    links = [f"{mark} {address}" for mark, address in page.marks.items() if mark not in listed]
    return "\n\n".join([*blocks, *links]) + "\n", left_out


class _Link(NamedTuple):
    """Words of a page that lead to an address."""

    words: str
    url: str


class _Page:
    """Takes the events of a parser, every element ended in its order, and keeps the blocks of text."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.marks: dict[str, str] = {}
        self._parts: list[str | _Link] = []
        # Where the link begins that is open, and what it leads to; empty for a place in the page.
        self._link: tuple[int, str] | None = None
        # How many elements are open since the first that is dropped; 0 outside such.
        self._dropped = 0
        self._raised = 0
        self._lists: list[ItemList] = []
        # The rows of tables that are open, the innermost last.
        self._rows: list[Row] = []
        self._areas = Areas()
        self._heading = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self._dropped or tag in _DROPPED:
            self._dropped += 1
            return
        if tag in _BLOCKS:
            self._end_block()
        self._begin_area(tag, attributes)
        if tag in _LISTS:
            self._lists.append(ItemList(tag == "ol", is_for_notes(attributes)))
        elif tag == "li" and self._lists:
            self._lists[-1].begin_item(is_for_notes(attributes))
        elif tag == "br":
            self._parts.append("\n")
        elif tag == "sup":
            self._raised += 1
        elif tag == "a":
            self._end_link()
            address = attributes.get("href", "").strip()
            self._link = (len(self._parts), address if _ADDRESS.match(address) else "")

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._dropped:
            self._dropped -= 1
            return
        if tag == "a":
            self._end_link()
        if tag in _BLOCKS:
            self._end_block()
        self._end_area(tag)
        if tag in _LISTS and self._lists:
            self._lists.pop()
        elif tag == "sup":
            self._raised -= 1

    def data(self, text: str) -> None:
        """Text between two tags."""
        if self._dropped:
            return
        words = _SPACES.sub(" ", text)
        if self._raised and words.strip().isdecimal():
            words = f"[{words.strip()}]"
        self._parts.append(words)

    def comment(self, text: str) -> None:
        """A comment is not seen by a reader."""

    def close(self) -> None:
        """The page ends."""
        self._end_block()
        while self._rows:
            self._keep(self._rows.pop().blocks())

    def _keep(self, blocks: Sequence[str]) -> None:
        """Put blocks of text into the cell that is open, or the page."""
        if self._rows and self._rows[-1].cells:
            self._rows[-1].cells[-1].extend(blocks)
            return
        for text in blocks:
            is_kept = self._heading > 0 or _MARKED.match(text) is not None
            self.blocks.append(Block(text, self._areas.area, is_kept))

    def _begin_area(self, tag: str, attributes: dict[str, str]) -> None:
        self._areas.start(tag, attributes)
        self._heading += is_page_heading(tag)
        if tag == "tr":
            self._rows.append(Row())
        elif tag in _CELLS and self._rows:
            self._rows[-1].cells.append([])

    def _end_area(self, tag: str) -> None:
        if tag == "tr" and self._rows:
            row = self._rows.pop()
            self._keep(row.blocks())
        self._areas.end()
        self._heading -= is_page_heading(tag)

    def _end_link(self) -> None:
        start, address = self._link or (0, "")
        self._link = None
        words = "".join(part for part in self._parts[start:] if isinstance(part, str)) if address else ""
        mark = words.strip()
        if _MARKED.fullmatch(mark):
            self.marks.setdefault(mark, address)
        elif mark:
            self._parts[start:] = [_Link(words, address)]

    def _end_block(self) -> None:
        """Close the block that is open and keep it, unless it has no words."""
        note = self._lists[-1].note_mark(_is_only_links(self._parts)) if self._lists else ""
        lines = [_line(parts, note) for parts in _split_lines(self._parts)]
        text = "\n".join(lines).strip()
        if text and self._lists:
            self._lists[-1].wrote = True
        if text:
            self._keep([f"{note} {text}" if note else text])
        self._parts = []
        self._link = (0, self._link[1]) if self._link else None


def _is_only_links(parts: Sequence[str | _Link]) -> bool:
    """Whether a block holds links, and beside them no words."""
    words = "".join(part for part in parts if isinstance(part, str)).strip(_BESIDE_LINKS)
    return not words.strip() and any(isinstance(part, _Link) for part in parts)


def _split_lines(parts: Iterable[str | _Link]) -> Iterator[list[str | _Link]]:
    line: list[str | _Link] = []
    for part in parts:
        if part == "\n":
            yield line
            line = []
        else:
            line.append(part)
    yield line


def _line(parts: Sequence[str | _Link], note: str) -> str:
    """A line of text; in a line of the reference list, addresses are written out behind the words that lead to them."""
    plain = "".join(part if isinstance(part, str) else part.words for part in parts)
    write = _write_in_list if note or _MARKED.match(plain.strip()) else _write_in_text
    words = "".join(part if isinstance(part, str) else write(part) for part in parts)
    return _SPACES_WITHIN.sub(" ", words).strip()


def _write_in_list(link: _Link) -> str:
    if _ADDRESS.match(link.words.strip()):
        return link.url if link.words.rstrip().endswith(("…", "...")) else link.words
    return f"{link.words.rstrip()} {link.url} "


def _write_in_text(link: _Link) -> str:
    return link.words if _ADDRESS.match(link.words.strip()) else write_link(link.words, link.url)
