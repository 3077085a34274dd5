"""The version of the rules: every module that makes rows counts, and nothing that cannot change one."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.version import PROJECT, READING, digest_rules, digest_sources, rule_files
from kg.workspace.versions import BUILD
from tests.conftest import SAMPLE

READ_AND_BUILD = f"""
import json, sys
opened = set()
sys.addaudithook(lambda event, about: opened.add(str(about[0])) if event == "open" else None)
from pathlib import Path
from ingest.formats.files import read_file
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report
velmoria = load_jurisdiction("velmoria")
texts = [read_file(path).text for path in sorted(Path({str(SAMPLE)!r}).glob("*.txt"))]
facts = [read_report(text, velmoria) for text in texts]
read = [module.__file__ for module in sys.modules.values() if getattr(module, "__file__", None)]
from kg.rows.build import ActiveReport, build
from kg.rows.resolved_reports import resolve_reports
reports = [ActiveReport("", "0" * 64, found) for found in facts]
assert build(reports, velmoria).graph.nodes and resolve_reports(reports, velmoria).entries
built = [module.__file__ for module in sys.modules.values() if getattr(module, "__file__", None)]
print(json.dumps({{"read": read, "built": built, "opened": sorted(opened)}}))
"""
"""Reads the sample reports and builds their graph, and says which modules and files that took."""


@pytest.fixture(scope="module")
def used() -> dict[str, set[Path]]:
    """The project's own files that a real reading, and a real build, loaded or opened."""
    run = subprocess.run(
        [sys.executable, "-c", READ_AND_BUILD], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    packages = [PROJECT / "ingest", PROJECT / "kg"]
    return {
        name: {Path(path) for path in paths if any(Path(path).is_relative_to(package) for package in packages)}
        for name, paths in json.loads(run.stdout).items()
    }


def test_every_module_that_reading_reaches_counts(used: dict[str, set[Path]]) -> None:
    assert PROJECT / "ingest" / "report" / "parser.py" in used["read"]
    assert used["read"] - set(rule_files(READING)) == set()


def test_every_module_that_the_build_reaches_counts(used: dict[str, set[Path]]) -> None:
    assert {PROJECT / "kg" / "entries" / "active.py", PROJECT / "kg" / "graph" / "value.py"} <= used["built"]
    reading_only = used["read"] - set(rule_files(BUILD))
    assert used["built"] - reading_only - set(rule_files(BUILD)) == set()


def test_every_lexicon_and_table_that_is_opened_counts(used: dict[str, set[Path]]) -> None:
    data = {path for path in used["opened"] if path.suffix in (".yaml", ".csv", ".json", ".toml")}
    assert {PROJECT / "ingest" / "lexicons" / "frames.yaml", PROJECT / "ingest/extract/acts/news/weights.csv"} <= data
    assert data - set(rule_files([*READING, *BUILD])) == set()
    assert PROJECT / "kg" / "schema.yaml" in rule_files(BUILD)


def test_what_only_talks_to_people_does_not_count() -> None:
    counted = {path.relative_to(PROJECT).parts[:2] for path in rule_files([*READING, *BUILD])}
    assert not counted & {("kg", "workspace"), ("kg", "stores"), ("kg", "explain"), ("kg", "review"), ("kg", "cli")}
    assert not {parts[0] for parts in counted} & {"exports", "queries"}


def test_the_examples_of_rules_do_not_count() -> None:
    examples = list((PROJECT / "ingest").rglob("rules.yaml"))
    assert examples and not set(examples) & set(rule_files(READING))


def copy_to(folder: Path) -> Path:
    for package in ("ingest", "kg"):
        shutil.copytree(PROJECT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__", "*.txt"))
    return folder


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_to(tmp_path_factory.mktemp("unchanged"))


def reword(source: str) -> str:
    """Another docstring of the module, other blank lines, a remark, words about the last constant."""
    body = source.split('"""', 2)[2].replace("\n\n\n", "\n\n\n\n")
    return f'"""Other words."""\n\n# A remark.\n{body}\n"""Words about the constant above."""\n'


def add_code(source: str) -> str:
    return source + "\nMORE = 1\n"


@pytest.mark.parametrize("name", ["kg/entries/active.py", "kg/graph/value.py"])
@pytest.mark.parametrize(("change", "counts"), [(reword, False), (add_code, True)])
def test_code_counts_and_words_about_it_do_not(
    unchanged: Path, tmp_path: Path, name: str, change: Callable[[str], str], counts: bool
) -> None:
    changed = copy_to(tmp_path / "changed")
    source = (changed / name).read_text(encoding="utf-8")
    (changed / name).write_text(change(source), encoding="utf-8")
    assert (digest_rules(BUILD, changed) != digest_rules(BUILD, unchanged)) is counts
    assert digest_sources(["ingest", "kg"], changed) != digest_sources(["ingest", "kg"], unchanged)


@pytest.mark.parametrize("name", ["ingest/lexicons/frames.yaml", "kg/schema.yaml"])
def test_every_word_of_a_lexicon_counts(tmp_path: Path, name: str) -> None:
    copy = copy_to(tmp_path / "copy")
    before = digest_rules(BUILD, copy)
    with (copy / name).open("a", encoding="utf-8") as file:
        file.write("# one more\n")
    assert digest_rules(BUILD, copy) != before


def test_a_module_behind_another_counts_wherever_it_is_imported(tmp_path: Path) -> None:
    package = tmp_path / "rules"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "start.py").write_text("def run():\n    from rules import middle\n    return middle.VALUE\n")
    (package / "middle.py").write_text(
        "from typing import TYPE_CHECKING\nfrom rules.end import VALUE\nif TYPE_CHECKING:\n    import rules.typed\n"
    )
    for name in ("end", "typed", "alone"):
        (package / f"{name}.py").write_text("VALUE = 1\n")
    names = [path.stem for path in rule_files(["rules.start"], tmp_path)]
    assert names == ["__init__", "end", "middle", "start"]


def test_installed_beside_other_packages_only_our_own_count(tmp_path: Path) -> None:
    """In ``site-packages`` every library is a neighbour, and some import relatively, which ours never do."""
    installed, alone = copy_to(tmp_path / "installed"), copy_to(tmp_path / "alone")
    for name in ("yaml", "msgspec", "rapidfuzz"):
        (installed / name).mkdir()
        (installed / name / "__init__.py").write_text("from . import part\n")
    assert rule_files([*READING, *BUILD], installed) == [
        installed / path.relative_to(alone) for path in rule_files([*READING, *BUILD], alone)
    ]
