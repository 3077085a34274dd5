"""Mentions: the stretches of a text that name somebody, their parts sorted into surname and given name.

Capitalised words side by side form runs; a run that the grammar of names accepts is a full mention; what is left are
single words, which count where an ending, a word before them or the rest of the report says that they name somebody.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.analysis.document import Document
from ingest.extract.persons.name_words import NameWord
from ingest.extract.persons.names import (
    NamesSeen,
    are_beside,
    is_patronymic,
    looks_like_given,
    looks_like_surname,
    mend_case,
    weigh_surname,
)
from ingest.facts import Confidence, Entry, Span
from ingest.jurisdictions.gazetteer import place_names
from ingest.jurisdictions.lexicons import name_words
from ingest.jurisdictions.packs import Jurisdiction

# Behind these a word has a capital whatever it is.
_OPENING = frozenset('“«":')
_LONGEST_NAME = 4
_NAMED = re.compile(
    r"\b(?:named|called|Mr\.?|Mrs\.?|Ms\.?|brother|sister|son|daughter|wife|husband|mother|father)\s[“\"]?$"
)

# What says that a given name alone is somebody's: a slogan (“Freedom to X!”), a name before it (`Surname Given and X`).
_TOLD_GIVEN = re.compile(
    r"(?:(?i:\b(?:freedom|justice|support|thanks|glory)\s(?:to|for)|\b(?:release|free|for|with))|\b[A-ZА-Я]\w+\sand)\s$"
)


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
    mentions: list[Mention] = []
    singles: list[NameWord] = []
    for run in _runs(document.text, words, names, jurisdiction):
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


def _runs(text: str, words: Sequence[NameWord], names: NamesSeen, jurisdiction: Jurisdiction) -> list[list[NameWord]]:
    """Words side by side, cut where one can be no name and after a whole name."""
    lexicon = name_words(jurisdiction)
    runs: list[list[NameWord]] = []
    for word in words:
        if text[word.span.start - 1 : word.span.start] == "(" and text[word.span.end : word.span.end + 2] == ") ":
            continue  # the name somebody had before; `are_beside` looks over it
        common = not word.initial and _is_common(word, names, jurisdiction)
        if common and not (runs and _completes(runs[-1], word, text, jurisdiction)):
            runs.append([])
            continue
        if (runs and runs[-1] and are_beside(text, runs[-1][-1], word) and len(runs[-1]) < _LONGEST_NAME) or (
            runs and runs[-1] and text[runs[-1][-1].span.end : word.span.start].strip() in lexicon.particles
        ):
            runs[-1].append(word)
        else:
            runs.append([word])
    return [part for run in runs if run for part in _cut(run, jurisdiction)]


def _cut(run: list[NameWord], jurisdiction: Jurisdiction) -> list[list[NameWord]]:
    """`Surname I. Surname I.` is two names without a comma; what stands before `Surname I.` is none of it."""
    if len(run) >= 4 and run[1].initial and run[3].initial and not run[0].initial and not run[2].initial:
        return [run[:2], run[2:]]
    if len(run) == 3 and not run[0].initial and not run[1].initial and run[2].initial:
        # `Shelby Surname I.`: the word next to the initial is the surname, unless both are a name with a patronymic.
        return [run[1:]] if looks_like_surname(run[1].lower, jurisdiction) else [run]
    return [run]


def _completes(run: Sequence[NameWord], word: NameWord, text: str, jurisdiction: Jurisdiction) -> bool:
    """Whether a word that is a place's name too stands right behind a surname as its given name."""
    is_place = word.lower in place_names(jurisdiction).by_name
    return (
        is_place
        and len(run) == 1
        and looks_like_surname(run[0].lower, jurisdiction)
        and text[run[0].span.end : word.span.start] == " "
    )


def _is_common(word: NameWord, names: NamesSeen, jurisdiction: Jurisdiction) -> bool:
    lower = word.lower
    lexicon = name_words(jurisdiction)
    if lower in lexicon.not_names or lower.removesuffix("s") in lexicon.introducers or lower in lexicon.introducers:
        return True
    if lower in place_names(jurisdiction).by_name and not looks_like_given(lower, jurisdiction):
        return not names.surnames[lower]
    return lower in names.small and not names.surnames[lower] and not looks_like_given(lower, jurisdiction)


def _read_run(document: Document, run: list[NameWord], names: NamesSeen, jurisdiction: Jurisdiction) -> Mention | None:
    if len(run) == 1:
        return _read_joined(run[0], names, jurisdiction)
    if _names_a_thing(document.text, run, jurisdiction):
        return None
    span = Span(run[0].span.start, run[-1].span.end)
    initials = [w for w in run if w.initial]
    full = [w for w in run if not w.initial]
    if initials and full:
        if len(full) == 1:
            return Mention(span, full[0].text, _spelled(initials), "persons.initial")
        return _with_fields(span, full, names, jurisdiction, initials)
    if not full:
        return None
    opening = _opens_the_telling(document.entry, span)
    mention = _with_fields(span, full, names, jurisdiction, opening=opening)
    known = [_is_known(w.lower, names, jurisdiction) for w in full]
    family = any(looks_like_surname(w.lower, jurisdiction) or names.surnames[w.lower] for w in full)
    if any(known) and (family or all(known) or not _is_wholly_quoted(document.text, span)):
        return replace(mention, rule=_rule_of_known(full, jurisdiction))
    introduced = _is_introduced(document.text, span.start, jurisdiction)
    if introduced or opening:
        rule = "persons.introduced" if introduced else "persons.opening"
        doubt = "no ending of a name; told by the words around it"
        return replace(mention, rule=rule, confidence="medium", doubt=doubt)
    told_otherwise = _starts_a_sentence(document, span.start) or _is_title(document.text, span) or len(full) > 3
    return None if told_otherwise else replace(mention, confidence="low", doubt="capitalised words that no rule knows")


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
        turned = 1 if names.surname_last and not opening else -1
        surname = rest[max(range(len(rest)), key=lambda i: (weights[i], turned * i))]
        if not any(weights) and not opening and _is_foreign(rest, names):
            surname = rest[-1]
    given = [w for w in rest if w is not surname]
    return Mention(
        span,
        mend_case(surname.text, names, jurisdiction),
        _spelled([replace(w, text=mend_case(w.text, names, jurisdiction)) for w in given] + [*patronymics, *initials]),
        "persons.initial" if initials else "persons.capitals",
    )


def _is_foreign(rest: Sequence[NameWord], names: NamesSeen) -> bool:
    """No word of it is known from anywhere in the report: the usual order of English has the given name first."""
    return not any(names.surnames[w.lower] or names.givens[w.lower] for w in rest)


def _read_joined(word: NameWord, names: NamesSeen, jurisdiction: Jurisdiction) -> Mention | None:
    """`SurnameGiven` and `Surname-Given`: two names that a slip ran together."""
    camel = re.fullmatch(r"([^\W\d_][^\W\d_A-ZА-Я]{3,})([A-ZА-Я][^\W\d_A-ZА-Я]{2,})", word.text)
    dashed = re.fullmatch(r"([^\W\d_]{4,})-([A-ZА-Я][^\W\d_]{2,})", word.text)
    for found in filter(None, (camel, dashed)):
        first, second = found[1].lower(), found[2].lower()
        given = looks_like_given(second, jurisdiction) or names.givens[second] > 0
        family = looks_like_surname(first, jurisdiction) or names.surnames[first] > 0
        if (given and not looks_like_given(first, jurisdiction)) or (
            family and not looks_like_surname(second, jurisdiction)
        ):
            return Mention(word.span, found[1], found[2], "persons.run_together", "medium", "two names run together")
    return None


def _read_single(
    document: Document, word: NameWord, known: set[str], names: NamesSeen, jurisdiction: Jurisdiction
) -> Mention | None:
    """A single word names somebody when it is part of a name told here, or when something says so."""
    lower = word.lower
    if _names_a_thing(document.text, [word], jurisdiction):
        return None
    if lower in known:
        return Mention(word.span, None, word.text, "persons.again")
    family = looks_like_surname(lower, jurisdiction) or names.surnames[lower] > names.givens[lower]
    introduced = _is_introduced(document.text, word.span.start, jurisdiction)
    if family and (looks_like_surname(lower, jurisdiction) or introduced):
        if _starts_a_sentence(document, word.span.start) and not (introduced or names.surnames[lower]):
            doubt = "a single word at a sentence's start"
            return Mention(word.span, word.text, None, "persons.surname_opens_sentence", "low", doubt)
        return Mention(word.span, word.text, None, "persons.surname_alone", "medium", "a surname alone")
    ahead = document.text[max(0, word.span.start - 30) : word.span.start]
    told = introduced or names.beside[lower] or _TOLD_GIVEN.search(ahead)
    if (looks_like_given(lower, jurisdiction) and told) or names.givens[lower] > 0:
        if introduced or not _starts_a_sentence(document, word.span.start):
            return Mention(word.span, None, word.text, "persons.given_alone", "medium", "a given name alone")
    elif introduced and _is_named(document.text, word.span.start):
        return Mention(word.span, None, word.text, "persons.after_named", "medium", "a single word after “named”")
    return None


def _share_surnames(text: str, mentions: list[Mention]) -> list[Mention]:
    """`Surname Given and Given`: a given name alone right behind a full name shares its surname."""
    ordered = sorted(mentions, key=lambda m: m.span)
    for index in range(1, len(ordered)):
        before, here = ordered[index - 1], ordered[index]
        joined = text[before.span.end : here.span.start] == " and "
        first_told = all(m.given != here.given for m in ordered[:index])
        if joined and first_told and before.surname and here.surname is None and here.rule != "persons.again":
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


def _is_introduced(text: str, start: int, jurisdiction: Jurisdiction) -> bool:
    before = re.findall(r"[\w’'-]+", text[max(0, start - 40) : start])
    return (
        bool(before) and before[-1].lower() in name_words(jurisdiction).introducers and text[start - 1 : start] in " “"
    )


def _is_named(text: str, start: int) -> bool:
    return bool(_NAMED.search(text[max(0, start - 12) : start]))


def _opens_the_telling(entry: Entry, span: Span) -> bool:
    """Whether nothing but a facility's code or a few words stand between the header and the name."""
    between = entry.text[entry.body : span.start]
    return span.start >= entry.body and len(between) < 40 and not re.search(r"[.“«]|, .*,|\bthe $", between)


def _starts_a_sentence(document: Document, start: int) -> bool:
    """Whether a word opens a sentence, a quotation, or what stands behind a colon: its capital then tells nothing."""
    before = document.text[document.sentence_at(start).start : start].rstrip()
    return before == "" or before[-1] in _OPENING


def _is_title(text: str, span: Span) -> bool:
    return text[max(0, span.start - 1) : span.start] in '“«"#' or text[span.end : span.end + 1] in '”»"'


def _is_wholly_quoted(text: str, span: Span) -> bool:
    """Whether nothing else stands in the quotation marks: “Azat Dala” is sooner a newspaper than a person."""
    return text[max(0, span.start - 1) : span.start] in '“«"' and text[span.end : span.end + 1] in '”»"'


def _names_a_thing(text: str, run: Sequence[NameWord], jurisdiction: Jurisdiction) -> bool:
    """`the X monument`, `X Street`, `named after X Y`: the name of a thing and not of a person."""
    lexicon = name_words(jurisdiction)
    behind = re.match(r"[’']?s?[\s-]+([\w’]+)", text[run[-1].span.end : run[-1].span.end + 30])
    if behind and behind[1].lower() in lexicon.things_behind and not run[-1].initial:
        owner = text[run[-1].span.end : run[-1].span.end + 2] in ("’s", "'s")
        if not owner and (len(run) == 1 or not looks_like_surname(run[-1].lower, jurisdiction)):
            return True
    before = text[max(0, run[0].span.start - 30) : run[0].span.start].lower().rstrip()
    return any(before.endswith(words) for words in lexicon.things_before)
