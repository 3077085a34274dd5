"""The words of a verb's clause that the phrases of a frame are looked up in."""

from dataclasses import dataclass

from ingest.extract.acts.arguments.places import Places
from ingest.extract.acts.frames.phrases import Stretch, words_of
from ingest.extract.acts.lexicon.frames import Frame, FrameWords
from ingest.extract.acts.lexicon.lexicon import Lexicon
from ingest.extract.acts.syntax.bounds import phrase_end
from ingest.extract.acts.syntax.clauses import Sentence
from ingest.extract.acts.syntax.grammar import PREPOSITIONS
from ingest.extract.acts.syntax.tokens import Token
from ingest.extract.acts.syntax.verbs.verb import Verb

# An object that opens so makes a verb tell of nobody and nothing: "granted none of the motions".
_NONE = (["no"], ["none"], ["neither"], ["nobody"], ["nothing"])


class EntryWords:
    """The text of one entry, in which each phrase is looked for only once, however many clauses ask."""

    def __init__(self, text: str) -> None:
        """Keep the text in lower case."""
        self._text = text.lower()
        self._answers: dict[tuple[str, ...], bool] = {}

    def has_any(self, phrases: tuple[str, ...]) -> bool:
        """Whether one of the phrases stands anywhere in the entry."""
        if phrases not in self._answers:
            self._answers[phrases] = any(phrase in self._text for phrase in phrases)
        return self._answers[phrases]


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """What the clause says it is done to, who does it, and what stands behind the verb."""

    done_to: Stretch
    done_by: Stretch
    behind: Stretch
    passive: bool
    negated: bool
    entry: EntryWords

    def fits(self, frame: Frame) -> bool:
        """Whether the phrases of a frame stand in the clause, and none that it must be without."""
        if not self._agrees_with_verb(frame.words) or not self._has_phrases(frame):
            return False
        return not (frame.without and (self.behind.has(frame.without) or self.done_to.has(frame.without)))

    def _agrees_with_verb(self, words: FrameWords) -> bool:
        """Whether the verb stands in the frame's voice and negation, in an entry with one of its ``needs``."""
        if words.negated != self.negated and not words.speech:
            return False
        if words.voice and (words.voice == "passive") != self.passive:
            return False
        return not words.needs or self.entry.has_any(words.needs)

    def _has_phrases(self, frame: Frame) -> bool:
        places = ((frame.object, self.done_to), (frame.subject, self.done_by), (frame.with_, self.behind))
        return all(stretch.has(phrases) for phrases, stretch in places if phrases)


class ClauseReader:
    """Reads the words of the clauses of one sentence."""

    def __init__(self, sentence: Sentence, entry: EntryWords, lexicon: Lexicon, places: Places) -> None:
        """Keep what every step needs."""
        self.tokens, self.entry, self.lexicon, self.places = sentence.tokens, entry, lexicon, places
        self.facts = places.focus.facts

    def read(self, verb: Verb, told: Verb, object_span: tuple[int, int]) -> ClauseWords:
        """The words of a verb's clause; ``told`` is the verb that carries its subject."""
        after, before = self._words(verb.after), self._words(told.subject)
        object_words = self._words(object_span)
        if verb.passive:
            theme, doer = self._words(verb.possessed) or before, self._by_words(*verb.after)
        else:
            # "Adopted in the first reading amendments": the object may stand behind what comes between.
            theme, doer = object_words or [*before, *after], before
        return ClauseWords(
            done_to=Stretch(theme),
            done_by=Stretch(doer),
            behind=Stretch([*after, ";", *self._fronted(verb)]),
            passive=verb.passive,
            negated=verb.negated or before[:1] in _NONE or object_words[:1] in _NONE,
            entry=self.entry,
        )

    def _words(self, span: tuple[int, int]) -> list[str]:
        return words_of(self.tokens, *span, self.facts)

    def _by_words(self, start: int, limit: int) -> list[str]:
        """`Detained by | the city police`: the words of who did it."""
        for k in range(start, limit):
            if self.tokens[k].word == "by" and self.tokens[k].kind == "word":
                return self._words((k + 1, phrase_end(self.tokens, k + 1, limit, self.places.stops)))
        return []

    def _fronted(self, verb: Verb) -> list[str]:
        """`Behind closed doors the court heard the case`: the phrase that opens the clause, up to who did it."""
        start, end = verb.subject
        if verb.coordinated is not None or start >= end or self.tokens[start].word not in PREPOSITIONS:
            return []
        doer = next((k for k in range(start, end) if self._begins_doer(self.tokens[k], last=k + 1 == end)), None)
        return self._words((start, doer)) if doer is not None else []

    def _begins_doer(self, token: Token, last: bool) -> bool:
        """Whether who did it begins with the token; a court before other words is where it was done."""
        if token.named:
            court = token.kind == "body" and self.facts.bodies[token.ref].kind == "court"
            if last or not court:
                return True
        return token.word in self.lexicon.authority or token.word == ","
