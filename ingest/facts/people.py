"""Places, persons and bodies that an entry names, and the ties between them."""

from dataclasses import dataclass

from ingest.facts.evidence import Evidence, Span
from ingest.vocabulary import BodyKind, BodyType, Office, PlaceKind, RelationKind, Role


@dataclass(frozen=True, slots=True)
class Place:
    """One part of the header's location, most general first; ``id`` is the gazetteer's, ``None`` if it has none.

    ``heading`` is the number of the entry whose heading names it, and its words there: the evidence has no words then.
    """

    name: str
    kind: PlaceKind
    evidence: Evidence
    id: str | None = None
    heading: tuple[int, Span] | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A named individual of one entry. The spans of the evidence are all its mentions, as printed.

    ``occupations`` are descriptions in the text's words (``journalist``), each with its span.
    """

    surname: str | None
    given: str | None
    role: Role
    evidence: Evidence
    office: Office | None = None
    occupations: tuple[tuple[str, Span], ...] = ()

    @property
    def name(self) -> str:
        """Surname, then given: the form that refers to a person within one entry."""
        return " ".join(filter(None, [self.surname, self.given]))


@dataclass(frozen=True, slots=True)
class Body:
    """A court, facility or organisation, named in the text's words.

    ``type`` is a value of the schema's ``court_kind``, ``facility_kind`` or ``organisation_kind``. ``generic`` is true
    for a name that many places share (``city court``, ``city hall``): it takes the place of its entry unless ``place``,
    words of the text, names another.
    """

    kind: BodyKind
    name: str
    type: BodyType
    evidence: Evidence
    generic: bool = False
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A stated tie between two persons of the entry: ``source`` is the ``kind`` of ``target``."""

    source: int
    kind: RelationKind
    target: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A person belongs to a body; ``as_`` is the word of the text (``activist``, ``head``)."""

    person: int
    body: int
    as_: str
    evidence: Evidence
