"""An HTML page becomes plain text: a paragraph a line, footnote marks as ``[1]``, addresses of the reference list kept.

Scripts, styles, navigation and everything else that a reader does not see as text is dropped.
"""

import re
from html.parser import HTMLParser

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


def text_of_html(html: str) -> str:
    """The text of a page. Blocks are divided by a blank line, ``<br>`` is a line break.

    ``<sup>1</sup>`` becomes ``[1]``. In a block that opens with a footnote number, or an item of a numbered list that
    holds nothing but links, the address of a link is written out: there it is what the reference list gives. A footnote
    mark that is itself a link to a source, and stands in no list, gets a line at the end.
    """
    parser = _Stripper()
    parser.feed(html)
    parser.close()
    parser.end_block()
    listed = {mark.group() for block in parser.blocks if (mark := _MARKED.match(block))}
    links = [f"{mark} {address}" for mark, address in parser.marks.items() if mark not in listed]
    return "\n\n".join([*parser.blocks, *links]) + "\n"


class _Stripper(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self.words: list[str] = []
        self.addresses: list[str] = []
        self.dropping: list[str] = []
        self.raised = 0
        self.linked = False
        self.address = ""
        self.marks: dict[str, str] = {}
        self.loose = False
        self.numbers: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _DROPPED:
            self.dropping.append(tag)
        elif tag == "body" and self.dropping == ["head"]:
            self.dropping.clear()
        if self.dropping:
            return
        if tag in _BLOCKS:
            self.end_block()
        if tag in ("ol", "ul"):
            self.numbers.append(0 if tag == "ol" else -1_000_000_000)
        elif tag == "li" and self.numbers:
            self.numbers[-1] += 1
        elif tag == "br":
            self.words.append("\n")
        elif tag == "sup":
            self.raised += 1
        elif tag == "a":
            self._open_link(dict(attrs).get("href") or "")

    def _open_link(self, address: str) -> None:
        self.linked = True
        self.address = address.strip() if _ADDRESS.match(address) else ""
        if self.address:
            self.addresses.append(self.address)

    def handle_endtag(self, tag: str) -> None:
        if self.dropping:
            # An end tag that closes an outer element ends what was left open inside it too.
            if tag in self.dropping:
                del self.dropping[self.dropping.index(tag) :]
            elif tag == "html":
                self.dropping.clear()
            return
        if tag in _BLOCKS:
            self.end_block()
        if tag in ("ol", "ul") and self.numbers:
            self.numbers.pop()
        elif tag == "sup":
            self.raised = max(0, self.raised - 1)
        elif tag == "a":
            self.linked = False

    def handle_data(self, data: str) -> None:
        if self.dropping:
            return
        words = _SPACES.sub(" ", data)
        if self.raised and words.strip().isdecimal():
            words = f"[{words.strip()}]"
        if self.linked and self.address and _MARKED.fullmatch(words.strip()):
            self.marks.setdefault(words.strip(), self.address)
        self.loose = self.loose or (not self.linked and bool(words.strip(" .;,\u21a9\u2191^")))
        self.words.append(words)

    def end_block(self) -> None:
        """Close the block that is open and keep it, unless it has no words."""
        text = re.sub(r" *\n *", "\n", _SPACES_WITHIN.sub(" ", "".join(self.words))).strip()
        if self.addresses:
            text = self._with_address(text, self.addresses[0])
        if text:
            self.blocks.append(text)
        self.words, self.addresses, self.loose = [], [], False

    def _with_address(self, text: str, address: str) -> str:
        """A block of a reference list with its number and its link's address, which the page itself may not show."""
        number = self.numbers[-1] if self.numbers and not self.loose else 0
        shown = _ADDRESS.search(text)
        if not shown and _MARKED.match(text):
            return f"{text} {address}"
        if not shown and number > 0:
            return f"[{number}] {address}"
        return f"[{number}] {text}" if number > 0 and _ADDRESS.match(text) else text
