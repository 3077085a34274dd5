"""``kg review people``: who may be one, question by question; nothing is decided before the end."""

from collections.abc import Callable
from pathlib import Path

import click
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from cli.deciding import say_faults
from cli.output import err, progress_bar, say
from exports.writing import write_export
from ingest.errors import KgError
from kg.judging import Opinion
from kg.review import Asked, Review, Side, answer, ask, begin, current, left, opinions_of, skip, take_back
from kg.review.sheet import read_sheet, write_sheet
from kg.workspace import Workspace

KEYS = "y one person · n two · u nobody can tell · s skip · z back · q finish"
_STEPS: dict[str, Callable[[Review], Review]] = {
    "y": lambda review: answer(review, "same"),
    "n": lambda review: answer(review, "different"),
    "u": lambda review: answer(review, "unsure"),
    "s": skip,
    "z": take_back,
}
# How much is shown of one side: so many entries, so many characters around a name.
_ENTRIES = 4
_AROUND = 160
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group()
def review() -> None:
    """Answer what the rules leave open.

    Example: kg review people
    """


@review.command()
@click.option("--export", "export_to", type=_FILE, help="Write the questions into a spreadsheet (CSV) instead.")
@click.option("--import", "import_from", type=_FILE, help="Take the answers of such a spreadsheet.")
@click.option("--most", type=click.IntRange(1), default=None, help="At most so many questions.")
@click.option("--why", default="", help="A reason kept in the journal with every answer of this review.")
@click.pass_context
def people(
    context: click.Context, export_to: Path | None, import_from: Path | None, most: int | None, why: str
) -> None:
    """Ask who is one person, the most valuable questions first; answers take effect together at the end.

    Ctrl-C asks whether to keep the answers given so far.

    Example: kg review people
    """
    if export_to and import_from:
        raise click.UsageError("Either --export or --import, not both at once.")
    opened = Workspace.open(context.obj)
    if export_to:
        opened.spare(export_to)
    if import_from:
        if _import(opened, import_from):
            context.exit(1)
        return
    with progress_bar("Looking for questions"):
        known = opened.know()
        questions = ask(known.told, known.who, list(known.who.people.questions)[:most])
    if not questions:
        say("There is no question: the rules and your decisions leave nobody unsure.")
    elif export_to:
        write_export(export_to, write_sheet(questions))
        say(f"Questions in {export_to}: {len(questions)}. Nothing is redacted: names and words are in it.")
        say("Fill in the column answer with y, n or u, and `kg review people --import` it.")
    else:
        _take_in_the_end(opened, opinions_of(_ask_all(begin(questions)), why))


def _ask_all(review: Review) -> Review:
    """Ask until the end, or until the reader has enough; interrupted, ask what becomes of the answers."""
    try:
        while (position := current(review)) is not None:
            _show(review, review.questions[position])
            key = _pressed()
            if key in ("q", ""):
                break
            review = _STEPS[key](review)
    except (KeyboardInterrupt, EOFError, click.Abort):
        number = len(opinions_of(review))
        if not number or not click.confirm(f"\nKeep the answers given so far ({number})?", default=True, err=True):
            raise click.Abort from None
    return review


def _pressed() -> str:
    """The next key of a review; of several at once the first alone, since nobody has read the next question."""
    while True:
        try:
            key = click.getchar()[:1].lower()
        except OSError:
            raise KgError("A review needs a terminal. `kg review people --export` writes a spreadsheet.") from None
        if key in _STEPS or key in ("q", ""):
            return key
        say(f"No such key (is the keyboard set to Latin letters?): {KEYS}")


def _take_in_the_end(opened: Workspace, opinions: list[Opinion]) -> None:
    """Take the answers; where that fails or is interrupted, ask whether to try again, so that they are not lost."""
    while True:
        try:
            return _take(opened, opinions)
        except (KgError, KeyboardInterrupt) as error:
            say(str(error) or "\nInterrupted.")
            if not click.confirm(f"Try again with the answers given ({len(opinions)})?", default=True, err=True):
                raise click.Abort from None


def _take(opened: Workspace, opinions: list[Opinion]) -> None:
    if not opinions:
        say("No answer was given; nothing changed.")
        return
    with progress_bar("Deriving the graph"):
        taken = opened.judge(opinions)
    say(f"Decisions taken: {len(taken)}. `kg decisions` lists them, `kg undo ID` takes one back.")
    say_faults(opened)


def _import(opened: Workspace, path: Path) -> bool:
    """Take a filled-in sheet; true where some rows could not be taken."""
    try:
        filled = read_sheet(path.read_bytes())
    except OSError as error:
        raise KgError(f"{path} cannot be read ({error.strerror}).") from None
    except KgError as error:
        raise KgError(f"{path}: {error}") from None
    known = opened.know().mentions.by_id
    people = {id for id, quoted in known.items() if quoted.label == "Person"}
    there = [o for o in filled.opinions if {o.a, o.b} <= people]
    for problem in filled.unclear:
        say(f"{path}, {problem}.")
    if gone := len(filled.opinions) - len(there):
        say(f"{path}: answers about words that are in no report in force, left out: {gone}.")
    _take(opened, there)
    return bool(filled.unclear or gone)


def _show(review: Review, asked: Asked) -> None:
    answered = len(review.given)
    if err.is_terminal:
        err.clear()
    err.print(Text(f"Question {answered + 1}, {left(review)} left; a yes joins {asked.entries} entries", style="bold"))
    sides = Table.grid(expand=True, padding=(0, 1))
    sides.add_column(ratio=1, overflow="fold")
    sides.add_column(ratio=1, overflow="fold")
    sides.add_row(_side(asked.a), _side(asked.b))
    err.print(sides, soft_wrap=False)
    for title, style, reasons in (("for", "green", asked.reasons_for), ("against", "red", asked.reasons_against)):
        for reason in reasons:
            err.print(Text(f"{title:>8}: {reason}", style=style))
    err.print(Text(KEYS, style="dim"))


def _side(side: Side) -> Panel:
    lines: list[RenderableType] = []
    if len(side.names) > 1:
        lines.append(Text(f"also {', '.join(side.names[1:])}"))
    lines.append(Text(", ".join(side.described), style="italic"))
    for entry in side.entries[:_ENTRIES]:
        start = max(0, entry.spans[0].start - _AROUND)
        end = entry.spans[0].end + _AROUND
        words = Text(entry.text[start:end])
        for span in entry.spans:
            words.stylize("bold reverse", max(0, span.start - start), max(0, span.end - start))
        lines.append(Text.assemble(f"[{entry.id}] ", "…" if start else "", words, "…" if end < len(entry.text) else ""))
    if len(side.entries) > _ENTRIES:
        lines.append(Text(f"and {len(side.entries) - _ENTRIES} more entries"))
    return Panel(Group(*lines), title=Text(side.name), title_align="left")
