import pytest

from ingest.jurisdictions.packs import load_jurisdiction
from ingest.language.dates import find_dates
from ingest.report.notes.addresses import address_in
from ingest.report.notes.marks import Marks
from ingest.report.notes.reference_list import opens_reference
from ingest.report.parser import parse_report
from tests.processor_limit import processor_limit


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("it said[1].", ["1"]),
        ("it said.[1]", ["1"]),
        ("it said [1]", ["1"]),
        ("was detained[92], freed[93][94] and tried [95].", ["92", "93", "94", "95"]),
        ("it said[6, 7].", ["6", "7"]),
        ("it said[^12].", ["12"]),
        ("it said\\[12\\].", ["12"]),
        ("in [2022] and [sic] and [...]", []),
    ],
)
def test_footnotes(text: str, numbers: list[str]) -> None:
    found = Marks().find(text)
    assert [note.number for note in found] == numbers
    assert all(note.number in text[slice(*note.span)] for note in found)


@pytest.mark.parametrize(
    ("line", "number", "url"),
    [
        ("[1] https://a.example/x", "1", "https://a.example/x"),
        ("[1]https://a.example/x?a=[2]&b=3", "1", "https://a.example/x?a=[2]&b=3"),
        ("[^1]: https://a.example/x", "1", "https://a.example/x"),
        ("- [1] https://a.example/x.", "1", "https://a.example/x"),
        ("12. https://a.example/x,", "12", "https://a.example/x"),
        ("[3] Radio Test (https://a.example/x)", "3", "https://a.example/x"),
        ("[3] <https://a.example/Court_(law)>", "3", "https://a.example/Court_(law)"),
        ("[3] www.a.example/x", "3", "www.a.example/x"),
        ("[3]", "3", None),
        ("12 people wrote to https://a.example", None, "https://a.example"),
        ("The court[1] https://a.example", None, "https://a.example"),
    ],
)
def test_references(line: str, number: str | None, url: str | None) -> None:
    opened = opens_reference(line)
    assert (opened and opened.number, address_in(line)) == (number, url)


HOSTILE = [
    "(((“““Article 1,1,1,",
    "[1,1,1,",
    "[[[[",
    "1 1 1 ",
    "in of the ",
    "October 1-1-",
    "October 1 and 1 and ",
    "in Almaty and ",
    "the city of the city of ",
    "http://)))",
    "…….”»",
    "- - * # ",
]


@pytest.mark.parametrize("words", HOSTILE)
@processor_limit()
def test_no_rule_looks_back_over_a_long_line(words: str) -> None:
    line = words * (1_000_000 // len(words))
    find_dates(line, "2022-10")
    Marks().find(line)
    opens_reference(line)
    address_in("[1] " + line)
    parse_report(f"October 3, Almaty, {line}\n[1] http://{line}\n{line}", load_jurisdiction("kazakhstan"), "2022-10")
