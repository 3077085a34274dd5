"""What stands behind a verb: its objects, what prepositions govern there, the verb or clause that completes it."""

from ingest.extract.acts.arguments.phrases import read_governed, read_phrase
from ingest.extract.acts.arguments.values import Argument, Context, Slots
from ingest.extract.acts.syntax.bounds import phrase_end, skip_adverbs
from ingest.extract.acts.syntax.grammar import ARTICLES, PARTICLES, PREPOSITIONS
from ingest.extract.acts.syntax.phrase_starts import next_phrase, says_when, split_objects
from ingest.extract.acts.syntax.prepositions import compound_at
from ingest.extract.acts.syntax.verbs.verb import Verb

# A gerund behind these completes no verb: "fined for taking part".
_BESIDE_COMPLEMENT = frozenset({"after", "before", "by", "for", "in", "of", "without"})


def object_span(context: Context, verb: Verb, start: int, limit: int) -> tuple[int, int]:
    """The slice of the phrase right behind a verb's particle; empty where a preposition, mark or verb stands there."""
    tokens = context.tokens
    start = skip_adverbs(tokens, start, limit)
    while start < limit and _is_particle(context, verb, tokens[start].word):
        start = skip_adverbs(tokens, start + 1, limit)
    if start >= limit or start in context.stops:
        return start, start
    if tokens[start].word in PREPOSITIONS or tokens[start].kind == "mark":
        return start, start
    end = phrase_end(tokens, start, limit, context.stops)
    if verb.lemma in context.lexicon.phrases.verbs.completed_by_of and not verb.passive:
        end = next((k for k in range(start + 1, end) if tokens[k].word == "of"), end)
    return start, end


def _is_particle(context: Context, verb: Verb, word: str) -> bool:
    """`Took away the laptop`: a word that governs nothing, or that the lexicon has as a part of the verb."""
    if word not in PARTICLES:
        return False
    particles = context.lexicon.classes.particles.get(verb.lemma, ())
    return word not in PREPOSITIONS or any(particle[0] == word for particle in particles)


def read_complements(context: Context, verb: Verb, slots: Slots, start: int, limit: int) -> None:
    """Put what stands in ``tokens[start:limit]``, behind a verb, into its slots."""
    _Complements(context, verb, slots, start, limit).read()


class _Complements:
    """Reads what stands behind a verb from left to right."""

    def __init__(self, context: Context, verb: Verb, slots: Slots, start: int, limit: int) -> None:
        self.context, self.tokens, self.verb, self.slots = context, context.tokens, verb, slots
        self.start, self.limit = start, limit

    def read(self) -> None:
        k = self._read_objects()
        while k < self.limit and not self._ends_at(k):
            k = self._read_compound(k) or self._read_preposition(k) or self._read_other(k)

    def _read_objects(self) -> int:
        """Put the objects and their role into slots, and return where they end: ``recognised X as a victim``."""
        begin, end = object_span(self.context, self.verb, self.start, self.limit)
        behind = end
        words = (k for k in range(begin, end) if self.tokens[k].kind == "word")
        role = next((k for k in words if self.tokens[k].word == "as"), None)
        if role is not None:
            self.slots.put("as", read_phrase(self.context, role + 1, end))
            end = role
        if end == begin:
            return behind
        if says_when(self.tokens, begin, end, self.context.lexicon):
            return end
        self._put_objects(begin, end)
        return behind

    def _put_objects(self, begin: int, end: int) -> None:
        """`Gave X five years` has two objects; a passive has one left: `X was given five years`."""
        known = self.slots.first("object") is not None
        if self.verb.passive or (known and self.verb.form == "reduced"):
            self.slots.put("second" if known else "object", read_phrase(self.context, begin, end))
            return
        second = split_objects(self.tokens, begin, end, self.context.lexicon)
        self.slots.put("object", read_phrase(self.context, begin, second))
        if second < end:
            self.slots.put("second", read_phrase(self.context, second, end))

    def _ends_at(self, k: int) -> bool:
        """Whether another clause begins at ``k``; notes the verb or clause that completes this one."""
        token = self.tokens[k]
        if token.word == "that" and token.kind == "word" and not self.slots.arguments.get("object"):
            self.slots.that = True
            return True
        follower = self.context.starts.get(k)
        if follower is None or follower is self.verb:
            return False
        if follower.form not in ("infinitive", "gerund"):
            return follower.form == "finite"
        if self.slots.comp is not None or self._is_beside(k):
            return False
        self.slots.comp = follower
        return follower.form == "infinitive"

    def _is_beside(self, k: int) -> bool:
        """`Fined X for taking part`: the verb at ``k`` gives a reason or a time and does not complete this one."""
        return k > self.start and self.tokens[k - 1].word in _BESIDE_COMPLEMENT

    def _read_compound(self, k: int) -> int | None:
        """`In respect of X`: put it into the slot of the simple preposition, and return where it ends."""
        compound = compound_at(self.tokens, k, self.limit, self.context.lexicon)
        if compound is None:
            return None
        slot, begin = compound
        stop = max(phrase_end(self.tokens, begin, self.limit, self.context.stops), begin)
        self.slots.put(slot, read_governed(self.context, begin, stop))
        return stop

    def _read_preposition(self, k: int) -> int | None:
        """`By police`, `left in force | the arrest`: what it governs, and an object behind that; where these end."""
        token = self.tokens[k]
        if token.kind != "word" or token.word not in PREPOSITIONS:
            return None
        stop = max(phrase_end(self.tokens, k + 1, self.limit, self.context.stops), k + 1)
        inner = next_phrase(self.tokens, k + 1, stop, self.context.lexicon)
        doer = token.word == "by" and self.verb.passive
        self.slots.put("subject" if doer else token.word, read_governed(self.context, k + 1, inner))
        free = "second" if self.verb.passive else "object"
        if inner < stop and not self.slots.arguments.get(free):
            self.slots.put(free, read_phrase(self.context, inner, stop))
        return stop

    def _read_other(self, k: int) -> int:
        """Step over one token; a provision is what was applied, and "as" tells a role."""
        token = self.tokens[k]
        if token.kind == "law":
            self.slots.put("under", Argument(k, k + 1, frozenset({"provision"})))
        if token.word == "as" and token.kind == "word" and self._tells_role(k + 1):
            stop = phrase_end(self.tokens, k + 1, self.limit, self.context.stops)
            self.slots.put("as", read_phrase(self.context, k + 1, stop))
        return k + 1

    def _tells_role(self, k: int) -> bool:
        """`As a victim`, `as witnesses`."""
        if k >= self.limit:
            return False
        return self.tokens[k].word in ARTICLES or self.tokens[k].word.endswith("s")
