"""The version of the rules: a digest of the code and data that make facts, ids and rows.

Facts are cached, and graphs derived, under a version. When the code or a word of a lexicon changes, so does the
version, and what was derived before is derived again. Which modules count follows from imports, so no list can fall
after. Comments, docstrings and layout do not count: a module goes in as its syntax tree without them. Lexicons,
tables and the vocabulary go in byte by byte.
"""

import ast
import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).parents[1]
"""The folder that holds the project's packages."""

PACKAGES = ("ingest", "kg")
"""The packages whose modules may be rules. Installed, they stand beside everybody else's packages, which are none."""

READING = ("ingest.pipeline", "ingest.formats.files")
"""The modules that turn a file into facts; what they import counts too."""

_DATA = (".yaml", ".csv")
# The examples of rules, which no reading loads.
_EXAMPLES = "rules.yaml"


@cache
def reading_version() -> str:
    """The version of the rules of reading, with lexicons and jurisdiction packs. Takes half a second, once a process.

    ``digest_sources`` tells in milliseconds whether anything changed at all.
    """
    return digest_rules(READING)


def digest_rules(entry_points: Iterable[str], project: Path = PROJECT) -> str:
    """Twelve hexadecimal digits for modules (by dotted name), all they import in the project, and its data files."""
    digest = hashlib.sha256()
    for path in rule_files(entry_points, project):
        content = _read_module(path).digest if path.suffix == ".py" else hashlib.sha256(path.read_bytes()).digest()
        digest.update(path.relative_to(project).as_posix().encode() + b"\0" + content)
    return digest.hexdigest()[:12]


def rule_files(entry_points: Iterable[str], project: Path = PROJECT) -> list[Path]:
    """The files that ``digest_rules`` covers, sorted.

    They are the modules, all that these import from ``PACKAGES`` or from their own package, the packages around them,
    and the data files of every top-level package among them, but for the examples of rules.
    """
    modules = _reached(entry_points, project)
    packages = {path.relative_to(project).parts[0] for path in modules}
    data = {path for package in packages for path in (project / package).rglob("*") if path.suffix in _DATA}
    return sorted(modules | {path for path in data if not path.name.endswith(_EXAMPLES)})


def digest_sources(packages: Iterable[str], project: Path = PROJECT) -> str:
    """A digest of every code and data file of some top-level packages as it stands, comments included.

    It is quick, and says more than needed: while it stays, the version of the rules stays too.
    """
    digest = hashlib.sha256()
    for package in packages:
        for folder, folders, names in os.walk(project / package):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            for name in sorted(name for name in names if name.endswith((".py", *_DATA))):
                content = Path(folder, name).read_bytes()
                digest.update(f"{name}\0{len(content)}\0".encode() + content)
            digest.update(b"\0")
    return digest.hexdigest()[:12]


@dataclass(frozen=True)
class _Module:
    """What a module imports (dotted names, some of them of functions and classes), and a digest of its tree."""

    imports: frozenset[str]
    digest: bytes


def _reached(entry_points: Iterable[str], project: Path) -> set[Path]:
    reached: set[Path] = set()
    ahead = list(entry_points)
    packages = {*PACKAGES, *(_top(name) for name in ahead)}
    while ahead:
        name = ahead.pop()
        if _top(name) not in packages:
            continue
        for path in _files_of(name, project):
            if path not in reached:
                reached.add(path)
                ahead += _read_module(path).imports
    return reached


def _top(dotted: str) -> str:
    return dotted.partition(".")[0]


def _files_of(dotted: str, project: Path) -> Iterator[Path]:
    """The files that run when a module is imported: its own, and those of the packages around it."""
    folder = project
    for name in dotted.split("."):
        folder /= name
        for path in (folder / "__init__.py", folder.with_suffix(".py")):
            if path.is_file():
                yield path


@cache
def _read_module(path: Path) -> _Module:
    tree = ast.parse(path.read_bytes(), str(path))
    tokens: list[str] = []
    _add_tokens(tree, tokens)
    return _Module(frozenset(_imports_in(tree)), hashlib.sha256("\0".join(tokens).encode()).digest())


def _imports_in(tree: ast.AST) -> Iterator[str]:
    """The names that a module imports when it runs; what only a type checker imports makes no rows."""
    ahead = [tree]
    while ahead:
        node = ahead.pop()
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                raise NotImplementedError("The version of the rules follows absolute imports only.")
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            ahead += node.orelse
        else:
            ahead += ast.iter_child_nodes(node)


def _add_tokens(value: object, tokens: list[str]) -> None:
    """Write a syntax tree as words: the kinds of its nodes and their values, without positions and docstrings."""
    if isinstance(value, ast.AST):
        tokens.append(type(value).__name__)
        for name, content in ast.iter_fields(value):
            if content is not None and content != []:  # a newer Python adds empty fields
                tokens.append(name)
                _add_tokens(content, tokens)
    elif isinstance(value, list):
        for item in value:
            if not _is_docstring(item):
                _add_tokens(item, tokens)
        tokens.append("]")
    else:
        tokens.append(repr(value))


def _is_docstring(node: object) -> bool:
    """A string that stands alone: a docstring, or the words below a constant."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
