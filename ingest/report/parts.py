"""What a text is made of: paragraphs with their headers, references, and lines that were passed over."""

from dataclasses import dataclass, field, replace

from ingest.facts import Reference, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.report.headers.header import Header
from ingest.report.notes.marks import Marks
from ingest.report.notes.reference_list import ReferenceList
from ingest.report.titles import title_of


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some lines of the text: ``span`` in it without the white space around, ``line`` of the first, from 1.

    ``noted`` says whether a footnote mark is in it, ``settled`` that more lines change nothing about its header.
    """

    span: Span
    line: int
    header: Header
    noted: bool
    settled: bool = False

    def with_more(self, end: int, noted: bool) -> "Paragraph":
        """The paragraph, reaching up to ``end``."""
        return replace(self, span=Span(self.span.start, end), noted=self.noted or noted)


@dataclass(frozen=True, slots=True)
class Parts:
    """What a text is made of.

    ``preamble`` holds the lines before the first entry, ``passed`` every line (with its number) that is part of no
    entry and no reference.
    """

    preamble: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    references: tuple[Reference, ...]
    last_line: int
    passed: tuple[tuple[int, str], ...] = ()
    marks: Marks = field(default_factory=Marks)


@dataclass(slots=True)
class Found:
    """What was read of a text so far. ``linked`` are the references that are as links in the entries.

    ``heading`` is the header of the line that dates what is below it.
    """

    text: str
    jurisdiction: Jurisdiction
    notes: ReferenceList
    marks: Marks
    heading: Header | None = None
    preamble: list[str] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    linked: list[Reference] = field(default_factory=list)
    passed: list[tuple[int, str]] = field(default_factory=list)
    title: str = ""

    def is_behind_references(self, paragraph: Paragraph) -> bool:
        """Whether the list of references has begun above a paragraph."""
        references = self.notes.references
        return bool(references) and references[0].line < paragraph.line

    def words(self, paragraph: Paragraph) -> str:
        """The words of a paragraph."""
        return self.text[slice(*paragraph.span)]

    def pass_over(self, paragraph: Paragraph) -> None:
        """Keep a paragraph as one that was not read, if it has words."""
        if any(map(str.isalnum, words := self.words(paragraph))):
            self.passed.append((paragraph.line, words))

    def put_above(self, paragraph: Paragraph) -> None:
        """Put a paragraph before the entries."""
        self.preamble.append(self.words(paragraph))
        self.pass_over(paragraph)

    def open_entry(self, paragraph: Paragraph) -> None:
        """Begin an entry; with the first, the title is known."""
        self.title = self.title or title_of(self.preamble)
        self.paragraphs.append(paragraph)
