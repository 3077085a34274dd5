"""Why it was done: the official reason or the motive, in the words of the entry (annotation, acts).

Looked for from the act's own sentence on: behind words that open a reason ("the ground was that"), behind those that
tie what happened to something ("connects the arson with"), before those that close one ("was given as the reason").
Assumed: "for …" behind a verdict is its reason; where an administration refuses and nothing opens a reason, the clause
that tells what is wrong with the place, the day or the notice is it.
"""

import re

from ingest.extract.acts.details.detail_words import detail_patterns, detail_words
from ingest.facts import Act, EntryFacts, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import ActType

_LONGEST = 320
# Behind a detention, "for" opens its reason where a deed follows: a gerund, a quotation, somebody's own doing.
_DEED = re.compile(r"[“«\"]|\w{3,20}ing\b|(?:alleged|his|her|their|an attempt|attempting|participation|possession)\b")
_FOR_FIRST = re.compile(r"[\s,—–.]{0,4}[Ff]or\s(?=[“«\"a-z])(?!(?:the|a|an)\s(?:first|second|third|\w+th)\b)")
# How many sentences from the act on its reason may stand in; the topic of a rally is quoted in sentences of its own.
_REACH: dict[ActType, int] = {"assembly_refusal": 9, "attack": 3, "threat": 3, "summons": 3}
_CLAUSE = re.compile(r"[;:—–]\s|,\s(?:as|since|for|because|but|that)\s|\bthat\s")
_BEHIND_FOR: frozenset[ActType] = frozenset({"sentence", "detention"})
# No verb ties these to their reasons.
_NEVER_TIED: frozenset[ActType] = frozenset({"assembly_refusal", "sentence"})
_EDGES = ' \t\n“«"”»:,'


class ReasonReader:
    """Reads the reasons of one entry, whose sentences are given."""

    def __init__(self, facts: EntryFacts, jurisdiction: Jurisdiction, sentences: tuple[Span, ...]) -> None:
        """Keep what every step needs."""
        self._facts, self._text, self._sentences = facts, facts.entry.text, sentences
        self._words, self._patterns = detail_words(jurisdiction), detail_patterns(jurisdiction)

    def read(self, act: Act, here: int) -> Span | None:
        """The reason of an act that is told in the sentence ``here``."""
        if act.type not in self._words.reasons:
            return None
        sentences = self._sentences[here : here + _REACH.get(act.type, 2)]
        for number, sentence in enumerate(sentences):
            reason = self._said(act, sentence)
            if reason is None and number == 0 and act.type in _BEHIND_FOR:
                reason = self._behind_for(act, sentence) or self._fronted_for(act, sentence)
            if reason is not None:
                return reason
        return self._ground(act, sentences) if act.type == "assembly_refusal" else None

    def _said(self, act: Act, sentence: Span) -> Span | None:
        """What words say to be the reason."""
        opens = self._patterns.opener_for.get(act.type, self._patterns.opener)
        opener = opens.search(self._text, sentence.start, sentence.end)
        if not opener and act.type not in _NEVER_TIED:
            opener = self._patterns.ties.search(self._text, sentence.start, sentence.end)
        if opener:
            return self._trimmed(opener.end(), sentence.end)
        closer = self._patterns.closer.search(self._text, sentence.start, sentence.end)
        return self._trimmed(sentence.start, closer.start()) if closer else None

    def _ground(self, act: Act, sentences: tuple[Span, ...]) -> Span | None:
        """`The notice was turned down: the square is being repaired`: the clause that tells what stands in the way."""
        for sentence in sentences:
            ground = self._patterns.ground.search(self._text, max(sentence.start, self._facts.entry.body), sentence.end)
            if not ground:
                continue
            breaks = [found.end() for found in _CLAUSE.finditer(self._text, sentence.start, ground.start() + 1)]
            start = breaks[-1] if breaks else sentence.start
            verb = act.evidence.spans[0]
            if start <= verb.start < sentence.end:
                continue  # the clause of the refusal itself, or that of the rally
            semicolon = self._text.find(";", ground.end(), sentence.end)
            return self._trimmed(start, semicolon if semicolon >= 0 else sentence.end)
        return None

    def _fronted_for(self, act: Act, sentence: Span) -> Span | None:
        """`For “violating the theme” X was fined`: from the "For" that opens the telling to the name."""
        opening = _FOR_FIRST.match(self._text, max(sentence.start, self._facts.entry.body))
        if not opening:
            return None
        first = min(
            (s.start for p in self._facts.persons for s in p.evidence.spans if s.start > opening.end()),
            default=sentence.end,
        )
        return self._trimmed(opening.end(), first) if first < act.evidence.spans[0].start else None

    def _behind_for(self, act: Act, sentence: Span) -> Span | None:
        """`Sentenced to 15 days of arrest for posting …`: the first "for" behind the verb that opens no term."""
        position = act.evidence.spans[0].end
        while (position := self._text.find(" for ", position, sentence.end)) >= 0:
            position += len(" for ")
            if act.type == "detention" and not _DEED.match(self._text, position):
                continue
            if any(s.start == position for p in self._facts.persons for s in p.evidence.spans):
                continue  # "10 days of arrest for X"
            if not self._patterns.not_reason.match(self._text, position):
                return self._trimmed(position, sentence.end)
        return None

    def _trimmed(self, start: int, end: int) -> Span | None:
        """The words without quotation marks, footnotes and the full stop around them."""
        for note in self._facts.entry.footnotes:
            if start <= note.span.start < end:
                end = note.span.start
        end = min(end, start + _LONGEST)
        ending = self._patterns.ends_reason.search(self._text, start + 4, end)
        end = ending.start() if ending else end
        opened = False
        while start < end and self._text[start] in _EDGES:
            opened = self._text[start] in "“«"
            start += 1
        closed = min((at for mark in "”»" if (at := self._text.find(mark, start, end)) >= 0), default=end)
        end = closed if opened else end  # the words that are quoted are the reason
        while end > start and self._text[end - 1] in ' \t\n”».",;':
            end -= 1
        return Span(start, end) if end - start >= 4 else None
