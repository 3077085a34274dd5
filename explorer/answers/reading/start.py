"""The start page: what the last report brought, what came due and stayed silent, and questions worth a look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefings.calendar.due import find_silence, group_names
from briefings.changes.changes import find_changes
from briefings.changes.groups import HEADINGS
from briefings.lines import Line
from explorer.answers.evidence import Quote, make_quotes
from explorer.answers.queries.rows import passages_at
from kg.schema.sentences import say
from kg.stores import Store
from queries.networks.passages import Quotations

_MOST = 200

_BLOCKS = {
    "held": "held_on_date",
    "targeted": "repeated_targeting",
    "months": "targeting_by_month",
    "newcomers": "new_and_known",
    "articles": "articles_together",
    "recurring": "bodies",
    "administrations": "refusals_by_administration",
    "bursts": "bursts",
}
"""The blocks that are saved queries: each has an answer, with its view, at the query's own address."""


@dataclass(frozen=True)
class PersonNamed:
    """Somebody in a line."""

    id: str
    name: str


@dataclass(frozen=True)
class BriefingLine:
    """A line of a briefing under its heading: its day, who, what, and the words it rests on.

    ``fact`` is the id of the act, sanction, charge or custody; empty where it is about somebody and no single fact.
    """

    group: str
    heading: str
    day: str
    people: tuple[PersonNamed, ...]
    what: str
    fact: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Briefing:
    """Lines by group and day, about the days from ``since`` to ``until``; ``more`` is how many there are besides."""

    lines: tuple[BriefingLine, ...]
    more: int
    since: str
    until: str


@dataclass(frozen=True)
class Block:
    """A block of the page that a saved query answers."""

    name: str
    query: str


@dataclass(frozen=True)
class Start:
    """The start page. ``whatsnew`` is about the last report, against all before it."""

    whatsnew: Briefing
    due: Briefing
    blocks: tuple[Block, ...]


def read_start(store: Store) -> Start:
    """The start page of a graph. Raises ``KgError`` if there is no report."""
    changes = find_changes(store, {})
    silence = find_silence(store, {})
    new = changes.periods.new
    return Start(
        whatsnew=_briefing(
            store,
            changes.lines,
            HEADINGS,
            min((each.start for each in new), default=""),
            max((each.end for each in new), default=""),
        ),
        due=_briefing(store, silence.lines, group_names(), silence.after, silence.on),
        blocks=tuple(Block(name, query) for name, query in _BLOCKS.items()),
    )


def _briefing(store: Store, lines: Sequence[Line], headings: Mapping[str, str], since: str, until: str) -> Briefing:
    shown = lines[:_MOST]
    quotations = Quotations(store, passages_at([place for line in shown for place in line.places]))
    made = tuple(
        BriefingLine(
            group=line.group,
            heading=say(headings.get(line.group, line.group)),
            day=line.day,
            people=tuple(PersonNamed(person.id, person.name) for person in line.people),
            what=line.what,
            fact=line.fact,
            quotes=tuple(make_quotes(quotations, passages_at(line.places))),
        )
        for line in shown
    )
    return Briefing(made, len(lines) - len(shown), since, until)
