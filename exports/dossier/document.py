"""A dossier as a Word document on A4, with the sources in footnotes."""

import io
import shutil
import zipfile
from collections.abc import Iterable
from datetime import datetime
from typing import BinaryIO

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell

from exports.dossier import wording
from exports.dossier.claims import Claim
from exports.dossier.content import Dossier
from exports.dossier.footnotes import Footnotes
from exports.dossier.quotes import Note, Quote
from exports.files import archive_entry
from kg.system.control_characters import replace_control

_INDENT = Mm(6)
_WIDTHS = {2: (Mm(42), Mm(124)), 3: (Mm(30), Mm(96), Mm(40))}
"""Of the columns of a table, by their number."""


def write_document(dossier: Dossier, issued: str, publisher: str, file: BinaryIO) -> None:
    """Write the document. ``issued`` is an ISO day, and the date of its properties too.

    The same dossier, issued on the same day, gives the same bytes.
    """
    document = docx.Document()
    _set_properties(document, dossier.title, publisher, datetime.fromisoformat(issued))
    _set_pages(document)
    _Writer(document, dossier).write()
    made = io.BytesIO()
    document.save(made)
    _copy_dated(made, issued, file)


def _set_properties(document: Document, title: str, publisher: str, day: datetime) -> None:
    """What the file says of itself: nothing of who ran the program, or when."""
    properties = document.core_properties
    properties.title, properties.author = _clean(title), _clean(publisher)
    properties.last_modified_by, properties.comments = "", ""
    properties.created = properties.modified = day


def _set_pages(document: Document) -> None:
    """A4 with numbered pages."""
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(22)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    footer._p.append(number)


def _copy_dated(made: BinaryIO, issued: str, file: BinaryIO) -> None:
    """The same archive with the date of issue: python-docx writes the time of day into it."""
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(file, "w") as target:
        for name in source.namelist():
            with source.open(name) as part, target.open(archive_entry(name, issued), "w") as copy:
                shutil.copyfileobj(part, copy)


class _Writer:
    """Writes the parts of one dossier into a document."""

    def __init__(self, document: Document, dossier: Dossier) -> None:
        self._document, self._dossier = document, dossier
        self._footnotes = Footnotes(document)
        self._notes = {note.number: note for note in dossier.notes}

    def write(self) -> None:
        """Everything, in the order of the page."""
        document, dossier = self._document, self._dossier
        document.add_heading(_clean(dossier.title), 0)
        for said in dossier.notes_at_top:
            document.add_paragraph(_clean(said))
        document.add_heading(wording.SUMMARY, 1)
        self._table(dossier.summary)
        self._submission()
        self._facts()
        if dossier.law:
            document.add_heading(wording.LAW, 1)
            self._table(dossier.law)
        if dossier.ties:
            document.add_heading(wording.PEOPLE, 1)
        for tie in dossier.ties:
            document.add_paragraph(_clean(tie.what))
            self._quotes(document, tie.quotes)

    def _submission(self) -> None:
        self._document.add_heading(wording.QUESTIONNAIRE, 1)
        self._document.add_paragraph(wording.QUESTIONNAIRE_NOTE)
        for name, lines in self._dossier.headings:
            self._document.add_heading(name, 2)
            for line in filter(None, lines):
                self._document.add_paragraph(_clean(line), style="List Bullet")

    def _facts(self) -> None:
        self._document.add_heading(wording.FACTS, 1)
        if not self._dossier.claims:
            self._document.add_paragraph(wording.NO_FACTS)
        for claim in self._dossier.claims:
            self._claim(self._document, claim)
        if self._dossier.contradictions:
            self._document.add_heading(wording.CONTRADICTIONS, 1)
        for group in self._dossier.contradictions:
            table = self._document.add_table(rows=1, cols=len(group), style="Table Grid")
            for cell, claim in zip(table.rows[0].cells, group, strict=True):
                self._claim(cell, claim)

    def _table(self, rows: Iterable[Iterable[str]]) -> None:
        cells = [list(row) for row in rows]
        widths = _WIDTHS[len(cells[0])]
        table = self._document.add_table(rows=len(cells), cols=len(widths), style="Table Grid")
        table.autofit = False
        for row, texts in zip(table.rows, cells, strict=True):
            for number, (cell, words) in enumerate(zip(row.cells, texts, strict=True)):
                cell.width = widths[number]
                cell.paragraphs[0].add_run(_clean(words)).bold = number == 0

    def _claim(self, place: Document | _Cell, claim: Claim) -> None:
        paragraph = place.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        paragraph.add_run(f"{claim.number}. {_clean(claim.what)}").bold = True
        if badge := wording.BADGES[claim.certainty]:
            paragraph.add_run(f"  [{badge}]").bold = True
        about = "; ".join((*claim.details, *claim.dates, claim.standing))
        place.add_paragraph(_clean(about)).paragraph_format.keep_with_next = bool(claim.quotes)
        self._quotes(place, claim.quotes)

    def _quotes(self, place: Document | _Cell, quotes: Iterable[Quote]) -> None:
        for quote in quotes:
            paragraph = place.add_paragraph()
            paragraph.paragraph_format.left_indent = _INDENT
            paragraph.add_run(f"[{quote.entry}{f', {quote.date}' if quote.date else ''}] ")
            for words in quote.words:
                paragraph.add_run(_clean(words.text)).bold = words.exact
            if not quote.words:
                paragraph.add_run(wording.NO_WORDS).italic = True
            self._footnotes.add(paragraph, _clean(_say(self._notes[quote.note])))


def _say(note: Note) -> str:
    return note.text + ", ".join(note.urls)


def _clean(words: str) -> str:
    """Words that XML 1.0 can write."""
    return replace_control(words).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
