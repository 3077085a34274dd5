"""What is read out of a report: plain, frozen values with their evidence.

The words are those of the annotation guide (``docs/facts.md``). Inside one entry facts point at each other by
position: ``Charge.person`` is an index into ``EntryFacts.persons``, ``Party.index`` one into ``persons`` or
``bodies``. Every span is a half-open range of characters of ``Entry.text``: ``entry.text[start:end]`` are the words.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from ingest.vocabulary import (
    ActType,
    BodyKind,
    BodyType,
    Office,
    Outcome,
    PlaceKind,
    RelationKind,
    Role,
    SanctionKind,
    SanctionStatus,
    Standing,
)

Confidence = Literal["high", "medium", "low"]


class Span(NamedTuple):
    """Characters ``start`` to ``end`` (exclusive) of an entry's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a fact rests on, the rules that read it, and how sure it is.

    ``spans`` is never empty and in the order of the text. ``rule`` is the name of a rule of ``ingest.rules``, as in
    ``charges.accused_under``; ``further`` are the rules that settled the rest, in the order in which they did: whose a
    charge is, what role a person has. ``doubt`` says in words why ``confidence`` is not ``high``.
    """

    spans: tuple[Span, ...]
    rule: str
    confidence: Confidence = "high"
    doubt: str = ""
    further: tuple[str, ...] = ()

    @property
    def rules(self) -> tuple[str, ...]:
        """Every rule that took part, first the one that read the words."""
        return (self.rule, *self.further)


@dataclass(frozen=True, slots=True)
class Footnote:
    """A reference mark such as ``[12]``: its number as printed, where the mark stands, and the rule that read it."""

    number: str
    span: Span
    rule: str = ""


@dataclass(frozen=True, slots=True)
class HeaderPlace:
    """A place as a header prints it. ``span`` holds all its words, ``name`` those without the word for its kind.

    ``kind`` is what that word means, ``None`` without one. ``grounds`` is what makes it a place: ``gazetteer``,
    ``kind`` or ``position``; ``rule`` is the rule that read it.
    """

    span: Span
    name: Span
    kind: PlaceKind | None
    grounds: Literal["gazetteer", "kind", "position"]
    rule: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One paragraph of a report, verbatim.

    ``number`` counts from 1 in document order. ``date`` is ISO or ``None``. ``line`` is the line of the file, from 1.
    ``date_span`` holds the header's date and ``body`` the offset where the header's date and places end and the
    telling begins (0 where there is no header). ``places`` are the header's, in the order of the text.
    """

    number: int
    text: str
    line: int
    date: str | None = None
    date_span: Span | None = None
    body: int = 0
    footnotes: tuple[Footnote, ...] = ()
    places: tuple[HeaderPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A footnote's address: its number, the address, the line of the file, and the rule that read it."""

    number: str
    url: str
    line: int
    rule: str = ""


@dataclass(frozen=True, slots=True)
class ParseIssue:
    """Something that could not be read, for the table at the end of an ingest.

    ``kind`` is ``no date``, ``no such date``, ``no address`` (a footnote), ``no footnote`` (an address),
    ``duplicate number``, ``no reference list`` or ``not read: script`` (words in other letters than Latin or Cyrillic);
    ``what`` is a footnote number, the name of a script, or empty, never a report's words.
    """

    kind: str
    line: int
    what: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A document split into entries and references.

    ``period_start`` and ``period_end`` are ISO dates, ``period`` is ``YYYY-MM``. ``period_source`` says how the period
    was told: ``title``, ``dates in the text`` or ``given``; ``period_rule`` is the rule that read it, empty if given.
    """

    title: str
    period: str
    period_start: str
    period_end: str
    period_source: str
    entries: tuple[Entry, ...]
    references: tuple[Reference, ...] = ()
    issues: tuple[ParseIssue, ...] = ()
    period_rule: str = ""

    def addresses(self) -> dict[str, str]:
        """The address of every footnote number of the reference list; of a number given twice the first counts."""
        return {reference.number: reference.url for reference in reversed(self.references)}


@dataclass(frozen=True, slots=True)
class Place:
    """One part of the header's location, most general first; ``id`` is the gazetteer's, ``None`` if it has none."""

    name: str
    kind: PlaceKind
    evidence: Evidence
    id: str | None = None


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
class Charge:
    """A provision someone is charged with, tried, sentenced, fined or held under; ``person`` is an index or none."""

    person: int | None
    code: str | None
    article: str
    evidence: Evidence
    part: str | None = None
    paragraph: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Sanction:
    """One measure. ``duration`` is ISO 8601, ``amount`` is in the currency of the country, ``until`` an ISO date.

    ``index_units`` is a fine counted in the unit that the law of the country sets for fines.
    """

    person: int | None
    kind: SanctionKind
    evidence: Evidence
    duration: str | None = None
    amount: float | None = None
    index_units: float | None = None
    until: str | None = None
    status: SanctionStatus = "imposed"


@dataclass(frozen=True, slots=True, order=True)
class Party:
    """Who stands in an act: ``kind`` is ``person`` or ``body``, ``index`` points into ``persons`` or ``bodies``."""

    kind: Literal["person", "body"]
    index: int


@dataclass(frozen=True, slots=True)
class Act:
    """Who did what to whom. The first span of the evidence is the verb or noun that tells the act.

    ``at`` is an index into ``bodies`` (a facility). ``reason`` is the span of the official reason's words.
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


@dataclass(frozen=True, slots=True)
class Occasion:
    """A rally called for a day (ISO), which the entry says its news has to do with."""

    day: str
    evidence: Evidence


MatterKind = Literal[
    "case_number",  # the number of a case: `case No. 123/24`
    "case_of",  # a case, trial or verdict that is named after `person`
    "party_affairs",  # words that speak of founding or registering a party
    "group",  # a group told of without names; `value` is the word before it: `Ruthenian activists`
    "asylum",  # words for asylum, extradition or refugees
    "custody",  # words for detention or arrest
    "strike",  # a strike of workers
    "hearing",  # words by which a court hears a case
    "accused_count",  # how many are accused: `seven people in the dock`
    "day",  # a day that is spoken of, ISO, as exact as the words
    "named_event",  # an event that everybody calls by name; `value` is when it was
    "press_conference",
    "same_meeting",  # `at the same meeting`
    "rally_topic",  # the topic a rally is announced under
    "street_protest",  # words for a protest in the street
    "protest_cause",  # what a protest is for or against: `against the dam`
    "crowd",  # people who had come together
    "meeting_of",  # a body whose meetings somebody took part in: `body`, or only its name in quotation marks
    "punishment",  # words of being made to answer for something
    "quoted_name",  # a name in quotation marks, as it stands
    "age",  # the age of `person`, in years
    "birth_year",  # the year in which `person` was born
    "bill_title",  # the title of a draft law
    "law_title",  # the title of a law, which beside a step of legislation is a bill's
    "bill",  # words for a bill, titled or not
    "own_name",  # such a name of any entry of the report, in quotation marks or not; in lower case
]
"""What a :class:`Matter` is; a kind without a value of its own has the words it rests on as its value."""


@dataclass(frozen=True, slots=True)
class Matter:
    """Words by which a reader knows what an entry is about, and so which other entries are about the same.

    ``value`` is comparable between entries: what ``kind`` says, else the words in lower case. ``person`` is an index
    into ``EntryFacts.persons``, ``body`` one into ``bodies``. ``stems`` are those of the value's content words, for
    kinds that are compared word by word, such as a topic.
    """

    kind: MatterKind
    value: str
    evidence: Evidence
    person: int | None = None
    body: int | None = None
    stems: tuple[str, ...] = ()


class ContentWord(NamedTuple):
    """A word that carries meaning: its stem, and where it first stands in the entry behind the header.

    Names are none: words with a capital are left out.
    """

    stem: str
    span: Span


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """All that one entry tells."""

    entry: Entry
    places: tuple[Place, ...] = ()
    persons: tuple[Person, ...] = ()
    bodies: tuple[Body, ...] = ()
    charges: tuple[Charge, ...] = ()
    sanctions: tuple[Sanction, ...] = ()
    acts: tuple[Act, ...] = ()
    relations: tuple[Relation, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    matters: tuple[Matter, ...] = ()
    words: tuple[ContentWord, ...] = ()

    def matters_of(self, kind: MatterKind) -> Iterator[Matter]:
        """The matters of one kind, in the order of the text."""
        return (matter for matter in self.matters if matter.kind == kind)

    def has_matter(self, kind: MatterKind) -> bool:
        """Whether there is a matter of a kind."""
        return any(matter.kind == kind for matter in self.matters)

    def evidences(self) -> Iterator[Evidence]:
        """The evidence of every fact, in no order that matters."""
        for facts in (self.places, self.persons, self.bodies, self.charges, self.sanctions, self.acts):
            yield from (fact.evidence for fact in facts)
        yield from (r.evidence for r in self.relations)
        yield from (a.evidence for a in self.affiliations)
        yield from (o.evidence for o in self.occasions)
        yield from (m.evidence for m in self.matters)


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """A report and the facts of its entries, in document order."""

    report: Report
    entries: tuple[EntryFacts, ...] = field(default=())
