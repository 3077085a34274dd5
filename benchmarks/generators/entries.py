"""One entry under construction: words are added one after the other, and facts rest on their spans."""

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Literal

from benchmarks.generators.people import SCHEME_WEIGHTS, SCHEMES, Human, write_name
from benchmarks.generators.world import COUNTRY
from ingest.analysis.document import analyse
from ingest.extract.matters.matters import find_matters
from ingest.facts import (
    Act,
    Affiliation,
    Body,
    Charge,
    Entry,
    EntryFacts,
    Evidence,
    Footnote,
    Occasion,
    Party,
    Person,
    Place,
    Reference,
    Relation,
    Sanction,
    Span,
)
from ingest.jurisdictions.packs import GazetteerPlace, load_jurisdiction
from ingest.language.stems import find_content_words

RULE = "benchmark"
# How often names are printed as they are, in Cyrillic.
_IN_CYRILLIC = 0.03


class EntryBuilder:
    """Makes the facts of one entry. ``report`` gives references their numbers; ``day`` is ISO."""

    def __init__(self, rng: random.Random, number: int, day: str, places: Sequence[GazetteerPlace]) -> None:
        self.rng = rng
        self.day = day
        self._jurisdiction = load_jurisdiction(COUNTRY)
        self._number = number
        self._scheme = rng.choices(range(len(SCHEMES)), SCHEME_WEIGHTS)[0]
        self._cyrillic = rng.random() < _IN_CYRILLIC
        self._text = ""
        self._date_span = self.say(day)
        self._persons: list[Person] = []
        self._bodies: list[Body] = []
        self._charges: list[Charge] = []
        self._sanctions: list[Sanction] = []
        self._acts: list[Act] = []
        self._relations: list[Relation] = []
        self._affiliations: list[Affiliation] = []
        self._occasions: list[Occasion] = []
        self._footnotes: list[Footnote] = []
        self._places = tuple(self._placed(place) for place in places)
        self.say(": ")
        self._body = len(self._text)

    def _placed(self, place: GazetteerPlace) -> Place:
        self.say(", ")
        return Place(place.name, place.kind, Evidence((self.say(place.name),), RULE), place.id or None)

    def say(self, words: str) -> Span:
        """Say words; gives where they stand."""
        start = len(self._text)
        self._text += words
        return Span(start, len(self._text))

    def name(self, human: Human, role: str, office: str | None = None, calling: str | None = None) -> Party:
        """Name somebody, after a description where there is one."""
        described = ((calling, self.say(calling)),) if calling else ()
        if calling:
            self.say(" ")
        surname, given = (human.surname, human.given) if self._cyrillic else write_name(self.rng, human, self._scheme)
        span = self.say(f"{surname} {given}")
        self._persons.append(Person(surname, given, role, Evidence((span,), RULE), office, described))
        return Party("person", len(self._persons) - 1)

    def name_all(self, humans: Sequence[Human], role: str, calling: str | None = None) -> tuple[Party, ...]:
        """Name several with commas between."""
        parties: list[Party] = []
        for human in humans:
            if parties:
                self.say(", ")
            parties.append(self.name(human, role, calling=calling))
        return tuple(parties)

    def name_body(
        self, kind: Literal["court", "facility", "organisation"], name: str, type: str, generic: bool = False
    ) -> Party:
        """Name a court, facility or organisation."""
        self._bodies.append(Body(kind, name, type, Evidence((self.say(name),), RULE), generic))
        return Party("body", len(self._bodies) - 1)

    def act(self, type: str, verb: Span, to: Sequence[Party] = (), by: Sequence[Party] = (), **details: Any) -> None:
        """Somebody did something to somebody; ``details`` are those of :class:`Act`."""
        self._acts.append(Act(type, Evidence((verb,), RULE), tuple(to), tuple(by), **details))

    def charge(self, parties: Sequence[Party], code: str | None, article: str, part: str | None) -> None:
        """Name an article and hold it against persons; against nobody where there are none."""
        words = f"Article {article}" + (f" Part {part}" if part else "") + (f" of the {code}" if code else "")
        evidence = Evidence((self.say(words),), RULE)
        persons: list[int | None] = [p.index for p in parties]
        for person in persons or [None]:
            self._charges.append(Charge(person, code, article, evidence, part))

    def sanction(self, parties: Sequence[Party], kind: str, words: str, **terms: Any) -> None:
        """Name a sanction and give it to persons; ``terms`` are those of :class:`Sanction`."""
        evidence = Evidence((self.say(words),), RULE)
        self._sanctions += [Sanction((p,), kind, evidence, **terms) for p in parties]

    def relate(self, source: Party, kind: str, target: Party) -> None:
        """One person is the other's lawyer or kin; the words are the first one's name."""
        self._relations.append(Relation(source.index, kind, target.index, self._persons[source.index].evidence))

    def belong(self, person: Party, body: Party, word: str) -> None:
        """A person belongs to a body, by the word that is said here."""
        self._affiliations.append(Affiliation(person.index, body.index, word, Evidence((self.say(word),), RULE)))

    def occasion(self, day: str) -> None:
        """Mention a rally called for a day."""
        self._occasions.append(Occasion(day, Evidence((self.say(f"the rally called for {day}"),), RULE)))

    def cite(self, number: int, url: str) -> Reference:
        """Put a reference mark here."""
        self._footnotes.append(Footnote(str(number), self.say(f"[{number}]")))
        return Reference(str(number), url, number)

    def facts(self) -> EntryFacts:
        """The finished entry."""
        entry = Entry(
            self._number, self._text, self._number, self.day, self._date_span, self._body, tuple(self._footnotes)
        )
        facts = EntryFacts(
            entry,
            self._places,
            tuple(self._persons),
            tuple(self._bodies),
            tuple(self._charges),
            tuple(self._sanctions),
            tuple(self._acts),
            tuple(self._relations),
            tuple(self._affiliations),
            tuple(self._occasions),
        )
        return replace(
            facts,
            matters=find_matters(analyse(entry, self._jurisdiction), facts, self._jurisdiction),
            words=tuple(find_content_words(entry.text, entry.body)),
        )
