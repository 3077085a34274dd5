"""PDF files: lines, paragraphs, marks, notes at page ends, links; and files that are none."""

import io

import pypdf
import pytest

from ingest.errors import ReportRefused
from ingest.formats.files import decode_file
from ingest.formats.pdf import fragments
from ingest.formats.pdf.fragments import Fragment, LinkArea, Page
from ingest.formats.pdf.lines import find_lines
from ingest.language.clean_text import clean_text
from tests.ingest.formats.documents import MONTH, Printed


def text_of(*pages: list[tuple[float, str] | tuple[float, str, float]], header: str = "Review of pressure") -> str:
    """The text of pages, each of lines with their height, words, and size if it is not the usual one."""
    printed = Printed(header)
    for lines in pages:
        printed.add_page()
        for y, words, *size in lines:
            printed.put(30, y, words, *size)
    return decode_file(bytes(printed.output()), ".pdf", "r.pdf").text


def test_running_headers_and_page_numbers_are_left_out() -> None:
    text = text_of([(100, "The first page has this line.")], [(100, "The second page has another.")])
    assert text.split() == ["The", "first", "page", "has", "this", "line.", "The", "second", "page", "has", "another."]


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    text = text_of(
        [
            (100, "Police came to the house and"),
            (330, "searched it until the morn-"),
            (350, "1 https://a.example/1", 8),
        ],
        [(100, "ing, a neighbour said[2]."), (350, "2 https://a.example/2", 8)],
    )
    assert "searched it until the morn-\ning, a neighbour said[2]." in text
    assert "searched it until the morning, a neighbour" in clean_text(text).text.replace("\n", " ")
    assert text.endswith("\n[1] https://a.example/1\n[2] https://a.example/2\n")


A, B = "https://a.example/1", "https://b.example/2"


@pytest.mark.parametrize(
    ("lines", "notes"),
    [
        ([(340, f"1 {A}", 8), (350, f"2 The daily, {B}", 8)], [A, f"The daily, {B}"]),
        ([(340, f"[1] {A}", 8), (350, f"[2] {B}", 8)], [A, B]),
        ([(340, f"1 {A}"), (353, f"2 {B}")], [A, B]),
        ([(330, f"1 {A}-", 8), (340, "long-one.html", 8), (350, f"2 {B}", 8)], [f"{A}-long-one.html", B]),
        (
            [(330, "1 A title that", 8), (340, f"is long, {A}", 8), (350, f"2 {B}", 8)],
            [f"A title that is long, {A}", B],
        ),
    ],
)
def test_notes_at_the_end_of_a_page(lines: list[tuple[float, str, float]], notes: list[str]) -> None:
    text = text_of([(100, "The court sat[1] and rose[2]."), *lines], header="")
    assert text.rstrip("\n").split("\n")[-2:] == [f"[{number}] {note}" for number, note in enumerate(notes, 1)]
    assert text.startswith("The court sat[1] and rose[2].\n")


def test_pages_that_count_their_notes_from_one_get_numbers_of_their_own() -> None:
    text = text_of(
        [(100, "The court sat[1]."), (350, "1 https://a.example/1", 8)],
        [(100, "The court rose[1] and sat[2]."), (340, "1 https://a.example/2", 8), (350, "2 https://a.example/3", 8)],
    )
    assert "sat[1]." in text and "rose[2] and sat[3]." in text
    assert text.endswith("[1] https://a.example/1\n[2] https://a.example/2\n[3] https://a.example/3\n")


def test_lines_far_apart_are_paragraphs_and_a_large_title_is_one() -> None:
    text = text_of(
        [
            (50, "Review of", 22),
            (76, "the month", 22),
            (120, "One line,"),
            (133, "its next."),
            (165, "Another."),
            (178, "Rest."),
        ],
        header="",
    )
    assert text.rstrip("\n").split("\n\n") == ["Review of\nthe month", "One line,\nits next.", "Another.\nRest."]


def test_linked_words_keep_their_address() -> None:
    printed = Printed("Review")
    printed.add_page()
    printed.put(30, 100, "Police detained", url="https://a.example/x")
    printed.put(110, 100, " her, it is said.")
    printed.put(30, 350, "1 ", size=8)
    printed.put(40, 350, "The daily", size=8, url="https://a.example/y")
    text = decode_file(bytes(printed.output()), ".pdf", "r.pdf").text
    assert [link.url for link in clean_text(text).links] == ["https://a.example/x", "https://a.example/y"]
    assert "[Police detained](https://a.example/x) her" in text and "[1] [The daily](https://a.example/y)" in text


def test_a_link_within_a_piece_of_text_is_not_lost() -> None:
    page = Page((Fragment(30, 100, 10, "Police detained her."),), (LinkArea(60, 98, 90, 108, "https://a.example/x"),))
    assert [line.words for line in find_lines(page)] == ["Police detained her.[](https://a.example/x)"]


def locked() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(MONTH.pdf()))
    writer.encrypt("secret")
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


def of_pages(number: int) -> bytes:
    writer = pypdf.PdfWriter()
    for _ in range(number):
        writer.add_blank_page(100, 100)
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 and nothing more", "cannot be read as a PDF file"),
        (b"a report, as plain text", "cannot be read as a PDF file"),
        (MONTH.pdf()[:2000], "cannot be read as a PDF file|no text"),
        (locked(), "has a password"),
        (of_pages(1), "no text"),
        (of_pages(fragments.PAGES + 1), "more than 2,000 pages"),
    ],
    ids=["head", "text", "cut", "locked", "blank", "many pages"],
)
def test_what_cannot_be_read_is_refused_by_name(data: bytes, words: str) -> None:
    with pytest.raises(ReportRefused, match=rf"^r\.pdf: .*({words}).*\.$"):
        decode_file(data, ".pdf", "r.pdf")


def test_a_file_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fragments, "SECONDS", 0.01)
    with pytest.raises(ReportRefused, match="takes more than"):
        decode_file(MONTH.pdf(), ".pdf", "r.pdf")
