"""``kg review``: questions on the terminal, or in a spreadsheet."""

import click

from kg.cli.lazy import LazyGroup

SUBJECTS = {
    "facts": "kg.cli.review.facts:facts",
    "people": "kg.cli.review.people:people",
}


@click.group(cls=LazyGroup, commands_in=SUBJECTS)
def review() -> None:
    """Answer the questions that the rules cannot decide, and check what they read.

    Example: kg review people
    """
