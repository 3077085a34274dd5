"""A dossier as a Word document. Sources are a numbered list at its end to which each quotation links."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from exports.dossier import wording
from exports.dossier.claims import Claim
from exports.dossier.content import Dossier
from exports.dossier.quotes import Note, Quote
from kg.system.control_characters import replace_control

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph


def write_document(dossier: Dossier, issued: str, publisher: str, file: BinaryIO) -> None:
    """Write the document. ``issued`` is an ISO day, and the date of its properties too."""
    from docx import Document  # noqa: PLC0415 (only a document needs it)

    document = Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = _clean(dossier.title), _clean(publisher), ""
    properties.created = properties.modified = datetime.fromisoformat(issued)
    document.add_heading(_clean(dossier.title), 0)
    for said in dossier.notes_at_top:
        document.add_paragraph(_clean(said))
    document.add_heading(wording.SUMMARY, 1)
    _table(document, dossier.summary)
    document.add_heading(wording.QUESTIONNAIRE, 1)
    document.add_paragraph(wording.QUESTIONNAIRE_NOTE)
    for name, lines in dossier.headings:
        document.add_heading(name, 2)
        for line in filter(None, lines):
            document.add_paragraph(_clean(line), style="List Bullet")
    document.add_heading(wording.FACTS, 1)
    if not dossier.claims:
        document.add_paragraph(wording.NO_FACTS)
    for claim in dossier.claims:
        _claim(document, claim)
    _contradictions(document, dossier.contradictions)
    if dossier.law:
        document.add_heading(wording.LAW, 1)
        _table(document, dossier.law)
    if dossier.ties:
        document.add_heading(wording.PEOPLE, 1)
    for tie in dossier.ties:
        document.add_paragraph(_clean(tie.what))
        _quotes(document, tie.quotes)
    document.add_heading(wording.SOURCES, 1)
    for note in dossier.notes:
        _note(document, note)
    document.save(file)


def _table(document: "Document", rows: Iterable[Iterable[str]]) -> None:
    cells = [list(row) for row in rows]
    table = document.add_table(rows=len(cells), cols=len(cells[0]), style="Table Grid")
    for row, texts in zip(table.rows, cells, strict=True):
        for number, (cell, words) in enumerate(zip(row.cells, texts, strict=True)):
            cell.paragraphs[0].add_run(_clean(words)).bold = number == 0


def _contradictions(document: "Document", groups: Iterable[Iterable[Claim]]) -> None:
    for number, group in enumerate(groups):
        if not number:
            document.add_heading(wording.CONTRADICTIONS, 1)
        claims = list(group)
        table = document.add_table(rows=1, cols=len(claims), style="Table Grid")
        for cell, claim in zip(table.rows[0].cells, claims, strict=True):
            _claim(cell, claim)


def _claim(place: "Document | _Cell", claim: Claim) -> None:
    paragraph = place.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    paragraph.add_run(f"{claim.number}. {_clean(claim.what)}").bold = True
    if badge := wording.BADGES[claim.certainty]:
        paragraph.add_run(f"  [{badge}]").bold = True
    about = "; ".join((*claim.details, *claim.dates, claim.standing))
    place.add_paragraph(_clean(about)).paragraph_format.keep_with_next = bool(claim.quotes)
    _quotes(place, claim.quotes)


def _quotes(place: "Document | _Cell", quotes: Iterable[Quote]) -> None:
    for quote in quotes:
        paragraph = place.add_paragraph()
        paragraph.paragraph_format.left_indent = _INDENT
        paragraph.add_run(f"[{quote.entry}{f', {quote.date}' if quote.date else ''}] ")
        for words in quote.words:
            paragraph.add_run(_clean(words.text)).bold = words.exact
        if not quote.words:
            paragraph.add_run(wording.NO_WORDS).italic = True
        _link(paragraph, quote.note)


_INDENT = 228_600
"""A quarter of an inch, in the format's units (English Metric Units)."""


def _link(paragraph: "Paragraph", note: int) -> None:
    """A raised number that leads to a note."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 (only a document needs it)
    from docx.oxml.ns import qn  # noqa: PLC0415 (likewise)

    run = paragraph.add_run(str(note))
    run.font.superscript = True
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), f"note{note}")
    link.append(run._r)
    paragraph._p.append(link)


def _note(document: "Document", note: Note) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415 (only a document needs it)
    from docx.oxml.ns import qn  # noqa: PLC0415 (likewise)

    paragraph = document.add_paragraph(f"{note.number}. {_clean(note.text + ', '.join(note.urls))}")
    for name in ("bookmarkStart", "bookmarkEnd"):
        mark = OxmlElement(f"w:{name}")
        mark.set(qn("w:id"), str(note.number))
        if name == "bookmarkStart":
            mark.set(qn("w:name"), f"note{note.number}")
        paragraph._p.append(mark)


def _clean(words: str) -> str:
    """Words that XML 1.0 can write."""
    return replace_control(words).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
