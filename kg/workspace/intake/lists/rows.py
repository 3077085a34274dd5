"""The rows of a list of prisoners, checked cell by cell; a row that is not understood is named by its line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ingest.errors import KgError
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.dates import find_dates, iso_day
from ingest.language.durations import days_in, find_durations
from kg.corrections.kinds.kind import Values
from kg.corrections.provision_words import read_provisions
from kg.corrections.references import ValueNotAllowed
from kg.system.csv_cells import unguard_formula
from kg.system.csv_files import CsvTable, read_csv
from kg.workspace.intake.lists.words import COLUMN_NAMES, ColumnName, list_words
from kg.workspace.intake.own_entries import is_address

BETWEEN = ";"
"""Between several articles of one cell."""

SAYING: tuple[ColumnName, ...] = ("article", "term", "facility", "since")
"""Columns of which a row needs one."""

_ISO = re.compile(r"((?:19|20)\d\d)(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True)
class ListedPrisoner:
    """A row: its line in the file, and its cells; days are ISO, as exact as they are given.

    ``provisions`` are the articles of the row. ``days_only`` says that the term is a number of days.
    """

    line: int
    cells: Mapping[ColumnName, str]
    provisions: tuple[Values, ...] = ()
    bare_term: bool = False
    days_only: bool = False


@dataclass(frozen=True)
class ReadList:
    """The rows that were understood, and a sentence for each that was not, with its line."""

    prisoners: tuple[ListedPrisoner, ...]
    problems: tuple[str, ...] = field(default=())


def read_list(data: bytes, jurisdiction: Jurisdiction) -> ReadList:
    """Read a sheet. Raises ``KgError`` if it is no CSV, or lacks a column for names, or has one nobody knows."""
    table = read_csv(data)
    names = _columns(table, jurisdiction)
    prisoners: list[ListedPrisoner] = []
    problems = []
    first_lines: dict[tuple[str, ...], int] = {}
    for row in table.rows:
        named = ((names[called], cell) for called, cell in row.cells.items() if called in names)
        cells = {name: " ".join(unguard_formula(cell).split()) for name, cell in named}
        if not any(cells.values()):
            continue
        told = tuple(cells.get(name, "") for name in COLUMN_NAMES)
        try:
            if (first := first_lines.setdefault(told, row.line)) != row.line:
                raise ValueNotAllowed(f"it is the same as line {first}")
            prisoners.append(_prisoner(row.line, cells, jurisdiction))
        except ValueNotAllowed as error:
            problems.append(f"line {row.line}: {str(error).rstrip('.')}.")
    return ReadList(tuple(prisoners), tuple(problems))


def _columns(table: CsvTable, jurisdiction: Jurisdiction) -> dict[str, ColumnName]:
    """The columns of a table by what they are called in it."""
    known = {called: name for name, words in list_words(jurisdiction).columns.items() for called in words}
    found = {called: known.get(called.strip().casefold()) for called in table.columns if called.strip()}
    if unknown := [called for called, name in found.items() if name is None]:
        listed = ", ".join(words[0] for words in list_words(jurisdiction).columns.values())
        raise KgError(f"line 1: no column is called {', '.join(unknown)}. The columns are: {listed}.")
    if "name" not in found.values():
        raise KgError("line 1: a list needs the column name. `kg entry import --template FILE` writes one.")
    return {called: name for called, name in found.items() if name}


def _prisoner(line: int, cells: dict[ColumnName, str], jurisdiction: Jurisdiction) -> ListedPrisoner:
    if not cells.get("name") or any(map(str.isdigit, cells["name"])):
        raise ValueNotAllowed("name: it is a person's name")
    if not any(cells.get(name) for name in SAYING):
        raise ValueNotAllowed("it has a name alone; give an article, a term, where or since when somebody is held")
    surname, _, given = cells["name"].partition(",")
    cells = cells | {"name": f"{given.strip()} {surname.strip()}".strip()}
    if cells.get("source") and not is_address(cells["source"]):
        raise ValueNotAllowed("source: it is an address; --source takes the words for the source of the whole list")
    days = {name: _day(name, cells[name]) for name in list_words(jurisdiction).days if cells.get(name)}
    term = _read_term(cells.get("term", ""), jurisdiction)
    return ListedPrisoner(
        line,
        {name: text for name, text in (cells | days | {"term": term.words}).items() if text},
        tuple(_provisions(cells.get("article", ""), jurisdiction)),
        term.bare,
        term.days_only,
    )


def _provisions(cell: str, jurisdiction: Jurisdiction) -> Iterator[Values]:
    for words in filter(None, map(str.strip, cell.split(BETWEEN))):
        try:
            yield from read_provisions(words, jurisdiction)
        except ValueNotAllowed as error:
            raise ValueNotAllowed(str(error).replace("provision:", "article:")) from None


def _day(name: ColumnName, cell: str) -> str:
    """A date as ISO. The date of a row is a whole day."""
    found = _iso_of(cell)
    exact = "a day such as 2031-03-05" if name == "date" else "a date such as 2031, 2031-03 or 2031-03-05"
    if found is None or (name == "date" and len(found) < len("2031-03-05")):
        raise ValueNotAllowed(f"{name}: '{cell}' is not {exact}")
    return found


def _iso_of(cell: str) -> str | None:
    """A date that a cell holds and nothing more, as ISO; ``None`` if it holds none."""
    if written := _ISO.fullmatch(cell):
        year, month, day = (int(part or 1) for part in written.groups())
        return cell if iso_day(year, month, day) else None
    dates = find_dates(cell)
    whole = [date for date in dates if date.span.end - date.span.start == len(cell)]
    return whole[0].iso if whole else None


@dataclass(frozen=True)
class _Term:
    words: str = ""
    bare: bool = False
    days_only: bool = False


def _read_term(cell: str, jurisdiction: Jurisdiction) -> _Term:
    """The words for a term; ``bare`` where they are a length of time and nothing more, also in ISO 8601."""
    if not cell:
        return _Term()
    is_iso = cell[:1] in "Pp" and cell[1:2].isdigit()
    words = _words_of_duration(cell.upper(), jurisdiction) if is_iso else cell
    found = find_durations(words)
    bare = len(found) == 1 and found[0].span.end - found[0].span.start == len(words)
    iso = (found[0].iso or "") if bare else ""
    return _Term(words, bare, bool(iso) and "Y" not in iso and "M" not in iso)


def _words_of_duration(iso: str, jurisdiction: Jurisdiction) -> str:
    """``P1Y6M`` as a report writes it: ``1 year 6 months``."""
    try:
        days_in(iso)
    except ValueError:
        raise ValueNotAllowed(f"term: '{iso}' is no length of time such as P3Y or P15D") from None
    units = list_words(jurisdiction).units
    counts = [(int(found[1]), words) for unit, words in units.items() if (found := re.search(rf"(\d+){unit}", iso))]
    return " ".join(f"{count} {words[count != 1]}" for count, words in counts)
