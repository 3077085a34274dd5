"""Whom a sentence's verbs have as subject, as object and behind a preposition.

The subject is looked for from the verb backwards: the phrase before it, a name that an apposition or a provision
between commas follows, or how the sentence opens.
"""

from collections.abc import Iterable
from dataclasses import replace

from ingest.extract.acts.arguments.focus import Focus
from ingest.extract.acts.arguments.parties import Who, who_is
from ingest.extract.acts.lexicon.lexicon import Lexicon
from ingest.extract.acts.syntax.auxiliaries import is_adverb
from ingest.extract.acts.syntax.bounds import phrase_end, skip_adverbs
from ingest.extract.acts.syntax.clauses import Sentence
from ingest.extract.acts.syntax.grammar import PREPOSITIONS
from ingest.extract.acts.syntax.verbs import Verb
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
        if verb.coordinated is not None and verb.form == "finite":
            return self.subject_of(verb.coordinated)
        start, end = verb.subject
        while end > start and (self.tokens[end - 1].kind == "mark" or self._adverb_behind_mark(end - 1, start)):
            end -= 1
        resumed = end < verb.subject[1]
        last = self._last_segment(start, end)
        who = who_is(self.tokens, last, end, self.focus)
        if last > start:
            return self._behind_comma(start, last, end, who, resumed)
        return self._opening(start, end) if resumed and not who.heads else who

    def _last_segment(self, start: int, end: int) -> int:
        """Where what follows the last comma, dash or colon begins; a comma between two names is none."""
        while end > start and not (self.tokens[end - 1].word in (",", "—", "–", ":") and not self._joint(end - 1)):
            end -= 1
        return end

    def _behind_comma(self, start: int, last: int, end: int, who: Who, resumed: bool) -> Who:
        """`X, a teacher, | said`: whom a clause names in which ``who`` stands behind a comma at ``last``.

        ``resumed``: a mark stands between that and the verb.
        """
        named = bool(who.heads) and any(t.named for t in self.tokens[last:end])
        if named and self._where_from(last, end) and self.tokens[max(last - 2, start)].kind == "person":
            return Who(heads=(Party("person", self.tokens[last - 2].ref),), people=True)
        if named:
            among = self.tokens[last].word in ("among", "including")
            # "Eight others, among them X and Y": these, and the rest by their number.
            if among:
                return replace(who, besides=who_is(self.tokens, start, last, self.focus).count)
            return self._with_listed_before(start, last, end, who)
        if resumed:
            opening = self._nearest(start, last)
            if opening.heads:
                return opening
        apposed = self._described_names(start, last, end, who)
        if apposed:
            return Who(heads=apposed, people=True)
        return self._opening(start, last) if self._names_nobody(start, last, end, who, resumed) else who

    def _where_from(self, start: int, end: int) -> bool:
        """`X, | Radio Velm (Port Velm) | was detained`: whether only a body stands there, for which somebody works."""
        opened = next((k for k in range(start, end) if self.tokens[k].word == "("), end)
        words = [t for t in self.tokens[start:opened] if t.kind != "mark"]
        closed = opened == end or ")" in (t.word for t in self.tokens[end - 1 : end + 1])
        return [t.kind for t in words] == ["body"] and closed

    def _with_listed_before(self, start: int, last: int, end: int, who: Who) -> Who:
        """`The activist X, his brother Y | and their lawyer Z were …`: the people of the list's earlier parts too."""
        joined = any(t.word == "and" and not self._joint(k) for k, t in enumerate(self.tokens[last:end], last))
        people = [p for p in who.heads if p.kind == "person"]
        if not joined or not people or who.count is not None:
            return who
        earlier = [p for p in self._heads(start, last) if p.kind == "person"]
        return replace(who, heads=tuple(dict.fromkeys((*earlier, *people)))) if earlier else who

    def _described_names(self, start: int, last: int, end: int, who: Who) -> tuple[Party, ...]:
        """`X, | the activist, | said`: the names before a description of one person."""
        if not who.people or who.authority or who.count is not None or self._many(last, end):
            return ()
        heads = self._heads(start, last)
        return tuple(party for party in self._apposed(last, start) if party in heads)

    def _names_nobody(self, start: int, last: int, end: int, who: Who, resumed: bool) -> bool:
        """`The court, | under Article 5, | fined X`: whether what stands behind the comma is no subject."""
        if who.heads or who.authority or who.owners:
            return False
        if all(t.kind == "mark" for t in self.tokens[start:last]):
            return False
        if resumed and not who.people:
            return True
        return all(t.kind in ("law", "number") or t.word in PREPOSITIONS for t in self.tokens[last:end])

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
            begin = self._last_segment(start, end)
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
