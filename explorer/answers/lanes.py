"""What happened to one person, in time."""

from dataclasses import dataclass

from explorer.answers.evidence import Quote, make_quotes
from explorer.answers.things import Standing, read_standing
from kg.schema.sentences import say
from kg.stores import Store
from queries.networks.lanes import LaneKind, read_lane
from queries.networks.passages import Quotations
from queries.pages.phrases import name_act, plain


@dataclass(frozen=True)
class Episode:
    """A point or bar of a lane: an act, a custody or a sanction with its length, and the words it rests on.

    ``until`` is there for what lasts. Dates are ISO, as exact as known.
    """

    fact: str
    kind: LaneKind
    what: str
    label: str
    standing: Standing
    since: str
    until: str | None
    quotes: tuple[Quote, ...]


def make_lane(store: Store, person: str) -> list[Episode]:
    """What happened to the person with an id, in the order of time."""
    lane = read_lane(store, person)
    quotations = Quotations(store, (passage for each in lane for passage in each.passages))
    return [
        Episode(
            fact=each.id,
            kind=each.kind,
            what=each.what,
            label=_label(each.kind, each.what),
            standing="requested" if each.standing == "requested" else read_standing(each.standing),
            since=each.since,
            until=each.until,
            quotes=tuple(make_quotes(quotations, each.passages)),
        )
        for each in lane
    ]


def _label(kind: LaneKind, what: str) -> str:
    match kind:
        case "act":
            return name_act(what)
        case "custody":
            return say("held at {place}", place=what)
        case "sanction":
            return plain(what, "sanction_kind")
