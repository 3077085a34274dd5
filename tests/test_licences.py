"""What is installed to run ``kg`` is listed with its licence, in ``docs/licences.md`` and in the bill of materials."""

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
INSTALLING = " ".join((ROOT / "docs" / "installing.md").read_text(encoding="utf-8").split())
LOCK = (ROOT / "requirements-run.lock").read_text(encoding="utf-8")
PINNED: list[tuple[str, str]] = re.findall(r"^([\w.-]+)==(\S+)", LOCK, re.M)
"""Name and version; a name is there twice where an older Python gets an older version."""

LOCKED = {name for name, _ in PINNED}
ROWS = dict(re.findall(r"^\| ([\w.-]+) \| ([^|]+?) \| [^|]* \|$", PAGE, re.M))
ELSEWHERE = {"colorama"}
"""Locked for Windows alone."""


def installed(names: Iterable[str]) -> set[str]:
    """Those of the packages that are installed here."""
    found = set()
    for name in names:
        try:
            found.add(distribution(name).metadata["Name"] and name)
        except PackageNotFoundError:
            continue
    return found


def licence_of(package: Distribution) -> str:
    """The licence by the metadata: its expression, else its one line, else its classifiers, else the file's title."""
    metadata = package.metadata
    line = metadata.get("License", "").strip()
    classified = [c.rpartition(" :: ")[2] for c in metadata.get_all("Classifier") or () if c.startswith("License ::")]
    if metadata.get("License-Expression"):
        return str(metadata["License-Expression"])
    if line and "\n" not in line and line != "UNKNOWN":
        return line
    if classified:
        return ", ".join(classified)
    texts = [file for file in package.files or () if file.name.startswith("LICENSE")]
    return texts[0].read_text().splitlines()[0]


def needed_by(names: Iterable[str]) -> set[str]:
    """Some packages and all that they need here, without extras."""
    needed: set[str] = set()
    ahead = list(names)
    while ahead:
        name = ahead.pop()
        if name not in needed:
            needed.add(name)
            asked = [r for r in distribution(name).requires or () if "extra ==" not in r]
            asked = [re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", r, maxsplit=1)[0]).lower() for r in asked]
            ahead += installed(asked)
    return needed


def test_every_locked_library_has_its_row_and_no_other() -> None:
    table = PAGE.partition("## Libraries")[2].partition("## Inside")[0]
    heading, line, *rows = re.findall(r"^\| ([\w.-]+) \|", table, re.M)
    assert (heading, line) == ("library", "---")
    assert len(LOCKED) > 30 and sorted(rows) == sorted(LOCKED)


@pytest.mark.parametrize("name", sorted(LOCKED - ELSEWHERE))
def test_the_licence_is_the_one_of_the_metadata(name: str) -> None:
    assert ROWS[name] == licence_of(distribution(name))


def test_the_engine_brings_the_texts_that_the_page_names() -> None:
    names = {str(file).partition("/licenses/")[2] for file in distribution("arcadedb").files or ()}
    (notices,) = [file for file in distribution("arcadedb").files or () if file.name == "THIRD_PARTY_NOTICES.md"]
    text = notices.read_text(encoding="utf-8")
    assert "GNU General Public License version 2 with the Classpath Exception" in text and "GPL-2.0" in PAGE
    named = set(re.findall(r"`(LICENSE|NOTICE|THIRD_PARTY_NOTICES\.md|licenses/[\w.-]+)`", PAGE))
    assert len(named) > 3 and named <= names
    (count,) = re.findall(r"^(\d+) Maven artifacts", text, re.M)
    assert f"{count} Java libraries" in PAGE


def test_the_libraries_that_only_pictures_need_are_named() -> None:
    listed = INSTALLING.partition("nothing else here needs:")[2].partition("They are")[0]
    asked = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("dependencies = [")[2].partition("\n]")[0]
    direct = set(re.findall(r'^    "([\w-]+)', asked, re.M))
    only = needed_by(direct) - needed_by(direct - {"matplotlib", "numpy"})
    assert set(re.findall(r"[a-z][\w-]+", listed.replace(" and ", " "))) == only
    assert f"{len(only)} libraries that nothing else" in INSTALLING
    assert f"{len(needed_by(direct))} libraries, " in INSTALLING


def test_the_bill_of_materials_names_every_locked_library(tmp_path: Path) -> None:
    make = (ROOT / "Makefile").read_text(encoding="utf-8")
    (words,) = re.findall(r"bin/(cyclonedx-py .+) -o sbom\.cdx\.json", make)
    tool = Path(sys.executable).with_name("cyclonedx-py")
    command = [tool, *words.split()[1:], "-o", str(tmp_path / "sbom.json")]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    written = json.loads((tmp_path / "sbom.json").read_text(encoding="utf-8"))
    assert written["bomFormat"] == "CycloneDX"
    named = {(c["name"], c["version"]) for c in written["components"]}
    assert set(PINNED) <= named
    assert all(c["externalReferences"][0]["hashes"] for c in written["components"])
