"""A figure as an answer: its rows, the headings of its columns, and the sentences of method that go with it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from briefings.figures.cells import STANDINGS, Cell, Table, Where, count
from briefings.figures.fields import PART, Field, Kind, Unit, fields_of, kind_counted
from briefings.figures.things import Bound, Value, read_things
from briefings.reports import Covered, list_reports, read_reports
from kg.stores import Rows, Store
from queries.header import EVIDENCE, Column, Header

ALL = "all together"
_OVER_TIME = ("month", "year", "report")
_PEOPLE = {
    "acts": "people to whom an act was done",
    "charges": "people who face a charge",
    "sanctions": "people who received a sanction",
}

# Fields whose values are keys that a reader knows in other words.
_KEYS = {"article": "Provision.id", "provision": "Provision.id"}


def value_of(field: str, words: str) -> str:
    """A value of a field as the graph has it: ``CC:405`` for "CC 405"."""
    return words.replace(" ", ":", 1) if field in _KEYS and ":" not in words else words


@dataclass(frozen=True)
class Question:
    """What is counted, by which fields, with which values of others; ``told`` are the filters in the user's words."""

    unit: Unit
    by: Sequence[str]
    where: Where
    filters: Bound
    told: Sequence[str] = ()


@dataclass(frozen=True)
class Figures:
    """The answer: rows with the columns of ``header``, the last of them the whole, and how it was counted."""

    rows: Rows
    header: Header
    method: tuple[str, ...]


def count_figures(question: Question, store: Store) -> Figures:
    """Count. Raises ``FieldRefused`` for fields that there are not, or that do not go together."""
    kind = kind_counted(question.unit, [*question.by, *question.where])
    known = fields_of(kind)
    by, among = ([known[name] for name in names] for names in (question.by, question.where))
    things = read_things(store, kind, {each.name: each for each in (*by, *among)}.values(), question.filters)
    table = count(things, by, question.where, among)
    figures = _figures(question.unit, table.total)
    keyed = {values: _figures(question.unit, cell) for values, cell in table.rows.items()}
    told = [values for values, numbers in keyed.items() if any(numbers.values())]
    order = sorted(told, key=lambda values: _rank(by, values, keyed[values]))
    shared = _shared_words(table)
    lines = [([_worded(value, shared) for value in values], table.rows[values]) for values in order]
    lines.append(([ALL, *[""] * (len(by) - 1)] if by else [], table.total))
    rows = [_row(question.unit, words, cell, figures) for words, cell in lines]
    columns = (*question.by, *figures, "entry_ids", "people", EVIDENCE)
    return Figures(
        Rows(columns, tuple(rows)),
        _header(question, figures),
        tuple(_method(question, kind, by, table.total, read_reports(store))),
    )


def _figures(unit: Unit, cell: Cell) -> dict[str, int]:
    """The numbers of a cell by their headings; those that may be nothing only where they are something."""
    if unit != "people":
        things = cell.things_by_standing()
        return {unit: things["stated"]} | {each: things[each] for each in STANDINGS[1:] if things[each]}
    named, unnamed = cell.named_by_standing(), cell.unnamed_by_standing()
    figures = {"named": named["stated"], "unnamed": unnamed["stated"]}
    for each in STANDINGS[1:]:
        apart = {f"{each}: named": named[each], f"{each}: unnamed": unnamed[each]}
        figures |= {heading: number for heading, number in apart.items() if number}
    accused = len(cell.only_accused())
    return figures | ({"accused of abuse": accused} if accused else {})


def _rank(by: Sequence[Field], values: Sequence[Value], figures: dict[str, int]) -> tuple[Any, ...]:
    """By time where the first field is one; otherwise the largest first."""
    words = [(value.key == "", value.words) for value in values]
    if by and by[0].name in _OVER_TIME:
        return (0, words)
    return (-sum(figures.values()), words)


def _shared_words(table: Table) -> set[str]:
    """Words that stand for several things, such as the name of two towns."""
    keys: dict[str, set[str]] = {}
    for values in table.rows:
        for value in values:
            keys.setdefault(value.words, set()).add(value.key)
    return {words for words, having in keys.items() if len(having) > 1}


def _worded(value: Value, shared: set[str]) -> str:
    return f"{value.words} ({value.key})" if value.words in shared else value.words


def _row(unit: Unit, values: Sequence[str], cell: Cell, headings: Iterable[str]) -> tuple[Any, ...]:
    own = _figures(unit, cell)
    words = sorted(cell.words_of_people if unit == "people" else cell.words, key=_place)
    entries = list(dict.fromkeys(place.partition("#")[0] for place in words))
    return (*values, *(own.get(heading, 0) for heading in headings), entries, sorted(cell.people), words)


def _place(words: str) -> tuple[str, int, str]:
    """Words by their report and the number of their entry."""
    entry, _, span = words.partition("#")
    report, _, number = entry.rpartition("/")
    return report, int(number), span


def _header(question: Question, figures: dict[str, int]) -> Header:
    what = "People" if question.unit == "people" else question.unit.capitalize()
    columns = {name: Column(label=name, key=_KEYS.get(name), priority=1) for name in (*question.by, *figures)}
    columns |= {"entry_ids": Column(label="told in", priority=1), "people": Column(key="Person.id")}
    title = f"{what} by {' and '.join(question.by)}" if question.by else what
    return Header(title=title, learns="", columns=columns)


def _method(
    question: Question, kind: Kind, by: Sequence[Field], total: Cell, reports: Sequence[Covered]
) -> Iterator[str]:
    if question.unit == "people":
        yield from _method_of_people(kind, by, total)
    else:
        yield f"Counted: {question.unit}, each once however many entries tell it; contradicting accounts are one."
    if len(set(total.accounts.values()) | set(total.people.values())) > 1:
        yield "An accusation is not a finding: what is only alleged, denied or requested is counted apart."
    yield from (f"{each.name.capitalize()}: {each.about[0].lower()}{each.about[1:]}" for each in by)
    yield from (f"Only where {name} is {value}." for name, value in question.where.items())
    yield from (f"Only {told}." for told in question.told)
    yield f"From {list_reports(reports)}."
    yield (
        "It cannot tell what no report tells, nor how many are meant by words such as 'several'. What stands in two "
        "rows is counted in both, and once in the last line."
    )


def _method_of_people(kind: Kind, by: Sequence[Field], total: Cell) -> Iterator[str]:
    whom = "people who stand in an act" if any(each.name == PART for each in by) else _PEOPLE[kind]
    yield (
        f"Counted: {whom}, each once however often named. Spellings that are one person by the rules or by a decision "
        "are one."
    )
    if sum(total.unnamed_by_standing().values()):
        yield (
            "Unnamed: the numbers that the texts give of people whom they do not name; one number in one entry counts "
            "once. It may include people who are named, and numbers of two entries may be of the same people."
        )
    if total.only_accused():
        yield "Accused of abuse: people whose case is about what was done to others. They are not among the named."
