"""What the last report changed against all before it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefings.calendar.history import read_history
from briefings.calendar.rows import Bound, read_lengths, read_replaced, read_terms
from briefings.calendar.terms import end_of, is_over_before, longest_accounts, people_of_terms, say_end, say_term
from briefings.calendar.window import Window
from briefings.changes.facts import moved, new_acts, new_charges, new_sanctions
from briefings.changes.groups import GROUPS
from briefings.changes.people import named_by_person, new_people
from briefings.changes.periods import Periods, split_reports
from briefings.lines import Line, Person, joined
from briefings.reports import read_reports
from kg.schema.sentences import say
from kg.stores import Store
from queries.briefing_files import briefing_queries
from queries.execute import ask_all
from queries.filters import PREFIX
from queries.pages.phrases import format_duration, name_act
from queries.pages.stages import find_stages

_MENTIONS = ("person", "told", "place")
"""The order of the rows of mentions."""


@dataclass(frozen=True)
class Changes:
    """The lines by group and day, and the reports that are new and earlier."""

    lines: tuple[Line, ...]
    periods: Periods


def find_changes(store: Store, filters: Bound, since: str = "") -> Changes:
    """What the reports from ``since`` on tell for the first time; without it the last report.

    Raises ``KgError`` if there is no report from then on.
    """
    reports = read_reports(store)
    if (series := filters.get(f"{PREFIX}series")) is not None:
        reports = [report for report in reports if report.series == series]
    periods = split_reports(reports, since)
    lines = joined(_lines(store, filters, periods))
    lines.sort(key=lambda line: (GROUPS.index(line.group), line.day, line.names, line.what, line.fact))
    return Changes(tuple(lines), periods)


def _lines(store: Store, filters: Bound, periods: Periods) -> Iterator[Line]:
    queries = briefing_queries("changes")
    new = {"reports": [report.id for report in periods.new]}
    # What is new is of these people; of everybody else a large archive would be read for nothing.
    people = {"people": [row["person"] for row in ask_all(queries["told_in"], new, store)]}
    bound = {**filters, **people}
    everywhere = named_by_person(ask_all(queries["people"], people, store, _MENTIONS))
    shown = named_by_person(ask_all(queries["people"], bound, store, _MENTIONS)) if filters else everywhere
    acts = ask_all(queries["acts"], bound, store, ("day", "person", "fact"))
    charges = ask_all(queries["charges"], bound, store, ("day", "person", "provision", "fact"))
    stages = find_stages(store, [row["fact"] for row in charges if periods.is_new(row["evidence"])])
    yield from new_people(shown, everywhere, acts, periods)
    sanctions = ask_all(queries["sanctions"], bound, store, ("day", "person", "fact"))
    told = [*new_charges(charges, stages, everywhere, periods), *new_sanctions(sanctions, everywhere, periods)]
    yield from told
    yield from new_acts(acts, told, everywhere, periods)
    yield from moved(ask_all(queries["stays"], bound, store), periods)
    yield from disagreements(ask_all(queries["contradictions"], {**filters, **new}, store), periods)
    yield from ended(store, filters, periods)


def disagreements(rows: Sequence[Mapping[str, Any]], periods: Periods) -> Iterator[Line]:
    """A line for each two accounts of which one at least is told for the first time, the older one first."""
    for row in rows:
        accounts = [(row[f"{which}_account"], row[f"{which}_evidence"]) for which in ("first", "second")]
        accounts.sort(key=lambda account: periods.is_new(account[1]))
        (one, older), (other, newer) = accounts
        if not row["names"] or not periods.is_new(newer):
            continue
        people = tuple(Person(id, name) for id, name in zip(row["people"], row["names"], strict=True))
        said = [
            f"{format_duration(account)} ({_entries(places)})" for account, places in ((one, older), (other, newer))
        ]
        what = say("{what}: {one}, but {other}", what=name_act(row["what"]), one=said[0], other=said[1])
        yield Line("disagree", row["day"] or "", people, what, row["fact"], (*older, *newer))


def ended(store: Store, filters: Bound, periods: Periods) -> Iterator[Line]:
    """A line for each term that ended after the earlier reports and up to the last day of the new ones."""
    window = Window(periods.last_day_before, periods.last_day)
    people = people_of_terms(read_lengths(store, filters), window)
    ending = [term for term in longest_accounts(read_terms(store, filters, people)) if end_of(term) in window]
    if not ending:
        return
    replaced = read_replaced(store)
    history = read_history(store, (*periods.before, *periods.new), people)
    for term in ending:
        ends = end_of(term)
        stood = term.fact not in replaced or replaced[term.fact] > ends
        if stood and not is_over_before(term, ends, history):
            yield Line("ended", ends, (term.person,), f"{say_term(term)} {say_end(term)}", term.fact, term.places)


def _entries(places: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(place.partition("#")[0] for place in places))
