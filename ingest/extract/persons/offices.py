"""What the words right beside a name say of somebody: an office, a lawyer, kin, a speaker (annotation, persons)."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ingest.analysis.document import Document
from ingest.analysis.tokens import find_words
from ingest.analysis.words import analysis_words
from ingest.extract.persons.titles import Meaning, is_title, title_beside
from ingest.facts import Entry, Span
from ingest.jurisdictions.gazetteer import is_country, place_names, which_place
from ingest.jurisdictions.lexicons import office_words
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.folding import lower
from ingest.vocabulary import OFFICERS, Office, Role

_REACH = 90
# A full stop is none of them: within a sentence it only shortens a word.
_MARKS = frozenset(',;:—–-“”«»"()')
# Officers who are in such a report as the accused as often as they act for the state; provisional: ``roles`` decides.
_MAY_BE_TRIED: frozenset[Office] = OFFICERS - {"investigator"}
# "X was told": somebody else speaks.
_PASSIVE = frozenset({"was", "were", "been", "being"})
# "Journalist X was summoned": a description of one who does not speak here.
_UNDERGOES = frozenset({"was", "were", "got", "received"})
# Other states have these too.
_OF_STATES: frozenset[Office] = frozenset({"legislator", "government"})
_TRIED_BEFORE = re.compile(
    r"\b(?:trial|case|verdict|charges?|sentence|indictment|conviction|proceedings|hearing)\s(?:of|against|on|for)\s[^.;,]*$"
    r"|\b(?:accused|convicted|sentenced|charged|convicts?|defendants?|acquitted|tried|condemned|dock)\b[^.;]*$"
)
_TRIED_BEHIND = re.compile(
    r"^[^.;“]{0,60}\b(?:on trial|accused|charged|sentenced|convicted|tried|guilty|defendants?|dock|suspected|acquitted|"
    r"custody|arrested|years?)\b"
)
# After the name of somebody who speaks of their own case.
_OWN_CASE = re.compile(r"\b(?:Article|Articles|convicted|sentenced|accused|charged|arrested|against (?:me|her|him))\b")
_NEAR = 130
_TITLE_OF_ANOTHER = re.compile(r",\s((?:[a-z’'-]+\s){1,4})(?=[A-Z])")


class TitledRole(NamedTuple):
    """A role and office, and the rule that gave them."""

    role: Role
    office: Office | None
    rule: str


def role_by_title(document: Document, spans: Sequence[Span], jurisdiction: Jurisdiction) -> TitledRole:
    """A provisional role and office from the words beside a person's mentions; ``target`` where nothing says so."""
    speaking = None
    for span in spans:
        before = words_before(document, span)
        behind = [] if _introduces_another(document, span, jurisdiction) else words_behind(document, span)
        if titled := title_beside(before, behind, jurisdiction):
            tried = _is_tried(document, spans)
            return _role_of_title(*titled, tried, document.entry, [*before, *behind], jurisdiction)
        if speaking is None and span == spans[0] and _speaks(before, behind, jurisdiction):
            speaking = TitledRole("speaker", None, "roles.says")
            if _OWN_CASE.search(document.text, span.end, span.end + _NEAR):
                speaking = TitledRole("target", None, "roles.own_case")
    return speaking or TitledRole("target", None, "roles.default")


def _introduces_another(document: Document, span: Span, jurisdiction: Jurisdiction) -> bool:
    """ "X, prosecutor Y asked": the title behind X is Y's."""
    title = _TITLE_OF_ANOTHER.match(document.text, span.end)
    return title is not None and is_title(title[1].split(), jurisdiction)


def _role_of_title(
    meaning: Meaning, rule: str, tried: bool, entry: Entry, beside: Sequence[str], jurisdiction: Jurisdiction
) -> TitledRole:
    if meaning == "lawyer" or meaning == "relative":  # noqa: PLR1714 (mypy narrows no `in`)
        return TitledRole(meaning, None, rule)
    if meaning in _MAY_BE_TRIED and tried:
        return TitledRole("perpetrator", meaning, "roles.officer_on_trial")
    office = _foreign_or(meaning, entry, beside, jurisdiction)
    return TitledRole("official", office, rule if office == meaning else "roles.foreign_office")


def _is_tried(document: Document, spans: Sequence[Span]) -> bool:
    """Whether the words of a sentence that names somebody put them on trial."""
    for span in spans:
        sentence = document.sentence_at(span.start)
        before, behind = document.text[sentence.start : span.start], document.text[span.end : sentence.end]
        if _TRIED_BEFORE.search(before) or _TRIED_BEHIND.search(behind):
            return True
    return False


def words_before(document: Document, span: Span) -> list[str]:
    """Words and marks before a name, in lower case, nearest last, back to the start of its sentence."""
    start = max(document.sentence_at(span.start).start, span.start - _REACH)
    return _words(document, start, span.start)


def words_behind(document: Document, span: Span) -> list[str]:
    """Words and marks after a name, in lower case, nearest first, up to a footnote or the end of its sentence."""
    end = min(document.sentence_at(span.start).end, span.end + _REACH)
    end = min((n.span.start for n in document.entry.footnotes if span.end <= n.span.start < end), default=end)
    return ["'s"] * document.is_possessive(span.end) + _words(document, span.end, end)


def _words(document: Document, start: int, end: int) -> list[str]:
    tokens = document.tokens_within(start, end)
    return [lower(token.text) for token in tokens if not token.is_mark or token.text in _MARKS]


def _foreign_or(office: Office, entry: Entry, beside: Sequence[str], jurisdiction: Jurisdiction) -> Office:
    """The office, or ``foreign`` where the words beside it or the header's place are another state's."""
    text = " ".join(beside)
    if any(f" {words} " in f" {text} " for words in _foreign_words(jurisdiction)):
        return "foreign"
    if office in _OF_STATES and _is_abroad(entry, jurisdiction):
        return "foreign"
    named = office == "government" and any(_is_other_country(word, jurisdiction) for word in beside)
    return "foreign" if named else office


def _is_other_country(word: str, jurisdiction: Jurisdiction) -> bool:
    if word not in place_names(jurisdiction).by_name:
        return False
    place, _ = which_place(word, None, frozenset(), jurisdiction)
    return place is not None and is_country([place]) and not _is_own(place.name, jurisdiction)


@cache
def _foreign_words(jurisdiction: Jurisdiction) -> tuple[str, ...]:
    """The words for other states, as the tokens of a text have them: ``u.s`` is two."""
    return tuple(" ".join(find_words(phrase)) for phrase in office_words(jurisdiction).foreign)


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
    if _is_described_as_speaker(before, jurisdiction):
        return _UNDERGOES.isdisjoint(behind[:1])
    near, saying = before[-4:], analysis_words(jurisdiction).saying
    quoted = any(mark in near for mark in ("”", "»", '"', "—", "–", ","))
    if quoted and not saying.isdisjoint(near):
        return True
    after_apposition = behind
    if behind[:1] == [","] and "," in behind[1:]:
        after_apposition = behind[behind.index(",", 1) + 1 :]  # `X, deputy head of the centre, says`
    # `X, Y and Z, who spoke against it, were held`: a clause about Z, or about all.
    verbs = (behind[:2], after_apposition[:2] if after_apposition[:1] != ["who"] else [])
    said = (first for first in verbs if _PASSIVE.isdisjoint(first))
    return any(not saying.isdisjoint(words) for words in said)


def _is_described_as_speaker(before: Sequence[str], jurisdiction: Jurisdiction) -> bool:
    """Whether the words before a name say that somebody heads a private body, or has a calling that speaks up."""
    words = office_words(jurisdiction)
    if words.private & set(before[-7:]) and words.heads & set(before[-9:]):
        return True
    text = " ".join(before[-4:])
    return any(text.endswith(f" {description}") or text == description for description in words.speakers)
