"""Word documents: what a reader sees of them, with notes and links, and files that are none."""

import io
import zipfile

import pytest

from ingest.errors import ReportRefused
from ingest.formats.files import decode_file
from tests.ingest.formats.documents import MONTH, footnote_mark, packed, run, word_document

DECIMAL = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


def lines(*paragraphs: str, **more: object) -> list[str]:
    """The lines of a document with these paragraphs."""
    document = decode_file(word_document(paragraphs, **more), ".docx", "r.docx")  # type: ignore[arg-type]
    assert document.encoding == "docx"
    return document.text.rstrip("\n").split("\n\n")


def numbered(words: str, list: int) -> str:
    return f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list}"/></w:numPr></w:pPr>{run(words)}'


def link(words: str, number: int) -> str:
    return f'<w:hyperlink r:id="rL{number}">{run(words)}</w:hyperlink>'


def field(words: str, url: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f'{marks[0]}<w:r><w:instrText> HYPERLINK "{url}" </w:instrText></w:r>{marks[1]}{run(words)}{marks[2]}'


def test_footnotes_are_marks_and_a_list_in_the_order_of_the_text() -> None:
    found = lines(
        run("The court") + footnote_mark(2) + run(" sat") + footnote_mark(1) + run("."),
        footnotes=[run("First, https://a.example"), field("Second", "https://b.example")],
    )
    assert found == ["The court[1] sat[2].", "[1] Second https://b.example", "[2] First, https://a.example"]


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (run("Ada ") + run("Mir") + run("ling"), "Ada Mirling"),
        (run("one") + run(" ") + run("two"), "one two"),
        (run("monument") + run("12", '<w:vertAlign w:val="superscript"/>') + run("."), "monument[12]."),
        (run("nine m") + run("2", '<w:vertAlign w:val="subscript"/>'), "nine m2"),
        (run("seen") + run("not seen", "<w:vanish/>"), "seen"),
        (run("kept") + f"<w:del>{run('deleted')}</w:del><w:ins>{run(' new')}</w:ins>", "kept new"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        (run("police ") + link("detained", 1) + run(" her"), "police [detained](https://a.example/x) her"),
        (run("see ") + link("https://a.example/x", 1), "see https://a.example/x"),
        (
            run("police ") + field("detained", "https://a.example/y") + run(" her"),
            "police [detained](https://a.example/y) her",
        ),
    ],
)
def test_a_paragraph(xml: str, text: str) -> None:
    assert lines(run("First line of it."), xml, links=["https://a.example/x"])[1] == text


def test_numbers_of_a_list_are_written_and_bullets_are_not() -> None:
    found = lines(
        numbered("first", 1),
        numbered("item", 2),
        numbered("second", 1),
        run("apart"),
        numbered("third", 1),
        numbering=DECIMAL,
    )
    assert found == ["1. first", "item", "2. second", "apart", "3. third"]


def test_a_row_of_a_table_is_a_line() -> None:
    cell = "<w:tc><w:p>{}</w:p></w:tc>"
    row = (
        "<w:tr>"
        + cell.format(run("October 3"))
        + cell.format(run("Taraz"))
        + cell.format(run("Police came."))
        + "</w:tr>"
    )
    assert lines(run("Title"), f"<w:tbl>{row}{row}</w:tbl>")[1:] == ["October 3\tTaraz\tPolice came."] * 2


BOMB = f'<!ENTITY a "{"x" * 1000}">' + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 20}">' for n in range(8))


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 cut off",
        b"a report, October 3, as plain text",
        packed({"word/document.xml": "<w:document/>"}),
        packed({"[Content_Types].xml": "<Types/>", "_rels/.rels": "no XML"}),
        packed({"[Content_Types].xml": "x" * 100, **{f"{n}.xml": "" for n in range(3_000)}}),
        packed({"zeros": b"\0" * 140_000_000}),
        MONTH.docx()[:-400],
    ],
    ids=["cut", "text", "no types", "no XML", "many files", "large inside", "cut at the end"],
)
def test_what_is_no_document_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(ReportRefused, match=r"^r\.docx: ") as refused:
        decode_file(data, ".docx", "r.docx")
    assert str(refused.value).endswith(".")


def with_entities(declared: str, words: str) -> bytes:
    """A document whose text refers to entities that it declares."""
    with zipfile.ZipFile(io.BytesIO(word_document([run(words)]))) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    xml = archive_text(files["word/document.xml"]).replace("&amp;", "&")
    files["word/document.xml"] = f"<!DOCTYPE d [{declared}]>{xml}"
    return packed(files)


def archive_text(data: str | bytes) -> str:
    return data if isinstance(data, str) else data.decode()


def test_no_file_is_read_for_an_entity() -> None:
    data = with_entities('<!ENTITY f SYSTEM "file:///etc/hostname">', "October 3, the court sat&f;.")
    assert decode_file(data, ".docx", "r.docx").text == "October 3, the court sat\n"


def test_entities_that_grow_are_refused() -> None:
    with pytest.raises(ReportRefused, match="cannot be read as a Word document"):
        decode_file(with_entities(BOMB, "October 3, the court sat. &i;"), ".docx", "r.docx")
