"""Courts, facilities, organisations and places."""

from collections.abc import Mapping
from typing import Any, get_args

from ingest.facts import Body, Place
from ingest.vocabulary import BodyKind, CourtKind, FacilityKind, OrganisationKind, PlaceKind
from kg.corrections.fields import choice, text, yes_or_no
from kg.corrections.kinds.kind import FactKind
from kg.corrections.references import ValueNotAllowed
from kg.entries.mentions import BODY_LABELS

_TYPES: Mapping[BodyKind, tuple[str, ...]] = {
    "court": get_args(CourtKind),
    "facility": get_args(FacilityKind),
    "organisation": get_args(OrganisationKind),
}


def _check_body(body: Body) -> None:
    """What types a body may have depends on its kind."""
    if body.type not in _TYPES[body.kind]:
        raise ValueNotAllowed(f"type: of a {body.kind} it is one of: {', '.join(_TYPES[body.kind])}.")


def _make_body(*, generic: bool | None, **given: Any) -> Body:
    return Body(**given, generic=bool(generic))


BODY = FactKind(
    "body",
    tuple(BODY_LABELS.values()),
    _make_body,
    {
        "kind": choice("kind", get_args(BodyKind), required=True),
        "name": text("name", required=True),
        "type": choice("type", tuple(dict.fromkeys(t for types in _TYPES.values() for t in types)), required=True),
        "generic": yes_or_no("generic"),
        "place": text("place"),
    },
    everywhere=True,
    check=_check_body,
)

PLACE = FactKind(
    "place",
    ("Place",),
    Place,
    {
        "name": text("name", required=True),
        "kind": choice("kind", get_args(PlaceKind), required=True),
        "id": text("id"),
    },
)
