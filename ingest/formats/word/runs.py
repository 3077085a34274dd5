"""The text of a paragraph of a ``.docx`` document: words, marks of notes, links."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from ingest.language.links import write_link

NAMESPACES = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
W = f"{{{NAMESPACES['w']}}}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

Relations = Mapping[str, str]
"""The addresses of a part's links, by their ids."""

_DROPPED = {f"{W}{name}" for name in ("del", "moveFrom", "pPr", "pict", "drawing")} | {_FALLBACK}
_MARKS = {f"{W}footnoteReference", f"{W}endnoteReference"}
_WRITTEN = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
_ADDRESS = re.compile(r"(?:https?://|www\.)", re.IGNORECASE)
_FIELD = re.compile(r"\bHYPERLINK\s+\"([^\"]+)\"")


@dataclass
class Notes:
    """The notes that a text refers to: the number of each, by the kind of its reference and its id there."""

    numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def number(self, reference: etree._Element) -> int:
        """The number of a reference's note, in the order of the text."""
        key = (etree.QName(reference).localname, reference.get(f"{W}id", ""))
        return self.numbers.setdefault(key, len(self.numbers) + 1)


def text_of_paragraph(paragraph: etree._Element, relations: Relations, notes: Notes, in_list: bool = False) -> str:
    """The text of a paragraph; ``in_list`` writes the address of a link behind its words, as a list of notes does."""
    words = _Words(relations, notes, in_list)
    words.take(paragraph)
    return "".join(words.parts)


class _Words:
    """Takes the elements of a paragraph in their order. ``parts`` are the pieces of its text so far."""

    def __init__(self, relations: Relations, notes: Notes, in_list: bool) -> None:
        self.parts: list[str] = []
        self._relations = relations
        self._notes = notes
        self._in_list = in_list
        # The address and the beginning of a link that is a field, between its first mark and its last.
        self._field: list[tuple[int, str]] = []

    def take(self, element: etree._Element) -> None:
        """Take what is in an element."""
        for child in element.iterchildren():
            if child.tag == f"{W}r":
                self._take_run(child)
            elif child.tag == f"{W}hyperlink":
                start = len(self.parts)
                self.take(child)
                self._link(start, self._relations.get(child.get(_RELATION, ""), ""))
            elif child.tag == f"{W}fldSimple":
                start, found = len(self.parts), _FIELD.search(child.get(f"{W}instr", ""))
                self.take(child)
                self._link(start, found[1] if found else "")
            elif child.tag not in _DROPPED and isinstance(child.tag, str):
                self.take(child)

    def _take_run(self, run: etree._Element) -> None:
        if _is_set(run, "vanish"):
            return
        start = len(self.parts)
        for child in run.iterchildren():
            if child.tag == f"{W}t":
                self.parts.append(child.text or "")
            elif child.tag in _MARKS:
                self.parts.append(f"[{self._notes.number(child)}]")
            elif child.tag in _WRITTEN:
                self.parts.append(_WRITTEN[child.tag])
            elif child.tag in (f"{W}fldChar", f"{W}instrText"):
                self._take_field(child)
        words = "".join(self.parts[start:]).strip()
        if words.isdecimal() and run.find("./w:rPr/w:vertAlign[@w:val='superscript']", NAMESPACES) is not None:
            self.parts[start:] = [f"[{words}]"]

    def _take_field(self, element: etree._Element) -> None:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._field.append((len(self.parts), ""))
        elif kind == "end" and self._field:
            self._link(*self._field.pop())
        elif kind is None and self._field and (found := _FIELD.search(element.text or "")):
            self._field[-1] = (len(self.parts), found[1])

    def _link(self, start: int, address: str) -> None:
        words = "".join(self.parts[start:])
        if not _ADDRESS.match(address) or not words.strip() or _ADDRESS.match(words.strip()):
            return
        self.parts[start:] = [f"{words} {address}" if self._in_list else write_link(words, address)]


def _is_set(run: etree._Element, property: str) -> bool:
    found = run.find(f"./w:rPr/w:{property}", NAMESPACES)
    return found is not None and found.get(f"{W}val") not in ("0", "false", "none")
