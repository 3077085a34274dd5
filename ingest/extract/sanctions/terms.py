"""Measures told with a term of time: "15 days of arrest", "restricted his liberty for a year" (guide, sanctions)."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Set
from itertools import islice

from ingest.extract.addressees.scene import Scene
from ingest.extract.sanctions.words import Measure, MeasureKind, Patterns, Reading, find_measures, only_of, read_status
from ingest.facts import Span
from ingest.language.durations import DurationWords
from ingest.vocabulary import SanctionKind

# How far a term may stand from its measure; a ban tells at length what is banned.
_REACH = 90
_BAN_REACH = 220
_BEHIND = 45
_ELAPSED_REACH = 25
_HELD_REACH = 30
# Days: the longest administrative arrest there is, and from where on "detention" can only be a sentence.
_LONGEST_ADMINISTRATIVE = 45
_ORDINARY_ADMINISTRATIVE = 30
_YEAR = 365

_OPENS_TERM = re.compile(
    r"(?:\b(?:for|to|of|by|is|was|period|term)|[—–:(,-])(?:\s(?:a|the|an|another|next|further)){0,2}\s{0,2}$"
)
_NEW_CLAUSE = re.compile(r"[,;:]\s{0,2}\S")
# "has been held in custody for six months" tells how long it has lasted, not how long it will.
_LASTING = re.compile(
    r"\b(?:has|have|had)\s(?:already\s|now\s)?been\s(?:held\s|kept\s|detained\s|locked\s)?(?:in\s|under\s)?(?:the\s|a\s)?"
    r"(?:pre-?trial\s)?$"
)
_CHANGED = re.compile(r"\b(?:reduc|cut|increas|chang|mitigat|soften|commut|lower|shorten|extend|toughen)\w{0,4}\b")
_CONSIDERED = re.compile(
    r"\b(?:considered|deemed|is|was|be|declared)\s(?:to\sbe\s|as\s)?(?:conditional|suspended|conditionally)\b"
)
_THE_SENTENCE = re.compile(r"\b(?:sentence|punishment|term|imprisonment|it|penalty)\b", re.IGNORECASE)
_TITLE_REACH = 60
# "is serving 6 years", "was given 10 days", "the latter – 20 days": no other word stands between.
_SERVING = re.compile(r"serv(?:ing|es)", re.IGNORECASE)
_GOT = re.compile(r"\b(?:given|got|received|handed)\s$")
_LATTER = re.compile(r"\bthe (?:latter|former|second|first|other)\s?[–—-]\s?$", re.IGNORECASE)
_LATTER_REACH = 20
# What is suspended is no term then.
_THINGS = re.compile(
    r"\b(?:licen[cs]es?|accreditation|permits?|membership|activit(?:y|ies)|broadcast\w*|publication|work)\b"
)


def read_with_terms(scene: Scene, codes: Mapping[Span, Set[str | None]], patterns: Patterns) -> list[Reading]:
    """Every term of time with the measure it belongs to, in the order of the text.

    ``codes`` are the codes of law that the charges of each sentence name.
    """
    terms = scene.document.durations
    measures = find_measures(scene.text, patterns) if terms else []
    found: list[Reading] = []
    for number, term in enumerate(terms):
        measure = _measure_of(scene, term, terms[number - 1] if number else None, measures, patterns)
        if measure is None:
            continue
        start = min(term.span.start, measure.span.start)
        status = read_status(scene, start, patterns)
        if status is None or scene.text[max(0, term.span.start - 6) : term.span.start].lower() == "up to ":
            continue
        kind = _settle(scene, measure.kind, term, codes, patterns)
        if kind == "imprisonment":
            following = terms[number + 1] if number + 1 < len(terms) else None
            if _is_conditional(scene, term, following, patterns):
                kind = "probation"
        doubt = "" if measure.kind == kind else "the kind is told by its context"
        iso = term.iso or _changed_to(scene, term)
        found.append(
            Reading(
                kind,
                term.span,
                "sanctions.term",
                iso,
                status=status,
                doubt=doubt,
                exact=True,
                rank=term.rank,
                of=term.of,
            )
        )
    return _drop_probation_periods(scene, found)


def _measure_of(
    scene: Scene, term: DurationWords, previous: DurationWords | None, measures: list[Measure], patterns: Patterns
) -> Measure | None:
    """The measure right behind a term, else the nearest before it."""
    text = scene.text
    sentence = scene.sentence_at(term.span.start)
    at = bisect_left(measures, term.span.start, key=lambda m: m.span.start)
    for measure in islice(measures, at, None):
        gap = text[term.span.end : measure.span.start]
        if len(gap) > _BEHIND or measure.span.start >= sentence.end:
            break
        sentence_of = measure.kind != "sentence" or gap in (" ", "-", "’ ")
        if sentence_of and only_of(gap, patterns.words.between) and not set(gap) & set(";:("):
            return measure
    low = max(sentence.start, term.span.start - _ELAPSED_REACH)
    elapsed = patterns.lists["elapsed"].search(text, low, term.span.start)
    if elapsed and only_of(text[elapsed.end() : term.span.start], patterns.words.between):
        return _spent(scene, term, sentence, measures, at, patterns)
    for measure in reversed(measures[max(0, at - _BEHIND) : at]):
        gap = text[measure.span.end : term.span.start]
        if measure.span.start < sentence.start or len(gap) > (_BAN_REACH if measure.kind == "ban" else _REACH):
            break
        taken = previous and previous.rank + 1 == previous.of and measure.span.end <= previous.span.start
        if taken and measure.kind not in ("sentence", "ban"):
            break
        serving = gap == " " and _SERVING.fullmatch(text, *measure.span)
        if serving or _OPENS_TERM.search(gap) or (term.iso is None and not gap.strip()):
            custody = measure.kind in ("custody", "administrative_arrest", "house_arrest")
            if custody and _NEW_CLAUSE.search(gap):
                continue
            if measure.kind == "probation" and _THINGS.search(
                text, max(sentence.start, measure.span.start - _BEHIND), measure.span.start
            ):
                return None
            lasting = _LASTING.search(text, max(sentence.start, measure.span.start - _HELD_REACH), measure.span.start)
            return None if lasting else measure
    if _LATTER.search(text, max(sentence.start, term.span.start - _LATTER_REACH), term.span.start):
        here = [m for m in measures[max(0, at - _BEHIND) : at] if m.span.start >= sentence.start and m.kind != "ban"]
        return here[-1] if here else None
    if _GOT.search(text, max(sentence.start, term.span.start - _LATTER_REACH), term.span.start) and term.iso:
        return Measure(term.span, "sentence")
    told = _wished(scene, term, sentence, patterns) or _listed(scene, term, sentence, measures, at)
    return told or _spent(scene, term, sentence, measures, at, patterns)


def _listed(scene: Scene, term: DurationWords, sentence: Span, measures: list[Measure], at: int) -> Measure | None:
    """ "X (10 days), Y (15 days) were sentenced to arrest": a term right behind a name has the sentence's measure."""
    group = scene.group_before(term.span.start)
    if group is None or scene.text[group.end : term.span.start].strip() not in ("(", "—", "–", "-", ":"):
        return None
    near = [*reversed(measures[max(0, at - _BEHIND) : at]), *islice(measures, at, at + _BEHIND)]
    here = [m for m in near if sentence.start <= m.span.start < sentence.end and m.kind != "ban"]
    return next((m for m in here if m.kind != "sentence"), here[0] if here else None)


def _wished(scene: Scene, term: DurationWords, sentence: Span, patterns: Patterns) -> Measure | None:
    """ "The prosecutor requested 9 years for X": a sentence, though no word says so."""
    low = max(sentence.start, term.span.start - _ELAPSED_REACH)
    asks = None
    for match in patterns.lists["asks"].finditer(scene.text, low, term.span.start):
        asks = match
    if asks is None or read_status(scene, term.span.start, patterns) != "requested":
        return None
    gap = scene.text[asks.end() : term.span.start]
    return Measure(term.span, "sentence") if only_of(gap, patterns.words.between) else None


def _spent(
    scene: Scene, term: DurationWords, sentence: Span, measures: list[Measure], at: int, patterns: Patterns
) -> Measure | None:
    """ "the remainder of his term, 1.5 years, he would spend in detention": imprisonment."""
    low = max(sentence.start, term.span.start - _REACH)
    if not patterns.lists["remainder"].search(scene.text, low, term.span.start):
        return None
    behind = next(islice(measures, at, None), None)
    if behind is None or behind.span.start - term.span.end > _REACH or behind.span.start >= sentence.end:
        return None
    return Measure(behind.span, "imprisonment")


def _settle(
    scene: Scene, kind: MeasureKind, term: DurationWords, codes: Mapping[Span, Set[str | None]], patterns: Patterns
) -> SanctionKind:
    """The guide's kind for a measure whose word leaves it open, by the term, the code of law and the sentence."""
    sentence = scene.sentence_at(term.span.start)
    days = term.days
    short = days is not None and days <= _LONGEST_ADMINISTRATIVE
    if kind == "sentence":
        kind = "imprisonment"
    if kind == "imprisonment":
        return "administrative_arrest" if short and "M" not in (term.iso or "") else "imprisonment"
    if kind != "custody":
        return kind
    if days is not None and days >= _YEAR:
        return "imprisonment"
    if not short:
        return "remand"
    here = codes.get(sentence) or {code for told in codes.values() for code in told}
    if here == {"CAO"}:
        return "administrative_arrest"
    awaiting = patterns.lists["before_judgement"].search(scene.text, sentence.start, sentence.end)
    criminal = codes.get(sentence, set()) == {"CC"}
    remand = awaiting or criminal or (days or 0) > _ORDINARY_ADMINISTRATIVE
    return "remand" if remand else "administrative_arrest"


def _is_conditional(scene: Scene, term: DurationWords, following: DurationWords | None, patterns: Patterns) -> bool:
    """Whether a term of imprisonment is conditional: told beside it, or by the next sentence."""
    text = scene.text
    sentence = scene.sentence_at(term.span.start)
    if patterns.lists["conditional"].search(text, max(sentence.start, term.span.start - _HELD_REACH), term.span.start):
        return True
    end = min(term.span.end + _REACH, sentence.end, following.span.start if following else sentence.end)
    if patterns.lists["conditional"].search(text, term.span.end, end):
        return True
    if sentence.end >= len(text):
        return False
    after = scene.sentence_at(sentence.end)
    told = _THE_SENTENCE.search(text, after.start, min(after.end, after.start + _TITLE_REACH))
    return bool(told and _CONSIDERED.search(text, after.start, after.end))


def _changed_to(scene: Scene, term: DurationWords) -> str | None:
    """ "reduced from 5 years to 3 years" is 3 years; any other range has no term."""
    text = scene.text
    sentence = scene.sentence_at(term.span.start)
    if not _CHANGED.search(text, max(sentence.start, term.span.start - _REACH), term.span.start):
        return None
    return term.longest if " to " in text[term.span.start : term.span.end] else None


def _drop_probation_periods(scene: Scene, readings: list[Reading]) -> list[Reading]:
    """ "3 years suspended with a probation period of 2 years" is one measure: the first term."""
    kept: list[Reading] = []
    for reading in readings:
        last = kept[-1] if kept else None
        if last is None or not reading.kind == last.kind == "probation" or reading.of > 1:
            kept.append(reading)
            continue
        apart = scene.sentence_at(reading.span.start) != scene.sentence_at(last.span.start)
        if apart or scene.groups_within(last.span.end, reading.span.start):
            kept.append(reading)
    return kept
