"""A picture of a part of the graph in one HTML file that opens offline.

``neighbourhood`` chooses what is near a node, ``draw`` makes the page, ``write_picture`` writes it.
"""

from pathlib import Path

from exports.files import write_export
from exports.picture.neighbourhood import neighbourhood
from exports.picture.page import draw

__all__ = ["draw", "neighbourhood", "write_picture"]


def write_picture(html: str, path: Path) -> None:
    """Write a page as UTF-8, whole or not at all."""
    write_export(path, html.encode())
