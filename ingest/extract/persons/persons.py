"""Persons: every named individual of an entry, once, with all its mentions (annotation, persons).

Mentions that can only be the same person are joined under the fullest; the words beside them give a provisional role.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from ingest.analysis.document import Document
from ingest.extract.persons.name_mentions import Mention, read_mentions
from ingest.extract.persons.name_words import find_name_words
from ingest.extract.persons.names import NamesSeen
from ingest.extract.persons.occupations import find_occupations
from ingest.extract.persons.offices import role_by_title
from ingest.facts import Evidence, Person, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import PROFESSIONALS, Role

_LISTED = re.compile(r",? and |, ")
_OF, _OF_REACH = re.compile(r"\bof\s(?:the\s)?(?:[\w’'-]+\s){0,3}$"), 60
_ONE = re.compile(r",\s(?:an?|his|her|their|who)\s")
# Two spellings of one surname beside exactly the same given name, within one entry.
_ALIKE = 0.85
# What one name of a list is called, the others are too.
_SHARED: frozenset[Role] = PROFESSIONALS | {"perpetrator"}


def find_persons(
    document: Document, taken: Sequence[Span], names: NamesSeen, jurisdiction: Jurisdiction
) -> tuple[Person, ...]:
    """The persons of an entry in the order of their first mention, with provisional roles.

    ``taken`` are the spans of places and bodies. Spans hold the names as printed; fields have slips corrected.
    """
    entry = document.entry
    lawful = sorted([*taken, *(f.span for f in entry.footnotes), *([entry.date_span] if entry.date_span else [])])
    words = find_name_words(document.text, lawful)
    mentions = read_mentions(document, words, names, jurisdiction)
    persons = [_person(document, group, jurisdiction) for group in _gather(mentions)]
    for order in (range(1, len(persons)), range(len(persons) - 2, -1, -1)):
        for index in order:
            beside = persons[index - 1 if order.step > 0 else index + 1]
            if _share_a_list(document.text, persons[index], beside):
                evidence = persons[index].evidence
                evidence = replace(evidence, further=(*evidence.further, "roles.shared_in_list"))
                persons[index] = replace(persons[index], role=beside.role, office=beside.office, evidence=evidence)
    return tuple(persons)


def _share_a_list(text: str, person: Person, beside: Person) -> bool:
    """`judges X and Y`, `X, Y and Z spoke`: what the words say of one they say of all; a possessive ends the list."""
    first, second = sorted((person.evidence.spans[0], beside.evidence.spans[0]))
    owned = text[second.end : second.end + 2] in ("’s", "'s")
    return (
        (person.role == "target" or (person.role == "speaker" and beside.role == "official"))
        and beside.role in _SHARED
        and not owned
        and bool(_LISTED.fullmatch(text, first.end, second.start))
        and not _is_one_alone(text, first, second)
    )


def _is_one_alone(text: str, first: Span, second: Span) -> bool:
    """`The lawyer of X, Y`, `X and Y, a lawyer`: what the words say of Y they do not say of X."""
    if text[first.end : second.start] == ", " and _OF.search(text, max(0, first.start - _OF_REACH), first.start):
        return True
    return _ONE.match(text, second.end) is not None


def _gather(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions of one person each, the fullest first fields kept; a lone word joins the only name it is part of."""
    groups: list[list[Mention]] = []
    by_word: dict[str, list[list[Mention]]] = defaultdict(list)
    for mention in sorted(filter(_is_full, mentions), key=lambda m: (-len(m.given or ""), m.span)):
        _put(mention, _group_of_name(mention, by_word), groups, by_word)
    for mention in mentions:
        if not _is_full(mention):
            _put(mention, _group_of_part(mention, by_word), groups, by_word)
    return sorted(groups, key=lambda g: min(m.span for m in g))


def _is_full(mention: Mention) -> bool:
    return bool(mention.surname and mention.given)


def _group_of_name(mention: Mention, by_word: dict[str, list[list[Mention]]]) -> list[Mention] | None:
    """The group whose fullest mention can only be the same person's."""
    near = (group for word in sorted(_words(mention)) for group in by_word[word])
    return next((group for group in near if _same_name(group[0], mention)), None)


def _put(
    mention: Mention,
    group: list[Mention] | None,
    groups: list[list[Mention]],
    by_word: dict[str, list[list[Mention]]],
) -> None:
    """Add a mention to its group, or open one."""
    if group:
        group.append(mention)
        return
    groups.append([mention])
    for word in _words(mention):
        by_word[word].append(groups[-1])


def _group_of_part(mention: Mention, by_word: dict[str, list[list[Mention]]]) -> list[Mention] | None:
    """Of those with a name that a lone word is part of, the one named last before it, else the first."""
    named = by_word[(mention.surname or mention.given or "").lower()]
    before = [g for g in named if min(m.span for m in g) < mention.span]
    if len(before) > 1:
        return before[-1]
    return next(iter(before or named), None)


def _same_name(a: Mention, b: Mention) -> bool:
    if not a.surname or not b.surname or not a.given or not b.given:
        return False
    first, second = a.given.lower(), b.given.lower()
    if a.surname.lower() != b.surname.lower():
        alike = SequenceMatcher(None, a.surname.lower(), b.surname.lower()).ratio() >= _ALIKE
        return {a.surname.lower(), first} == {b.surname.lower(), second} or (alike and first == second)
    if first.endswith(".") or second.endswith("."):
        return first.rstrip(".").split(".")[0][:1] == second.rstrip(".").split(".")[0][:1]
    return first.split()[0] == second.split()[0]


def _words(mention: Mention) -> set[str]:
    return {part for name in (mention.surname, mention.given) if name for part in name.lower().split()}


def _person(document: Document, group: Sequence[Mention], jurisdiction: Jurisdiction) -> Person:
    best = group[0]
    spans = tuple(sorted(m.span for m in group))
    surname, given = best.surname, best.given
    titled = role_by_title(document, spans, jurisdiction)
    others = dict.fromkeys(m.rule for m in group if m.rule != best.rule)
    evidence = Evidence(spans, best.rule, best.confidence, best.doubt, (*others, titled.rule))
    occupations = find_occupations(document, spans, jurisdiction)
    return Person(surname, given, titled.role, evidence, titled.office, occupations)
