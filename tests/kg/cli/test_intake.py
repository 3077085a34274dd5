"""What ``kg ingest`` and ``kg report`` say about a report that comes in."""

from pathlib import Path

from tests.conftest import Kg

REPORT = (
    "Monitoring report, March 2031\n\nMarch 4, Pessarin, police detained Ilkuvel Orvane.[1]\n\n"
    "The teachers of the town met in a school.\n\nPhotographs below\n\n[1] https://news.example/a\n"
)


def test_what_became_no_entry_is_listed_with_its_words(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    result = kg("ingest", tmp_path / "a.txt", workspace=tmp_path / "casefile")
    assert "1 of 2 paragraphs became entries; 1 short line is in none." in result.output
    assert "The teachers of the town" in result.output and "Photographs below" in result.output
    shown = kg("report", "show", "2031-03", "--unread", workspace=tmp_path / "casefile")
    assert shown.exit_code == 0 and "2031-03-01 to 2031-03-31" in shown.output
    assert "The teachers of the town" in shown.output
    short = kg("report", "show", "2031-03", workspace=tmp_path / "casefile")
    assert "The teachers of the town" not in short.output
    assert kg("report", "show", "2030-01", workspace=tmp_path / "casefile").exit_code != 0


def test_of_many_passages_sentences_are_listed_first(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n\n".join([REPORT, *(f"Menu {n}" for n in range(40))]))
    result = kg("ingest", tmp_path / "a.txt", workspace=tmp_path / "casefile")
    assert "The teachers of the town" in result.output and "Menu 39" not in result.output
    assert "more: `kg report show 2031-03 --unread` lists all" in result.output
    shown = kg("report", "show", "2031-03", "--unread", workspace=tmp_path / "casefile")
    assert "Menu 39" in shown.output
