"""A review of people as a spreadsheet: the questions as rows of CSV, and the answers that somebody wrote into them.

Users change the columns ``answer`` (``y``, ``n``, ``u`` or nothing) and ``why`` alone; ``a`` and ``b``
are the ids the answers go by.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.decisions.judgements import Answer
from kg.decisions.opinions import Opinion
from kg.entries.quotation import quote
from kg.review.questions import PersonView, QuestionView
from kg.review.sheet_rows import read_rows, write_rows
from kg.system.csv_cells import unguard_formula

COLUMNS = (
    "answer",
    "why",
    "name a",
    "name b",
    "described a",
    "described b",
    "joins entries",
    "for",
    "against",
    "words a",
    "words b",
    "a",
    "b",
)
ANSWERS: dict[str, Answer] = {
    **dict.fromkeys(("y", "yes", "same"), "same"),
    **dict.fromkeys(("n", "no", "different"), "different"),
    **dict.fromkeys(("u", "unsure", "?"), "unsure"),
}
_AROUND = 100
_QUOTED = 5


@dataclass(frozen=True)
class FilledSheet:
    """What a filled-in sheet says: the opinions, and the rows (the heading is row 1) that say nothing clear."""

    opinions: tuple[Opinion, ...]
    unclear: tuple[str, ...]


def write_sheet(questions: Sequence[QuestionView]) -> bytes:
    """The questions, one a row (``sheet_rows.write_rows``)."""
    rows = []
    for question in questions:
        a, b = question.a, question.b
        cells = [a.name, b.name, ", ".join(a.descriptions), ", ".join(b.descriptions), str(question.entries)]
        cells += [
            "; ".join(question.reasons_for),
            "; ".join(question.reasons_against),
            _words(a),
            _words(b),
            a.id,
            b.id,
        ]
        rows.append(["", "", *cells])
    return write_rows(COLUMNS, rows)


def read_sheet(data: bytes) -> FilledSheet:
    """Read the answers of a sheet. Raises ``KgError`` if it is no sheet of questions."""
    opinions: list[Opinion] = []
    unclear: list[str] = []
    first_rows: dict[frozenset[str], tuple[Answer, int]] = {}
    for number, row in enumerate(read_rows(data, ("answer", "why", "a", "b"), "people"), 2):
        written, a, b = (row[column].strip() for column in ("answer", "a", "b"))
        answer = ANSWERS.get(written.casefold())
        if not answer or len({a, b} - {""}) < 2:
            if written:
                unclear.append(f"row {number}: answer y, n or u, and leave the columns a and b as they are")
            continue
        first, row_of_first = first_rows.setdefault(frozenset((a, b)), (answer, number))
        if first != answer:
            unclear.append(f"row {number}: row {row_of_first} answers the same question differently, and is used")
        else:
            opinions.append(Opinion(answer, a, b, unguard_formula(row["why"].strip())))
    return FilledSheet(tuple(opinions), tuple(unclear))


def _words(side: PersonView) -> str:
    lines = [f"[{entry.id}] {quote(entry.text, entry.spans[0], _AROUND).text}" for entry in side.entries[:_QUOTED]]
    more = len(side.entries) - _QUOTED
    return "\n".join([*lines, f"and {more} more entries"] if more > 0 else lines)
