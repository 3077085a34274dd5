"""The options of every export that say of what it is: of everything, or of a part."""

from dataclasses import dataclass
from typing import Any

import click

from kg.cli.output import optional_value


@dataclass(frozen=True)
class Part:
    """What was asked for: people, answers of saved queries with their parameters, entries from a date on."""

    people: tuple[str, ...] = ()
    queries: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    since: str = ""

    @property
    def is_everything(self) -> bool:
        """Whether nothing was said, so that all of the graph is meant."""
        return not (self.people or self.queries or self.since)

    @property
    def about(self) -> str:
        """Which part it is, in words without a name; empty for everything."""
        number = f"{len(self.people)} people" if len(self.people) > 1 else "one person"
        said = [f"{number} and what is reported of them"] if self.people else []
        said += [f"the answer of the saved query {name}" for name in self.queries]
        said += [f"what entries since {self.since} report"] if self.since else []
        return "; ".join(said)


def part_options() -> list[Any]:
    """The options, as click declares them."""
    return [
        click.option(
            "--person",
            "people",
            multiple=True,
            help="Only one person (name or id) and what is reported of them; repeat it for several.",
            **optional_value(),
        ),
        click.option("--query", "queries", multiple=True, help="Only the people, cases and facts in an answer."),
        click.option("--set", "parameters", multiple=True, metavar="NAME=VALUE", help="A parameter of --query."),
        click.option("--since", default="", metavar="DATE", help="Only what entries of this day or later report."),
    ]
