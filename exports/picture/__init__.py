"""A picture of a part of the graph in one HTML file that opens offline.

``draw_around`` and ``draw_answer`` make the page, ``write_picture`` writes it.
"""

from pathlib import Path

from exports.files import write_export


def write_picture(content: bytes, path: Path) -> None:
    """Write a picture, whole or not at all."""
    write_export(path, content)
