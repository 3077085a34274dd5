"""Charges and sanctions."""

from typing import get_args

from ingest.facts import Charge, Sanction
from ingest.language.durations import days_in
from ingest.vocabulary import ChargeStage, Code, SanctionKind, SanctionStatus
from kg.corrections.fields import choice, day, duration, flag, number, parties, party, text
from kg.corrections.kinds.kind import FactKind
from kg.corrections.references import ValueNotAllowed, persons_of, receivers_of
from kg.entries.provisions import NO_CODE

_PERSON = "a person of the entry, by words of it, name or id; empty for nobody named"


def _check_sanction(sanction: Sanction) -> None:
    if len(sanction.to) > 1 and not sanction.joint:
        raise ValueNotAllowed("Several people receive one sanction only where a sum is joint: add joint=yes.")
    if sanction.joint and sanction.amount is None and sanction.index_units is None:
        raise ValueNotAllowed("A joint sanction has an amount or index_units.")
    if sanction.duration_max and not _is_longer(sanction.duration_max, sanction.duration):
        raise ValueNotAllowed("duration_max: it is longer than duration, the other end of the range.")


def _is_longer(longer: str, shorter: str | None) -> bool:
    return shorter is not None and days_in(longer) > days_in(shorter)


CHARGE = FactKind(
    "charge",
    ("Charge",),
    Charge,
    {
        "person": party("person", persons_of, _PERSON),
        "code": choice("code", get_args(Code), meaning={NO_CODE: None}),
        "article": text("article", required=True),
        "part": text("part"),
        "paragraph": text("paragraph"),
        "stage": choice("stage", get_args(ChargeStage), none="the article is held against the person, and no more"),
    },
    identifying=("person", "article"),
    shorthands={"provision": ("code", "article", "part", "paragraph")},
)

SANCTION = FactKind(
    "sanction",
    ("Sanction",),
    Sanction,
    {
        # One person in journals of earlier versions, which state no others.
        "person": parties("to", receivers_of),
        "kind": choice("kind", get_args(SanctionKind), required=True),
        "duration": duration("duration"),
        "duration_max": duration("duration_max"),
        "amount": number("amount"),
        "index_units": number("index_units"),
        "until": day("until"),
        "status": choice("status", get_args(SanctionStatus), required=True),
        "joint": flag("joint"),
        "count": number("count", whole=True),
    },
    check=_check_sanction,
    identifying=("person", "kind"),
)
