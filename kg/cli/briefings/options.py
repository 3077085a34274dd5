"""What the commands of this folder have in common: filters, and how the answer is shown."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from kg.cli.output import FORMATS, asked
from kg.cli.saved_queries.filters import filter_option
from kg.cli.store import id_now
from kg.stores import Store
from queries.execute import bind_filters
from queries.filters import all_filters

_PERIOD = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
SHOWN = (
    click.Option(["--evidence"], is_flag=True, help="Show the words that each line rests on, with date and source."),
    click.Option(["--ids"], is_flag=True, help="Show the ids of people and facts too."),
    click.Option(["--wide"], is_flag=True, help="Show every column and whole lists, however wide the terminal."),
    click.Option(["--format"], type=FORMATS, default="table", help="csv and json have everything."),
)


@dataclass(frozen=True)
class View:
    """How an answer is shown."""

    evidence: bool
    ids: bool
    wide: bool
    format: str


Given = Mapping[str, str | None]


def filter_options(*names: str) -> list[click.Option]:
    """The options of some filters."""
    known = all_filters()
    return [filter_option(name, known[name]) for name in names]


def filters_given(given: Given) -> dict[str, str]:
    """The filters that were given; those without a value are asked for."""
    known = all_filters()
    return {name: asked(value, known[name].about) for name, value in given.items() if value is not None}


def bound_filters(workspace: Path, given: Mapping[str, str], store: Store) -> dict[str, Any]:
    """The values of the filters that were given, for the queries of a briefing."""
    return bind_filters(all_filters(), {name: id_now(workspace, value) for name, value in given.items()}, store)


def day_option(name: str, about: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """An option that takes a day; ``from`` is given as ``first``."""
    return click.option(f"--{name}", "first" if name == "from" else name, callback=_day, metavar="DATE", help=about)


def period_option(name: str, about: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """An option that takes a day, a month or a year."""
    return click.option(f"--{name}", callback=_period, metavar="PERIOD", help=about)


def _period(_: click.Context, parameter: click.Parameter, value: str | None) -> str:
    """A period as ISO text; empty where none was given."""
    if value and not _PERIOD.fullmatch(value):
        raise click.BadParameter(f"'{value}' is no period; write it as 2023-06 or 2023.", param=parameter)
    return value or ""


def _day(_: click.Context, parameter: click.Parameter, value: str | None) -> str:
    """A day as ISO text; empty where none was given."""
    try:
        return date.fromisoformat(value).isoformat() if value else ""
    except ValueError:
        raise click.BadParameter(f"'{value}' is no day; write it as 2023-06-30.", param=parameter) from None


def shown(*filters: str) -> Callable[[click.Command], click.Command]:
    """Give a command the options of some filters, and those of how the answer is shown.

    It gets them as two arguments, ``given`` and ``view``.
    """

    def decorate(command: click.Command) -> click.Command:
        callback = command.callback
        assert callback is not None

        def run(*arguments: Any, **options: Any) -> None:
            given = {name: options.pop(name) for name in filters}
            view = View(**{each.name: options.pop(each.name) for each in SHOWN if each.name})
            callback(*arguments, given=given, view=view, **options)

        command.params += [*filter_options(*filters), *SHOWN]
        command.callback = run
        return command

    return decorate
