"""Footnotes of a Word document, which python-docx does not write (ECMA-376 part 1, 17.11).

python-docx has the parts of a file and their elements; the part ``word/footnotes.xml`` is made here.
"""

from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.run import Run

_TEXT, _NUMBER = "footnote text", "footnote reference"
_SEPARATORS = ("separator", "continuationSeparator")
"""The lines above footnotes: a reader expects them as notes of their own, numbered below the first."""


class Footnotes:
    """The footnotes of one document, numbered from 1 in the order in which they are added."""

    def __init__(self, document: "Document") -> None:
        self._document = document
        self._notes = OxmlElement("w:footnotes")
        self._count = 0
        self._add_styles()
        for id, name in enumerate(_SEPARATORS, -1):
            self._add_separator(id, name)
        self._declare_separators()
        part = document.part
        uri = PackURI("/word/footnotes.xml")
        made = XmlPart(uri, CONTENT_TYPE.WML_FOOTNOTES, self._notes, part.package)
        part.relate_to(made, RELATIONSHIP_TYPE.FOOTNOTES)

    def add(self, paragraph: Paragraph, words: str) -> None:
        """Put a footnote behind what a paragraph says so far."""
        self._count += 1
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(self._count))
        self._numbered(paragraph).append(reference)
        inside = Paragraph(_add(self._footnote(self._count), "w:p"), self._document._body)
        inside.style = self._document.styles[_TEXT]
        _add(self._numbered(inside), "w:footnoteRef")
        inside.add_run(f" {words}")

    def _numbered(self, paragraph: Paragraph) -> "BaseOxmlElement":
        run: Run = paragraph.add_run()
        run.style = self._document.styles[_NUMBER]
        return run._r

    def _footnote(self, id: int) -> "BaseOxmlElement":
        note = _add(self._notes, "w:footnote")
        note.set(qn("w:id"), str(id))
        return note

    def _add_separator(self, id: int, name: str) -> None:
        note = self._footnote(id)
        note.set(qn("w:type"), name)
        _add(_add(_add(note, "w:p"), "w:r"), f"w:{name}")

    def _declare_separators(self) -> None:
        """Name the separators in the settings, at their place in the order that the standard gives."""
        declared = OxmlElement("w:footnotePr")
        for id in range(-1, len(_SEPARATORS) - 1):
            _add(declared, "w:footnote").set(qn("w:id"), str(id))
        self._document.settings.element.find(qn("w:compat")).addprevious(declared)

    def _add_styles(self) -> None:
        styles = self._document.styles
        styles.add_style(_TEXT, WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(9)
        styles[_TEXT].paragraph_format.space_after = Pt(2)
        styles.add_style(_NUMBER, WD_STYLE_TYPE.CHARACTER).font.superscript = True


def _add(parent: "BaseOxmlElement", tag: str) -> "BaseOxmlElement":
    child = OxmlElement(tag)
    parent.append(child)
    return child
