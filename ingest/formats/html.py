"""An HTML page becomes plain text: a paragraph a line, footnote marks as ``[1]``, addresses of the reference list kept.

Scripts, styles, navigation and everything else that a reader does not see as text is dropped.
"""

import re

from lxml import etree

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
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_BESIDE_BREAK = re.compile(r" *\n *")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What may be beside the links of a reference list's item.
_BESIDE_LINKS = " .;,\u21a9\u2191^"
_LISTS = ("ol", "ul")
# Items of a list without numbers count up from far below nothing.
_UNNUMBERED = -1_000_000_000


def text_of_html(html: str) -> str:
    """The text of a page. Blocks are divided by a blank line, ``<br>`` is a line break.

    ``<sup>1</sup>`` becomes ``[1]``. In a block that opens with a footnote number, or an item of a numbered list that
    holds nothing but links, the address of a link is written out: there it is what the reference list gives. A footnote
    mark that is itself a link to a source, and is in no list, gets a line at the end.

    The cost is linear in the page, whatever its markup: the parser gives balanced events and builds no tree.
    """
    page = _Page()
    parser = etree.HTMLParser(target=page, encoding="utf-8", huge_tree=True, recover=True)
    # The parser takes no control characters. They are no blanks either, and are told as what a reader does not see.
    parser.feed(_NOT_TEXT.sub("\u200b", html).encode())
    parser.close()
    listed = {mark.group() for block in page.blocks if (mark := _MARKED.match(block))}
    links = [f"{mark} {address}" for mark, address in page.marks.items() if mark not in listed]
    return "\n\n".join([*page.blocks, *links]) + "\n"


class _Page:
    """Takes the events of a parser, every element ended in its order, and keeps the blocks of text."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.marks: dict[str, str] = {}
        self._words: list[str] = []
        self._addresses: list[str] = []
        # How many elements are open since the first that is dropped; 0 outside such.
        self._dropped = 0
        self._raised = 0
        self._linked = 0
        self._address = ""
        self._loose = False
        self._numbers: list[int] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self._dropped or tag in _DROPPED:
            self._dropped += 1
            return
        if tag in _BLOCKS:
            self._end_block()
        if tag in _LISTS:
            self._numbers.append(0 if tag == "ol" else _UNNUMBERED)
        elif tag == "li" and self._numbers:
            self._numbers[-1] += 1
        elif tag == "br":
            self._words.append("\n")
        elif tag == "sup":
            self._raised += 1
        elif tag == "a":
            self._begin_link(attributes.get("href", "").strip())

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._dropped:
            self._dropped -= 1
            return
        if tag in _BLOCKS:
            self._end_block()
        if tag in _LISTS and self._numbers:
            self._numbers.pop()
        elif tag == "sup":
            self._raised -= 1
        elif tag == "a":
            self._linked -= 1

    def data(self, text: str) -> None:
        """Text between two tags."""
        if self._dropped:
            return
        words = _SPACES.sub(" ", text)
        if self._raised and words.strip().isdecimal():
            words = f"[{words.strip()}]"
        if self._linked and self._address and _MARKED.fullmatch(words.strip()):
            self.marks.setdefault(words.strip(), self._address)
        self._loose = self._loose or (not self._linked and bool(words.strip(_BESIDE_LINKS)))
        self._words.append(words)

    def comment(self, text: str) -> None:
        """A comment is not seen by a reader."""

    def close(self) -> None:
        """The page ends."""
        self._end_block()

    def _begin_link(self, address: str) -> None:
        self._linked += 1
        self._address = address if _ADDRESS.match(address) else ""
        if self._address:
            self._addresses.append(self._address)

    def _end_block(self) -> None:
        """Close the block that is open and keep it, unless it has no words."""
        text = _BESIDE_BREAK.sub("\n", _SPACES_WITHIN.sub(" ", "".join(self._words))).strip()
        if self._addresses:
            text = self._with_address(text)
        if text:
            self.blocks.append(text)
        self._words, self._addresses, self._loose = [], [], False

    def _with_address(self, text: str) -> str:
        """A line of a reference list with the address that its link only leads to."""
        number = self._numbers[-1] if self._numbers else 0
        only_links = number > 0 and not self._loose
        if only_links and _ADDRESS.match(text):
            return f"[{number}] {text}"
        if _ADDRESS.search(text):
            return text
        if _MARKED.match(text):
            return f"{text} {self._addresses[0]}"
        return f"[{number}] {self._addresses[0]}" if only_links else text
