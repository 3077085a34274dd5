"""What may become an act: a frame that fits a verb or noun, and who stands in its places."""

from dataclasses import dataclass
from typing import Literal

from ingest.extract.acts.lexicon.frames import Frame
from ingest.extract.acts.syntax.tokens import Token
from ingest.facts import EntryFacts, Party
from ingest.vocabulary import ActType, BodyKind, Standing


@dataclass(slots=True)
class Candidate:
    """What may become an act. ``first`` and ``last`` are the clause's tokens, ``sentence`` its number.

    ``direct``: whom it was done to is the verb's own subject or object. ``counted``: a noun behind ``on the 29th day
    of``, which goes on as it is told. ``by_staff``: done by unnamed people who run a place of detention.
    """

    type: ActType
    frame: Frame
    trigger: Token
    sentence: int
    clause: tuple[int, int]
    to: tuple[Party, ...] = ()
    by: tuple[Party, ...] = ()
    count: int | None = None
    claimed: bool = False
    background: bool = False
    noun: bool = False
    weak: bool = False
    plural: bool = False
    standing: Standing | None = None
    inferred: bool = False
    topical: bool = False
    counted: bool = False
    direct: bool = False
    by_staff: bool = False


def facts_kind(facts: EntryFacts, party: Party) -> Literal["person", BodyKind]:
    """``person``, or the kind of the body."""
    return "person" if party.kind == "person" else facts.bodies[party.index].kind
