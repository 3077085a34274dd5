"""What the reader of a report leaves out is listed with its line and first words."""

from ingest.facts import Report, UnreadPassage
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report
from ingest.report.unread import first_words

VELMORIA = load_jurisdiction("velmoria")
TITLE = "Monitoring report, March 2031\n\n"


def split(text: str) -> Report:
    return read_report(TITLE + text, VELMORIA).report


def unread(text: str) -> list[tuple[str, int, str]]:
    return [(passage.kind, passage.line, passage.words) for passage in split(text).unread]


def test_a_report_that_was_read_whole_leaves_nothing() -> None:
    assert unread("March 4, Pessarin, police came[1].\n\n* * *\n\n[1] https://news.example/a\n") == []


def test_paragraphs_above_between_and_below_the_entries() -> None:
    text = (
        "This month the union counted twelve cases.\n\nMarch 4, Pessarin, police came[1].\n\nFREEDOM OF ASSEMBLY\n\n"
        "The teachers met in a school.\n\nMarch 5, Sundral, a court sat[2].\n\n[1] https://news.example/a\n"
        "[2] https://news.example/b\n\nWrite to us\n"
    )
    assert unread(text) == [
        ("paragraph", 3, "This month the union counted twelve cases."),
        ("line", 7, "FREEDOM OF ASSEMBLY"),
        ("paragraph", 9, "The teachers met in a school."),
        ("line", 16, "Write to us"),
    ]


def test_a_note_without_an_address_and_an_address_without_a_note() -> None:
    text = (
        "March 4, Pessarin, police came[1].\n\nMarch 5, Sundral, a court sat, see https://news.example/c today[2].\n\n"
        "[1] a letter of the family, which we hold\n[2] https://news.example/b and https://news.example/d\n"
        "[3] https://news.example/e\n"
    )
    words = [words for _, _, words in unread(text)]
    assert "[1] a letter of the family, which we hold" in words
    assert "https://news.example/e" in words
    assert not any(words == "https://news.example/b" for words in words)


def test_linked_words_that_became_no_source_are_listed_wherever_they_are() -> None:
    text = (
        "The union counted [twelve cases](https://news.example/a).\n\n"
        "March 4, Pessarin, [police came](https://news.example/b) to a school[1].\n\n[About us](https://news.example/c)\n\n"
        "[1] [the union](https://news.example/d)\n[2] [the court](https://news.example/e)\n"
    )
    assert [(line, words) for kind, line, words in unread(text) if kind == "link"] == [
        (3, "https://news.example/a"),
        (7, "https://news.example/c"),
        (10, "https://news.example/e"),
    ]


def test_days_that_no_calendar_has_and_entries_without_a_date() -> None:
    text = (
        "March 4, Pessarin, the hearing was moved to February 30 and then to 31.04.2031[1].\n\n"
        "In Sundral the strike of the drivers goes on[2].\n"
    )
    assert [(kind, words) for kind, _, words in unread(text) if kind == "date"] == [
        ("date", "31.04.2031"),
        ("date", "February 30"),
        ("date", "In Sundral the strike of the drivers goes on[2]."),
    ]


def test_first_words_end_with_a_word_and_stand_on_one_line() -> None:
    assert first_words("Short\n words") == "Short words"
    assert first_words("word " * 40) == "word " * 11 + "word …"
    assert len(first_words("x" * 500)) <= 61


def test_lines_are_those_of_the_text_as_it_came() -> None:
    report = split("March 4, Pessarin, the ar-\nrest of Ilkuvel Orvane was pro-\nlonged.\n\nNOTES\n")
    assert UnreadPassage("line", 7, "NOTES") in report.unread
