"""The details of an act: where, when, what is due next, how long, what was decided (annotation, acts).

Each rule reads the act's own sentence and, where reports continue there, the next one. What is assumed:
a date behind a word for a rally is the day it was planned for, and several such days are as many refusals; a facility
of the header is where its prisoner is. Where it happened is read in ``facilities``, when in ``dates``, what is due next
in ``coming_days``, why it was done in ``reasons``.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.analysis.document import Document
from ingest.extract.acts.details.coming_days import ComingDays
from ingest.extract.acts.details.dates import DateReader
from ingest.extract.acts.details.day_counts import read_day_number
from ingest.extract.acts.details.detail_words import detail_patterns
from ingest.extract.acts.details.facilities import FacilityReader
from ingest.extract.acts.details.notices import with_notices
from ingest.extract.acts.details.reasons import ReasonReader
from ingest.facts import Act, EntryFacts, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.numbers import number_words, read_number
from ingest.vocabulary import RALLY_PLANS, ActType, Outcome

# `7 hours`, `half an hour`, `an hour and a half`, `two and a half hours`.
_HOURS = re.compile(
    rf"(\d+(?:\.\d+)?|half an|an?|{number_words().pattern}(?:\s+and\s+a\s+half)?)"
    r"[\s-]+(hours?|minutes?)\b(?!\s(?:after|before|ago|earlier|into)\b)(\s+and\s+a\s+half\b)?"
)
# Done to people at the station they were brought to.
_AT_STATION: frozenset[ActType] = frozenset({"attack", "seizure", "due_process", "torture"})
# What the next day of a hearing, or of a visit to the police, is told beside.
_HEARD_AGAIN: frozenset[ActType] = frozenset({"trial", "appeal", "summons"})
_DUE: frozenset[ActType] = frozenset({"complaint", "remand"})


def add_details(
    acts: tuple[Act, ...], document: Document, facts: EntryFacts, jurisdiction: Jurisdiction
) -> tuple[Act, ...]:
    """The acts with what their sentences tell beside the verb; a refusal for several days is one act a day."""
    scene = _Scene(document, facts, jurisdiction, acts)
    detailed = [found for act in acts for found in scene.detailed(act)]
    return tuple(_suffered_there(_released_there(act, detailed), detailed) for act in detailed)


def _suffered_there(act: Act, acts: list[Act]) -> Act:
    """What is done to somebody after they were brought to a station is done there."""
    if act.type not in _AT_STATION or act.at is not None or act.date:
        return act
    held = [
        other
        for other in acts
        if other.type == "detention"
        and other.at is not None
        and other.evidence.spans[0].start < act.evidence.spans[0].start
        and set(act.to) & set(other.to)
    ]
    return replace(act, at=held[-1].at) if held else act


def _released_there(act: Act, acts: list[Act]) -> Act:
    """Whoever was held at a station is released from it (annotation, acts: a release beside the detention)."""
    if act.type != "release" or act.at is not None:
        return act
    held = {other.at for other in acts if other.type == "detention" and other.at is not None and other.to == act.to}
    return replace(act, at=held.pop()) if len(held) == 1 else act


class _Scene:
    """One entry with its sentences and dates, asked act by act."""

    def __init__(
        self, document: Document, facts: EntryFacts, jurisdiction: Jurisdiction, acts: tuple[Act, ...]
    ) -> None:
        self._text, self._told = facts.entry.text, tuple(act.evidence.spans[0] for act in acts)
        self._types = {act.type for act in acts}
        self._jurisdiction = jurisdiction
        self._patterns = detail_patterns(jurisdiction)
        self._document, self._sentences = document, document.sentences
        dates = [d for d in document.dates if d.span.start >= facts.entry.body]
        self._reasons = ReasonReader(facts, jurisdiction, self._sentences)
        self._facilities = FacilityReader(facts, jurisdiction, self._sentences)
        self._dates = DateReader(facts, jurisdiction, dates, self._told)
        self._coming = ComingDays(facts, jurisdiction, self._sentences, dates)

    def detailed(self, act: Act) -> Iterator[Act]:
        verb = act.evidence.spans[0]
        here = self._document.sentence_number(verb.start)
        act = replace(
            act,
            at=act.at if act.at is not None else self._facilities.read(act, here),
            hours=act.hours if act.hours is not None else self._hours(act, here),
            date=act.date or self._dates.read(act, self._sentences[here]),
            reason=act.reason or self._reasons.read(act, here),
            outcome=act.outcome or self._outcome(act, here),
            day_number=read_day_number(act, self._text, self._sentences[here], self._jurisdiction),
        )
        if act.type in RALLY_PLANS:
            yield from with_notices(
                list(self._planned(act, here)), self._text, self._sentences[here], self._jurisdiction
            )
        elif act.type in _HEARD_AGAIN and act.next is None:
            yield self._coming.with_due(self._coming.with_next(act, here), here)
        elif act.type in _DUE:
            yield self._coming.with_due(act, here)
        else:
            yield act

    def _planned(self, act: Act, here: int) -> Iterator[Act]:
        """A refusal for each day that a rally was planned for."""
        days = self._coming.planned(here)
        if "respectively" in self._text and len(days) == len(act.to) > 1:
            yield from (replace(act, next=day, to=(party,)) for day, party in zip(days, act.to, strict=True))
        else:
            yield from (replace(act, next=day) for day in days) if days else [act]

    def _hours(self, act: Act, here: int) -> float | None:
        """`For more than 7 hours`, `after 45 minutes he was released`: how long somebody was held."""
        if act.type != "detention" and not (act.type == "summons" and "detention" not in self._types):
            return None
        for sentence in self._sentences[here : here + 3]:
            for found in _HOURS.finditer(self._text, sentence.start, sentence.end):
                number = 0.5 if found[1] == "half an" else (read_number(found[1]) or 0.0)
                number += 0.5 if found[3] else 0
                return round(number / 60, 2) if found[2].startswith("minute") else number
        return None

    def _outcome(self, act: Act, here: int) -> Outcome | None:
        """What a court or body decided on a complaint, an appeal, a registration, in the act's own sentence."""
        for outcome, pattern in self._patterns.outcomes.get(act.type, ()):
            if pattern.search(self._text, *self._clause(act, self._sentences[here])):
                return outcome
        return None

    def _clause(self, act: Act, sentence: Span) -> tuple[int, int]:
        """The part of the sentence around the act's verb, up to the semicolon or the verb of another act."""
        verb, text = act.evidence.spans[0], self._text
        start = max(sentence.start, text.rfind(";", sentence.start, verb.start))
        others = [t.start for t in self._told if verb.end <= t.start < sentence.end]
        semicolon = text.find(";", verb.end, sentence.end)
        return start, min([sentence.end, *others, *([semicolon] if semicolon >= 0 else [])])
