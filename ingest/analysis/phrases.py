"""Patterns made of lists of phrases, as lexicons have them."""

import re
from collections.abc import Iterable
from typing import TypeAlias

# What "..." in a phrase stands for.
_SLOT = r"(?: [\w’'.-]+){0,4} "

# A tree of characters; an empty key ends a phrase.
_Tree: TypeAlias = "dict[str, _Tree]"


def any_phrase(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern that matches any of the phrases as whole words, the longest first; "..." is up to four words.

    The phrases share their beginnings (a tree of characters), so that most positions of a text are left at once.
    """
    tree: _Tree = {}
    for phrase in phrases:
        branch = tree
        for atom in atoms_of(phrase):
            branch = branch.setdefault(atom, {})
        branch[""] = {}
    return re.compile(rf"(?<![\w-]){_branches_of(tree)}(?![\w-])", re.IGNORECASE)


def _branches_of(tree: _Tree) -> str:
    branches = [atom + _branches_of(rest) for atom, rest in sorted(tree.items()) if atom]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and "" not in tree else f"(?:{'|'.join(branches)})"
    return joined + ("?" if "" in tree else "")


def atoms_of(phrase: str) -> list[str]:
    """The atoms of the pattern for a phrase: its characters, and one for each "..."."""
    pieces = [[re.escape(c) for c in piece.strip()] for piece in phrase.split("...")]
    return [atom for number, piece in enumerate(pieces) for atom in ([_SLOT] * bool(number) + piece)]
