"""Entries about invented people, for tests of extractors that need the people already read."""

import re

from ingest.facts import Entry, Evidence, Person, Span


def entry_of(text: str, date: str = "2031-03-03") -> Entry:
    """An entry of a year that has no reports."""
    return Entry(1, text, 1, date)


def people_of(text: str, *names: str) -> tuple[Person, ...]:
    """Persons as ``Surname Given role office``, role and office optional, with every place the name is in the text.

    The spans are those of the full name as given and of the surname alone.
    """
    people = []
    for name in names:
        surname, given, role, office = (*name.split(" "), *(("target", "") if name.count(" ") == 1 else ("",)))[:4]
        forms = [f"{surname} {given}", f"{given} {surname}", surname]
        pattern = "|".join(rf"(?<!\w){re.escape(form)}(?!\w)" for form in forms)
        spans = tuple(Span(*m.span()) for m in re.finditer(pattern, text))
        people.append(Person(surname, given, role, Evidence(spans, "test"), office or None))
    return tuple(people)
