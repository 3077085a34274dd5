"""A place in an entry that names a body."""

from dataclasses import dataclass

from ingest.facts import Confidence
from ingest.vocabulary import BodyKind, BodyType


@dataclass(frozen=True, slots=True)
class Mention:
    """Words ``first`` to ``last`` (exclusive) that name a body; ``head`` is the head noun's own range, if it has one.

    ``short`` says that the words only mention again a body named before ("the Ministry").
    """

    first: int
    last: int
    kind: BodyKind
    type: BodyType
    rule: str
    head: tuple[int, int] | None = None
    confidence: Confidence = "high"
    doubt: str = ""
    short: bool = False
