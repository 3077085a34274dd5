"""Which acts are one happening (design, rule 4).

Two acts of different entries of one report are one happening when they are of one type, on one day, done to exactly
the same parties, and at least one of those parties is a person or named body. Two acts of one entry stay two: the
entry tells them apart. Whatever is uncertain (no party, no day) stays apart.
"""

from collections.abc import Mapping, Sequence

from kg.graph import Key
from kg.told import Told

Mention = tuple[str, int]


def resolve_events(
    told: Sequence[Told], people: Mapping[Mention, str], bodies: Mapping[Mention, tuple[Key, str | None]]
) -> tuple[dict[Mention, str], dict[Mention, str]]:
    """Every act (entry id, position) with its event's id, and with the id of the mention itself.

    An event's id is that of its earliest mention; the second act of one entry never joins the first.
    """
    mentions: dict[Mention, str] = {}
    events: dict[Mention, str] = {}
    first_of: dict[tuple[str, ...], Mention] = {}
    for entry in told:
        taken: set[str] = set()
        types = [act.type for act in entry.facts.acts]
        for index, act in enumerate(entry.facts.acts):
            mention = (entry.id, index)
            mentions[mention] = entry.mention_id("event", act.type, types[:index].count(act.type))
            who = sorted(
                people[entry.id, p.index] if p.kind == "person" else bodies[entry.id, p.index][0].id for p in act.to
            )
            date = act.date or entry.date
            event = mentions[mention]
            if who and date and len(date) == len("2022-10-04"):
                first = first_of.setdefault((entry.report, act.type, date, act.standing or "", *who), mention)
                if events.get(first, event) not in taken:
                    event = events.get(first, event)
            events[mention] = event
            taken.add(event)
    return events, mentions
