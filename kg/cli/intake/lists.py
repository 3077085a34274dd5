"""``kg entry import``: a list of prisoners by name, a row of a spreadsheet an entry."""

from collections.abc import Sequence
from pathlib import Path

import click

from exports.files import write_export
from ingest.errors import KgError
from ingest.jurisdictions.packs import Jurisdiction, load_jurisdiction
from kg.cli.decision_problems import print_problems
from kg.cli.intake.outcomes import describe_file
from kg.cli.intake.unread import print_unread
from kg.cli.output import ask, progress_bar, say
from kg.cli.review.sheets import FILE, read_filled
from kg.decisions.journal import Decision
from kg.workspace import Workspace
from kg.workspace.intake.lists.completion import Completion, complete_list
from kg.workspace.intake.lists.rows import ListedPrisoner, ReadList, read_list
from kg.workspace.intake.lists.sentences import write_report
from kg.workspace.intake.lists.words import write_template
from kg.workspace.intake.outcomes import FileOutcome
from kg.workspace.intake.own_entries import series_of


@click.command("import")
@click.argument("file", required=False, type=FILE)
@click.option("--template", type=FILE, help="Write an empty list with the names of the columns instead.")
@click.option("--date", "day", metavar="YYYY-MM-DD", help="The day that the list is of.")
@click.option("--source", help="Who or what says so: an address, or words such as 'list of the relatives' union'.")
@click.option("--series", default="", help="A name for its series. [default: own- and a hash of the source]")
@click.option("--jurisdiction", metavar="NAME", help="The country. [default: the workspace's]")
@click.pass_context
def import_list(
    context: click.Context,
    file: Path | None,
    template: Path | None,
    day: str | None,
    source: str | None,
    series: str,
    jurisdiction: str | None,
) -> None:
    """Read a list of prisoners by name from a spreadsheet (CSV): each row becomes an entry.

    The columns are name, date, place, article, term, court, sentenced, held in, since, note and source; all but name
    may be empty or missing. Dates are like 2031-03-05, 2031-03 or 2031, articles like CC 272/2 with ';' between them,
    terms like "5 years" or P5Y. A row that is not understood is named with its line, and the others are read. kg asks
    for the date and source that you leave out.

    \b
    Example: kg entry import --template prisoners.csv
    Example: kg entry import prisoners.csv --date 2031-03-05 --source https://bureau.example/list
    """
    country = _country_of(context.obj, jurisdiction)
    if template:
        write_export(template, write_template(country))
        say(f"Columns of a list in {template}. Fill in a row for each prisoner, then `kg entry import {template}`.")
        return
    if file is None:
        raise click.UsageError("Give a file, or --template FILE to write an empty one.")
    found = read_filled(file, lambda data: read_list(data, country))
    for problem in found.problems:
        say(f"{file}, {problem}")
    if not found.prisoners:
        raise KgError(f"{file}: no row was understood; nothing changed.")
    when = ask("Date of the list (YYYY-MM-DD)") if day is None else day
    words = ask("Source: an address, or who gave the list to whom and when") if source is None else source
    said = _import(context.obj, found, when.strip(), " ".join(words.split()), series, country)
    for problem in said:
        say(f"{file}, {problem}")
    if found.problems or said:
        context.exit(1)


def _country_of(folder: Path, given: str | None) -> Jurisdiction:
    """The country's pack. Raises ``KgError`` if neither the user nor a workspace says which."""
    known = given or Workspace.open(folder).settings.jurisdiction
    if not known:
        raise KgError("No report shows the country yet. Say it with --jurisdiction.")
    return load_jurisdiction(known)


def _import(folder: Path, found: ReadList, day: str, source: str, series: str, country: Jurisdiction) -> Sequence[str]:
    """Read the list as a report, and add what its rows say and was not read; a sentence for what is still missing."""
    written = write_report(found.prisoners, day, source, country)
    workspace = Workspace.open_or_create(folder)
    named = series or series_of("list", source)
    with progress_bar("Reading") as progress:
        result = workspace.ingest(
            [written],
            progress=progress,
            waiting=say,
            period=day,
            series=named,
            jurisdiction=country.id,
            source=source,
        )
    added = result.files[0]
    for sentence in describe_file(added):
        say(sentence)
    if added.outcome == "refused" or not added.report:
        raise KgError("The list was not read; nothing changed.")
    return _complete(workspace, found.prisoners, added, country)


def _complete(
    workspace: Workspace, prisoners: Sequence[ListedPrisoner], added: FileOutcome, country: Jurisdiction
) -> Sequence[str]:
    report = added.report or ""
    completion = complete_list(prisoners, report, workspace.known_facts(), country)
    with progress_bar("Deriving the graph"):
        decisions, refused = _decide(workspace, completion)
    print_unread(added.name, report, added.unread, added.issues)
    say(f"{added.outcome.capitalize()} as {report}: {len(prisoners)} entries. `kg show {report}/1` shows the first.")
    if decisions:
        say(f"Facts that the rows state and the rules did not read: {len(decisions)}. `kg decisions` lists them.")
    print_problems(workspace)
    return [*completion.problems, *refused]


def _decide(workspace: Workspace, completion: Completion) -> tuple[Sequence[Decision], Sequence[str]]:
    """Record what completes a list, all at once; row by row where one of them is refused, and say which."""
    try:
        return workspace.decide_facts([each for row in completion.opinions.values() for each in row]), ()
    except KgError:
        decisions: list[Decision] = []
        refused = []
        for line, opinions in completion.opinions.items():
            try:
                decisions += workspace.decide_facts(opinions)
            except KgError as error:
                refused.append(f"line {line}: not all of it was read. {error}")
        return decisions, refused
