"""On which day an act happened that is not the day of its entry."""

from collections.abc import Sequence

from ingest.extract.acts.details.detail_words import detail_patterns, detail_words
from ingest.extract.acts.details.times import find_times
from ingest.facts import Act, EntryFacts, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.dates import DateWords
from ingest.vocabulary import VIOLENCE, ActType

# How far from the verb its time may stand.
_BESIDE = 60
# "On hunger strike since October 5": these began then.
_LASTING: frozenset[ActType] = frozenset({"hunger_strike", "protest", "media_restriction"})


class DateReader:
    """Reads the day of one entry's acts; ``told`` are the verbs and nouns of all of them."""

    def __init__(
        self, facts: EntryFacts, jurisdiction: Jurisdiction, dates: Sequence[DateWords], told: Sequence[Span]
    ) -> None:
        """Keep the days and times that the entry tells."""
        self._words, self._patterns = detail_words(jurisdiction), detail_patterns(jurisdiction)
        self._text, self._reported = facts.entry.text, facts.entry.date or ""
        self._dates, self._times, self._told = dates, find_times(self._text, facts.entry.date), told

    def read(self, act: Act, sentence: Span) -> str | None:
        """A day before the header's that stands beside the verb, or an event that everybody knows the date of."""
        if act.type not in self._words.dated:
            return None
        beside = (told for told in (*self._dates, *self._times) if self._tells(told, act, sentence))
        past = next((told.iso for told in beside if self._is_past(told)), None)
        if past is not None or act.type not in VIOLENCE:
            return past
        return self._named(act.evidence.spans[0], sentence)

    def _is_past(self, told: DateWords) -> bool:
        return told.iso < self._reported[: len(told.iso)] or told in self._times

    def _named(self, verb: Span, sentence: Span) -> str | None:
        """`During the harbour riots`: the day of them that the sentence tells before the verb, or their date."""
        pattern = self._patterns.named_time
        named = pattern.search(self._text, sentence.start, sentence.end) if pattern else None
        if named is None:
            return None
        date = self._words.named_times[" ".join(named[0].lower().split())]
        days = self._days_between(sentence.start, verb.start)
        if any(iso.startswith(date) for iso in days):
            return next(iso for iso in days if iso.startswith(date))
        elsewhere = named.start() > verb.end and self._text.find(" at ", verb.end, named.start()) >= 0
        return None if elsewhere else date

    def _days_between(self, start: int, end: int) -> list[str]:
        return [d.iso for d in self._dates if start <= d.span.start < end and len(d.iso) == 10]

    def _tells(self, told: DateWords, act: Act, sentence: Span) -> bool:
        """Whether the time stands beside the verb of the act, with no other act and no end of a clause between."""
        verb, span = act.evidence.spans[0], told.span
        if not sentence.start <= span.start < sentence.end or abs(span.start - verb.start) > _BESIDE:
            return False
        if self._is_cut_off(verb, span) or (span.end <= verb.start and self._is_of_earlier(span, sentence)):
            return False
        before = self._text[max(0, span.start - 6) : span.start].lower()
        lasting = before.endswith(("since ", "from ")) or self._text[span.start : span.start + 5].lower() == "since"
        return not before.endswith("until ") and (not lasting or act.type in _LASTING)

    def _is_cut_off(self, verb: Span, time: Span) -> bool:
        """`X was detained; on May 3 Y fled`: whether a semicolon or another act stands between."""
        start, end = (verb.end, time.start) if time.start >= verb.end else (time.end, verb.start)
        return start > end or ";" in self._text[start:end] or any(start <= t.start < end for t in self._told)

    def _is_of_earlier(self, time: Span, sentence: Span) -> bool:
        """`X fled on May 3 and was detained`: whether the time belongs to an act told before it.

        It does not behind "that": `X said that in May Y was detained`.
        """
        between = (self._text[t.end : time.start] for t in self._told if sentence.start <= t.start < time.start)
        return any(not set(",;:") & set(text) and " that " not in text for text in between)
