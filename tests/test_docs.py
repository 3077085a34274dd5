"""The docs keep up with what is there."""

import re
from pathlib import Path

import pytest

from cli.main import COMMANDS
from queries.catalogue import load_queries

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_every_saved_query_has_its_line() -> None:
    page = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(\w+)` \|", page, re.M)) == set(load_queries())


def test_the_readme_shows_only_commands_that_there_are() -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    used = set(re.findall(r"^    kg (\w+)", page, re.M))
    assert used and used <= COMMANDS.keys()


def test_the_changelog_names_every_command() -> None:
    page = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in page or f"`kg {name}`" in page for name in COMMANDS)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_paths_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        assert (page.parent / link).exists(), link
    for path in re.findall(r"`((?:ingest|kg|queries|exports|cli|tests|benchmarks|docs)/[\w./-]*)`", text):
        assert (ROOT / path).exists(), path


def test_every_lexicon_says_where_its_words_come_from() -> None:
    for path in [*(ROOT / "ingest").rglob("*.yaml"), *(ROOT / "ingest").rglob("*.csv")]:
        assert path.read_text(encoding="utf-8").startswith("#"), path.name
