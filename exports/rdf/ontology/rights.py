"""Which rights an act touches (``rights.yaml``)."""

from functools import cache
from importlib import resources

import msgspec

from ingest.errors import LexiconError
from ingest.vocabulary import ActType, Outcome
from ingest.yaml_text import parse_yaml
from kg.graph.value import Node


class Right(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A right, and the acts that touch it; with ``outcomes``, only acts that ended so."""

    en: str
    ru: str
    acts: tuple[ActType, ...]
    outcomes: tuple[Outcome, ...] = ()


@cache
def load_rights() -> dict[str, Right]:
    """The rights by their short name, such as ``ICCPR-9``. Raises ``LexiconError`` naming the mistake."""
    text = resources.files("exports.rdf.ontology").joinpath("rights.yaml").read_text(encoding="utf-8")
    try:
        return msgspec.convert(parse_yaml(text), dict[str, Right])
    except msgspec.ValidationError as error:
        raise LexiconError(f"exports/rdf/ontology/rights.yaml: {error}.") from None


def rights_touched(event: Node) -> list[str]:
    """The short names of the rights that an act touches by its type."""
    type, outcome = event.properties.get("type"), event.properties.get("outcome")
    return [
        name
        for name, right in load_rights().items()
        if type in right.acts and (not right.outcomes or outcome in right.outcomes)
    ]
