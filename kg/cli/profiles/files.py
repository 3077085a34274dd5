"""What commands that write an export have in common: the file, its date, and what it says of itself."""

from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import click

from exports.rdf.release import Release
from kg.cli.store import settings_exist, settings_of
from kg.workspace import Workspace
from kg.workspace.versions import PROJECT_VERSIONS

OUTPUT = click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write.")
ISSUED = click.option(
    "--issued",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day that the file gives as its date; today if you do not say.",
)


def given(output: Path | None) -> Path:
    """The file or folder that was named. Raises ``UsageError`` if none was: only ``--preview`` does without."""
    if output is None:
        raise click.UsageError("Missing option '-o' / '--output': say where to write, or --preview.")
    return output


def release_of(workspace: Path, profile: str, issued: datetime | None, part: str = "") -> Release:
    """What a file says of itself: its day (today if nobody said), publisher, licence, versions, profile, and
    which ``part`` of the graph it is."""
    settings = settings_of(workspace)
    generation = Workspace.open(workspace).status().generation if settings_exist(workspace) else None
    rules = generation.rules if generation else PROJECT_VERSIONS.today()  # a server's graph does not tell its own
    return Release(
        issued=(issued or datetime.now(UTC)).strftime("%Y-%m-%d"),
        publisher=settings.export.publisher,
        licence=settings.export.licence,
        terms_of_use=settings.export.terms_of_use,
        software=f"persecution-casegraph {version('persecution-casegraph')}",
        profile=profile,
        jurisdiction=settings.jurisdiction,
        part=part,
        rules=f"reading {rules.reading}, build {rules.build}",
    )
