"""Splitting a text: entries, footnotes, references, period, and what could not be read."""

import pytest

from ingest.errors import PeriodUnknown, ReportRefused
from ingest.facts import Report
from ingest.formats.files import decode_file
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.report.parser import LONGEST_ENTRY, parse_report
from tests.processor_limit import processor_limit

KZ = load_jurisdiction("kazakhstan")
TITLE = "MONITORING OF PERSECUTION FROM OCTOBER 1 TO OCTOBER 31, 2022\n\n"


def split(text: str, period: str | None = None) -> Report:
    return parse_report(text, KZ, period, "a.txt")


REPORT = """Нажмите "Enter" для перехода к содержанию

MONITORING OF PERSECUTION FROM OCTOBER 1 TO OCTOBER 31, 2022

October 3, Almaty, Testov Adam was detained[1].

\u00a0

4 October, Taraz, the court began a trial [2][3]
October 5, Semey, the akimat refused a rally[4]. It gave no reason.


October 6, Astana, a statement was made.
On October 7, Aktau, a list of those detained: Testov A.,

Testova B. and two others[5].
October 31, Oral, the hearing is closed[6, 7].
****
[1] https://one.example/a.html
[2]https://two.example/b

[4] Radio Test: https://four.example/c,
[5]
https://five.example/
[5] https://five.example/again
[9] https://nine.example/

Поделись, чтобы люди узнали:
.
You must be logged in to post a comment.
"""


def test_a_report_is_split() -> None:
    report = split(REPORT)
    assert report.title == "MONITORING OF PERSECUTION FROM OCTOBER 1 TO OCTOBER 31, 2022"
    assert (report.period, report.period_start, report.period_end) == ("2022-10", "2022-10-01", "2022-10-31")
    assert [(e.number, e.date, e.line, [n.number for n in e.footnotes]) for e in report.entries] == [
        (1, "2022-10-03", 5, ["1"]),
        (2, "2022-10-04", 9, ["2", "3"]),
        (3, "2022-10-05", 10, ["4"]),
        (4, "2022-10-06", 13, []),
        (5, "2022-10-07", 14, ["5"]),
        (6, "2022-10-31", 17, ["6", "7"]),
    ]
    assert report.entries[4].text.endswith("Testov A.,\n\nTestova B. and two others[5].")
    assert [(r.number, r.url, r.line) for r in report.references] == [
        ("1", "https://one.example/a.html", 19),
        ("2", "https://two.example/b", 20),
        ("4", "https://four.example/c", 22),
        ("5", "https://five.example/", 24),
        ("5", "https://five.example/again", 25),
        ("9", "https://nine.example/", 26),
    ]
    assert [(u.kind, u.line, u.what) for u in report.issues] == [
        ("no address", 9, "3"),
        ("no address", 17, "6"),
        ("no address", 17, "7"),
        ("duplicate number", 25, "5"),
        ("no footnote", 26, "9"),
    ]
    lines = REPORT.split("\n")
    for entry in report.entries:
        assert lines[entry.line - 1].startswith(entry.text.split("\n")[0])
        assert all(note.number in entry.text[slice(*note.span)] for note in entry.footnotes)


def test_entries_divided_by_single_line_breaks_or_blank_lines_are_the_same() -> None:
    lines = [f"October {day}, Almaty, something happened to somebody[{day}]." for day in range(1, 29)]
    dense, airy = split(TITLE + "\n".join(lines)), split(TITLE + "\n\n \n\n".join(lines))
    assert [e.text for e in dense.entries] == [e.text for e in airy.entries] == lines


def test_a_date_that_does_not_exist_is_kept_and_listed() -> None:
    report = split(
        TITLE + "October 32, Almaty, x[1].\n\nOctober 3, Almaty, y[2].\n[1] https://a.example\n[2] https://b.example"
    )
    assert [e.date for e in report.entries] == [None, "2022-10-03"]
    assert [(u.kind, u.line) for u in report.issues] == [("no such date", 3)]


def test_an_entry_without_a_date_is_kept_and_listed() -> None:
    text = (
        TITLE
        + "October 3, Almaty, x[1].\n\nIn Taraz the prisoners went on a hunger strike[2].\n\nFREEDOM OF ASSEMBLY\n\n"
    )
    text += "Observers who had come to the trial from several towns of the country were not let into the room.\n"
    report = split(text + "October 4, Almaty, y[3].\n")
    assert [(e.date, e.line) for e in report.entries] == [("2022-10-03", 3), (None, 5), (None, 9), ("2022-10-04", 10)]
    assert [(u.kind, u.line) for u in report.issues] == [("no date", 5), ("no date", 9), ("no reference list", 10)]


def test_a_footnote_alone_on_its_line_belongs_to_the_entry_before_it() -> None:
    report = split(
        TITLE + "October 3, Almaty, the court sat.\n[1]\n\nOctober 4, Almaty, x.\n[2]\n\n[1]\nhttps://a.example/\n"
    )
    assert [[n.number for n in e.footnotes] for e in report.entries] == [["1"], ["2"]]
    assert [(r.number, r.url) for r in report.references] == [("1", "https://a.example/")]


@pytest.mark.parametrize("above", ["November 5, 2022", "November 5, 2022 by admin", "Posted on November 5, 2022"])
def test_the_day_of_publication_is_no_entry(above: str) -> None:
    report = split(f"Home\nReports\n{above}\n" + TITLE + "October 3, Almaty, x[1].\n")
    assert [(e.number, e.date) for e in report.entries] == [(1, "2022-10-03")]
    assert report.title == TITLE.strip()


def test_a_markdown_link_is_a_footnote_with_its_address() -> None:
    report = split(
        TITLE + "**October 3**, Almaty, the court sat [1](https://one.example/a).\n\n[2]: https://two.example\n"
    )
    assert [(e.date, [n.number for n in e.footnotes]) for e in report.entries] == [("2022-10-03", ["1"])]
    assert report.addresses()["1"] == ("https://one.example/a",)


FORMS = {
    "crlf": (".txt", lambda text: text.replace("\n", "\r\n").encode()),
    "utf-16": (".txt", lambda text: text.encode("utf-16")),
    "cp1251": (".txt", lambda text: text.encode("cp1251")),
    "html": (".html", lambda text: "".join(f"<p>{line}</p>" for line in text.split("\n")).encode()),
    "html with line breaks": (".html", lambda text: f"<div>{text.replace(chr(10), '<br>')}</div>".encode()),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_report_is_the_same_in_every_form(form: str) -> None:
    suffix, encode = FORMS[form]
    report = split(decode_file(encode(REPORT), suffix, "a").text)
    kept = split(REPORT)
    assert (report.title, report.period) == (kept.title, kept.period)
    assert [(e.date, e.text.split()) for e in report.entries] == [(e.date, e.text.split()) for e in kept.entries]
    assert [(r.number, r.url) for r in report.references] == [(r.number, r.url) for r in kept.references]


def test_wrapped_lines_are_one_entry() -> None:
    text = TITLE + (
        "October 3, Almaty, the court heard the case of\nTestov Adam and set the next hearing for\n"
        "October 28, when witnesses will\nspeak[1].\n\nOctober 4, Almaty, x[2].\n\n"
        "October 5, Almaty, the hearing was put off until\nOctober 30, as the judge was ill[3].\n"
    )
    assert [e.date for e in split(text).entries] == ["2022-10-03", "2022-10-04", "2022-10-05"]


@pytest.mark.parametrize(
    ("title", "period", "start", "end"),
    [
        ("MONITORING FROM OCTOBER 1 TO OCTOBER 31, 2022", "2022-10", "2022-10-01", "2022-10-31"),
        ("Monitoring from 1 to November 30, 2023", "2023-11", "2023-11-01", "2023-11-30"),
        ("THE REPUBLIC OF TEST 1 to April 30, 2024", "2024-04", "2024-04-01", "2024-04-30"),
        ("Monthly Monitoring Report (January 1–31, 2025)", "2025-01", "2025-01-01", "2025-01-31"),
        ("Monitoring, October 2022", "2022-10", "2022-10-01", "2022-10-31"),
        ("Report from October 1, 2022 to October 15, 2022", "2022-10-01--2022-10-15", "2022-10-01", "2022-10-15"),
        ("Report for 1-31 March 2024", "2024-03", "2024-03-01", "2024-03-31"),
        ("Report 01.02.2024 - 29.02.2024", "2024-02", "2024-02-01", "2024-02-29"),
        ("MONITORING OF PERSECUTION\nIN TEST\nFROM MAY 1 TO MAY 31, 2024", "2024-05", "2024-05-01", "2024-05-31"),
    ],
)
def test_titles(title: str, period: str, start: str, end: str) -> None:
    month = int(start[5:7])
    day = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"]
    report = split(f"{title}\n\n{day[month - 1]} 3, Almaty, the court[1].\n")
    assert (report.period, report.period_start, report.period_end, report.period_source) == (
        period,
        start,
        end,
        "title",
    )
    assert report.title == title.replace("\n", " ")


def june(*extra: str) -> str:
    return "\n".join([*(f"June {day}, Almaty, the court sat[{day}]." for day in range(1, 20)), *extra])


AGREEING = (
    "June 20, Almaty, a rally is planned for July 2, 2023[20].",
    "June 21, Almaty, he was fined on June 8, 2023[21].",
)


def test_without_a_title_the_dates_in_the_text_tell_the_year() -> None:
    report = split(june(*AGREEING, "June 22, Almaty, he was arrested on December 16, 2019[22]."))
    assert (report.period, report.period_source, report.title) == ("2023-06", "dates in the text", "June 2023")


def test_headers_that_write_their_year_tell_the_period() -> None:
    report = split("JAN. 2, 2025 — ASTANA — A code. [1]\n\nJAN. 3, 2025 — ASTANA — A law of May 1, 2019. [2]\n")
    assert (report.period, report.period_source) == ("2025-01", "dates in the text")
    with pytest.raises(PeriodUnknown, match="different years"):
        split("JAN. 2, 2025 — ASTANA — A code. [1]\n\nJAN. 3, 2024 — ASTANA — A law. [2]\n")


@pytest.mark.parametrize(
    "text",
    [
        june(),
        june(AGREEING[0]),
        june("June 22, Almaty, he was arrested on December 16, 2019[22].", "June 23, Almaty, a law of May 1, 2015[2]."),
        june(*AGREEING, "June 22, Almaty, on June 3, 2022 he[22].", "June 23, Almaty, on June 4, 2022 she[23]."),
        june(
            *AGREEING, *(f"June 2{n}, Almaty, she has been in prison since February 1{n}, 2024[2]." for n in range(5))
        ),
        june(*(f"June 1{n}, Almaty, it is a year since the raid of June {n + 4}, 2022[2]." for n in range(5))),
        june(*AGREEING).replace("June 1", "May 1"),
    ],
    ids=["no year", "one date", "other times", "two years", "later dates", "an anniversary", "two months"],
)
def test_a_period_is_never_guessed(text: str) -> None:
    with pytest.raises(PeriodUnknown, match=r"^a\.txt: its period is unknown: .*--period YYYY-MM"):
        split(text)
    assert split(text, "2023-06").period_source == "given"


def test_title_and_headers_that_disagree_are_a_question() -> None:
    with pytest.raises(PeriodUnknown, match="title says October"):
        split(TITLE + june())


@pytest.mark.parametrize("given", ["23", "2023-13", "June 2023", "", "2023-06-31", "2023-06--2023-05"])
def test_a_given_period_has_one_form(given: str) -> None:
    with pytest.raises(PeriodUnknown, match="no period"):
        split(june(), given)


@pytest.mark.parametrize("text", ["", "A letter to nobody.\n\nIt has no dates.", "Dear all,\n[1] https://a.example/\n"])
def test_a_text_that_is_no_report_is_refused(text: str) -> None:
    with pytest.raises(ReportRefused, match=r"^a\.txt: not a report"):
        split(text)


@processor_limit()
def test_two_megabytes_in_one_line_and_a_long_report_are_split() -> None:
    assert len(split("October 3, Almaty, " + "he said on October 3, 2022 that[1] " * 60_000, "2022-10").entries) == 1
    assert len(split(TITLE + "October 3, Almaty, the court heard[1].\n" * 20_000).entries) == 20_000
    assert len(split(TITLE + "October 3, Almaty, the list:\n" + "Testov Adam,\n" * 50_000).entries) == 1


def test_an_entry_without_end_is_refused_with_its_line() -> None:
    with pytest.raises(ReportRefused, match="line 3: an entry of more than 2,500,000 characters"):
        split(f"{TITLE}October 3, Almaty, {'a' * LONGEST_ENTRY}.[1]\n")


@pytest.mark.parametrize("note", ["", "[1]"])
def test_a_sentence_about_who_is_above_belongs_to_their_entry(note: str) -> None:
    report = split(f"{TITLE}October 3, Almaty, Testova Ada was questioned.{note}\n\nShe fell ill there.\n\nRead more\n")
    assert [entry.text for entry in report.entries] == [
        f"October 3, Almaty, Testova Ada was questioned.{note}\n\nShe fell ill there."
    ]
