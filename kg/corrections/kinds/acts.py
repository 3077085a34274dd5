"""Acts, and who was held where."""

from typing import get_args

from ingest.facts import Act
from ingest.vocabulary import ActType, Outcome, Standing
from kg.corrections.fields import choice, day, number, parties, party, quoted
from kg.corrections.kinds.kind import FactKind
from kg.corrections.references import facilities_of, parties_of, persons_of
from kg.entries.custody import Custody

_FACILITY = "a facility of the entry, by words of it, name or id"

ACT = FactKind(
    "act",
    ("Event",),
    Act,
    {
        "type": choice("type", get_args(ActType), required=True),
        "to": parties("to", parties_of),
        "by": parties("by", parties_of),
        "at": party("at", facilities_of, _FACILITY),
        "standing": choice("standing", get_args(Standing), none="the report states it as a fact"),
        "date": day("date"),
        "next": day("next"),
        "outcome": choice("outcome", get_args(Outcome)),
        "hours": number("hours"),
        "count": number("count", whole=True),
        "reason": quoted("reason"),
        "day_number": number("day_number", whole=True),
        "notices": number("notices", whole=True),
    },
    identifying=("type", "to"),
)

STAY = FactKind(
    "stay",
    ("Stay",),
    Custody,
    {
        "person": party("person", persons_of, "a person of the entry, by words of it, name or id", required=True),
        "facility": party("facility", facilities_of, _FACILITY, required=True),
        "since": day("since"),
        "until": day("until"),
    },
    identifying=("person", "facility"),
)
