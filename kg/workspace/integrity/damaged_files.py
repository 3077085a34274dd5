"""Damage to files that no graph is made of: copies of sources, and the key of pseudonyms."""

from collections.abc import Iterator

from kg.workspace.export_key import find_key_problems
from kg.workspace.files.layout import Layout
from kg.workspace.sources.copies import find_damaged_copies


def find_damaged_files(layout: Layout) -> Iterator[str]:
    """What is wrong with them, a sentence each."""
    yield from find_damaged_copies(layout)
    yield from find_key_problems(layout)
