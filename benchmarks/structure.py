"""How the code is cut up: sizes of modules and functions, decisions a line, docstrings.

``python -m benchmarks.structure [FOLDER]`` prints the figures for this checkout, or for the one in ``FOLDER``.
``tests/test_density.py`` holds functions to the limits.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
PACKAGES = ("ingest", "kg", "queries", "briefings", "exports", "explorer", "benchmarks")
LARGE = 250
"""Lines a module may have."""
LONG = 50
"""Lines from which a function counts as long."""
COMPLEX = 15
"""The complexity a function may have."""
SIZEABLE = 12
"""Lines of code from which a function's density counts."""
DENSE = 0.8
"""Decisions a line that are too many."""

FunctionDef = ast.FunctionDef | ast.AsyncFunctionDef
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_BRANCHES = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.match_case)


@dataclass(frozen=True)
class Function:
    """A function with its counts; ``name`` is ``module:qualified.name``.

    ``lines`` run from ``def`` to the last line, ``code_lines`` are those without the docstring. ``branches`` are if and
    elif, for, while, except and case; ``operands`` the second and further operands of ``and`` and ``or``;
    ``conditionals`` the expressions ``a if b else c``; ``clauses`` and ``conditions`` the ``for`` and ``if`` of
    comprehensions. A nested function is counted by itself and not in the one around it; a lambda is counted in it.
    """

    name: str
    public: bool
    documented: bool
    lines: int
    code_lines: int
    branches: int
    operands: int
    conditionals: int
    clauses: int
    conditions: int

    @property
    def complexity(self) -> int:
        """McCabe's number, with boolean operands, conditional expressions and comprehensions' conditions counted."""
        return 1 + self.branches + self.operands + self.conditionals + self.conditions

    @property
    def density(self) -> float:
        """Decisions a line of code: all that ``complexity`` counts but its one, and the clauses of comprehensions."""
        return (self.complexity - 1 + self.clauses) / self.code_lines

    @property
    def is_dense(self) -> bool:
        """Whether it has ``SIZEABLE`` lines or more, and ``DENSE`` decisions or more on each."""
        return self.code_lines >= SIZEABLE and self.density >= DENSE


@dataclass(frozen=True)
class Module:
    """A module with its lines, functions, and how many of its public classes there are and have a docstring."""

    path: str
    lines: int
    functions: tuple[Function, ...]
    classes: int
    documented_classes: int


def read_modules(root: Path = ROOT) -> list[Module]:
    """Every module of the packages below a checkout's root."""
    paths = [path for package in PACKAGES for path in sorted((root / package).rglob("*.py"))]
    return [_read_module(path, root) for path in paths]


def _read_module(path: Path, root: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    dotted = ".".join(path.relative_to(root).with_suffix("").parts)
    functions = tuple(_count(node, f"{dotted}:{name}") for name, node in _definitions(tree, ""))
    classes = [n for n in ast.walk(tree) if isinstance(n, ast.ClassDef) and not n.name.startswith("_")]
    documented = sum(ast.get_docstring(node) is not None for node in classes)
    return Module(str(path.relative_to(root)), len(text.splitlines()), functions, len(classes), documented)


def _definitions(parent: ast.AST, prefix: str) -> Iterator[tuple[str, FunctionDef]]:
    for node in ast.iter_child_nodes(parent):
        if not isinstance(node, _SCOPES):
            yield from _definitions(node, prefix)
            continue
        name = f"{prefix}{node.name}"
        if not isinstance(node, ast.ClassDef):
            yield name, node
        yield from _definitions(node, f"{name}.")


def _count(function: FunctionDef, name: str) -> Function:
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    docstring = function.body[0] if ast.get_docstring(function) is not None else None
    doc_lines = (docstring.end_lineno or 0) - docstring.lineno + 1 if docstring else 0
    nodes = list(_own_nodes(function))
    comprehensions = [n for n in nodes if isinstance(n, ast.comprehension)]
    return Function(
        name=name,
        public=not any(part.startswith("_") for part in name.partition(":")[2].split(".")),
        documented=docstring is not None,
        lines=lines,
        code_lines=lines - doc_lines,
        branches=sum(isinstance(n, _BRANCHES) for n in nodes),
        operands=sum(len(n.values) - 1 for n in nodes if isinstance(n, ast.BoolOp)),
        conditionals=sum(isinstance(n, ast.IfExp) for n in nodes),
        clauses=len(comprehensions),
        conditions=sum(len(n.ifs) for n in comprehensions),
    )


def _own_nodes(function: FunctionDef) -> Iterator[ast.AST]:
    """The nodes of a function's body without those of functions and classes in it."""
    ahead: list[ast.AST] = list(function.body)
    while ahead:
        node = ahead.pop()
        if not isinstance(node, _SCOPES):
            yield node
            ahead += ast.iter_child_nodes(node)


def figures(modules: list[Module]) -> Iterator[tuple[str, str]]:
    """The figures of a tree, each with its name."""
    functions = [function for module in modules for function in module.functions]
    yield from _sizes(modules)
    yield "functions", str(len(functions))
    yield f"  over {LONG} lines", str(sum(function.lines > LONG for function in functions))
    yield f"  complexity over {COMPLEX}", str(sum(function.complexity > COMPLEX for function in functions))
    sizeable = sum(function.code_lines >= SIZEABLE for function in functions)
    dense = sum(function.is_dense for function in functions)
    yield f"  of {SIZEABLE} lines and more", str(sizeable)
    yield f"    with {DENSE} decisions a line", f"{dense} ({dense / sizeable:.1%})"
    public = [function for function in functions if function.public]
    yield "public functions with docstring", f"{sum(f.documented for f in public)} of {len(public)}"
    classes = sum(module.classes for module in modules)
    yield "public classes with docstring", f"{sum(m.documented_classes for m in modules)} of {classes}"


def _sizes(modules: list[Module]) -> Iterator[tuple[str, str]]:
    sizes = [module.lines for module in modules if module.lines]
    largest = max(modules, key=lambda module: module.lines)
    yield "modules", str(len(sizes))
    yield "  median lines", f"{median(sizes):g}"
    yield "  largest", f"{largest.lines} ({largest.path})"
    yield f"  over {LARGE} lines", str(sum(size > LARGE for size in sizes))


if __name__ == "__main__":
    for name, figure in figures(read_modules(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)):
        print(f"{name:32} {figure}")
