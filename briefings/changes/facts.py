"""Facts that are told for the first time: charges, custody, releases, sentences, and what else was done."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from briefings.changes.groups import Group
from briefings.changes.people import Named
from briefings.changes.periods import Periods
from briefings.lines import Line, Person
from ingest.vocabulary import CUSTODY_BEFORE_JUDGEMENT, ActType
from kg.schema.sentences import phrase, say
from queries.pages.facts import describe_sanction
from queries.pages.phrases import claim, list_words, name_act, name_provision, plain

Row = Mapping[str, Any]
_TAKEN: frozenset[ActType] = frozenset({"detention", "remand"})
_BROUGHT: dict[ActType, Group] = {"sentence": "sentenced", "remand": "custody", "charge": "charges"}
"""The group of the sanction or charge that an act brings about."""
_ACCUSED = phrase(", for what was done to others")
_NEW = phrase("new person")


def new_charges(rows: Sequence[Row], stages: Mapping[str, str], named: Named, periods: Periods) -> Iterator[Line]:
    """A line for each provision that somebody known faces for the first time; another part of one article is new."""
    earlier: dict[str, set[str]] = {}
    for row in rows:
        if not periods.is_new(row["evidence"]):
            earlier.setdefault(row["person"], set()).add(row["provision"])
    for row in rows:
        known = earlier.get(row["person"], set())
        again = any(_is_within(row["provision"], each) for each in known)
        if periods.is_new(row["evidence"]) and not again and named.is_known(row["person"], periods):
            accused = say(_ACCUSED) if row["accused"] else ""
            yield _line("charges", row, f"{name_provision(row['provision'])}{accused}: {stages[row['fact']]}")


def new_acts(rows: Sequence[Row], told: Collection[Line], named: Named, periods: Periods) -> Iterator[Line]:
    """A line for each release, and for each act against somebody known.

    ``told`` are the lines of charges and sanctions: the act by which one came about is not told again.
    """
    sources = set(_sources(told))
    for row in rows:
        group = _group_of(row, named.is_known(row["person"], periods))
        if group and periods.is_new(row["evidence"]) and not _is_told(row, sources):
            yield _line(group, row, _say_act(row, group == "released" and not named.is_known(row["person"], periods)))


def _sources(lines: Iterable[Line]) -> Iterator[tuple[str, str, str]]:
    """The groups of lines, with each of their people and each of their entries."""
    for line in lines:
        yield from ((line.group, person.id, entry) for person in line.people for entry in line.entries)


def _group_of(row: Row, known: bool) -> Group | None:
    if row["type"] == "release":
        return None if row["outcome"] == "dismissed" else "released"
    if not known or not row["against"]:
        return None
    return "custody" if row["type"] in _TAKEN else "again"


def _say_act(row: Row, new: bool) -> str:
    outcome = f", {plain(row['outcome'], 'outcome')}" if row["outcome"] else ""
    return f"{name_act(row['type'])}{claim(row['standing'])}{outcome}{f' ({say(_NEW)})' if new else ''}"


def new_sanctions(rows: Sequence[Row], named: Named, periods: Periods) -> Iterator[Line]:
    """A line for each sanction that is told for the first time; custody before judgement only of people known."""
    for row in rows:
        before_judgement = row["kind"] in CUSTODY_BEFORE_JUDGEMENT
        known = named.is_known(row["person"], periods)
        if not periods.is_new(row["evidence"]) or (before_judgement and not known):
            continue
        yield _line("custody" if before_judgement else "sentenced", row, _say_sanction(row, known))


def _say_sanction(row: Row, known: bool) -> str:
    authors = f", {say('by {it}', it=list_words(row['authors']))}" if row["authors"] else ""
    notes = (
        say("accounts disagree") if row["disputed"] else "",
        "" if row["date"] else say("the day is not told"),
        "" if known else say(_NEW),
    )
    noted = "; ".join(filter(None, notes))
    accused = say(_ACCUSED) if row["accused"] else ""
    return f"{describe_sanction(row)}{authors}{accused}{f' ({noted})' if noted else ''}"


def moved(rows: Sequence[Row], periods: Periods) -> Iterator[Line]:
    """A line for everybody who is told to be in another facility than before. Rows are by person and day."""
    last: dict[str, Row] = {}
    for row in rows:
        before = last.get(row["person"])
        if before and before["facility"] != row["facility"] and periods.is_new(row["evidence"]):
            now, then = row["facility_name"], before["facility_name"]
            what = say("at {now}; before at {then} (told on {day})", now=now, then=then, day=before["day"])
            places = (*before["evidence"], *row["evidence"])
            yield Line("moved", row["day"] or "", (_person(row),), what, row["fact"], places)
        last[row["person"]] = row


def _is_told(row: Row, known: Collection[tuple[str, str, str]]) -> bool:
    """Whether the sanction or charge that an act brought about is told from one of its entries."""
    group = next((group for type, group in _BROUGHT.items() if type == row["type"]), "")
    return any((group, row["person"], place.partition("#")[0]) in known for place in row["evidence"])


def _is_within(provision: str, other: str) -> bool:
    """Whether one provision is the other, or a part of it, or the whole of which it is a part."""
    return provision == other or provision.startswith(f"{other}/") or other.startswith(f"{provision}/")


def _person(row: Row) -> Person:
    return Person(row["person"], row["name"])


def _line(group: Group, row: Row, what: str) -> Line:
    return Line(group, row["day"] or "", (_person(row),), what, row["fact"], tuple(row["evidence"]))
