"""The docs keep up with what is there."""

import re
import shlex
from pathlib import Path

import pytest

from kg.cli.main import COMMANDS
from queries.catalogue import load_queries
from tests.conftest import Kg

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
    for path in re.findall(r"`((?:ingest|kg|queries|briefings|exports|tests|benchmarks|docs)/[\w./-]*)`", text):
        assert (ROOT / path).exists(), path


def test_every_lexicon_says_where_its_words_come_from() -> None:
    for path in [*(ROOT / "ingest").rglob("*.yaml"), *(ROOT / "ingest").rglob("*.csv")]:
        assert path.read_text(encoding="utf-8").startswith("#"), path.name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pasted_output_is_what_the_command_prints(page: Path, kg: Kg, sample_workspace: Path) -> None:
    """A block below ``<!-- output of: kg … -->`` is compared with what the command prints on the sample today."""
    pasted = re.findall(r"<!-- output of: kg (.+?) -->\n```\n(.+?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    for command, output in pasted:
        result = kg(*shlex.split(command), workspace=sample_workspace)
        assert result.output.strip() == output.strip(), command
    assert pasted or page.name != "README.md"


def test_comments_cite_rules_and_sections_that_exist() -> None:
    rules = set(re.findall(r"^(\d)\. \*\*", (ROOT / "docs" / "design.md").read_text(encoding="utf-8"), re.M))
    sections = {
        heading.lower()
        for heading in re.findall(r"^## (.+)$", (ROOT / "docs" / "annotation.md").read_text(encoding="utf-8"), re.M)
    }
    cited = []
    for layer in ("ingest", "kg", "queries", "briefings", "exports", "explorer"):
        for path in (ROOT / layer).rglob("*.py"):
            code = path.read_text(encoding="utf-8")
            cited += [(path, rule, rule in rules) for rule in re.findall(r"design, rules? (\d)", code)]
            cited += [(path, s, s in sections) for s in re.findall(r"\(annotation, ([a-z ,]+)\)", code)]
            assert "the guide" not in code and "(guide" not in code, f"{path}: docs/annotation.md is the project's own"
    assert cited and not [(str(path), what) for path, what, known in cited if not known]
