"""Which day is due next: of a planned rally, of a hearing that was put off, of a claim that will be heard."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.extract.acts.details.detail_words import detail_patterns, detail_words
from ingest.facts import Act, EntryFacts, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.dates import DateWords
from ingest.vocabulary import Outcome

# `October 24, 25, 27 and 28`, `8 and 9 June`: days that share a month.
_MORE_DAYS = re.compile(r"(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+)(\d{1,2})(?!\d|\s*(?:hours|people|years|%))\b")
# How many sentences from the act on tell what is due next.
_DUE_REACH = 5
# How many characters before a day may hold the words that make it a coming one.
_BEFORE_NEXT, _BEFORE_DUE = 16, 24
# How far before the act a hearing may be put off that is not put off to a day.
_BEFORE_ACT = 40


class ComingDays:
    """Reads the coming days that one entry tells."""

    def __init__(
        self, facts: EntryFacts, jurisdiction: Jurisdiction, sentences: Sequence[Span], dates: Sequence[DateWords]
    ) -> None:
        """Keep the days that the entry tells."""
        self._words, self._patterns = detail_words(jurisdiction), detail_patterns(jurisdiction)
        self._text, self._date = facts.entry.text, facts.entry.date
        self._sentences, self._dates = sentences, dates

    def planned(self, here: int) -> list[str]:
        """The days of the first sentence that names what was planned and a day behind it."""
        for sentence in self._sentences[max(0, here - 1) : here + 2]:
            planned = self._patterns.planned.search(self._text, sentence.start, sentence.end)
            if planned:
                days = [d for d in self._dates if planned.start() <= d.span.start < sentence.end and len(d.iso) == 10]
                days = [d for d in days if d.iso != self._date] or days[:1]
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

    def with_next(self, act: Act, here: int) -> Act:
        """`The hearing was adjourned to March 7`: the act with its next day, and as put off."""
        for sentence in self._sentences[here : here + 2]:
            put_off = self._patterns.adjourned.search(self._text, sentence.start, sentence.end)
            if act.type != "summons" and not put_off:
                continue
            outcome: Outcome | None = act.outcome or ("adjourned" if put_off else None)
            day = self._coming(sentence, self._words.next_words, _BEFORE_NEXT)
            if day is not None:
                return replace(act, next=day, outcome=outcome)
            if put_off and put_off.start() > act.evidence.spans[0].start - _BEFORE_ACT:
                return replace(act, outcome=outcome)
        return act

    def with_due(self, act: Act, here: int) -> Act:
        """`The claim will be heard on February 21`: the act with a coming day behind words for what is due."""
        if act.next is not None:
            return act
        near = self._sentences[here : here + _DUE_REACH]
        days = (self._coming(sentence, self._words.due_words, _BEFORE_DUE) for sentence in near)
        day = next((day for day in days if day is not None), None)
        return act if day is None else replace(act, next=day)

    def _coming(self, sentence: Span, words: tuple[str, ...], reach: int) -> str | None:
        """The first day of a sentence after the report's that one of the words stands before."""
        for told in self._dates:
            before = self._text[max(0, told.span.start - reach) : told.span.start].lower().rstrip()
            inside = sentence.start <= told.span.start < sentence.end
            if inside and told.iso > (self._date or "") and before.endswith(words):
                return told.iso
        return None
