"""A question of a review of people, with both side by side, and how the questions were answered."""

from collections import Counter

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table

from kg.cli.output import say, show, styled
from kg.decisions.judgements import Answer
from kg.entries.quotation import quote
from kg.review import PeopleReview, PersonView, QuestionView, count_open

KEYS = "y one person · n two people · u cannot tell · s skip · z back · q finish"
_WORDS: dict[Answer | None, str] = {
    "same": "one person",
    "different": "two people",
    "unsure": "cannot tell",
    None: "skipped",
}
# How much is shown of one side: entries, and characters around a name.
_ENTRIES = 4
_AROUND = 160


def show_question(review: PeopleReview, asked: QuestionView) -> None:
    """Show a question with what speaks for and against."""
    title = f"Question {len(review.given) + 1}, {count_open(review)} left; yes joins {asked.entries} entries"
    say(title, "bold")
    sides = Table.grid(expand=True, padding=(0, 1))
    sides.add_column(ratio=1, overflow="fold")
    sides.add_column(ratio=1, overflow="fold")
    sides.add_row(_side(asked.a), _side(asked.b))
    show(sides)
    for title, style, reasons in (("for", "green", asked.reasons_for), ("against", "red", asked.reasons_against)):
        for reason in reasons:
            say(f"{title:>8}: {reason}", style)


def tally_answers(review: PeopleReview) -> list[tuple[int, str]]:
    """How many questions were answered in each way, and how many follow from the other answers."""
    said = Counter(given.answer for given in review.given)
    followed = len(review.questions) - len(review.given)
    return [*((said[answer], words) for answer, words in _WORDS.items()), (followed, "decided by your other answers")]


def _side(side: PersonView) -> Panel:
    lines: list[RenderableType] = []
    if len(side.names) > 1:
        lines.append(styled(f"also {', '.join(side.names[1:])}"))
    lines.append(styled(", ".join(side.descriptions), "italic"))
    for entry in side.entries[:_ENTRIES]:
        quotation = quote(entry.text, entry.spans[0], _AROUND)
        words = styled("".join(quotation))
        start = entry.spans[0].start - len(quotation.prefix)
        for span in entry.spans:
            words.stylize("bold reverse", max(0, span.start - start), max(0, span.end - start))
        lines.append(styled(f"[{entry.id}] ").append_text(words))
    if len(side.entries) > _ENTRIES:
        lines.append(styled(f"and {len(side.entries) - _ENTRIES} more entries"))
    return Panel(Group(*lines), title=styled(side.name), title_align="left")
