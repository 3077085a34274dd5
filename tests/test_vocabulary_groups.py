"""Groups of words of the closed lists are written out once, under a type that the type checker compares."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, get_args, get_origin

from ingest import vocabulary

ROOT = Path(__file__).parents[1]
# `part`, `paragraph` and `code` are words of texts too.
LISTS = [
    frozenset(get_args(value))
    for name, value in vars(vocabulary).items()
    if get_origin(value) is Literal and name not in ("ProvisionLevel", "Code")
]
# What holds a word of a closed list wherever it is an attribute.
FIELDS = ("type", "role", "office", "standing", "outcome", "stage")


def modules() -> Iterator[tuple[str, ast.Module]]:
    for layer in ("ingest", "kg", "queries", "briefings", "exports", "explorer"):
        for path in sorted((ROOT / layer).rglob("*.py")):
            yield str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))


def words_of(node: ast.AST) -> frozenset[str]:
    """The words of a set, tuple or list that is written out; empty if something else is in it."""
    if not isinstance(node, ast.Set | ast.Tuple | ast.List):
        return frozenset()
    words = [e.value for e in node.elts if isinstance(e, ast.Constant) and isinstance(e.value, str)]
    return frozenset(words) if len(words) == len(node.elts) else frozenset()


def literals_of(tree: ast.Module) -> set[ast.AST]:
    """What is inside ``Literal[…]``: a list itself, no group of its words."""
    return {
        node.slice
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal"
    }


def group_of(node: ast.AST) -> frozenset[str]:
    """The words, where they are all of one closed list."""
    words = words_of(node)
    return words if any(words <= each for each in LISTS) else frozenset()


def test_a_group_is_written_out_once() -> None:
    places: dict[frozenset[str], list[str]] = {}
    for name, tree in modules():
        for node in set(ast.walk(tree)) - literals_of(tree):
            if len(group := group_of(node)) > 1 and isinstance(node, ast.Set | ast.Tuple | ast.List):
                places.setdefault(group, []).append(f"{name}:{node.lineno}")
    assert any("ingest/vocabulary.py" in place for several in places.values() for place in several)
    repeated = {tuple(sorted(group)): where for group, where in places.items() if len(where) > 1}
    assert not repeated, f"give it a name in ingest/vocabulary.py: {repeated}"


def test_a_named_group_says_what_its_words_are_of() -> None:
    untyped = [
        f"{name}:{node.lineno}"
        for name, tree in modules()
        for node in tree.body
        if isinstance(node, ast.Assign)
        for part in set(ast.walk(node.value)) - literals_of(tree)
        if len(group_of(part)) > 1
    ]
    assert not untyped, f"annotate it, as in `frozenset[ActType]`: {untyped}"


def test_no_field_is_looked_for_among_words_that_nothing_checks() -> None:
    unchecked = [
        f"{name}:{node.lineno}"
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare) and isinstance(node.left, ast.Attribute) and node.left.attr in FIELDS
        if isinstance(node.ops[0], ast.In | ast.NotIn) and words_of(node.comparators[0])
    ]
    assert not unchecked, f"name the group and annotate it, so that mypy compares its words: {unchecked}"
