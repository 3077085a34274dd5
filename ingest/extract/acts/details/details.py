"""The details of an act: where, when, what is due next, how long, what was decided (annotation, acts).

Each rule reads the act's own sentence and, where reports continue there, the next one. What is assumed:
a date behind a word for a rally is the day it was planned for, and several such days are as many refusals; a facility
of the header is where its prisoner is. Why it was done stands in ``reasons``.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.analysis.document import Document
from ingest.extract.acts.details.detail_words import detail_patterns, detail_words
from ingest.extract.acts.details.reasons import ReasonReader
from ingest.extract.acts.details.times import find_times
from ingest.facts import Act, EntryFacts, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.dates import DateWords
from ingest.language.numbers import number_words, read_number
from ingest.vocabulary import PRISONS, RALLY_PLANS, VIOLENCE, ActType, Outcome

# `7 hours`, `half an hour`, `an hour and a half`, `two and a half hours`.
_HOURS = re.compile(
    rf"(\d+(?:\.\d+)?|half an|an?|{number_words().pattern}(?:\s+and\s+a\s+half)?)"
    r"[\s-]+(hours?|minutes?)\b(?!\s(?:after|before|ago|earlier|into)\b)(\s+and\s+a\s+half\b)?"
)
# `October 24, 25, 27 and 28`, `8 and 9 June`: days that share a month.
_MORE_DAYS = re.compile(r"(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+)(\d{1,2})(?!\d|\s*(?:hours|people|years|%))\b")
_BY_ONESELF: frozenset[ActType] = frozenset({"statement", "protest", "complaint"})
# Done to people at the station they were brought to.
_AT_STATION: frozenset[ActType] = frozenset({"attack", "seizure", "due_process", "torture"})
# How far from the verb its time may stand.
_BESIDE = 60
# "On hunger strike since October 5": these began then.
_LASTING: frozenset[ActType] = frozenset({"hunger_strike", "protest", "media_restriction"})
# How many sentences from the act on tell what is due next.
_DUE_REACH = 5
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
        self._facts, self._told = facts, tuple(act.evidence.spans[0] for act in acts)
        self._types = {act.type for act in acts}
        self._text = facts.entry.text
        self._words = detail_words(jurisdiction)
        self._patterns = detail_patterns(jurisdiction)
        self._document, self._sentences = document, document.sentences
        self._reasons = ReasonReader(facts, jurisdiction, self._sentences)
        self._times = find_times(self._text, facts.entry.date)
        self._dates = [d for d in document.dates if d.span.start >= facts.entry.body]

    def detailed(self, act: Act) -> Iterator[Act]:
        verb = act.evidence.spans[0]
        here = self._document.sentence_number(verb.start)
        act = replace(
            act,
            at=act.at if act.at is not None else self._at(act, here),
            hours=act.hours if act.hours is not None else self._hours(act, here),
            date=act.date or self._date(act, here),
            reason=act.reason or self._reasons.read(act, here),
            outcome=act.outcome or self._outcome(act, here),
        )
        if act.type in RALLY_PLANS:
            days = self._planned_days(here)
            if "respectively" in self._text and len(days) == len(act.to) > 1:
                yield from (replace(act, next=day, to=(party,)) for day, party in zip(days, act.to, strict=True))
            else:
                yield from (replace(act, next=day) for day in days) if days else [act]
        elif act.type in _HEARD_AGAIN and act.next is None:
            yield self._due(self._with_next(act, here), here)
        elif act.type in _DUE:
            yield self._due(act, here)
        else:
            yield act

    def _at(self, act: Act, here: int) -> int | None:
        """The facility of the sentence or the next one; for a prisoner's acts, the header's."""
        facilities = [
            (s, i) for i, b in enumerate(self._facts.bodies) if b.kind == "facility" for s in b.evidence.spans
        ]
        if act.type in self._words.taken_there:
            for sentence in self._sentences[here : here + 2]:
                inside = [(s, i) for s, i in facilities if sentence.start <= s.start < sentence.end]
                if act.type == "detention":
                    # Where somebody is put on remand or serves a term is not where the police took them.
                    inside = [(s, i) for s, i in inside if self._facts.bodies[i].type not in PRISONS]
                if inside and not (act.type == "detention" and self._next_detention(act, inside[0][0])):
                    return min(inside)[1]
        first_name = min((p.evidence.spans[0].start for p in self._facts.persons), default=0)
        header = [(s, i) for s, i in facilities if self._facts.entry.body <= s.start <= first_name]
        # What people do for themselves happens there only if the prisoner does it.
        concerned = act.by if act.type in _BY_ONESELF else (*act.to, *act.by)
        prisoner = min(
            (i for i, _ in enumerate(self._facts.persons)),
            key=lambda i: self._facts.persons[i].evidence.spans[0].start,
            default=-1,
        )
        held = any(p.kind == "person" and (p.index == prisoner or act.type not in _BY_ONESELF) for p in concerned)
        if header and act.type in self._words.in_custody and held:
            return min(header)[1]
        return None

    def _next_detention(self, act: Act, facility: Span) -> bool:
        """Whether another person is named between the verb and the facility: then somebody else was taken there."""
        mine = {p.index for p in act.to if p.kind == "person"}
        verb = act.evidence.spans[0]
        return any(
            verb.end < s.start < facility.start and index not in mine
            for index, person in enumerate(self._facts.persons)
            for s in person.evidence.spans
        )

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

    def _date(self, act: Act, here: int) -> str | None:
        """A day before the header's that stands behind the verb, or an event that everybody knows the date of."""
        if act.type not in self._words.dated:
            return None
        verb, sentence = act.evidence.spans[0], self._sentences[here]
        reported = self._facts.entry.date or ""
        for told in (*self._dates, *self._times):
            if self._tells(told, act, sentence) and (told.iso < reported[: len(told.iso)] or told in self._times):
                return told.iso
        if self._patterns.named_time and act.type in VIOLENCE:
            named = self._patterns.named_time.search(self._text, sentence.start, sentence.end)
            days = [d.iso for d in self._dates if sentence.start <= d.span.start < verb.start and len(d.iso) == 10]
            name = self._words.named_times[" ".join(named[0].lower().split())] if named else ""
            if named and any(iso.startswith(name) for iso in days):
                return next(iso for iso in days if iso.startswith(name))
            if named and not (named.start() > verb.end and self._text.find(" at ", verb.end, named.start()) >= 0):
                return self._words.named_times[" ".join(named[0].lower().split())]
        return None

    def _tells(self, told: DateWords, act: Act, sentence: Span) -> bool:
        """Whether the time stands beside the verb of the act, with no other act and no end of a clause between."""
        verb, span = act.evidence.spans[0], told.span
        if not sentence.start <= span.start < sentence.end or abs(span.start - verb.start) > _BESIDE:
            return False
        start, end = (verb.end, span.start) if span.start >= verb.end else (span.end, verb.start)
        if start > end or ";" in self._text[start:end] or any(start <= t.start < end for t in self._told):
            return False
        if span.end <= verb.start and any(
            sentence.start <= t.start < span.start and not set(",;:") & set(self._text[t.end : span.start])
            for t in self._told
        ):
            return False  # it is told of the verb before it
        before = self._text[max(0, span.start - 6) : span.start].lower()
        lasting = before.endswith(("since ", "from ")) or self._text[span.start : span.start + 5].lower() == "since"
        return not before.endswith("until ") and (not lasting or act.type in _LASTING)

    def _planned_days(self, here: int) -> list[str]:
        """The days of the first sentence that names what was planned and a day behind it."""
        for sentence in self._sentences[max(0, here - 1) : here + 2]:
            planned = self._patterns.planned.search(self._text, sentence.start, sentence.end)
            if planned:
                days = [d for d in self._dates if planned.start() <= d.span.start < sentence.end and len(d.iso) == 10]
                days = [d for d in days if d.iso != self._facts.entry.date] or days[:1]
                if days:
                    return list(dict.fromkeys(day for d in days for day in self._with_more(d)))
        return []

    def _with_more(self, told: DateWords) -> list[str]:
        """`October 24, 25, 27 and 28`: the days behind the first that share its month."""
        days, position = [told.iso], told.span.end
        month_first = not self._text[told.span.start].isdigit()
        while month_first and (more := _MORE_DAYS.match(self._text, position)):
            day = int(more[1])
            if not 1 <= day <= 31 or any(d.span.start == more.start(1) for d in self._dates):
                break
            days.append(f"{told.iso[:8]}{day:02}")
            position = more.end()
        return days

    def _with_next(self, act: Act, here: int) -> Act:
        reported = self._facts.entry.date or ""
        for sentence in self._sentences[here : here + 2]:
            put_off = self._patterns.adjourned.search(self._text, sentence.start, sentence.end)
            if act.type != "summons" and not put_off:
                continue
            for told in self._dates:
                before = self._text[max(0, told.span.start - 16) : told.span.start].lower().rstrip()
                inside = sentence.start <= told.span.start < sentence.end
                if inside and told.iso > reported and before.endswith(self._words.next_words):
                    return replace(act, next=told.iso, outcome=act.outcome or ("adjourned" if put_off else None))
            if put_off and put_off.start() > act.evidence.spans[0].start - 40:
                return replace(act, outcome=act.outcome or "adjourned")
        return act

    def _due(self, act: Act, here: int) -> Act:
        """`The claim will be heard on February 21`: a coming day behind words for what is due."""
        reported = self._facts.entry.date or ""
        for sentence in self._sentences[here : here + _DUE_REACH] if act.next is None else []:
            for told in self._dates:
                before = self._text[max(0, told.span.start - 24) : told.span.start].lower().rstrip()
                inside = sentence.start <= told.span.start < sentence.end
                if inside and told.iso > reported and before.endswith(self._words.due_words):
                    return replace(act, next=told.iso)
        return act
