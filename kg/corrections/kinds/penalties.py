"""Charges and sanctions."""

from typing import get_args

from ingest.facts import Charge, Sanction
from ingest.vocabulary import Code, SanctionKind, SanctionStatus
from kg.corrections.fields import choice, day, duration, number, party, text
from kg.corrections.kinds.kind import FactKind
from kg.corrections.references import persons_of
from kg.entries.provisions import NO_CODE

_PERSON = "a person of the entry, by words of it, name or id; empty for nobody named"

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
    },
    identifying=("person", "article"),
    shorthands={"provision": ("code", "article", "part", "paragraph")},
)

SANCTION = FactKind(
    "sanction",
    ("Sanction",),
    Sanction,
    {
        "person": party("person", persons_of, _PERSON),
        "kind": choice("kind", get_args(SanctionKind), required=True),
        "duration": duration("duration"),
        "amount": number("amount"),
        "index_units": number("index_units"),
        "until": day("until"),
        "status": choice("status", get_args(SanctionStatus), required=True),
    },
    identifying=("person", "kind"),
)
