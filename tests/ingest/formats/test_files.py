import hashlib
import os
import random
from pathlib import Path

import pytest

from ingest.errors import ReportRefused
from ingest.formats.files import decode_file, read_file
from ingest.formats.folders import files_passed_over, find_report_files, folders_passed_over

TEXT = "October 3, Almaty, the court’s “ruling” — told in Алматы.\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1251"), "cp1251"),
    ],
)
def test_likely_encodings(data: bytes, encoding: str) -> None:
    document = decode_file(data, ".txt", "a.txt")
    assert (document.text, document.encoding) == (TEXT, encoding)
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.notes == (() if encoding == "utf-8" else (f"Read as {encoding}.",))


def test_western_letters_are_cp1252() -> None:
    text = "October 3, Düsseldorf, the “café” was searched."
    assert decode_file(text.encode("cp1252"), ".txt", "a").text == text


def test_a_damaged_byte_does_not_change_the_encoding() -> None:
    data = ("“words” " * 50).encode() + b"\xff and more"
    document = decode_file(data, ".txt", "a")
    assert document.text.startswith("“words”")
    assert document.notes == ("Read as utf-8; 1 damaged bytes are shown as \ufffd.",)


def test_line_ends_become_one() -> None:
    assert decode_file(b"one\r\ntwo\rthree\x0cfour", ".txt", "a").text == "one\ntwo\nthree\nfour"


@pytest.mark.parametrize("data", [b"", b"  \n\n", b"\xef\xbb\xbf", b"\x00" * 100])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(ReportRefused, match=r"^x\.txt: the file is empty"):
        decode_file(data, ".txt", "x.txt")


@pytest.mark.parametrize("seed", range(20))
def test_random_bytes_are_refused(seed: int) -> None:
    data = random.Random(seed).randbytes(2000 + seed)
    with pytest.raises(ReportRefused, match=r"^x\.txt: .*(not a text file|cannot be detected)"):
        decode_file(data, ".txt", "x.txt")


def test_what_is_no_readable_file_is_refused_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "report.rtf").write_bytes(b"{\\rtf1}")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    cases = {
        "missing.txt": "no such file",
        "loop.txt": "cannot be read|no such file",
        "report.rtf": "only .txt, .md, .html",
        "folder": "a folder",
        "pipe.txt": "not a regular file",
    }
    for name, words in cases.items():
        with pytest.raises(ReportRefused, match=f"{name}: .*(?:{words})"):
            read_file(tmp_path / name)


def test_a_file_without_rights_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")

    def refuse(path: Path, flags: int) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    # Root reads everything, so the refusal of the system is put in its place.
    monkeypatch.setattr("ingest.formats.regular_files.os.open", refuse)
    with pytest.raises(ReportRefused, match=r"a\.txt: no permission"):
        read_file(tmp_path / "a.txt")


def test_folders_give_their_documents(tmp_path: Path) -> None:
    for name in ("b.txt", "a.HTML", "c.md", "d.rtf", "e.docx", "f.htm", ".hidden.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    found = find_report_files([tmp_path, tmp_path / "b.txt", tmp_path / "missing.txt"])
    assert [path.name for path in found] == ["a.HTML", "b.txt", "c.md", "e.docx", "f.htm", "missing.txt"]
    assert [path.name for path in files_passed_over(tmp_path)] == ["d.rtf"]
    (tmp_path / "empty").mkdir()
    with pytest.raises(ReportRefused, match=r"empty: no file .*\.txt"):
        find_report_files([tmp_path / "empty"])


def test_folders_in_a_folder_that_hold_documents_are_known(tmp_path: Path) -> None:
    for name in ("2031/03/a.txt", "2032/b.html", ".git/c.txt", "pictures/d.png", "casefile/kg.toml", "casefile/e.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert [path.name for path in folders_passed_over(tmp_path)] == ["2031", "2032"]
    assert folders_passed_over(tmp_path / "2032/b.html") == []


PAGE = """<html><head><title>Site</title><style>p {color: red}</style><script>var a = "October 1";</script></head>
<body><nav><a href="/">Главная</a></nav><h1>Monitoring, October&nbsp;2022</h1>
<p>October 3, Almaty,
   the court &amp; the <b>police</b><sup><a href="#f1">[1]</a></sup>.<br>A second line<sup>2</sup></p><hr>
<script>document.write("<p>October 9, Almaty, x</p>")</script>
<p><a href="#r1">[1]</a> <a href="https://one.example/a?b=1&amp;c=2">one.example</a></p>
<p>[2] https://two.example/</p>
</body></html>"""


def test_a_page_becomes_text() -> None:
    document = decode_file(PAGE.encode(), ".html", "page.html")
    assert document.text.split("\n") == [
        "Monitoring, October\xa02022",
        "",
        "October 3, Almaty, the court & the police[1].",
        "A second line[2]",
        "",
        "[1] one.example https://one.example/a?b=1&c=2",
        "",
        "[2] https://two.example/",
        "",
    ]


def test_a_numbered_list_of_links_is_a_reference_list() -> None:
    page = '<ol><li><a href="https://one.example/">One</a></li><li><a href="https://two.example/">https://two.example/</a></li></ol>'
    assert decode_file(page.encode(), ".html", "p").text == "[1] One https://one.example/\n\n[2] https://two.example/\n"


def test_a_footnote_mark_that_is_a_link_gives_its_address() -> None:
    page = (
        '<p>The court sat<sup><a href="https://one.example/">1</a></sup>, <a href="https://b.example/">says B</a>.</p>'
    )
    text = decode_file(page.encode(), ".html", "p").text
    assert text == "The court sat[1], [says B](https://b.example/).\n\n[1] https://one.example/\n"


def test_notes_parted_by_line_breaks_have_an_address_each() -> None:
    page = (
        '<p>The court sat [1] and rose [2].</p><p>[1] <a href="https://one.example/a">the daily</a><br>'
        '[2] <a href="https://two.example/">two.example</a>, copy: <a href="https://old.example/2">kept</a><br>'
        "[3] https://three.example/</p>"
    )
    assert decode_file(page.encode(), ".html", "p").text.split("\n")[2:] == [
        "[1] the daily https://one.example/a",
        "[2] two.example https://two.example/ , copy: kept https://old.example/2",
        "[3] https://three.example/",
        "",
    ]


@pytest.mark.parametrize("item", ['<ol class="footnotes"><li>', '<ol><li id="fn1">', '<ol><li id="cite_note-a-1">'])
def test_items_that_are_notes_by_their_name_are_a_reference_list(item: str) -> None:
    page = (
        f'<p>The court sat<sup>1</sup>.</p>{item}<p>The daily, <a href="https://one.example/">3 May</a>.</p></li></ol>'
    )
    assert decode_file(page.encode(), ".html", "p").text == (
        "The court sat[1].\n\n[1] The daily, 3 May https://one.example/ .\n"
    )


def test_a_link_around_a_picture_or_to_a_place_in_the_page_is_no_address() -> None:
    page = '<p><a href="https://one.example/"><img src="a.png"></a>The <a href="#top">court</a> sat.</p>'
    assert decode_file(page.encode(), ".html", "p").text == "The court sat.\n"


ARTICLE = "<p>October 3, Almaty, the court sat for most of the day and rose in the evening<sup>1</sup>.</p>"
AROUND = [
    "<header><a href='/'>Home</a> <a href='/about'>About us</a></header>{}",
    "{}<footer>October 9, all rights are ours</footer>",
    "{}<aside><p>October 4, another story</p></aside>",
    "<div class='site-header main-menu'>News of October 5</div>{}",
    "{}<div class='related-posts'><article><p>October 4, Astana, another story</p></article></div>",
    "{}<div id='comments'><p>October 6, Reader: so it is.</p></div>",
    "{}<div role='navigation'>October 2022</div>",
    "<p>Skip to content</p><main>{}</main><p>October 7, more</p>",
    "<div>Menu</div><article><header><h1>Review</h1></header>{}</article><div>Tags</div>",
]


@pytest.mark.parametrize("around", AROUND)
def test_what_stands_around_the_article_of_a_page_is_left_out_and_it_is_said(around: str) -> None:
    notes = "<ol class='footnotes'><li><a href='https://one.example/'>The daily</a></li></ol>"
    document = decode_file(f"<html><body>{around.format(ARTICLE)}{notes}</body></html>".encode(), ".html", "p")
    lines = [line for line in document.text.split("\n") if line and line != "Review"]
    assert lines == [
        "October 3, Almaty, the court sat for most of the day and rose in the evening[1].",
        "[1] The daily https://one.example/",
    ]
    assert "around the page's article" in document.notes[0]


def test_where_the_article_has_the_lesser_part_of_a_page_everything_is_kept() -> None:
    page = f"<article><p>Short.</p></article><div class='sidebar'>{ARTICLE}</div><p>Other words.</p>"
    document = decode_file(page.encode(), ".html", "p")
    assert document.text.count("\n\n") == 2 and document.notes == ()


def test_a_page_says_its_encoding() -> None:
    page = '<meta charset="windows-1251"><p>Привет, October 3, Almaty, the court sat.</p>'
    document = decode_file(page.encode("cp1251"), ".html", "p")
    assert (document.encoding, document.text) == ("windows-1251", "Привет, October 3, Almaty, the court sat.\n")


@pytest.mark.parametrize(
    ("printed", "wrong", "where"),
    [
        ("Dovan said: no — the court’s answer, «yes»", "cp1252", "1 line"),
        ("Dovan said: “no” — the court’s answer, «yes»", "latin-1", "1 line"),
        ("The words «да» and\nDovan’s “no” — again", "cp1251", "2 lines"),
    ],
)
def test_text_that_went_through_a_wrong_encoding_is_restored_and_it_is_said(
    printed: str, wrong: str, where: str
) -> None:
    read = decode_file(printed.encode().decode(wrong).encode(), ".txt", "report")
    assert read.text == printed
    assert read.notes == (f"Characters garbled by a wrong encoding were restored in {where}: compare the names.",)


@pytest.mark.parametrize(
    "whole", ["“says X” — Đ", "naïve café’s façade", "Дованов: «нет» — “да”", "São Côté, 5 £ and 3 €"]
)
def test_whole_text_stays_as_it_is(whole: str) -> None:
    read = decode_file(whole.encode(), ".txt", "report")
    assert (read.text, read.notes) == (whole, ())
