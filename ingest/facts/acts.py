"""Acts, charges and sanctions: what an entry says was done, to whom and by whom."""

from dataclasses import dataclass
from typing import Literal

from ingest.facts.evidence import Evidence, Span
from ingest.vocabulary import ActType, ChargeStage, Outcome, SanctionKind, SanctionStatus, Standing


@dataclass(frozen=True, slots=True, order=True)
class Party:
    """Who is in an act: ``kind`` is ``person`` or ``body``, ``index`` points into ``persons`` or ``bodies``."""

    kind: Literal["person", "body"]
    index: int


@dataclass(frozen=True, slots=True)
class Act:
    """Who did what to whom. The first span of the evidence is the verb or noun that names the act.

    ``at`` is an index into ``bodies`` (a facility). ``reason`` is the span of the official reason's words.
    ``notices`` is how many notices of assemblies a refusal answers, where the text counts them. ``day_number`` is the
    day of the act that the entry counts: 29 for `on the 29th day of the hunger strike`.
    """

    type: ActType
    evidence: Evidence
    to: tuple[Party, ...] = ()
    by: tuple[Party, ...] = ()
    at: int | None = None
    standing: Standing | None = None
    date: str | None = None
    next: str | None = None
    outcome: Outcome | None = None
    hours: float | None = None
    count: int | None = None
    reason: Span | None = None
    day_number: int | None = None
    notices: int | None = None


@dataclass(frozen=True, slots=True)
class Charge:
    """A provision someone is charged with, tried, sentenced, fined or held under; ``person`` is an index or none.

    ``stage`` is how far it has come by the words beside the article, ``None`` where they only hold it against somebody.
    """

    person: int | None
    code: str | None
    article: str
    evidence: Evidence
    part: str | None = None
    paragraph: str | None = None
    title: str | None = None
    stage: ChargeStage | None = None


@dataclass(frozen=True, slots=True)
class Sanction:
    """One sanction. ``to`` has who received it: one person or body, nobody named, or all who must pay a ``joint`` sum.

    ``duration`` is ISO 8601; of a range ("from 2 to 16 years") it is the shorter end, and ``duration_max`` the longer.
    ``amount`` is in the currency of the country, ``index_units`` in the unit that its law sets for fines, ``until`` an
    ISO date. ``count`` is how many people received it, where they are counted and not all named.
    ``grounds`` are the spans of the articles on which it rests, where the entry holds any against them.
    """

    to: tuple[Party, ...]
    kind: SanctionKind
    evidence: Evidence
    duration: str | None = None
    amount: float | None = None
    index_units: float | None = None
    until: str | None = None
    status: SanctionStatus = "imposed"
    duration_max: str | None = None
    joint: bool = False
    count: int | None = None
    grounds: tuple[Span, ...] = ()

    @property
    def persons(self) -> tuple[int, ...]:
        """The persons who received it, as indexes."""
        return tuple(party.index for party in self.to if party.kind == "person")

    def is_against(self, person: int | None) -> bool:
        """Whether a person received it; ``None``: whether no person is named."""
        return person in self.persons if person is not None else not self.persons
