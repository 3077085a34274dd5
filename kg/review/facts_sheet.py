"""A review of facts as a spreadsheet: a fact a row, and the answers that somebody wrote into the rows.

Users change the columns ``answer`` (``y`` right, ``n`` wrong, ``c`` corrected, or nothing), ``correct``
(``FIELD=VALUE``, several with ``|`` between them) and ``why`` alone; ``id`` is what the answers go by.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.corrections.opinions import FactOpinion, FactVerb
from kg.entries.quotation import quote
from kg.review.facts import FactQuestion
from kg.review.sheet_rows import read_rows, write_rows
from kg.system.csv_cells import unguard_formula

COLUMNS = ("answer", "correct", "why", "kind", "fields", "entry", "date", "words", "around", "doubt", "id")
ANSWERS: dict[str, FactVerb] = {
    **dict.fromkeys(("y", "yes", "right"), "right"),
    **dict.fromkeys(("n", "no", "wrong"), "wrong"),
    **dict.fromkeys(("c", "correct", "corrected"), "corrected"),
}
BETWEEN = "|"
_AROUND = 100


@dataclass(frozen=True)
class FilledFactSheet:
    """What a filled-in sheet says: the opinions by row (the heading is row 1), and the rows that say nothing clear."""

    opinions: tuple[tuple[int, FactOpinion], ...]
    unclear: tuple[str, ...]


def write_fact_sheet(questions: Sequence[FactQuestion]) -> bytes:
    """The facts, one a row (``sheet_rows.write_rows``)."""
    return write_rows(COLUMNS, [_row(asked) for asked in questions])


def read_fact_sheet(data: bytes) -> FilledFactSheet:
    """Read the answers of a sheet. Raises ``KgError`` if it is no sheet of facts."""
    opinions: list[tuple[int, FactOpinion]] = []
    unclear: list[str] = []
    first_rows: dict[str, int] = {}
    for number, row in enumerate(read_rows(data, ("answer", "correct", "why", "id"), "facts"), 2):
        said, corrections, id = (row[column].strip() for column in ("answer", "correct", "id"))
        if not said and not corrections:
            continue
        verb = ANSWERS.get(said.casefold())
        values = _read_values(unguard_formula(corrections))
        if problem := _problem(verb, values, id):
            unclear.append(f"row {number}: {problem}")
        elif id in first_rows:
            unclear.append(f"row {number}: row {first_rows[id]} answers for the same fact, and is used")
        elif verb:
            first_rows[id] = number
            opinions.append((number, FactOpinion(verb, id, values or {}, unguard_formula(row["why"].strip()))))
    return FilledFactSheet(tuple(opinions), tuple(unclear))


def _row(asked: FactQuestion) -> list[str]:
    fact, text = asked.fact, asked.fact.entry.facts.entry.text
    fields = "; ".join(f"{name}={value}" for name, value in fact.values.items())
    words, around = fact.mention.words, quote(text, fact.mention.spans[0], _AROUND).text
    entry = fact.entry
    return ["", "", "", fact.kind.name, fields, entry.id, entry.date or "", words, around, asked.doubt, fact.id]


def _read_values(text: str) -> dict[str, str] | None:
    """``FIELD=VALUE`` pairs; ``None`` where one is none."""
    parts = [part.partition("=") for part in text.split(BETWEEN) if part.strip()]
    return {name.strip(): value.strip() for name, _, value in parts} if all(equals for _, equals, _ in parts) else None


def _problem(verb: FactVerb | None, values: dict[str, str] | None, id: str) -> str:
    """Why a row cannot be read; empty if it can."""
    if verb is None or not id:
        return "answer y, n or c, and leave the column id as it is"
    if values is None:
        return "correct is FIELD=VALUE, such as role=target"
    if (verb == "corrected") != bool(values):
        return "answer c where something is to be corrected, and there alone"
    return ""
