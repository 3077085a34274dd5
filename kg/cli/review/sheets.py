"""The answers of a review: recorded as decisions, or read from a spreadsheet first."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import click

from ingest.errors import KgError
from ingest.formats.regular_files import FileTooLarge, NotRegular, read_regular_file
from kg.cli.decision_problems import print_problems
from kg.cli.output import progress_bar, say
from kg.decisions.journal import Decision
from kg.workspace import Workspace

FILE = click.Path(path_type=Path, dir_okay=False)

_LARGEST = 64 * 1024 * 1024
Filled = TypeVar("Filled")
Record = Callable[[], Sequence[Decision]]


def record_opinions(opened: Workspace, record: Record, number: int) -> None:
    """Record opinions as decisions, and print how many there are and which have no effect."""
    if not number:
        say("No answer was given; nothing changed.")
        return
    with progress_bar("Deriving the graph"):
        decisions = record()
    say(f"Decisions recorded: {len(decisions)}. `kg decisions` lists them, `kg undo ID` undoes one.")
    print_problems(opened)


def read_filled(path: Path, read: Callable[[bytes], Filled]) -> Filled:
    """Read a filled-in spreadsheet. Raises ``KgError`` with the file's name."""
    try:
        return read(read_regular_file(path, _LARGEST))
    except OSError as error:
        raise KgError(f"{path} cannot be read ({error.strerror}).") from None
    except (NotRegular, FileTooLarge):
        raise
    except KgError as error:
        raise KgError(f"{path}: {error}") from None


def import_opinions(
    opened: Workspace, path: Path, unclear: Sequence[str], gone: int, record: Record, number: int
) -> bool:
    """Say which rows were left out, and record the rest. Return whether some were left out."""
    for problem in unclear:
        say(f"{path}, {problem}.")
    if gone:
        say(f"{path}: Answers skipped, because no report in force has their words: {gone}.")
    record_opinions(opened, record, number)
    return bool(unclear or gone)
