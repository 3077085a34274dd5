"""``kg export``: the graph as RDF, the facts as JSON lines."""

from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import click

from exports.facts import facts_rows, write_facts
from exports.rdf import FORMATS, Bases, Format, Release, write_rdf
from ingest.version import reading_version
from kg.cli.output import progress_bar, say
from kg.cli.store import graph_in, output_file, settings_of
from kg.schema.schema import load_schema
from kg.workspace import Workspace
from kg.workspace.versions import build_version


@click.group()
def export() -> None:
    """Write the graph or the facts to a file.

    Example: kg export rdf --format turtle -o graph.ttl
    """


OUTPUT = click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The file to write."
)


@export.command()
@click.option("--format", type=click.Choice(FORMATS), default="turtle", show_default=True, help="The RDF syntax.")
@OUTPUT
@click.option(
    "--issued",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day that the file gives as its date; today if you do not say.",
)
@click.pass_obj
def rdf(workspace: Path, format: Format, output: Path, issued: datetime | None) -> None:
    """Write the whole graph as RDF. Nothing is redacted: the file contains names and texts.

    Example: kg export rdf --format nquads -o graph.nq
    """
    settings = settings_of(workspace)
    release = Release(
        issued=(issued or datetime.now(UTC)).strftime("%Y-%m-%d"),
        publisher=settings.export.publisher,
        licence=settings.export.licence,
        terms_of_use=settings.export.terms_of_use,
        software=f"persecution-casegraph {version('persecution-casegraph')}",
        rules=f"reading {reading_version()}, build {build_version()}",
    )
    with progress_bar("Writing RDF"):
        bases = Bases(settings.base_iri, settings.vocabulary_iri)
        write_rdf(graph_in(workspace), load_schema(), bases, format, output_file(workspace, output), release)
    say(f"The whole graph is in {output}. Nothing is redacted: it contains names, texts and addresses of sources.")


@export.command()
@click.option("--spans", is_flag=True, help="Add the positions of the text that each fact rests on.")
@OUTPUT
@click.pass_obj
def facts(workspace: Path, spans: bool, output: Path) -> None:
    """Write the facts of all entries as JSON lines, one for each entry, in the format of docs/annotation.md.

    Example: kg export facts -o facts.jsonl
    """
    opened = Workspace.open(workspace)
    with progress_bar("Writing facts"):
        built = opened.build()
        reports = [(report.id, report.facts) for report in opened.in_force()]
        write_facts(facts_rows(reports, built.persons, built.threads, spans), output_file(workspace, output))
    say(f"The facts of {sum(len(f.entries) for _, f in reports)} entries are in {output}. Nothing is redacted.")


@export.command("neo4j-import")
@click.option("--database", default="neo4j", show_default=True, help="The database that the script loads.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), required=True, help="A folder, new or empty."
)
@click.pass_obj
def neo4j_import(workspace: Path, database: str, output: Path) -> None:
    """Write the files and the script for Neo4j's bulk import, for the first load of a large archive.

    Nothing is redacted. You can also load the graph with `kg push` alone; run it after the import too.

    Example: kg export neo4j-import -o bulk/ && sh bulk/import.sh
    """
    from exports.neo4j_import import write_import  # noqa: PLC0415 (the engine's package is slow to load)

    with progress_bar("Writing"):
        script = write_import(graph_in(workspace), load_schema(), output, database)
    say(f"{script} loads the whole graph into an empty database whose server is stopped. Nothing is redacted.")
