"""The answers of a review: recorded as decisions, or read from a spreadsheet first."""

from pathlib import Path

from ingest.errors import KgError
from ingest.formats.regular_files import FileTooLarge, NotRegular, read_regular_file
from kg.cli.decision_problems import print_problems
from kg.cli.output import progress_bar, say
from kg.decisions.opinions import Opinion
from kg.review.spreadsheet import read_sheet
from kg.workspace import Workspace

_LARGEST = 64 * 1024 * 1024


def record_opinions(opened: Workspace, opinions: list[Opinion]) -> None:
    """Record opinions as decisions, and print how many there are and which have no effect."""
    if not opinions:
        say("No answer was given; nothing changed.")
        return
    with progress_bar("Deriving the graph"):
        decisions = opened.judge(opinions)
    say(f"Decisions recorded: {len(decisions)}. `kg decisions` lists them, `kg undo ID` undoes one.")
    print_problems(opened)


def import_answers(opened: Workspace, path: Path) -> bool:
    """Record the answers of a filled-in spreadsheet. Return whether some rows could not be read."""
    try:
        filled = read_sheet(read_regular_file(path, _LARGEST))
    except OSError as error:
        raise KgError(f"{path} cannot be read ({error.strerror}).") from None
    except (NotRegular, FileTooLarge):
        raise
    except KgError as error:
        raise KgError(f"{path}: {error}") from None
    known = opened.mentions().mentions.by_id
    people = {id for id, quoted in known.items() if quoted.label == "Person"}
    there = [o for o in filled.opinions if {o.a, o.b} <= people]
    for problem in filled.unclear:
        say(f"{path}, {problem}.")
    if gone := len(filled.opinions) - len(there):
        say(f"{path}: Answers skipped, because no report in force has their words: {gone}.")
    record_opinions(opened, there)
    return bool(filled.unclear or gone)
