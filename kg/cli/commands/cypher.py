"""``kg cypher``: any read-only query."""

from pathlib import Path

import click

from kg.cli.output import FORMATS, ask, print_rows, say
from kg.cli.store import reading
from kg.stores import Limits
from queries.dialect.check import check


@click.command()
@click.argument("text", required=False)
@click.option("--format", type=FORMATS, default="table", help="json: a list of objects, one for each row.")
@click.option(
    "--rows", type=click.IntRange(1), default=Limits().rows, show_default=True, help="Return at most this many rows."
)
@click.option(
    "--seconds", type=float, default=Limits().seconds, show_default=True, help="Stop the query after this many seconds."
)
@click.pass_obj
def cypher(workspace: Path, text: str | None, format: str, rows: int, seconds: float) -> None:
    """Run any read-only Cypher.

    kg prompts for the query if you leave it out, which keeps names in it out of the shell's history.

    Example: kg cypher "MATCH (c:Court) RETURN c.name AS court ORDER BY court" --format csv
    """
    text = text or ask("Query")
    with reading(workspace) as store:
        answer = store.query(text, limits=Limits(seconds=seconds, rows=rows))
    print_rows(answer, format)
    for finding in check(text):
        say(f"Warning: {finding.sentence}")
