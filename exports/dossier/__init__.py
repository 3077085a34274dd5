"""A dossier of one person or one case: what the reports tell, in order, with the words and their sources."""

from pathlib import Path
from typing import Literal, get_args

from exports.dossier import wording
from exports.dossier.content import make_dossier
from exports.dossier.page import make_page
from exports.files import replace_export
from exports.profiles.application import Disclosure
from exports.rdf.release import Release
from kg.graph.value import Key

Format = Literal["html", "docx"]
FORMATS: tuple[Format, ...] = get_args(Format)

__all__ = ["FORMATS", "Format", "write_dossier"]


def write_dossier(disclosure: Disclosure, subject: Key, format: Format, path: Path, release: Release) -> None:
    """Write the dossier of a person or case of the graph as it leaves. Raises ``KgError`` where the file cannot be."""
    profile = wording.PROFILE.format(disclosure.profile.name, disclosure.profile.about)
    issued = wording.ISSUED.format(release.issued, f"{release.software}, {release.rules}")
    said = [*wording.HOW_TO_READ, profile, issued, release.publisher, release.licence, release.terms_of_use]
    dossier = make_dossier(disclosure.graph, subject, [note for note in said if note])
    with replace_export(path) as file:
        if format == "html":
            file.write(make_page(dossier).encode())
        else:
            from exports.dossier.document import write_document  # noqa: PLC0415 (only a Word document needs it)

            write_document(dossier, release.issued, release.publisher, file)
