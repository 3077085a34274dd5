"""``kg query check``: whether query files run on both engines."""

from pathlib import Path

import click

from ingest.errors import KgError
from kg.cli.output import print_line, say
from queries.catalogue import query_files
from queries.dialect.check import check_file


@click.command("check")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_obj
def check_queries(workspace: Path, files: tuple[Path, ...]) -> None:
    """Check that query files run on both engines. For what does not, print the file, the line and what to write.

    Without FILES, check the project's and the workspace's queries. Exit code 1 when something is not portable.

    Example: kg query check casefile/queries/mine.cypher
    """
    asked = files or tuple(query_files([workspace / "queries"]))
    count = 0
    for path in asked:
        try:
            found = [f"{path}, {finding.sentence}" for finding in check_file(path)]
        except KgError as error:
            found = [str(error)]
        count += len(found)
        for sentence in found:
            print_line(sentence)
    if count:
        raise KgError(f"{count} places are not portable. queries/README.md says what may be used.")
    say(f"{len(asked)} query files are portable." if len(asked) != 1 else "The query file is portable.")
