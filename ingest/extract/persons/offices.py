"""What the words right beside a name say of somebody: an office, a lawyer, kin, a speaker (annotation, persons)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from ingest.analysis.document import Document
from ingest.analysis.words import analysis_words
from ingest.facts import Entry, Span
from ingest.jurisdictions.gazetteer import is_country, place_names, which_place
from ingest.jurisdictions.lexicons import office_words
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.folding import lower
from ingest.vocabulary import FAMILY_AND_LAWYERS, JUDICIARY, OFFICERS, Office, Role

# What a title means: an office, or that somebody defends or is family.
Meaning = Literal[Office, "lawyer", "relative"]

_REACH = 90
_WORD = re.compile(r"[\w’'.-]+|[,;:—–“”«»\"()]")
_ENDS = frozenset({",", ";", ":", "—", "–", "“", "”", "«", "»", '"', "(", ")"})
_STOPS = frozenset({"who", "whom", "that", "which", "was", "were", "is", "by", "against", "with", "to", "from", "when"})
# Officers who stand in such a report as the accused as often as they act for the state; provisional, roles settles it.
_MAY_BE_TRIED: frozenset[Office] = OFFICERS - {"investigator"}
# Other states have these too.
_OF_STATES: frozenset[Office] = frozenset({"legislator", "government"})
_TRIED = re.compile(r"\b(?:on trial|trial|accused|charged|sentenced|convicted|verdict|defendants?|tried)\b")
# Behind the name of somebody who speaks of their own case.
_OWN_CASE = re.compile(r"\b(?:Article|Articles|convicted|sentenced|accused|charged|arrested|against (?:me|her|him))\b")
_NEAR = 130


class TitledRole(NamedTuple):
    """A role and office, and the rule that told them."""

    role: Role
    office: Office | None
    rule: str


@dataclass(frozen=True)
class Titles:
    """Titles with what each means (an office, ``lawyer`` or ``relative``), by their first and by their last word.

    Under each word the longest title stands first.
    """

    by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]]
    by_last: dict[str, list[tuple[tuple[str, ...], Meaning]]]


@cache
def _titles(jurisdiction: Jurisdiction) -> Titles:
    words = office_words(jurisdiction)
    # A pack may give a shared title, such as governor, to another office; the one read last wins.
    meaning: dict[str, Meaning] = {title: office for office, titles in words.offices.items() for title in titles}
    meaning |= dict.fromkeys(words.foreign_titles, "foreign")
    meaning |= dict.fromkeys(words.lawyers, "lawyer")
    meaning |= {title: "relative" for titles in words.kin.values() for title in titles}
    meaning |= {f"{title}s": office for title, office in meaning.items() if f"{title}s" not in meaning}
    titles = Titles(defaultdict(list), defaultdict(list))
    for title, office in sorted(meaning.items(), key=lambda item: (-len(item[0].split()), item[0])):
        parts = tuple(title.split())
        titles.by_first[parts[0]].append((parts, office))
        titles.by_last[parts[-1]].append((parts, office))
    return titles


def role_by_title(document: Document, spans: Sequence[Span], jurisdiction: Jurisdiction) -> TitledRole:
    """A provisional role and office from the words beside a person's mentions; ``target`` where nothing tells."""
    speaking = None
    for span in spans:
        before = words_before(document, span)
        behind = words_behind(document, span)
        if titled := _title_beside(before, behind, jurisdiction):
            return _role_of_title(*titled, document.entry, [*before, *behind], jurisdiction)
        if speaking is None and span == spans[0] and _speaks(before, behind, jurisdiction):
            speaking = TitledRole("speaker", None, "roles.says")
            if _OWN_CASE.search(document.text, span.end, span.end + _NEAR):
                speaking = TitledRole("target", None, "roles.own_case")
    return speaking or TitledRole("target", None, "roles.default")


def _title_beside(
    before: Sequence[str], behind: Sequence[str], jurisdiction: Jurisdiction
) -> tuple[Meaning, str] | None:
    """What a title beside a name means (an office, ``lawyer`` or ``relative``), and the rule that found it."""
    if meaning := _meaning_before(before, jurisdiction):
        return meaning, "roles.title_before"
    if meaning := _meaning_behind(behind, jurisdiction):
        return meaning, "roles.title_behind"
    if meaning := _apposed(before, behind, jurisdiction):
        return meaning, "roles.title_then_name"
    if meaning := _serves(before, behind, jurisdiction):
        return meaning, "roles.serves_body"
    return None


def _role_of_title(
    meaning: Meaning, rule: str, entry: Entry, beside: Sequence[str], jurisdiction: Jurisdiction
) -> TitledRole:
    if meaning == "lawyer" or meaning == "relative":  # noqa: PLR1714 (mypy narrows no `in`)
        return TitledRole(meaning, None, rule)
    if meaning in _MAY_BE_TRIED and _TRIED.search(entry.text):
        return TitledRole("perpetrator", meaning, "roles.officer_on_trial")
    office = _foreign_or(meaning, entry, beside, jurisdiction)
    return TitledRole("official", office, rule if office == meaning else "roles.foreign_office")


def words_before(document: Document, span: Span) -> list[str]:
    """Words and marks before a name, in lower case, nearest last, back to the start of its sentence."""
    start = max(document.sentence_at(span.start).start, span.start - _REACH)
    return _words(document.text[start : span.start])


def words_behind(document: Document, span: Span) -> list[str]:
    """Words and marks behind a name, in lower case, nearest first, up to a footnote or the end of its sentence."""
    end = min(document.sentence_at(span.start).end, span.end + _REACH)
    end = min((n.span.start for n in document.entry.footnotes if span.end <= n.span.start < end), default=end)
    return _words(document.text[span.end : end])


def _words(text: str) -> list[str]:
    return [lower(word).strip(".'") or word for word in _WORD.findall(text)]


def _meaning_before(before: Sequence[str], jurisdiction: Jurisdiction) -> Meaning | None:
    """`Deputy Prosecutor General X`, `judges X and Y`, `the mayor of the city X`: the title nearest before the name."""
    words = list(before)
    while len(words) > 2 and words[-1] in ("and", ","):
        words = words[:-1]
        if words and words[-1] in _ENDS:
            return None
    for end in range(len(words), max(0, len(words) - 7), -1):
        between = words[end:]
        if any(word in _ENDS or word in _STOPS for word in between):
            return None
        title = _title_at_end(words[:end], jurisdiction)
        if title and _is_former(words[:end], jurisdiction):
            return None
        if title:
            # Between a title and the name only what it is a title of may stand: `of the city court of Y`.
            if not between:
                return title
            if office_words(jurisdiction).private & set(between):
                return None  # `the President of the foundation X`
            # `the mother of X`, `the lawyer of X`: somebody else is meant.
            return title if between[0] in ("of", "for", "in", "at") and title not in FAMILY_AND_LAWYERS else None
    return None


def _apposed(before: Sequence[str], behind: Sequence[str], jurisdiction: Jurisdiction) -> Meaning | None:
    """`The investigating judge of the X district, NAME, placed him`: the name stands between two commas."""
    if before[-1:] != [","] or behind[:1] != [","]:
        return None
    phrase = list(before[:-1])
    start = max((i for i, word in enumerate(phrase) if word in _ENDS or word in _STOPS), default=-1) + 1
    phrase = phrase[start:]
    if phrase[:1] not in (["the"], ["a"], ["an"]) or "of" not in phrase:
        return None
    meaning = _title_at_end(phrase[: phrase.index("of")], jurisdiction)
    return meaning if meaning in JUDICIARY else None


def _is_former(words: Sequence[str], jurisdiction: Jurisdiction) -> bool:
    return bool(office_words(jurisdiction).former & set(words[-4:]))


def _meaning_behind(behind: Sequence[str], jurisdiction: Jurisdiction) -> Meaning | None:
    """`X, the President of …`, `X, deputy head of the police department`: an apposition behind a comma."""
    if not behind or behind[0] not in (",", "("):
        return None
    words = [w for w in behind[1:9] if w not in ("the", "a", "an")]
    if words and words[0] in office_words(jurisdiction).former:
        return None
    for start in range(min(4, len(words))):
        if words[start] in _ENDS or words[start] in _STOPS:
            return None
        for title, meaning in _titles(jurisdiction).by_first.get(words[start], ()):
            if tuple(words[start : start + len(title)]) == title:
                # `deputy head of a foundation` is no deputy of a parliament.
                under = title == ("deputy",) and words[start + 1 : start + 2] not in ([], ["of"], [","])
                return None if under else meaning
        if words[start] in ("of", "who", "from"):
            return None
    return None


def _serves(before: Sequence[str], behind: Sequence[str], jurisdiction: Jurisdiction) -> Meaning | None:
    """`A representative of the prosecutor's office, X`, `X, an official of the ministry`: the office of the body."""
    words = office_words(jurisdiction)
    told = list(before[:-1] if before[-1:] == [","] else before)
    cut = max((i for i, word in enumerate(told) if word in _ENDS), default=-1)
    ahead = told[cut + 1 :] if before[-1:] == [","] else []
    after = (
        list(behind[1:])[: next((i for i, w in enumerate(behind[1:]) if w in _ENDS), 9)] if behind[:1] == [","] else []
    )
    for phrase in (ahead, after):
        text = " ".join(phrase)
        of = text.find(" of ")
        opening = " ".join(word for word in text[: max(of, 0)].split() if word not in ("the", "a", "an"))
        if of < 0 or not any(opening.endswith(servant) for servant in words.servants):
            continue
        body = text[of:]
        for office, names in words.bodies.items():
            if any(f" {name}" in body for name in names):
                return office
    return None


def _title_at_end(words: Sequence[str], jurisdiction: Jurisdiction) -> Meaning | None:
    for title, meaning in _titles(jurisdiction).by_last.get(words[-1], ()) if words else ():
        if len(words) >= len(title) and tuple(words[-len(title) :]) == title:
            return meaning
    return None


def _foreign_or(office: Office, entry: Entry, beside: Iterable[str], jurisdiction: Jurisdiction) -> Office:
    """The office, or ``foreign`` where the words beside it or the header's place are another state's."""
    foreign = office_words(jurisdiction).foreign
    text = " ".join(beside)
    if any(f" {word} " in f" {text} " for word in foreign) or (
        office in _OF_STATES and _is_abroad(entry, jurisdiction)
    ):
        return "foreign"
    for word in _WORD.findall(text):
        if word in place_names(jurisdiction).by_name:
            place, _ = which_place(word, None, frozenset(), jurisdiction)
            if place and is_country([place]) and not _is_own(place.name, jurisdiction) and office == "government":
                return "foreign"
    return office


def _is_abroad(entry: Entry, jurisdiction: Jurisdiction) -> bool:
    header = entry.text[: entry.body].split(",")
    for part in header[1:]:
        place, _ = which_place(part.strip(), None, frozenset(), jurisdiction)
        if place:
            chain = [place]
            while chain[-1].within in jurisdiction.gazetteer:
                chain.append(jurisdiction.gazetteer[chain[-1].within or ""])
            if not _is_own(chain[-1].name, jurisdiction):
                return True
    return False


def _is_own(country: str, jurisdiction: Jurisdiction) -> bool:
    return country in jurisdiction.pack.country


def _speaks(before: Sequence[str], behind: Sequence[str], jurisdiction: Jurisdiction) -> bool:
    """`…”, said X`, `X says`, `human rights defender X`."""
    words = office_words(jurisdiction)
    if words.private & set(before[-7:]) and words.heads & set(before[-9:]):
        return True
    text = " ".join(before[-4:])
    if any(text.endswith(f" {description}") or text == description for description in words.speakers):
        return True
    near, saying = before[-4:], analysis_words(jurisdiction).saying
    quoted = any(mark in near for mark in ("”", "»", '"', "—", "–", ","))
    if quoted and any(w in saying for w in near):
        return True
    telling = behind
    if behind and behind[0] == "," and "," in behind[1:]:
        telling = behind[behind.index(",", 1) + 1 :]  # `X, deputy head of the centre, says`
    return any(w in saying for w in (*behind[:2], *telling[:2]) if w not in _ENDS)
