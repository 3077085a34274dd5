"""The options of every command that writes something for others: what may leave, and who gets it."""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from functools import reduce, wraps
from typing import Any

import click

from kg.cli.output import optional_value
from kg.cli.profiles.parts import Part, part_options

_OF_PARTS = tuple(option.name for option in fields(Part))


@dataclass(frozen=True)
class Terms:
    """Under what terms something leaves, as the options of a command say."""

    profile: str
    receiver: str = ""
    preview: bool = False
    part: Part = field(default_factory=Part)

    @property
    def for_yourself(self) -> bool:
        """Whether nothing leaves: a command that shows things shows them all."""
        return self.profile == "full"


Command = Callable[..., None]


def _declared(default: str) -> dict[str, dict[str, Any]]:
    return {
        "--profile": {
            "default": default,
            "show_default": True,
            "help": "What leaves: full, partner, public, or a profile of your own in kg.toml.",
        },
        "--receiver": {
            "default": "",
            "help": "Who gets the file. Each receiver gets other pseudonyms, the same in every file.",
            **optional_value(),
        },
    }


def terms_options(default: str) -> list[click.Option]:
    """The options of a command that is made and not decorated; it gets ``profile`` and ``receiver``."""
    return [click.Option([name], **settings) for name, settings in _declared(default).items()]


def with_terms(default: str, preview: bool = True, part: bool = False) -> Callable[[Command], Command]:
    """Give a command the options that say what leaves; it gets them as ``terms``. With ``part``, a part may leave."""
    options = [click.option(name, **settings) for name, settings in _declared(default).items()]
    if preview:
        about = "Show what will be left out, changed and kept, and write nothing."
        options.append(click.option("--preview", is_flag=True, help=about))

    if part:
        options += part_options()

    def decorate(command: Command) -> Command:
        @wraps(command)
        def run(*arguments: Any, profile: str, receiver: str, preview: bool = False, **rest: Any) -> None:
            said = {name: rest.pop(name) for name in _OF_PARTS if name in rest}
            command(*arguments, terms=Terms(profile, receiver, preview, Part(**said)), **rest)

        return reduce(lambda made, option: option(made), reversed(options), run)

    return decorate
