"""A ``.docx`` document becomes plain text: a paragraph a line, its notes at the end as a list of references.

Footnotes and endnotes are ``[1]``, ``[2]`` … in the order of the text; a raised number is a mark too. Linked words are
``[words](address)``. A row of a table is a line, its cells apart by tabs. Left out is what a reader does not see
(deleted and hidden text, comments), headers and footers of pages, and pictures.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from ingest.errors import ReportRefused
from ingest.formats.packages import open_zip
from ingest.formats.word.lists import Counters
from ingest.formats.word.runs import NAMESPACES, Notes, Relations, W, text_of_paragraph

_NOTES = {"footnotes": "footnoteReference", "endnotes": "endnoteReference"}


def text_of_docx(data: bytes, name: str) -> str:
    """The text of a document. Raises ``ReportRefused`` naming the file if it is none, or too large."""
    open_zip(io.BytesIO(data), name).close()
    import docx  # noqa: PLC0415 (a tenth of a second, and most reports are text)

    try:
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
        notes = Notes()
        numbering = _part(document, "numbering")
        counters = Counters(numbering.root if numbering else None)
        lines = list(_lines(body, _relations(document.part), notes, counters))
        lines += _note_lines(document, notes)
    except ReportRefused:
        raise
    except Exception as error:  # noqa: BLE001 (whatever is wrong with a file from elsewhere, the others are read)
        raise ReportRefused(
            f"{name}: it cannot be read as a Word document ({type(error).__name__}). Open it in a word processor and "
            "save it again, as .docx or as plain text."
        ) from None
    return "\n\n".join(line for line in lines if line.strip()) + "\n"


def _relations(part: Any) -> Relations:
    """What the part's links lead to, by the ids that its text has for them."""
    relations = part.rels
    return {id: each.target_ref for id, each in relations.items() if each.is_external}


@dataclass(frozen=True)
class _Part:
    """A part of the document beside its text, and what its links lead to."""

    root: etree._Element
    relations: Relations


def _part(document: Any, kind: str) -> _Part | None:
    """A part, parsed: nothing outside of it is read, and no entity is expanded."""
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(f"/{kind}"):
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
            return _Part(etree.fromstring(relation.target_part.blob, parser), _relations(relation.target_part))
    return None


def _lines(body: etree._Element, relations: Relations, notes: Notes, counters: Counters) -> Iterator[str]:
    """The lines of a body, or of a cell of a table."""
    for element in body.iterchildren():
        if element.tag == f"{W}p":
            words = text_of_paragraph(element, relations, notes)
            yield counters.prefix(element) + words if words.strip() else ""
        elif element.tag == f"{W}tbl":
            yield from (_row(row, relations, notes, counters) for row in element.iterchildren(f"{W}tr"))
        elif element.tag == f"{W}sdt":
            for content in element.iterchildren(f"{W}sdtContent"):
                yield from _lines(content, relations, notes, counters)


def _row(row: etree._Element, relations: Relations, notes: Notes, counters: Counters) -> str:
    cells = (_lines(cell, relations, notes, counters) for cell in row.iterchildren(f"{W}tc"))
    return "\t".join(" ".join(" ".join(line.split()) for line in cell if line.strip()) for cell in cells)


def _note_lines(document: Any, notes: Notes) -> Iterator[str]:
    """The list of references: every note that the text refers to."""
    found = [line for kind, reference in _NOTES.items() for line in _notes_of(document, kind, reference, notes)]
    yield from (f"[{number}] {words}" for number, words in sorted(found))


def _notes_of(document: Any, kind: str, reference: str, notes: Notes) -> Iterator[tuple[int, str]]:
    part = _part(document, kind)
    if part is None:
        return
    for note in part.root.iterchildren():
        if number := notes.numbers.get((reference, note.get(f"{W}id", ""))):
            paragraphs = note.iterfind(".//w:p", NAMESPACES)
            words = (text_of_paragraph(each, part.relations, Notes(), in_list=True) for each in paragraphs)
            yield number, " ".join(" ".join(words).split())
