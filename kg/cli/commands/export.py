"""``kg export``: the graph as RDF, the facts as JSON lines, and what other programs take."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from exports.facts import facts_rows, write_facts
from exports.ftm import write_ftm
from exports.profiles.profile import DEFAULT
from exports.rdf import FORMATS, Bases, Format, write_rdf
from exports.tables.package import write_package
from exports.tables.tables import make_tables
from exports.tables.workbook import write_workbook
from kg.cli.commands.bundle import bundle
from kg.cli.commands.dossier import dossier
from kg.cli.output import progress_bar, say
from kg.cli.profiles.disclosure import disclose, guarding, require_whole, say_profile
from kg.cli.profiles.files import ISSUED, OUTPUT, given, release_of
from kg.cli.profiles.preview import print_preview
from kg.cli.profiles.terms import Terms, with_terms
from kg.cli.store import output_file, settings_exist, settings_of
from kg.schema.schema import load_schema
from kg.workspace import Workspace
from kg.workspace.files.layout import Layout
from kg.workspace.ids import former_ids

if TYPE_CHECKING:
    from exports.network import NetworkFormat


@click.group()
def export() -> None:
    """Write the graph or the facts to a file.

    Example: kg export rdf --format turtle -o graph.ttl
    """


FOLDER = click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), help="A folder, new or empty."
)


export.add_command(dossier)
export.add_command(bundle)


@export.command()
@click.option("--format", type=click.Choice(FORMATS), default="turtle", show_default=True, help="The RDF syntax.")
@OUTPUT
@ISSUED
@with_terms(DEFAULT, part=True)
@click.pass_obj
def rdf(
    workspace: Path,
    format: Format,
    output: Path | None,
    issued: datetime | None,
    terms: Terms,
) -> None:
    """Write the graph as RDF, as a profile lets it out (docs/exports.md).

    \b
    Example: kg export rdf --format nquads -o graph.nq
    Example: kg export rdf --profile public --preview
    Example: kg export rdf --query repeated_targeting --since 2031-04-01 -o part.ttl
    """
    disclosure = disclose(workspace, terms)
    if terms.preview:
        print_preview(disclosure)
        return
    file = output_file(workspace, given(output))
    settings = settings_of(workspace)
    release = release_of(workspace, disclosure.profile.name, issued, terms.part.about)
    with progress_bar("Writing RDF"), guarding(disclosure):
        bases = Bases(settings.base_iri, settings.vocabulary_iri)
        former = disclosure.former(former_ids(Layout(workspace)) if settings_exist(workspace) else {})
        write_rdf(disclosure.graph, load_schema(), bases, format, file, release, former)
    say(f"The graph is in {output}.")
    say_profile(disclosure)


@export.command()
@OUTPUT
@with_terms(DEFAULT, part=True)
@click.pass_obj
def ftm(workspace: Path, output: Path | None, terms: Terms) -> None:
    """Write the graph as FollowTheMoney entities, one JSON object a line, which OpenAleph takes (docs/exports.md).

    Example: kg export ftm -o graph.ftm.json
    """
    disclosure = disclose(workspace, terms)
    if terms.preview:
        print_preview(disclosure)
        return
    file = output_file(workspace, given(output))
    with progress_bar("Writing entities"), guarding(disclosure):
        number = write_ftm(disclosure.graph, load_schema(), file, terms.part.about)
    say(f"{number} entities are in {output}.")
    say_profile(disclosure)


@export.command()
@OUTPUT
@with_terms(DEFAULT, part=True)
@click.pass_obj
def graphml(workspace: Path, output: Path | None, terms: Terms) -> None:
    """Write the graph as GraphML, with kinds, labels, colours and standing (docs/exports.md).

    Example: kg export graphml -o graph.graphml
    """
    _network("graphml", workspace, output, terms)


@export.command()
@OUTPUT
@with_terms(DEFAULT, part=True)
@click.pass_obj
def gexf(workspace: Path, output: Path | None, terms: Terms) -> None:
    """Write the graph as GEXF, which Gephi opens with kinds, dates and colours (docs/exports.md).

    Example: kg export gexf -o graph.gexf
    """
    _network("gexf", workspace, output, terms)


@export.command()
@click.option("--format", type=click.Choice(["csv", "xlsx"]), default="csv", show_default=True, help="csv is a zip.")
@OUTPUT
@with_terms(DEFAULT, part=True)
@click.pass_obj
def tables(workspace: Path, format: str, output: Path | None, terms: Terms) -> None:
    """Write a table for each kind of node and relationship, with a dictionary of the columns (docs/exports.md).

    \b
    Example: kg export tables -o graph.zip
    Example: kg export tables --format xlsx -o graph.xlsx
    """
    disclosure = disclose(workspace, terms)
    if terms.preview:
        print_preview(disclosure)
        return
    file = output_file(workspace, given(output))
    with progress_bar("Writing tables"), guarding(disclosure):
        made = make_tables(disclosure.graph, load_schema())
        (write_package if format == "csv" else write_workbook)(made, file, terms.part.about)
    say(f"{len(made)} tables are in {output}.")
    say_profile(disclosure)


@export.command()
@click.option("--spans", is_flag=True, help="Add the positions of the text that each fact rests on.")
@OUTPUT
@with_terms("full", preview=False)
@click.pass_obj
def facts(workspace: Path, spans: bool, output: Path | None, terms: Terms) -> None:
    """Write the facts of all entries as JSON lines, one for each entry, in the format of docs/annotation.md.

    They are the words of the reports, names among them, so there is no other profile than full: for your own use.

    Example: kg export facts -o facts.jsonl
    """
    opened = Workspace.open(workspace)
    require_whole(opened, terms)
    file = output_file(workspace, given(output))
    with progress_bar("Writing facts"):
        built = opened.build()
        reports = [(report.id, report.facts) for report in opened.in_force()]
        write_facts(facts_rows(reports, built.persons, built.threads, spans), file)
    say(f"The facts of {sum(len(f.entries) for _, f in reports)} entries are in {output}. Nothing is left out.")


@export.command("neo4j-import")
@click.option("--database", default="neo4j", show_default=True, help="The database that the script loads.")
@FOLDER
@with_terms("full", part=True)
@click.pass_obj
def neo4j_import(workspace: Path, database: str, output: Path | None, terms: Terms) -> None:
    """Write the files and the script for Neo4j's bulk import, for the first load of a large archive.

    They are for your own server, so nothing is left out unless you name a profile. You can also load the graph with
    `kg push` alone; run it after the import too.

    Example: kg export neo4j-import -o bulk/ && sh bulk/import.sh
    """
    from exports.neo4j_import import write_import  # noqa: PLC0415 (the engine's package is slow to load)

    disclosure = disclose(workspace, terms)
    if terms.preview:
        print_preview(disclosure)
        return
    with progress_bar("Writing"), guarding(disclosure):
        script = write_import(disclosure.graph, load_schema(), given(output), database, terms.part.about)
    say(f"{script} loads the graph into an empty database whose server is stopped.")
    say_profile(disclosure)


def _network(format: "NetworkFormat", workspace: Path, output: Path | None, terms: Terms) -> None:
    from exports.network import write_network  # noqa: PLC0415 (networkx is slow to load)

    disclosure = disclose(workspace, terms)
    if terms.preview:
        print_preview(disclosure)
        return
    file = output_file(workspace, given(output))
    with progress_bar("Writing the network"), guarding(disclosure):
        write_network(disclosure.graph, load_schema(), format, file, terms.part.about)
    say(f"The network is in {output}.")
    say_profile(disclosure)
