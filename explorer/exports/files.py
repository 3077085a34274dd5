"""The formats in which a canvas leaves: a picture, a network for other programs, a dossier."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO, Literal

from exports.dossier import write_dossier
from exports.files import checking, write_export
from exports.network import write_network
from exports.picture.pictures import draw_things
from exports.profiles.application import Disclosure
from exports.profiles.disclosure import disclose_workspace, part_of
from exports.profiles.guard import make_guard
from exports.rdf.release import Release
from ingest.errors import KgError
from kg.graph.value import Key
from kg.schema.schema import load_schema
from kg.workspace import Workspace

ExportFormat = Literal["html", "svg", "graphml", "gexf", "dossier-html", "dossier-docx"]

MEDIA: dict[ExportFormat, tuple[str, str]] = {
    "html": ("text/html; charset=utf-8", "html"),
    "svg": ("image/svg+xml", "svg"),
    "graphml": ("application/graphml+xml", "graphml"),
    "gexf": ("application/gexf+xml", "gexf"),
    "dossier-html": ("text/html; charset=utf-8", "html"),
    "dossier-docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
}
"""The media type of each format, and the ending of its file's name."""


@dataclass(frozen=True)
class ExportAsked:
    """What leaves: a format, under a profile, for a receiver, who gets pseudonyms of their own."""

    format: ExportFormat
    profile: str = "partner"
    receiver: str = ""
    title: str = ""


Step = Literal["preparing", "writing", "checking"]
"""What is done for a file, one after the other: the profile is applied, the file written, and searched."""


def export_things(
    workspace: Workspace, things: Sequence[Key], asked: ExportAsked, begins: Callable[[Step], None] = lambda _: None
) -> bytes:
    """Some things and the lines among them as a file, searched for what the profile takes out before it leaves.

    A dossier is of the one person or case among them. ``begins`` is told each step that begins. Raises ``KgError``
    where the profile leaves out all of them.
    """
    begins("preparing")
    disclosure = disclose_workspace(workspace, asked.profile, asked.receiver)
    guard = make_guard(disclosure.secrets, disclosure.profile.name)

    def check(file: BinaryIO) -> None:
        begins("checking")
        guard(file)

    begins("writing")
    with tempfile.TemporaryDirectory(prefix="kg-") as folder, checking(check):
        path = Path(folder) / "export"
        _write(workspace, disclosure, things, asked, path)
        return path.read_bytes()


def _write(workspace: Workspace, disclosure: Disclosure, things: Sequence[Key], asked: ExportAsked, path: Path) -> None:
    match asked.format:
        case "dossier-html" | "dossier-docx":
            subject = _subject(disclosure, things)
            format: Literal["html", "docx"] = "docx" if asked.format == "dossier-docx" else "html"
            write_dossier(disclosure, subject, format, path, _release(workspace, disclosure))
        case "html" | "svg":
            outside = [key for thing in things if (key := disclosure.outside(thing))]
            _require(outside, disclosure)
            title = asked.title if disclosure.profile.whole else ""
            write_export(path, draw_things(disclosure.graph, outside, title, load_schema(), asked.format).content)
        case "graphml" | "gexf":
            part = part_of(disclosure, things)
            _require(part.nodes, disclosure)
            write_network(part, load_schema(), asked.format, path)


def _require(leaving: Sequence[object], disclosure: Disclosure) -> None:
    if not leaving:
        raise KgError(f"Profile {disclosure.profile.name} leaves out everything on this canvas.")


def _subject(disclosure: Disclosure, things: Sequence[Key]) -> Key:
    fitting = [key for key in things if key.label in ("Person", "Case")]
    if len(fitting) != 1:
        raise KgError("A dossier is of one person or one case: select one.")
    subject = disclosure.outside(fitting[0])
    if subject is None:
        raise KgError(f"Profile {disclosure.profile.name} leaves out this {fitting[0].label.lower()}.")
    return subject


def _release(workspace: Workspace, disclosure: Disclosure) -> Release:
    settings, made = workspace.settings, workspace.status().generation
    rules = f"reading {made.rules.reading}, build {made.rules.build}" if made else ""
    return Release(
        issued=datetime.now(UTC).strftime("%Y-%m-%d"),
        publisher=settings.export.publisher,
        licence=settings.export.licence,
        terms_of_use=settings.export.terms_of_use,
        software=f"persecution-casegraph {version('persecution-casegraph')}",
        profile=disclosure.profile.name,
        rules=rules,
    )
