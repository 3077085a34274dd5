"""Imports run one way, between the top-level folders and between the folders of ``kg``, and no module in a circle."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGES = ("ingest", "kg", "queries", "briefings", "exports", "explorer")
# The command line stands in ``kg``, so that no installed package is called ``cli``, and above everything in imports.
LAYERS = (*PACKAGES, "cli")

PACKAGES_OF_KG = (
    "system",
    "schema",
    "graph",
    "rdf",
    "entries",
    "decisions",
    "corrections",
    "identity",
    "rows",
    "explain",
    "review",
    "search",
    "stores",
    "workspace",
)


def imports() -> Iterator[tuple[str, str]]:
    """Every (module, imported module) of the project, named from their layer on: ``cli.main`` for ``kg.cli.main``."""
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                for imported in imported_by(node):
                    yield from_layer(module), from_layer(imported)


def imported_by(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
        for name in node.names:
            full = f"{node.module}.{name.name}"
            yield full if is_module(full) else node.module
    elif isinstance(node, ast.Import):
        yield from (name.name for name in node.names)


def from_layer(module: str) -> str:
    return module.removeprefix("kg.") if module.split(".")[:2] == ["kg", "cli"] else module


def is_module(dotted: str) -> bool:
    path = ROOT.joinpath(*dotted.split("."))
    return path.with_suffix(".py").exists() or (path / "__init__.py").exists()


def test_no_layer_imports_one_above_it() -> None:
    seen = set()
    for module, imported in imports():
        layer, target = module.split(".")[0], imported.split(".")[0]
        if target in LAYERS:
            seen.add((layer, target))
            assert LAYERS.index(target) <= LAYERS.index(layer), f"{module} imports {imported}, a layer above it"
    assert ("cli", "exports") in seen and ("kg", "ingest") in seen


def test_no_package_of_kg_imports_one_above_it() -> None:
    seen = set()
    for module, imported in imports():
        (layer, package, *_), (target_layer, target, *_) = (f"{name}..".split(".") for name in (module, imported))
        if layer == target_layer == "kg" and package in PACKAGES_OF_KG and target in PACKAGES_OF_KG:
            seen.add((package, target))
            assert PACKAGES_OF_KG.index(target) <= PACKAGES_OF_KG.index(package), f"{module} imports {imported}"
    folders = {path.name for path in (ROOT / "kg").iterdir() if (path / "__init__.py").exists()}
    assert folders == {*PACKAGES_OF_KG, "cli"} and {("identity", "decisions"), ("decisions", "entries")} <= seen


def test_only_the_stores_know_the_engine() -> None:
    knowing = {module for module, imported in imports() if imported.split(".")[0] in ("arcadedb", "neo4j")}
    assert knowing and all(module.startswith("kg.stores.") for module in knowing)


# These take names and codes apart; English is read in ``ingest``.
WITH_PATTERNS = {
    "kg.identity.bodies.bodies",
    "kg.identity.names.parser",
}
# The facts, the pack's lexicons, and plain functions on strings.
MAY_BE_IMPORTED = (
    "ingest.facts",
    "ingest.vocabulary",
    "ingest.jurisdictions",
    "ingest.language.durations",
    "ingest.language.folding",
    "ingest.language.stems",
)
ABOUT_THE_PROGRAM = ("ingest.version", "ingest.errors")


def facts_only() -> Iterator[tuple[str, Path]]:
    """The modules that decide who and what is one and build the graph: they see facts, and no text."""
    for folder in ("kg/identity", "kg/rows"):
        for path in (ROOT / folder).rglob("*.py"):
            yield ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"), path


def test_identity_and_build_see_facts_and_no_text() -> None:
    reading = set()
    for module, path in facts_only():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and ast.unparse(node).endswith(("entry.text", "entry.body")):
                reading.add(module)
    assert reading == {"kg.rows.documents"}  # the text of an Entry node


def test_identity_and_build_import_no_reader() -> None:
    modules = {module for module, _ in facts_only()}
    assert len(modules) > 40
    for module, imported in imports():
        if module in modules and imported.startswith("ingest"):
            assert imported.startswith((*MAY_BE_IMPORTED, *ABOUT_THE_PROGRAM)), (
                f"{module} imports {imported}, which reads reports"
            )
    assert {module for module, imported in imports() if module in modules and imported == "re"} == WITH_PATTERNS


def test_no_module_imports_itself_through_others() -> None:
    graph: dict[str, set[str]] = {}
    for module, imported in imports():
        if imported.split(".")[0] in LAYERS and imported != module:
            graph.setdefault(module, set()).add(imported)
    for start, imported_by_it in graph.items():
        reached, ahead = set(), list(imported_by_it)
        while ahead:
            module = ahead.pop()
            assert module != start, f"{start} imports itself through others"
            if module not in reached:
                reached.add(module)
                ahead += graph.get(module, ())


def test_no_two_folders_of_kg_beside_each_other_import_one_another() -> None:
    """Two modules may be free of circles while their folders are not; a folder and one inside it are not beside."""
    seen = set()
    for module, imported in imports():
        ours, theirs = (
            name.split(".")[:-1] if not is_package(name) else name.split(".") for name in (module, imported)
        )
        shared = next((i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), None)
        if shared and ours[0] == "kg":
            seen.add((".".join(ours[: shared + 1]), ".".join(theirs[: shared + 1])))
    both = {(a, b) for a, b in seen if a < b and (b, a) in seen}
    assert ("kg.identity.people", "kg.identity.names") in seen and not both, both


def is_package(dotted: str) -> bool:
    return (ROOT.joinpath(*dotted.split(".")) / "__init__.py").exists()
