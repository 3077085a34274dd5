"""Folders and modules stay small enough to take in, and folders beside each other import one way.

At most 12 modules a folder (packages in it not counted) and 250 lines a module. Two folders or modules of one folder
never import each other, not even through others, so that a folder can be read from the bottom up.
"""

import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from benchmarks.structure import LARGE, read_modules
from tests.test_layering import LAYERS, ROOT, imports

MODULES = 12


def test_folders_hold_few_modules() -> None:
    counts: dict[str, int] = defaultdict(int)
    for module in read_modules():
        folder = str(Path(module.path).parent)
        counts[folder] += not module.path.endswith("__init__.py")
    crowded = {folder for folder, count in counts.items() if count > MODULES}
    assert counts and not crowded


def test_modules_are_short() -> None:
    long = {module.path for module in read_modules() if module.lines > LARGE}
    assert not long


def test_siblings_import_one_way() -> None:
    siblings: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for module, imported in imports():
        if imported.split(".")[0] in LAYERS:
            parent, ours, theirs = _part_ways(module.split("."), imported.split("."))
            if ours and theirs:
                siblings[parent][ours].add(theirs)
    assert siblings["kg"]["rows"] >= {"identity"}
    for parent, graph in siblings.items():
        for name in list(graph):
            assert name not in _reached(graph, name), f"{parent}.{name} imports itself through its siblings"


def _part_ways(module: list[str], imported: list[str]) -> tuple[str, str, str]:
    """The package that two modules share, and the name of each in it; empty if one is the package itself."""
    depth = 0
    while depth < min(len(module), len(imported)) and module[depth] == imported[depth]:
        depth += 1
    return ".".join(module[:depth]), ".".join(module[depth : depth + 1]), ".".join(imported[depth : depth + 1])


def _reached(graph: dict[str, set[str]], start: str) -> set[str]:
    """Everything that a name imports, directly or through others."""
    reached: set[str] = set()
    ahead = list(graph[start])
    while ahead:
        name = ahead.pop()
        if name not in reached:
            reached.add(name)
            ahead += graph.get(name, ())
    return reached


def test_the_linter_sees_every_module() -> None:
    """Tools leave out folders whose names they take for output: ``build``, ``dist``, ``env``."""
    command = [Path(sys.executable).with_name("ruff"), "check", "--show-files", "."]
    seen = set(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split())
    assert {str(ROOT / module.path) for module in read_modules()} <= seen
