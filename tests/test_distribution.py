"""What is installed is whole and works: the wheel has the files of the packages, nothing else, and reads the sample."""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.conftest import SAMPLE

ROOT = Path(__file__).parents[1]
PACKAGES = ("ingest", "kg", "queries", "briefings", "exports", "explorer")
"""All that the wheel may put into ``site-packages``, where names are shared with everybody else's packages."""

PAGE = ROOT / "explorer" / "page"
"""What the page of the explorer is built from: in sdists, not in wheels."""

CODE_AND_DATA = {".py", ".yaml", ".csv", ".cypher", ".txt", ".html"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the packages."""
    folder = tmp_path_factory.mktemp("wheel")
    tree = folder / "tree"
    tree.mkdir()
    for name in PACKAGES:
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tree)
    build = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index", "-q"]
    subprocess.run([*build, "-w", str(folder), str(tree)], check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ``site-packages`` with the wheel in it, beside the libraries that it needs."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder)
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        if not path.name.startswith(("__editable__", "persecution_casegraph", "distutils-precedence")):
            (folder / path.name).symlink_to(path)
    return folder


def test_the_wheel_has_every_file_of_the_packages(wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        path.relative_to(ROOT).as_posix()
        for name in PACKAGES
        for path in (ROOT / name).rglob("*")
        if path.suffix in CODE_AND_DATA and PAGE not in path.parents
    }
    assert len(wanted) > 100
    assert not wanted - packed
    assert not [name for name in packed if "node_modules" in name or name.startswith("explorer/page/")]


def test_the_wheel_brings_no_other_names(wheel: Path) -> None:
    names = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {name for name in names if not name.endswith(".dist-info")} == set(PACKAGES)
    listed = zipfile.ZipFile(wheel).read(f"{next(n for n in names if n.endswith('.dist-info'))}/top_level.txt")
    assert sorted(listed.decode().split()) == sorted(PACKAGES)


def test_the_installed_command_reads_the_sample_and_answers(site: Path, tmp_path: Path) -> None:
    def run(*arguments: object) -> str:
        # Without `site`, so that the editable install of the tree is not found; in a folder without the tree.
        command = [sys.executable, "-S", "-c", "from kg.cli import run; run()", *map(str, arguments)]
        environment = {**os.environ, "PYTHONPATH": str(site)}
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert run("--version").startswith("kg, version")
    sample = site / SAMPLE.relative_to(ROOT)
    run("ingest", sample)
    assert "QR-118/9" in run("query", "held_in_facility")
