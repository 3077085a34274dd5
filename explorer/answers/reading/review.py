"""Questions of a review: whether two people are one, whether a fact is right."""

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.answers.evidence import Fact
from explorer.answers.facts import read_fact
from explorer.decisions.knowledge import Known
from kg.review.facts import find_questions
from kg.review.questions import PersonView, QuestionView
from kg.stores import Store


@dataclass(frozen=True)
class Words:
    """Words of an entry's text, by their characters."""

    start: int
    end: int


@dataclass(frozen=True)
class EntryQuoted:
    """An entry that names somebody, and where."""

    id: str
    date: str | None
    text: str
    names: tuple[Words, ...]


@dataclass(frozen=True)
class Side:
    """One of two people: all spellings, the most used first, and how the entries describe them."""

    id: str
    names: tuple[str, ...]
    descriptions: tuple[str, ...]
    entries: tuple[EntryQuoted, ...]


@dataclass(frozen=True)
class PeopleQuestion:
    """Are these two one? ``entries`` is how many entries a yes would join."""

    a: Side
    b: Side
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...]
    entries: int


@dataclass(frozen=True)
class PeopleQuestions:
    """Open questions, the most useful first; ``left`` is how many there are in all."""

    questions: tuple[PeopleQuestion, ...]
    left: int


@dataclass(frozen=True)
class FactQuestion:
    """Is this right? ``doubt`` says why the rules are not sure; empty if they are."""

    fact: Fact
    doubt: str


@dataclass(frozen=True)
class FactQuestions:
    """Facts that nobody decided about, the most doubtful and most consequential first; ``left`` counts them all."""

    questions: tuple[FactQuestion, ...]
    left: int


def ask_about_people(questions: Sequence[QuestionView], skip: int, most: int) -> PeopleQuestions:
    """Some of the open questions about people."""
    asked = tuple(
        PeopleQuestion(_side(each.a), _side(each.b), each.reasons_for, each.reasons_against, each.entries)
        for each in questions[skip : skip + most]
    )
    return PeopleQuestions(asked, len(questions))


def ask_about_facts(store: Store, known: Known, skip: int, most: int) -> FactQuestions:
    """Some of the facts that nobody decided about."""
    questions = find_questions(known.facts, known.things.things)
    asked = tuple(
        FactQuestion(read_fact(store, each.fact.id, known), each.doubt) for each in questions[skip : skip + most]
    )
    return FactQuestions(asked, len(questions))


def _side(person: PersonView) -> Side:
    entries = tuple(
        EntryQuoted(entry.id, entry.date, entry.text, tuple(Words(*span) for span in entry.spans))
        for entry in person.entries
    )
    return Side(person.id, person.names, person.descriptions, entries)
