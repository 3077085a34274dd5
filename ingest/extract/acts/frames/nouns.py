"""Nouns that tell an act by themselves: ``the detention of X``, ``a trial began``."""

from itertools import pairwise

from ingest.extract.acts.arguments.focus import Focus, Who
from ingest.extract.acts.arguments.parties import who_is
from ingest.extract.acts.arguments.places import Places
from ingest.extract.acts.frames.candidates import Candidate
from ingest.extract.acts.frames.phrases import Stretch, words_of
from ingest.extract.acts.lexicon.frames import Frame, Phrase
from ingest.extract.acts.lexicon.nouns import singular
from ingest.extract.acts.syntax.clauses import Sentence
from ingest.facts import Party
from ingest.vocabulary import VIOLENCE, ActType

# `In case of his death`: a noun behind these has not happened.
_UNREAL = (
    ("case", "of"), ("event", "of"), ("threat", "of"), ("risk", "of"), ("fear", "of"), ("danger", "of"),
    ("possibility", "of"), ("prohibition", "of"), ("ban", "on"), ("prevention", "of"), ("against", "the", "use", "of"),
)  # fmt: skip
# Behind these a harm is what somebody is accused of: "charges of torture against X" name who did it.
_ACCUSED_OF = frozenset({"charge", "charges", "accusation", "accusations", "allegation", "allegations", "suspicion"})
# The harms that people are tried for.
_TRIED_HARMS: frozenset[ActType] = VIOLENCE | {"media_restriction"}
# How many words before a noun `not_behind` looks at.
_REACH = 6


class NounReader:
    """Reads the nouns of one sentence; a word that belongs to a noun read before tells nothing of its own."""

    def __init__(self, sentence: Sentence, number: int, focus: Focus, places: Places) -> None:
        """Keep what every step needs."""
        self.sentence, self.number, self.focus, self.places = sentence, number, focus, places
        self.tokens, self.facts, self.lexicon = sentence.tokens, focus.facts, focus.lexicon
        self.used: set[int] = set()

    def starts(self) -> list[int]:
        """The places of words that may open such a noun."""
        heads = {v.head for v in self.sentence.verbs if v.form != "gerund"}
        return [
            k
            for k, t in enumerate(self.tokens)
            if t.kind == "word"
            and not t.slogan
            and k not in heads
            and (t.word in self.lexicon.frames.nouns or singular(t.word) in self.lexicon.frames.nouns)
        ]

    def _unreal(self, k: int) -> bool:
        """Whether the noun at ``k`` is only feared or thinkable; "the case of the murder of X" is real."""
        before = [t.word for t in self.tokens[max(0, k - _REACH) : k]]
        while before and before[-1] in ("his", "her", "their", "a", "an", "the", "any", "further", "new"):
            before.pop()
        behind = any(tuple(before[-len(words) :]) == words for words in _UNREAL)
        return behind and not (before[-2:] == ["case", "of"] and before[-3:-2] != ["in"])

    def read(self, k: int) -> Candidate | None:
        """The act that the noun at ``k`` tells."""
        if k in self.used:
            return None
        word, nouns = self.tokens[k].word, self.lexicon.frames.nouns
        for phrase, frame in nouns.get(word) or nouns.get(singular(word)) or ():
            if not self._stands_at(k, phrase):
                continue
            behind = k + len(phrase)
            limit = self._limit(k, behind)
            if self._fits(frame, k, limit):
                self.used.update(range(k, behind))
                return self._candidate(frame, k, behind, limit)
        return None

    def _stands_at(self, k: int, phrase: Phrase) -> bool:
        """Whether the words of a phrase, or their plurals, begin at ``k``."""
        if k + len(phrase) > len(self.tokens):
            return False
        return all(word in (t.word, singular(t.word)) for word, t in zip(phrase, self.tokens[k:], strict=False))

    def _limit(self, k: int, behind: int) -> int:
        """Where the clause of the noun at ``k`` ends: at the finite verb that follows."""
        following = next((v for v in self.sentence.verbs if v.head > k and v.form == "finite"), None)
        return len(self.tokens) if following is None else max(following.start, behind)

    def _fits(self, frame: Frame, k: int, limit: int) -> bool:
        """Whether a frame's noun at ``k`` tells something real, and stands with no word that it must be without."""
        if frame.without and Stretch(words_of(self.tokens, k, limit, self.facts)).has(frame.without):
            return False
        before = self.tokens[max(0, k - _REACH) : k]
        return not any(t.word in frame.words.not_behind for t in before) and not self._unreal(k)

    def _candidate(self, frame: Frame, k: int, behind: int, limit: int) -> Candidate:
        """The candidate of the noun from ``k`` to ``behind``, whose clause ends at ``limit``."""
        token = self.tokens[k]
        to, by, count = self._participants(frame, k, behind, limit)
        candidate = Candidate(frame.type, frame, token, self.number, (k, limit), to, by, count)
        candidate.noun, candidate.weak = True, True
        words = [t.word for t in self.tokens[max(0, k - 4) : k]]
        candidate.counted = ("day", "of") in pairwise(words)
        claims = (v for v in self.sentence.verbs if v.lemma in self.lexicon.claims)
        candidate.claimed = token.quoted or any(v.head < k for v in claims)
        return candidate

    def _participants(
        self, frame: Frame, k: int, behind: int, limit: int
    ) -> tuple[tuple[Party, ...], tuple[Party, ...], int | None]:
        """To whom it is done, who does it, and how many people are counted without names."""
        before = who_is(self.tokens, max(0, k - 3), behind, self.focus) if k else Who()
        owners = Who(owners=before.owners)
        to, count = self.places.first_of(frame.words.to, owners, Who(), behind, limit)
        by, _ = self.places.first_of(frame.words.by, owners, Who(), behind, limit)
        accused = any(t.word in _ACCUSED_OF for t in self.tokens[max(0, k - 2) : k])
        if accused and frame.type in _TRIED_HARMS:
            against = self.places.behind("against", behind, limit).heads
            to, by = tuple(p for p in to if p not in against), against or by
        return to, by, count
