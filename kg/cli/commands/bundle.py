"""``kg export bundle`` and ``kg verify``: everything for a receiver in one file, and whether it is whole."""

from datetime import datetime
from functools import partial
from pathlib import Path

import click

from exports.bundle.archive import write_bundle
from exports.bundle.parts import PARTS, Contents
from exports.facts import Row, facts_rows
from exports.profiles.application import Disclosure
from exports.profiles.profile import DEFAULT
from exports.rdf import Bases
from kg.cli.output import progress_bar, say
from kg.cli.profiles.disclosure import disclose, guarding, require_whole, say_profile
from kg.cli.profiles.files import ISSUED, OUTPUT, given, release_of
from kg.cli.profiles.preview import print_preview
from kg.cli.profiles.terms import Terms, with_terms
from kg.cli.store import output_file, settings_exist, settings_of
from kg.rdf.bundle.verification import verify_bundle
from kg.schema.schema import load_schema
from kg.workspace import Workspace
from kg.workspace.files.layout import Layout
from kg.workspace.ids import former_ids


@click.command()
@click.option(
    "--format",
    "formats",
    type=click.Choice(list(PARTS)),
    multiple=True,
    default=("turtle", "nquads"),
    show_default=True,
    help="A format to put in; repeat the option for several.",
)
@click.option(
    "--sign",
    "key",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    envvar="KG_SIGNING_KEY",
    help="A private key of OpenSSH to sign with. KG_SIGNING_KEY sets it for every bundle.",
)
@OUTPUT
@ISSUED
@with_terms(DEFAULT, part=True)
@click.pass_obj
def bundle(
    workspace: Path,
    formats: tuple[str, ...],
    key: Path | None,
    output: Path | None,
    issued: datetime | None,
    terms: Terms,
) -> None:
    """Write one zip for a receiver: formats, vocabulary, questions, README, manifest and signature.

    \b
    Example: kg export bundle --receiver "Tasel Committee" -o bundle.zip
    Example: kg export bundle --format turtle --format trig --sign ~/.ssh/id_ed25519 -o bundle.zip
    """
    if "facts" in formats and not terms.part.is_everything:
        raise click.UsageError("Facts are those of all entries. For a part, choose other formats.")
    if "facts" in formats:
        require_whole(Workspace.open(workspace), terms)
    disclosure = disclose(workspace, terms)
    if terms.preview:
        print_preview(disclosure)
        return
    file = output_file(workspace, given(output))
    contents = _contents(workspace, disclosure, issued, "facts" in formats, terms.part.about)
    with progress_bar("Writing the bundle"), guarding(disclosure):
        manifest = write_bundle(contents, sorted(set(formats), key=list(PARTS).index), file, key)
    signed = f"signed with {key}" if key else "not signed"
    say(f"{len(manifest.files)} files and their manifest are in {output}, {signed}. `kg verify {output}` verifies it.")
    say_profile(disclosure)


def _contents(workspace: Path, disclosure: Disclosure, issued: datetime | None, facts: bool, about: str) -> Contents:
    settings = settings_of(workspace)
    return Contents(
        graph=disclosure.graph,
        schema=load_schema(),
        bases=Bases(settings.base_iri, settings.vocabulary_iri),
        release=release_of(workspace, disclosure.profile.name, issued, about),
        former=disclosure.former(former_ids(Layout(workspace)) if settings_exist(workspace) else {}),
        facts=partial(_facts, workspace) if facts else None,
    )


def _facts(workspace: Path) -> list[Row]:
    opened = Workspace.open(workspace)
    built = opened.build()
    reports = [(report.id, report.facts) for report in opened.in_force()]
    return list(facts_rows(reports, built.persons, built.threads))


@click.command()
@click.argument("file", metavar="BUNDLE", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--signers",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Whose signature is accepted: an allowed_signers file of OpenSSH. Without it the key is only shown.",
)
def verify(file: Path, signers: Path | None) -> None:
    """Verify that nothing in a bundle is missing, changed or added, and say who signed it.

    Nothing is unpacked or taken in. Exit code 1 when something is wrong.

    Example: kg verify bundle.zip --signers signers
    """
    with progress_bar("Verifying"):
        verified = verify_bundle(file, signers)
    manifest = verified.manifest
    size = sum(part.size for part in manifest.files.values())
    say(f"{file} is whole: {len(manifest.files)} files, {size:,} bytes.")
    say(" ".join(filter(None, [f"Issued {manifest.issued}, profile {manifest.profile}.", manifest.part])))
    if not verified.signer:
        say("It is not signed: anybody may have made it.")
    elif signers is None:
        say(f"Signed with the key {verified.signer}. Whose key that is, only --signers can tell.")
    else:
        say(f"Signed by {verified.signer}.")
