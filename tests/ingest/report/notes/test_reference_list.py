"""The list of references in its forms, and which notes an entry's marks lead to."""

import pytest

from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report
from ingest.report.parser import parse_report

KZ = load_jurisdiction("kazakhstan")


def sources(text: str) -> list[list[str]]:
    """The addresses of every entry."""
    return [[url for _, url in cited] for cited in read_report(text, KZ, "2032-06").report.cited()]


def report(first: str, second: str, *notes: str) -> str:
    entries = f"June 1, Taraz, Ada Mirling was detained{first}\n\nJune 2, Semey, Bela Sorrel was questioned{second}\n\n"
    return entries + "\n".join(notes) + "\n"


A, B, C = "https://a.example/1", "https://b.example/2", "https://c.example/3"


@pytest.mark.parametrize(
    ("first", "second", "notes"),
    [
        ("(1).", "(2).", [f"(1) {A}", f"(2) {B}"]),
        ("(1).", "(2).", [f"1) {A}", f"2) {B}"]),
        ("{1}.", "{2}.", [f"{{1}} {A}", f"{{2}}: {B}"]),
        ("¹.", "².", [f"¹ {A}", f"² {B}"]),
        (".¹", ".²", [f"1. {A}", f"2. {B}"]),
        (".¹", ".²", [f"[1] {A}", f"[2] {B}"]),
        (".1", ".2", [f"1 {A}", f"2 {B}"]),
        ("1.", "2.", [f"1. {A}", f"2. {B}"]),
        ("”1 and let go.", ",2 it is said.", [f"1 {A}", f"2 {B}"]),
        (".1", ".2", [f"1 The daily, 3 June 2032, {A}", f"2 Radio Test: “Questioned”. {B}."]),
        ("[i].", "[ii].", [f"[i] {A}", f"[ii] {B}"]),
        ("[a].", "[b].", [f"[a] {A}", f"[b] {B}"]),
        ("[1].", "[2].", [f"[1] {A}; [2] {B}"]),
        ("[1].", "[2].", [f"[1] {A} [2] {B}"]),
        ("[1].", "[2].", [f"[1] [the daily]({A})", f"[2] [Radio Test]({B})"]),
        ("[1].", "[2].", ["[1]", A, "[2]", B]),
        ("[1].", "[2].", [f"[1]: <{A}>", f"[2]: <{B}>"]),
    ],
)
def test_each_note_has_its_address(first: str, second: str, notes: list[str]) -> None:
    assert sources(report(first, second, *notes)) == [[A], [B]]


@pytest.mark.parametrize(
    ("mark", "notes"),
    [
        ("[1-3].", [f"[1] {A}", f"[2] {B}", f"[3] {C}"]),
        ("[1–3].", [f"[1] {A}", f"[2] {B}", f"[3] {C}"]),
        ("[1].", [f"[1] {A}, {B} (archived: {C})"]),
        ("[1].", [f"[1] {A}", B, C]),
        ("[1].", [f"[1] [A]({A}), [B]({B}), {C}"]),
        ("[1][2, 3].", [f"[1] {A}", f"[2] {B}", f"[3] {C}"]),
    ],
)
def test_several_addresses_of_one_entry(mark: str, notes: list[str]) -> None:
    assert sources(report(mark, ".", *notes)) == [[A, B, C], []]


def test_an_archived_copy_holds_the_address_it_is_of() -> None:
    copy = f"https://archive.example/web/2032/{A}"
    assert sources(report("[1].", ".", f"[1] {A} (deleted), archived: {copy}"))[0] == [A, copy]


@pytest.mark.parametrize("url", ["a.example/1", "daily.a.example/1?x=2", "a.example", "www.a.example/1"])
def test_a_note_may_have_no_scheme(url: str) -> None:
    assert sources(report("[1].", ".", f"[1] {url}"))[0] == [url]


@pytest.mark.parametrize(
    "note", ["The daily of June 3, p.4", "See Art.5 of the law", "editor@a.example wrote", "U.S. radio"]
)
def test_a_note_without_an_address_has_none(note: str) -> None:
    found = read_report(report("[1].", ".", f"[1] {note}", f"[2] {B}"), KZ, "2032-06").report
    assert [(issue.kind, issue.what) for issue in found.issues if issue.what == "1"] == [("no address", "1")]


@pytest.mark.parametrize(
    "words",
    [
        " and seven friends (2).",
        " under Art.2 of the law.",
        " in a cell of 9 m².",
        " in block ITK2.",
        " for “[i]nsolence”.",
        " at 2.",
        " in the case AB-16/2.",
    ],
)
def test_a_number_that_is_no_mark_leads_nowhere(words: str) -> None:
    assert sources(report(f"{words}[1]", "[2].", f"[1] {A}", f"[2] {B}")) == [[A], [B]]


def test_an_address_below_the_list_belongs_to_no_note() -> None:
    assert sources(report("[1].", "[2].", f"[1] {A}", f"[2] {B}", "", "https://bureau.example/")) == [[A], [B]]


@pytest.mark.parametrize(
    ("first", "found"),
    [
        (f" ({A}).", [A]),
        (f". {A}", [A]),
        (f".\n{A}\n{B}", [A, B]),
        (f".\n\nSource: {A}", [A]),
        (f"[1].\nSources: {B}, {C}", [A, B, C]),
        (f" by [police]({B}) in [Taraz]({C})[1].", [B, C, A]),
    ],
)
def test_addresses_in_an_entry_are_its_sources(first: str, found: list[str]) -> None:
    assert sources(report(first, "[2].", f"[1] {A}", f"[2] {B}"))[0] == found


def test_the_words_of_a_link_are_read_and_its_mark_points_into_the_text_as_it_came() -> None:
    text = f"June 1, Taraz, police detained [Ada]({A}) Mirling.\n\nJune 2, Semey, a shop was searched.\n"
    facts = read_report(text, KZ, "2032-06").entries[0]
    (note,) = facts.entry.footnotes
    assert facts.entry.text[slice(*note.span)] == f"]({A})"
    assert [(p.surname, p.given) for p in facts.persons] == [("Ada", "Mirling")]
    assert facts.entry.text[slice(*facts.persons[0].evidence.spans[0])] == f"Ada]({A}) Mirling"


def test_the_list_is_no_entry_and_the_entries_are_no_list() -> None:
    text = report(".1", ".2", f"1 The daily, 3 June 2032, {A}", f"2 Radio Test {B}")
    found = parse_report(text, KZ, "2032-06")
    assert len(found.entries) == 2
    assert [note.rule for entry in found.entries for note in entry.footnotes] == ["footnotes.behind_word"] * 2
