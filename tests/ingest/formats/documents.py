"""One month as a text, a page, a Word document and a PDF, made as a test needs it."""

import io
import re
import textwrap
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from fpdf import FPDF

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True)
class Month:
    """A title, and entries with the address of each."""

    title: str
    entries: tuple[tuple[str, str], ...]

    def text(self) -> str:
        """The month as plain text with a list of references."""
        entries = [f"{words}[{number}]." for number, (words, _) in enumerate(self.entries, 1)]
        notes = [f"[{number}] {url}" for number, (_, url) in enumerate(self.entries, 1)]
        return "\n\n".join([self.title, *entries, "\n".join(notes)]) + "\n"

    def page(self) -> str:
        """The month as a page with raised numbers and a list of links."""
        entries = "".join(
            f"<p>{escape(words)}<sup>{number}</sup>.</p>" for number, (words, _) in enumerate(self.entries, 1)
        )
        notes = "".join(f'<li><a href="{url}">source</a></li>' for _, url in self.entries)
        return f"<html><body><h1>{escape(self.title)}</h1>{entries}<ol>{notes}</ol></body></html>"

    def pdf(self) -> bytes:
        """The month as a PDF, an entry a page, each with its note at the end, counted from 1."""
        printed = Printed("Political persecution in Kazakhstan, October 2022")
        for number, (words, url) in enumerate(self.entries):
            printed.add_page()
            lines = textwrap.wrap(f"{words}[1].", 90)
            for at, line in enumerate(lines if number else [self.title, "", *lines]):
                printed.put(30, 60 + at * 13, line)
            printed.put(30, 350, f"1 {url}", size=8)
        return bytes(printed.output())

    def docx(self) -> bytes:
        """The month as a Word document with footnotes."""
        paragraphs = [
            run(words) + footnote_mark(number) + run(".") for number, (words, _) in enumerate(self.entries, 1)
        ]
        return word_document([run(self.title), *paragraphs], [run(url) for _, url in self.entries])


MONTH = Month(
    "Monitoring of political persecution in Kazakhstan, October 2022",
    (
        (
            "October 3, Taraz, police detained Mirlov Adam near the theatre, held him for six hours at the city police "
            "department and let him go without a record",
            "https://one.example/mirlov",
        ),
        (
            "October 5, Semey, Sorrelova Bela, Article 488, Part 6 of the Code of Administrative Offences of the RK, "
            "was sentenced to 10 days of administrative arrest for a picket",
            "https://two.example/a/sorrelova?x=1",
        ),
        (
            "October 6, Aktobe, Mirlov Adam was taken to the remand prison again after an appeal of the prosecutor's "
            "office, which the regional court had granted in full",
            "https://three.example/again",
        ),
    ),
)


class Printed(FPDF):
    """Pages with a running header and a page number, and notes in small type at their ends."""

    def __init__(self, header: str, width: int = 120) -> None:
        super().__init__(unit="pt", format=(width * 5, 400))
        self.running = header
        self.set_font("Times", size=11)
        self.set_auto_page_break(False)
        self.compress = False

    def header(self) -> None:
        self.text(30, 20, self.running)
        self.text(300, 385, f"- {self.page_no()} -")

    def put(self, x: float, y: float, words: str, size: float = 11, url: str = "") -> None:
        """Print a line; ``[1]`` in it is a raised number, and its words lead to ``url``."""
        start = x
        for part in re.split(r"(\[\d+\])", words):
            raised = re.fullmatch(r"\[(\d+)\]", part)
            self.set_font_size(size * 0.6 if raised else size)
            text = raised[1] if raised else part
            self.text(x, y - (size * 0.35 if raised else 0), text)
            x += self.get_string_width(text)
        self.set_font_size(11)
        if url:
            self.link(start, y - size, x - start, size, url)


def run(words: str, properties: str = "") -> str:
    """A run of a Word document."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def footnote_mark(number: int) -> str:
    """The mark of a footnote, whose id is two higher: two are the document's separators."""
    return f'<w:r><w:footnoteReference w:id="{number + 1}"/></w:r>'


def word_document(
    paragraphs: Sequence[str], footnotes: Sequence[str] = (), links: Sequence[str] = (), numbering: str = ""
) -> bytes:
    """A ``.docx`` of the XML of its paragraphs; tables may stand among them. Links are ``rL1``, ``rL2`` …"""
    body = "".join(p if p.startswith("<w:tbl") else f"<w:p>{p}</w:p>" for p in paragraphs)
    notes = "".join(
        f'<w:footnote w:id="{id}"><w:p>{words}</w:p></w:footnote>' for id, words in enumerate(["", "", *footnotes])
    )
    parts = {"footnotes": f"<w:footnotes {NAMES}>{notes}</w:footnotes>"}
    if numbering:
        parts["numbering"] = f"<w:numbering {NAMES}>{numbering}</w:numbering>"
    relations = "".join(
        f'<Relationship Id="r{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in parts
    ) + "".join(
        f'<Relationship Id="rL{number}" Type="{OFFICE}/hyperlink" Target="{escape(url)}" TargetMode="External"/>'
        for number, url in enumerate(links, 1)
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPES}.document.main+xml"/>'
        + "".join(f'<Override PartName="/word/{k}.xml" ContentType="{TYPES}.{k}+xml"/>' for k in parts)
        + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
        **{f"word/{kind}.xml": xml for kind, xml in parts.items()},
    }
    return packed(files)


NAMES = f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}"'


def packed(files: dict[str, str | bytes]) -> bytes:
    """A zip file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()
