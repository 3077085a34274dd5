"""A picture of a part of the graph in one HTML file that opens offline.

``draw_around`` and ``draw_answer`` make the page, ``write_picture`` writes it.
"""

from pathlib import Path

from exports.files import write_export


def write_picture(html: str, path: Path) -> None:
    """Write a page as UTF-8, whole or not at all."""
    write_export(path, html.encode())
