"""Fields of facts that people may correct: how each is written in a journal, and which values it may have.

A value is text there, as somebody types it; no text at all is no value. Whoever is named is named by words of the
entry (``references``).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ingest.facts import EntryFacts, Party, Span
from ingest.language.durations import days_in
from kg.corrections.references import ValueNotAllowed, find_party, words_for
from kg.entries.plain_text import PlainText

BETWEEN = ";"
"""Between several values of one field."""

_DATE = re.compile(r"\d{4}(?:-(\d{2})(?:-(\d{2}))?)?")

Read = Callable[[Any, EntryFacts], str]
Parse = Callable[[str, EntryFacts], Any]
Among = Callable[[EntryFacts], Sequence[Party]]


@dataclass(frozen=True)
class Field:
    """A field of a fact.

    ``attribute`` is its name in the fact, ``allowed`` says in words what it may be. ``read`` gives a value as text,
    ``parse`` a text as value; ``names`` says which people and bodies of an entry it may name, if it names any. A field
    that is not ``required`` may be empty, which is ``empty``. ``choices`` is its closed list, if it has one.
    """

    attribute: str
    allowed: str
    read: Read
    parse: Parse
    required: bool = False
    empty: Any = None
    names: Among | None = None
    choices: tuple[str, ...] = ()

    def value_of(self, text: str, facts: EntryFacts) -> Any:
        """The value that a text states. Raises ``ValueNotAllowed``, in words that go on after the field's name."""
        if text:
            return self.parse(text, facts)
        if self.required:
            raise ValueNotAllowed(f"it cannot be empty; it is {self.allowed}")
        return self.empty

    def text_of(self, fact: Any, facts: EntryFacts) -> str:
        """The value of a fact as text."""
        value = getattr(fact, self.attribute)
        return "" if value in (None, ()) else self.read(value, facts)


def find_words(words: str, facts: EntryFacts, several: bool = False) -> Span:
    """Where words stand in an entry, first. Raises ``ValueNotAllowed`` if they do not.

    Words in more than one place are refused too, unless ``several`` are allowed.
    """
    sought = " ".join(words.split())
    found = list(PlainText(facts.entry).find("", sought, "")) if sought else []
    if not found:
        raise ValueNotAllowed("these words are not in the entry; give them as they are printed")
    if len(found) > 1 and not several:
        raise ValueNotAllowed(
            f"these words are in {len(found)} places of the entry; give more of the words around them"
        )
    return found[0]


def plain_words(span: Span, facts: EntryFacts) -> str:
    """The words of a span on one line, without footnote marks."""
    plain = PlainText(facts.entry)
    start, end = plain.range_of(span)
    return plain.text[start:end]


def choice(
    attribute: str, values: Sequence[str], required: bool = False, meaning: Mapping[str, Any] = {}, none: str = ""
) -> Field:
    """One of a closed list of words, blanks for underscores.

    ``meaning`` has the value of a word that is another; ``none`` says what it means to give none.
    """
    listed, words = ", ".join(values), {str(value): word for word, value in meaning.items()}

    def parse(text: str, _: EntryFacts) -> Any:
        word = text.strip().replace(" ", "_")
        found = next((value for value in values if value.casefold() == word.casefold()), None)
        if found is None:
            raise ValueNotAllowed(f"it is one of: {listed}")
        return meaning.get(found, found)

    allowed = f"{listed}; none: {none}" if none else listed
    return Field(
        attribute, allowed, lambda value, _: words.get(str(value), str(value)), parse, required, choices=tuple(values)
    )


def text(attribute: str, required: bool = False) -> Field:
    """Any words."""
    return Field(attribute, "any words", lambda value, _: str(value), lambda words, _: words.strip(), required)


def number(attribute: str, whole: bool = False) -> Field:
    """A number above zero."""
    allowed = "a whole number above 0" if whole else "a number above 0"

    def parse(text: str, _: EntryFacts) -> float | int:
        try:
            value = int(text) if whole else float(text.replace(" ", ""))
        except ValueError:
            raise ValueNotAllowed(f"it is {allowed}") from None
        if not 0 < value < float("inf"):
            raise ValueNotAllowed(f"it is {allowed}")
        return value

    return Field(attribute, allowed, lambda value, _: f"{value:.15g}", parse)


def day(attribute: str) -> Field:
    """A date, as exact as it is known."""
    allowed = "a date such as 2031, 2031-03 or 2031-03-05"

    def parse(text: str, _: EntryFacts) -> str:
        stripped = text.strip()
        match = _DATE.fullmatch(stripped)
        try:
            if match:
                date(int(stripped[:4]), int(match[1] or 1), int(match[2] or 1))
                return stripped
        except ValueError:
            pass
        raise ValueNotAllowed(f"it is {allowed}")

    return Field(attribute, allowed, lambda value, _: str(value), parse)


def duration(attribute: str) -> Field:
    """A length of time in ISO 8601."""
    allowed = "a length of time such as P15D (days), P6M (months), P3Y or P1Y6M"

    def parse(text: str, _: EntryFacts) -> str:
        stripped = text.strip().upper()
        try:
            if stripped.startswith("P") and days_in(stripped) > 0:
                return stripped
        except ValueError:
            pass
        raise ValueNotAllowed(f"it is {allowed}")

    return Field(attribute, allowed, lambda value, _: str(value), parse)


def yes_or_no(attribute: str) -> Field:
    """Whether something is so."""
    return choice(attribute, ("yes", "no"), meaning={"yes": True, "no": False})


def flag(attribute: str) -> Field:
    """Whether something special is so; no value means that it is not."""
    stated = choice(attribute, ("yes", "no"), meaning={"yes": True, "no": False})
    return replace(stated, read=lambda value, _: "yes" if value else "", empty=False)


def quoted(attribute: str) -> Field:
    """Words of the entry."""
    return Field(
        attribute,
        "words of the entry",
        plain_words,
        find_words,
    )


def party(attribute: str, among: Among, allowed: str, required: bool = False) -> Field:
    """A person or body of the entry, by its position among those of its kind."""
    return Field(
        attribute,
        allowed,
        lambda index, facts: words_for(next(p for p in among(facts) if p.index == index), among(facts), facts),
        lambda words, facts: find_party(words.strip(), among(facts), facts).index,
        required,
        names=among,
    )


def parties(attribute: str, among: Among) -> Field:
    """People and bodies of the entry."""

    def parse(text: str, facts: EntryFacts) -> tuple[Party, ...]:
        named = [words.strip() for words in text.split(BETWEEN) if words.strip()]
        return tuple(dict.fromkeys(find_party(words, among(facts), facts) for words in named))

    return Field(
        attribute,
        f"people or bodies of the entry, with '{BETWEEN}' between them",
        lambda value, facts: f"{BETWEEN} ".join(words_for(party, among(facts), facts) for party in value),
        parse,
        empty=(),
        names=among,
    )
