"""Whom a sentence's verbs have as subject, as object and behind a preposition."""

from collections.abc import Iterable

from ingest.extract.acts.arguments.focus import Focus, Who
from ingest.extract.acts.arguments.parties import who_is
from ingest.extract.acts.arguments.subjects import SubjectReader
from ingest.extract.acts.syntax.bounds import phrase_end, skip_adverbs
from ingest.extract.acts.syntax.clauses import Sentence
from ingest.extract.acts.syntax.grammar import PREPOSITIONS
from ingest.extract.acts.syntax.verbs.verb import Verb
from ingest.facts import Party
from ingest.vocabulary import POLITICAL_BODIES

# "Hand over the blogger": no preposition, but a part of the verb.
_PARTICLES = {"hand": ("over", "in"), "turn": ("over", "in"), "give": ("over", "in"), "take": ("over", "in")}
# Behind these stands a thing, and it is whoever owns it to whom it is done: "poured paint over her car".
_OWNED = frozenset({"of", "over", "at", "into", "through", "on", "from", "under", "outside", "near"})
_ALWAYS_PARTICLES = ("back", "away", "off", "up", "down")


class Places:
    """The places of one sentence, read with the focus as it stands."""

    def __init__(self, sentence: Sentence, focus: Focus) -> None:
        """Keep what every step needs."""
        self.focus = focus
        self.tokens, self.verbs = sentence.tokens, sentence.verbs
        self.stops = frozenset(v.start for v in sentence.verbs)
        self._subjects = SubjectReader(sentence, focus)

    def subject_of(self, verb: Verb) -> Who:
        """Whom the words before the verb name: the nearest phrase, or the one the sentence opens with."""
        return self._subjects.read(verb)

    def object_span(self, verb: Verb) -> tuple[int, int]:
        """The slice of the phrase right behind the verb; empty where a preposition or mark stands there."""
        start, limit = verb.after
        start = skip_adverbs(self.tokens, start, limit)
        if start < limit and self.tokens[start].word in (*_PARTICLES.get(verb.lemma, ()), *_ALWAYS_PARTICLES):
            start += 1
        if start < limit and (self.tokens[start].word in PREPOSITIONS or self.tokens[start].kind == "mark"):
            return start, start
        return start, phrase_end(self.tokens, start, limit, self.stops)

    def object_of(self, verb: Verb) -> Who:
        """Whom the phrase right behind the verb names."""
        return who_is(self.tokens, *self.object_span(verb), self.focus)

    def behind(self, preposition: str, start: int, end: int) -> Who:
        """Whom the phrase behind a preposition names, the first that names somebody."""
        for k in range(start, end):
            token = self.tokens[k]
            if token.word == preposition and token.kind == "word":
                stop = phrase_end(self.tokens, k + 1, end, self.stops)
                who = who_is(self.tokens, k + 1, stop, self.focus)
                if who.heads or who.owners or who.count:
                    return who
        return Who()

    def first_of(
        self,
        places: tuple[str, ...],
        done_to: Who,
        doer: Who,
        start: int,
        limit: int,
        theme: tuple[int, int] = (0, 0),
    ) -> tuple[tuple[Party, ...], int | None]:
        """Who stands in the first of the frame's places that has somebody, or how many people are counted there.

        A preposition is looked for behind the verb, then in the ``theme``: "the case against X was closed".
        """
        count: int | None = None
        for place in places:
            if place == "topic" and (count is not None or done_to.other):
                break
            joined = [self._at(part, done_to, doer, start, limit) for part in place.split("+")]
            if place in PREPOSITIONS and theme[0] < theme[1] and not joined[0].heads and joined[0].count is None:
                joined = [self._at(place, done_to, doer, *theme)]
            who = joined[0] if len(joined) == 1 else Who(tuple(dict.fromkeys(p for w in joined for p in w.heads)))
            # Nobody whom only the header names does it to themselves.
            heads = who.heads if place != "topic" else tuple(p for p in who.heads if p not in doer.heads)
            if heads:
                return heads, None
            count = count or who.count
        return (), count

    def _at(self, place: str, done_to: Who, doer: Who, start: int, limit: int) -> Who:
        if place == "object":
            return done_to
        if place == "subject":
            return doer
        if place == "owner":
            return Who(heads=done_to.owners)
        if place == "infinitive":
            return self._object_of_infinitive(start, limit)
        if place == "topic":
            return _persons(self.focus.matter_of(self.tokens[start - 1].start))
        if place == "any":
            return _persons(t.ref for t in self.tokens if t.kind == "person" and not t.slogan)
        return self._only_party() if place == "party" else self._behind_or_owner(place, start, limit)

    def _only_party(self) -> Who:
        """The only party or movement that the entry names."""
        parties = [i for i, b in enumerate(self.focus.facts.bodies) if b.type in POLITICAL_BODIES]
        return Who(heads=(Party("body", parties[0]),)) if len(parties) == 1 else Who()

    def _behind_or_owner(self, preposition: str, start: int, limit: int) -> Who:
        """`Poured paint over X`, `over X's car`: whom a preposition governs, or who owns what it governs."""
        who = self.behind(preposition, start, limit)
        owned = preposition in _OWNED and who.count is None
        return Who(heads=who.heads or (who.owners if owned else ()), count=who.count)

    def _object_of_infinitive(self, start: int, limit: int) -> Who:
        """``Tried to detain X``, ``would not hear of freeing X``: the object of the first such verb of the clause."""
        forms = ("infinitive", "gerund")
        verb = next((v for v in self.verbs if v.form in forms and start <= v.head < limit), None)
        return self.object_of(verb) if verb is not None else Who()


def _persons(indices: Iterable[int]) -> Who:
    return Who(heads=tuple(Party("person", index) for index in dict.fromkeys(indices)))
