"""Mentions: the stretches of a text that name somebody, their parts sorted into surname and given name.

Capitalised words side by side form runs; a run that the grammar of names accepts is a full mention; what is left are
single words, which count where an ending, a word before them or the rest of the report says that they name somebody.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.analysis.document import Document
from ingest.extract.persons.name_context import (
    is_introduced,
    is_named,
    is_title,
    is_wholly_quoted,
    names_a_thing,
    opens_the_entry,
    starts_a_sentence,
    supports_given_name,
)
from ingest.extract.persons.name_runs import find_runs
from ingest.extract.persons.name_words import NameWord
from ingest.extract.persons.names import (
    NamesSeen,
    is_patronymic,
    looks_like_given,
    looks_like_surname,
    mend_case,
    surname_of,
    weigh_surname,
    with_order_of,
)
from ingest.facts import Confidence, Span
from ingest.jurisdictions.packs import Jurisdiction

# Words: a longer run that nothing knows is no name.
_LONGEST_UNKNOWN = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the text that names somebody, its parts sorted into their fields."""

    span: Span
    surname: str | None
    given: str | None
    rule: str
    confidence: Confidence = "high"
    doubt: str = ""


def read_mentions(
    document: Document, words: Sequence[NameWord], names: NamesSeen, jurisdiction: Jurisdiction
) -> list[Mention]:
    """All mentions of people among the words of an entry that a name can be made of, in the order of the text."""
    names = with_order_of(document.entry, names, jurisdiction)
    mentions: list[Mention] = []
    singles: list[NameWord] = []
    for run in find_runs(document.text, words, names, jurisdiction):
        mention = _read_run(document, run, names, jurisdiction)
        if mention:
            mentions.append(mention)
        elif len(run) == 1 and not run[0].initial:
            singles.append(run[0])
    known = {part for m in mentions for name in (m.surname, m.given) if name for part in name.lower().split()}
    for word in singles:
        mention = _read_single(document, word, known, names, jurisdiction)
        if mention:
            mentions.append(mention)
    return sorted(_share_surnames(document.text, mentions), key=lambda m: m.span)


def _read_run(document: Document, run: list[NameWord], names: NamesSeen, jurisdiction: Jurisdiction) -> Mention | None:
    if len(run) == 1:
        return _read_joined(run[0], names, jurisdiction)
    if names_a_thing(document.text, run, jurisdiction):
        return None
    span = Span(run[0].span.start, run[-1].span.end)
    initials = [w for w in run if w.initial]
    full = [w for w in run if not w.initial]
    if not full:
        return None
    if not initials:
        return _read_full_words(document, span, full, names, jurisdiction)
    if len(full) == 1:
        return Mention(span, full[0].text, _spelled(initials), "persons.initial")
    return _with_fields(document.text, span, full, names, jurisdiction, initials)


def _read_full_words(
    document: Document, span: Span, full: list[NameWord], names: NamesSeen, jurisdiction: Jurisdiction
) -> Mention | None:
    """A run without initials: a name if something knows one of its words, or the words around it say so."""
    opening = opens_the_entry(document.entry, span)
    mention = _with_fields(document.text, span, full, names, jurisdiction, opening=opening)
    if _is_known_name(document.text, span, full, names, jurisdiction):
        return replace(mention, rule=_rule_of_known(full, jurisdiction))
    introduced = is_introduced(document.text, span.start, jurisdiction)
    if introduced or opening:
        rule = "persons.introduced" if introduced else "persons.opening"
        doubt = "no ending of a name; known by the words around it"
        return replace(mention, rule=rule, confidence="medium", doubt=doubt)
    if starts_a_sentence(document, span.start) or is_title(document.text, span) or len(full) > _LONGEST_UNKNOWN:
        return None
    return replace(mention, confidence="low", doubt="capitalised words that no rule knows")


def _is_known_name(
    text: str, span: Span, full: Sequence[NameWord], names: NamesSeen, jurisdiction: Jurisdiction
) -> bool:
    """Whether something knows one of the words; in quotation marks, whether it knows all, or one for a surname."""
    known = [_is_known(w.lower, names, jurisdiction) for w in full]
    family = any(looks_like_surname(w.lower, jurisdiction) or names.surnames[w.lower] for w in full)
    return any(known) and (family or all(known) or not is_wholly_quoted(text, span))


def _rule_of_known(full: Sequence[NameWord], jurisdiction: Jurisdiction) -> str:
    """What knows one of the words of a name, the surest first."""
    if any(looks_like_surname(w.lower, jurisdiction) for w in full):
        return "persons.surname_ending"
    if any(looks_like_given(w.lower, jurisdiction) for w in full):
        return "persons.given_list"
    return "persons.known_in_report"


def _is_known(word: str, names: NamesSeen, jurisdiction: Jurisdiction) -> bool:
    """Whether an ending, the list of given names or the rest of the report knows a word as a name."""
    return looks_like_surname(word, jurisdiction) or looks_like_given(word, jurisdiction) or names.surnames[word] > 0


def _with_fields(
    text: str,
    span: Span,
    full: list[NameWord],
    names: NamesSeen,
    jurisdiction: Jurisdiction,
    initials: Sequence[NameWord] = (),
    opening: bool = False,
) -> Mention:
    """Sort two or more full words into surname and given name, a patronymic after the given name."""
    patronymics = [w for w in full[1:] if is_patronymic(w.lower, jurisdiction) and len(full) > 2]
    rest = [w for w in full if w not in patronymics]
    weights = [weigh_surname(w.lower, names, jurisdiction) for w in rest]
    if patronymics and full.index(patronymics[0]) == 1 and len(rest) > 1:
        surname = rest[-1]  # `Given Patronymic Surname`
    elif len(rest) == 1:
        surname = rest[0]
    else:
        surname = surname_of(text, rest, weights, names, opening)
    given = [w for w in rest if w is not surname]
    mended = [replace(w, text=mend_case(w.text, names, jurisdiction, surname.text)) for w in given]
    return Mention(
        span,
        mend_case(surname.text, names, jurisdiction),
        _spelled([*mended, *patronymics, *initials]),
        "persons.initial" if initials else "persons.capitals",
    )


def _read_joined(word: NameWord, names: NamesSeen, jurisdiction: Jurisdiction) -> Mention | None:
    """`SurnameGiven`, `GivenSurname` and `Surname-Given`: two names that a slip ran together."""
    camel = re.fullmatch(r"([^\W\d_][^\W\d_A-ZА-Я]{3,})([A-ZА-Я][^\W\d_A-ZА-Я]{2,})", word.text)
    dashed = re.fullmatch(r"([^\W\d_]{4,})-([A-ZА-Я][^\W\d_]{2,})", word.text)
    if camel and _is_given_with_surname(camel[1].lower(), camel[2].lower(), names, jurisdiction):
        return Mention(word.span, camel[2], camel[1], "persons.run_together", "medium", "two names run together")
    for found in filter(None, (camel, dashed)):
        first, second = found[1].lower(), found[2].lower()
        given = looks_like_given(second, jurisdiction) or names.givens[second] > 0
        family = looks_like_surname(first, jurisdiction) or names.surnames[first] > 0
        if (given and not looks_like_given(first, jurisdiction)) or (
            family and not looks_like_surname(second, jurisdiction)
        ):
            return Mention(word.span, found[1], found[2], "persons.run_together", "medium", "two names run together")
    return None


def _is_given_with_surname(first: str, second: str, names: NamesSeen, jurisdiction: Jurisdiction) -> bool:
    """Whether the first word is known as a given name, and the second looks like a surname."""
    given = looks_like_given(first, jurisdiction) or names.givens[first] > 0
    return given and looks_like_surname(second, jurisdiction)


def _read_single(
    document: Document, word: NameWord, known: set[str], names: NamesSeen, jurisdiction: Jurisdiction
) -> Mention | None:
    """A single word names somebody when it is part of a name of the entry, or when something says so."""
    lower = word.lower
    if names_a_thing(document.text, [word], jurisdiction):
        return None
    if lower in known:
        return Mention(word.span, None, word.text, "persons.again")
    family = looks_like_surname(lower, jurisdiction) or names.surnames[lower] > names.givens[lower]
    introduced = is_introduced(document.text, word.span.start, jurisdiction)
    if family and (looks_like_surname(lower, jurisdiction) or introduced):
        return _surname_alone(document, word, sure=introduced or names.surnames[lower] > 0)
    return _given_alone(document, word, introduced, names, jurisdiction)


def _surname_alone(document: Document, word: NameWord, *, sure: bool) -> Mention:
    if starts_a_sentence(document, word.span.start) and not sure:
        doubt = "a single word at a sentence's start"
        return Mention(word.span, word.text, None, "persons.surname_opens_sentence", "low", doubt)
    return Mention(word.span, word.text, None, "persons.surname_alone", "medium", "a surname alone")


def _given_alone(
    document: Document, word: NameWord, introduced: bool, names: NamesSeen, jurisdiction: Jurisdiction
) -> Mention | None:
    """A given name that the report has beside surnames, or that the words before make somebody's."""
    start, lower = word.span.start, word.lower
    supported = introduced or names.beside[lower] or supports_given_name(document.text, start)
    if names.givens[lower] > 0 or (supported and looks_like_given(lower, jurisdiction)):
        if starts_a_sentence(document, start) and not introduced:
            return None
        return Mention(word.span, None, word.text, "persons.given_alone", "medium", "a given name alone")
    if introduced and is_named(document.text, start):
        return Mention(word.span, None, word.text, "persons.after_named", "medium", "a single word after “named”")
    return None


def _share_surnames(text: str, mentions: list[Mention]) -> list[Mention]:
    """`Surname Given and Given`: a given name alone right after a full name shares its surname."""
    ordered = sorted(mentions, key=lambda m: m.span)
    for index in range(1, len(ordered)):
        before, here = ordered[index - 1], ordered[index]
        joined = text[before.span.end : here.span.start] == " and "
        first_named = all(m.given != here.given for m in ordered[:index])
        if joined and first_named and before.surname and here.surname is None and here.rule != "persons.again":
            ordered[index] = replace(here, surname=before.surname, rule="persons.shared_surname", confidence="medium")
    return ordered


def _spelled(words: Sequence[NameWord]) -> str | None:
    """Given names and initials as printed; initials run together as `K.K.` when they stand so."""
    parts: list[str] = []
    for previous, word in zip([None, *words], words, strict=False):
        if previous and previous.initial and word.initial and previous.span.end == word.span.start:
            parts[-1] += word.text
        else:
            parts.append(word.text)
    return " ".join(parts) or None
