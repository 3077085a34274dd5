"""Nouns that tell an act by themselves: ``the detention of X``, ``a trial began``."""

from ingest.extract.acts.arguments.focus import Focus
from ingest.extract.acts.arguments.parties import Who, who_is
from ingest.extract.acts.arguments.places import Places
from ingest.extract.acts.frames.candidates import Candidate
from ingest.extract.acts.frames.phrases import Stretch, words_of
from ingest.extract.acts.lexicon.frames import plain
from ingest.extract.acts.syntax.clauses import Sentence
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
            and (t.word in self.lexicon.frames.nouns or plain(t.word) in self.lexicon.frames.nouns)
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
        tokens = self.tokens
        token = tokens[k]
        if k in self.used:
            return None
        phrases = self.lexicon.frames.nouns.get(token.word) or self.lexicon.frames.nouns.get(plain(token.word)) or ()
        for phrase, frame in phrases:
            size = len(phrase)
            if k + size > len(tokens) or not all(
                tokens[k + n].word == phrase[n] or plain(tokens[k + n].word) == phrase[n] for n in range(size)
            ):
                continue
            limit = len(tokens)
            for verb in self.sentence.verbs:
                if verb.head > k and verb.form == "finite":
                    limit = max(verb.start, k + size)
                    break
            if frame.without and Stretch(words_of(tokens, k, limit, self.facts)).has(frame.without):
                continue
            if any(t.word in frame.words.not_behind for t in tokens[max(0, k - _REACH) : k]) or self._unreal(k):
                continue
            self.used.update(range(k, k + size))
            start = max(0, k - 3)
            before = who_is(tokens, start, k + size, self.focus) if k else Who()
            owners = Who(owners=before.owners)
            to, count = self.places.first_of(frame.words.to, owners, Who(), k + size, limit)
            by, _ = self.places.first_of(frame.words.by, owners, Who(), k + size, limit)
            if frame.type in _TRIED_HARMS and any(t.word in _ACCUSED_OF for t in tokens[max(0, k - 2) : k]):
                against = self.places.behind("against", k + size, limit).heads
                to, by = tuple(p for p in to if p not in against), against or by
            candidate = Candidate(frame.type, frame, tokens[k], self.number, (k, limit), to, by, count)
            candidate.noun, candidate.weak = True, True
            candidate.counted = any(
                tokens[n].word == "day" and tokens[n + 1].word == "of" for n in range(max(0, k - 4), k - 1)
            )
            candidate.claimed = token.quoted or any(
                v.lemma in self.lexicon.claims and v.head < k for v in self.sentence.verbs
            )
            return candidate
        return None
