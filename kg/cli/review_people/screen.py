"""The screens of a review: a question with both people side by side, and the end."""

from collections import Counter

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from kg.cli.output import err
from kg.decisions.judgements import Answer
from kg.entries.quotation import quote
from kg.review import PersonView, QuestionView, Review, count_open

KEYS = "y one person · n two people · u cannot tell · s skip · z back · q finish"
KEYS_AT_THE_END = "Enter or q record the answers · z back to the last question"
_WORDS: dict[Answer | None, str] = {
    "same": "one person",
    "different": "two people",
    "unsure": "cannot tell",
    None: "skipped",
}
# How much is shown of one side: entries, and characters around a name.
_ENTRIES = 4
_AROUND = 160


def show_question(review: Review, asked: QuestionView) -> None:
    """Show a question with what speaks for and against, and the keys that answer it."""
    if err.is_terminal:
        err.clear()
    title = f"Question {len(review.given) + 1}, {count_open(review)} left; yes joins {asked.entries} entries"
    err.print(Text(title, style="bold"))
    sides = Table.grid(expand=True, padding=(0, 1))
    sides.add_column(ratio=1, overflow="fold")
    sides.add_column(ratio=1, overflow="fold")
    sides.add_row(_side(asked.a), _side(asked.b))
    err.print(sides, soft_wrap=False)
    for title, style, reasons in (("for", "green", asked.reasons_for), ("against", "red", asked.reasons_against)):
        for reason in reasons:
            err.print(Text(f"{title:>8}: {reason}", style=style))
    err.print(Text(KEYS, style="dim"))


def show_end(review: Review) -> None:
    """Show that no question is left, and how the questions were answered."""
    if err.is_terminal:
        err.clear()
    err.print(Text("No questions are left. Your answers are not recorded yet.", style="bold"))
    said = Counter(given.answer for given in review.given)
    for answer, words in _WORDS.items():
        if said[answer]:
            err.print(Text(f"{said[answer]:>8} {words}"))
    if followed := len(review.questions) - len(review.given):
        err.print(Text(f"{followed:>8} decided by your other answers"))
    err.print(Text(KEYS_AT_THE_END, style="dim"))


def _side(side: PersonView) -> Panel:
    lines: list[RenderableType] = []
    if len(side.names) > 1:
        lines.append(Text(f"also {', '.join(side.names[1:])}"))
    lines.append(Text(", ".join(side.descriptions), style="italic"))
    for entry in side.entries[:_ENTRIES]:
        quotation = quote(entry.text, entry.spans[0], _AROUND)
        words = Text("".join(quotation))
        start = entry.spans[0].start - len(quotation.prefix)
        for span in entry.spans:
            words.stylize("bold reverse", max(0, span.start - start), max(0, span.end - start))
        lines.append(Text.assemble(f"[{entry.id}] ", words))
    if len(side.entries) > _ENTRIES:
        lines.append(Text(f"and {len(side.entries) - _ENTRIES} more entries"))
    return Panel(Group(*lines), title=Text(side.name), title_align="left")
