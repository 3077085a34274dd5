"""``kg export dossier``: one person or one case as a document for a submission."""

from datetime import datetime
from pathlib import Path

import click

from exports.profiles.profile import DEFAULT
from ingest.errors import KgError
from kg.cli.output import asked, optional_value, progress_bar, say
from kg.cli.pages.choice import find_one
from kg.cli.profiles.disclosure import disclose, guarding, say_profile
from kg.cli.profiles.files import ISSUED, OUTPUT, given, release_of
from kg.cli.profiles.preview import print_preview
from kg.cli.profiles.terms import Terms, with_terms
from kg.cli.store import output_file
from kg.graph.value import Key


@click.command()
@click.option("--person", **optional_value(), help="A person, by name or id; without, kg asks.")
@click.option("--case", **optional_value(), help="A case, by id; without, kg asks.")
@click.option("--format", type=click.Choice(["html", "docx"]), default="html", show_default=True, help="The format.")
@OUTPUT
@ISSUED
@with_terms(DEFAULT)
@click.pass_obj
def dossier(
    workspace: Path,
    *,
    person: str | None,
    case: str | None,
    format: str,
    output: Path | None,
    issued: datetime | None,
    terms: Terms,
) -> None:
    """Write what the reports tell of one person or one case, in order, with the exact words and their sources.

    It has the headings of the questionnaire of the United Nations Working Group on Arbitrary Detention. What is only
    alleged, denied or requested says so.

    \b
    Example: kg export dossier --person person-3f2a9c81d0b4e6f7 -o dossier.html
    Example: kg export dossier --case case-d88a691f3e8db61b --format docx -o dossier.docx
    """
    if (person is None) == (case is None):
        raise click.UsageError("Say whose dossier: --person NAME or --case ID.")
    disclosure = disclose(workspace, terms)
    if terms.preview:
        print_preview(disclosure)
        return
    file = output_file(workspace, given(output))
    label = "Case" if person is None else "Person"
    subject = disclosure.outside(_find(workspace, person if person is not None else case or "", label))
    if subject is None:
        raise KgError(f"Profile {terms.profile} leaves out this {label.lower()}, so there is no dossier.")
    from exports.dossier import write_dossier  # noqa: PLC0415 (only a dossier needs it)

    release = release_of(workspace, disclosure.profile.name, issued)
    with progress_bar("Writing the dossier"), guarding(disclosure):
        write_dossier(disclosure, subject, "docx" if format == "docx" else "html", file, release)
    say(f"The dossier is in {output}.")
    say_profile(disclosure)


def _find(workspace: Path, name: str, label: str) -> Key:
    """The person or case that was named. Raises ``KgError`` where it is something else, or nothing."""
    found = find_one(workspace, asked(name, f"{label} (name or id)"))
    if found.label != label:
        raise KgError(f"That is no {label.lower()} but of kind {found.label.lower()}. `kg find` lists ids.")
    return found
