"""Whom a sentence's verbs have as subject, as object and behind a preposition.

The subject is looked for from the verb backwards: the phrase before it, a name that an apposition or a provision
between commas follows, or how the sentence opens.
"""

from dataclasses import replace

from ingest.extract.acts.bounds import phrase_end, skip_adverbs
from ingest.extract.acts.clauses import Sentence
from ingest.extract.acts.focus import Focus
from ingest.extract.acts.grammar import PREPOSITIONS
from ingest.extract.acts.lexicon import Lexicon
from ingest.extract.acts.parties import Who, who_is
from ingest.extract.acts.verbs import Verb, is_adverb
from ingest.facts import Party
from ingest.vocabulary import POLITICAL_BODIES

# "Hand over the blogger": no preposition, but a part of the verb.
_PARTICLES = {"hand": ("over", "in"), "turn": ("over", "in"), "give": ("over", "in"), "take": ("over", "in")}


# Behind these stands a thing, and it is whoever owns it to whom it is done: "poured paint over her car".
_OWNED = frozenset({"of", "over", "at", "into", "through", "on", "from", "under", "outside", "near"})
_ALWAYS_PARTICLES = ("back", "away", "off", "up", "down")


class Places:
    """The places of one sentence, read with the focus as it stands."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon, focus: Focus) -> None:
        """Keep what every step needs."""
        self.lexicon, self.focus = lexicon, focus
        self.tokens, self.verbs = sentence.tokens, sentence.verbs
        self.stops = frozenset(v.start for v in sentence.verbs)

    def subject_of(self, verb: Verb) -> Who:
        """Whom the words before the verb name: the nearest phrase, or the one the sentence opens with."""
        start, end = verb.subject
        if verb.coordinated is not None and verb.form == "finite":
            return self.subject_of(verb.coordinated)
        tokens = self.tokens
        while end > start and (tokens[end - 1].kind == "mark" or self._adverb_behind_mark(end - 1, start)):
            end -= 1
        resumed = end < verb.subject[1]
        last = end
        while last > start and not (tokens[last - 1].word in (",", "—", "–", ":") and not self._joint(last - 1)):
            last -= 1
        who = who_is(tokens, last, end, self.focus)
        named = bool(who.heads) and any(t.named for t in tokens[last:end])
        if named and last > start and tokens[last].word in ("among", "including"):
            # "Eight others, among them X and Y": these, and the rest by their number.
            return replace(who, besides=who_is(tokens, start, last, self.focus).count)
        if last > start:
            before = [t for t in tokens[start:last] if t.kind != "mark"]
            apposed = [p for p in self._apposed(last, start) if p in self._heads(start, last)]
            if resumed and not named:
                opening = self._nearest(start, last)
                if opening.heads:
                    return opening
            if (
                apposed
                and not named
                and who.people
                and not who.authority
                and who.count is None
                and not self._many(last, end)
            ):
                return Who(heads=tuple(apposed), people=True)
            if not who.heads and not who.authority and not who.owners and before:
                law_only = all(t.kind in ("law", "number") or t.word in PREPOSITIONS for t in tokens[last:end])
                if law_only or (resumed and not who.people):
                    return self._opening(start, last)
        elif resumed and not who.heads:
            return self._opening(start, end)
        return who

    def _heads(self, start: int, end: int) -> tuple[Party, ...]:
        """The heads of what stands between: of ``supporters of X, a member of …`` X is none."""
        return who_is(self.tokens, start, end, self.focus).heads

    def _many(self, start: int, end: int) -> bool:
        return any(t.word in self.lexicon.plural for t in self.tokens[start:end] if t.kind == "word")

    def _adverb_behind_mark(self, k: int, low: int) -> bool:
        return k > low and is_adverb(self.tokens[k]) and self.tokens[k - 1].kind == "mark"

    def _joint(self, k: int) -> bool:
        """Whether the comma at ``k`` stands between two names of one list, over "and" and "the"."""
        left = self.tokens[k - 1] if k else None
        k += 1
        while k < len(self.tokens) and self.tokens[k].word in ("and", "the"):
            k += 1
        right = self.tokens[k] if k < len(self.tokens) else None
        return left is not None and right is not None and left.named and left.kind == right.kind

    def _apposed(self, k: int, low: int) -> list[Party]:
        """The names that stand before the comma at ``k - 1``, over a provision between commas."""
        k -= 1
        while k > low and (self.tokens[k].kind in ("mark", "law")):
            k -= 1
        names: list[Party] = []
        while k >= low and (self.tokens[k].kind == "person" or self.tokens[k].word in (",", "and")):
            if self.tokens[k].kind == "person":
                names.insert(0, Party("person", self.tokens[k].ref))
            k -= 1
        return names

    def _nearest(self, start: int, end: int) -> Who:
        """Going back over what stands between commas, the first that is headed by a name; else how it opens."""
        while end > start:
            end -= 1
            begin = end
            while begin > start and not (
                self.tokens[begin - 1].word in (",", "—", "–", ":") and not self._joint(begin - 1)
            ):
                begin -= 1
            if any(t.named for t in self.tokens[begin:end]):
                who = who_is(self.tokens, begin, end, self.focus)
                if any(p.kind == "person" for p in who.heads):
                    return who
            end = begin
        return self._opening(start, end)

    def _opening(self, start: int, end: int) -> Who:
        """The first phrase of the clause that is not behind a preposition."""
        k = start
        while k < end:
            token = self.tokens[k]
            if token.word in PREPOSITIONS or token.kind == "mark":
                k += 1
                if token.word in PREPOSITIONS:
                    while k < end and self.tokens[k].kind != "mark":
                        k += 1
                continue
            stop = phrase_end(self.tokens, k, end, frozenset())
            who = who_is(self.tokens, k, max(stop, k + 1), self.focus)
            if who.heads:
                return who
            k = max(stop, k + 1)
        return Who()

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
            if place == "topic" and count is not None:
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
            return Who(heads=tuple(Party("person", i) for i in self.focus.matter_of(self.tokens[start - 1].start)))
        if place == "any":
            named = (Party("person", t.ref) for t in self.tokens if t.kind == "person" and not t.slogan)
            return Who(heads=tuple(dict.fromkeys(named)))
        if place == "party":
            parties = [i for i, b in enumerate(self.focus.facts.bodies) if b.type in POLITICAL_BODIES]
            return Who(heads=(Party("body", parties[0]),)) if len(parties) == 1 else Who()
        who = self.behind(place, start, limit)
        return Who(heads=who.heads or (who.owners if place in _OWNED and who.count is None else ()), count=who.count)

    def _object_of_infinitive(self, start: int, limit: int) -> Who:
        """``Tried to detain X``, ``would not hear of freeing X``: the object of the first such verb of the clause."""
        forms = ("infinitive", "gerund")
        verb = next((v for v in self.verbs if v.form in forms and start <= v.head < limit), None)
        return self.object_of(verb) if verb is not None else Who()
