"""Reading: a report's bytes become text, entries, and facts with their evidence.

The way in::

    from pathlib import Path
    from ingest import detect_jurisdiction, load_jurisdiction, read_file, read_report

    text = read_file(Path("october.txt")).text
    report = read_report(text, load_jurisdiction(detect_jurisdiction(text)))
    for entry in report.entries:
        print(entry.entry.date, [person.name for person in entry.persons])

Each name is loaded when it is first asked for: ``import ingest`` alone loads no extractor.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ingest.formats.files import read_file
    from ingest.jurisdictions.detection import detect_jurisdiction
    from ingest.jurisdictions.packs import load_jurisdiction
    from ingest.pipeline import read_report

__all__ = ["detect_jurisdiction", "load_jurisdiction", "read_file", "read_report"]

_HOMES = {
    "detect_jurisdiction": "ingest.jurisdictions.detection",
    "load_jurisdiction": "ingest.jurisdictions.packs",
    "read_file": "ingest.formats.files",
    "read_report": "ingest.pipeline",
}


def __getattr__(name: str) -> Any:
    """Load a public name from its module."""
    if name not in _HOMES:
        raise AttributeError(f"module 'ingest' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)
