"""The options ``--from``, ``--to``, ``--person`` and others, for every command that filters."""

import click

from kg.cli.output import optional_value
from queries.filters import standings
from queries.header import Parameter


def filter_option(name: str, parameter: Parameter) -> click.Option:
    """The option of a filter. A value that is left out is asked for, so that no name has to be an argument."""
    return click.Option(
        [f"--{name}", name],
        help=f"{parameter.about}.",
        metavar=parameter.type.upper(),
        type=click.Choice(standings()) if name == "standing" else None,
        **({} if name == "standing" else optional_value()),
    )
