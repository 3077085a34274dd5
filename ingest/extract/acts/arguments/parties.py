"""Who is meant by a stretch of words: names, lists of names, pronouns and descriptions that stand for somebody.

A name behind a preposition is not the head of its phrase: ``relatives of X`` are not X. A pronoun or description is
given to somebody only where one person fits; a wrong tie is worse than a missing one.
"""

from ingest.extract.acts.arguments.focus import Focus, Who, meant_by
from ingest.extract.acts.arguments.kinds import TYPE_OF, may_be_called, named_before
from ingest.extract.acts.arguments.slices import Slice, count_behind, names_owner
from ingest.extract.acts.syntax.grammar import DETERMINERS, INDEFINITE, PREPOSITIONS, TIMES
from ingest.extract.acts.syntax.tokens import Token
from ingest.extract.acts.syntax.verbs.auxiliaries import is_adverb
from ingest.facts import Party
from ingest.language.numbers import number_words, read_count

_PERSONAL = frozenset({"he", "him", "she", "they", "them", "i", "me"})
# No preposition governs these: `at the moment of detention she was …`.
_NOMINATIVE = frozenset({"he", "she", "they"})
_NO_NOUN = PREPOSITIONS | DETERMINERS
_ARTICLES = frozenset({"the", "a", "an"})
_NUMBERS = number_words().words


def who_is(tokens: list[Token], start: int, end: int, focus: Focus) -> Who:
    """Read the phrase ``tokens[start:end]`` of the sentence that is read; the same again costs nothing."""
    key = (start, end, focus.state())
    known = focus.read.get(key)
    if known is None:
        known = focus.read[key] = _Phrase(tokens, start, end, focus).read()
    return known


class _Phrase:
    """A phrase read from left to right; ``governed`` while behind a preposition, ``of`` while that is "of"."""

    def __init__(self, tokens: list[Token], start: int, end: int, focus: Focus) -> None:
        self.tokens, self.start, self.end, self.focus = tokens, start, end, focus
        self.slice, self.lexicon = Slice(tokens, start, end), focus.lexicon
        self.heads: list[Party] = []
        self.owners: list[Party] = []
        self.pronoun = self.article = self.called = ""
        self.governed = self.of = self.described = self.plural = self.authority = False
        self.count: int | None = None
        self.referred: list[Party] = []
        self.size: int | None = None
        self.beside = False

    def read(self) -> Who:
        for k in range(self.start, self.end):
            token = self.tokens[k]
            if token.kind in ("date", "mark"):
                self._pause(k)
            elif token.kind == "person":
                self._person(k)
            elif token.kind == "body":
                self._body(k)
            elif token.kind == "number":
                self._number(k)
            elif token.kind == "word":
                self._word(k)
        return self._settle()

    def _pause(self, k: int) -> None:
        behind_name = k > self.start and self.tokens[k - 1].kind == "person" and self.governed and not self._of_kin(k)
        if self.tokens[k].kind == "date" or (self.tokens[k].word == "," and not behind_name):
            self.governed = self.of = False

    def _of_kin(self, comma: int) -> bool:
        """`The wife of X, | Y, | and …`: a relative is described, and named behind the comma."""
        kin = self.of and self.described and not self.plural and self.slice.names_between(comma)
        return kin and "relative" in self.lexicon.nouns.at_end([self.called])[0]

    def _person(self, k: int) -> None:
        party = Party("person", self.tokens[k].ref)
        apposed = self._apposed(k) or self._resumed(k) or self._of_a_group(k)
        if self.slice.owns(k) or (self.governed and self.of and not apposed):
            self.owners.append(party)
        elif not self.governed or apposed:
            self.heads.append(party)
            self.governed = self.of = False

    def _apposed(self, k: int) -> bool:
        """`The head of the Velm Times | X`: the name is the head's own."""
        return k > self.start and self.tokens[k - 1].kind == "body" and self.described and not self.plural

    def _resumed(self, k: int) -> bool:
        """`At the press conference | X informed`: the phrase of the preposition ends before the name."""
        if not self.governed or self.of or self.described or self.authority:
            return False
        if k != self.end - 1 or k == self.start:
            return False
        before = self.tokens[k - 1]
        return before.kind == "word" and before.word not in _NO_NOUN and not self.lexicon.means_people(before.word)

    def _of_a_group(self, k: int) -> bool:
        """`Activists of the “…” group X and Y`, `the head of the colony X`: what "of" governs ends before X."""
        if not (self.of and (self.described or self.authority)):
            return False
        words = self.slice.behind_of(k)
        return bool(words) and words[-1].kind != "person" and not any(self.lexicon.means_people(t.word) for t in words)

    def _body(self, k: int) -> None:
        party, after = Party("body", self.tokens[k].ref), self.slice.after(k)
        inside = after if k + 1 < self.end else None
        if self.governed:
            if self.of:
                self.owners.append(party)
        elif self.slice.owns(k) or (inside is not None and names_owner(inside)):
            self.owners.append(party)
        elif inside is None or inside.kind != "person":
            self.heads.append(party)

    def _number(self, k: int) -> None:
        after, digits = self.slice.after(k), self.tokens[k].word.replace(",", "")
        count = read_count(digits) if digits.isdigit() else None
        if not self.governed and after is not None and after.kind == "word" and count is not None:
            self._counted(k, count)

    def _word(self, k: int) -> None:
        word, after = self.tokens[k].word, self.slice.after(k)
        if word in _ARTICLES and self.slice.begins(k) and not self.described:
            self.article = word
        refers = word in TYPE_OF and not self.governed and self.article == "the"
        if refers and not (after and after.kind == "body"):
            self.referred = named_before(self.tokens[k], self.focus.facts)
        if self._bounds(k):
            return
        if self.governed:
            self._governed_word(k)
        else:
            self._head_word(k)

    def _bounds(self, k: int) -> bool:
        """Whether the word only begins or ends what a preposition governs, or tells whose the next thing is."""
        word = self.tokens[k].word
        if self.slice.governs_nothing(k):
            return True
        if word in PREPOSITIONS:
            self.governed, self.of = word != "including", word == "of"
        elif word in TIMES or (word in _ARTICLES and self.slice.begins(k)):
            self.governed = self.of = False
        elif word in _NOMINATIVE:
            self.pronoun = self.pronoun or word
        elif self.slice.is_possessive(k):
            self.owners += self._persons(meant_by(word, self.focus, self.tokens[k].start))
        else:
            return False
        return True

    def _governed_word(self, k: int) -> None:
        """A word behind a preposition: behind "of" it may own the head, or be what the head counts."""
        word, after, lexicon = self.tokens[k].word, self.slice.after(k), self.lexicon
        if not self.of:
            return
        definite = k > self.start and self.tokens[k - 1].word in ("the", "this")
        if word in lexicon.singular and definite and (after is None or after.kind != "person"):
            self.owners += self._persons(self.focus.one(self.tokens[k].start))
        elif (word in lexicon.plural or word == "them") and (self.count or 0) > 1:
            self.plural = True  # "three of the women"

    def _head_word(self, k: int) -> None:
        """A pronoun, a description of people or a number that is (part of) the head."""
        word, lexicon = self.tokens[k].word, self.lexicon
        describes = word in lexicon.singular or word in lexicon.plural
        if word in _PERSONAL or word == "her":
            self.pronoun = self.pronoun or word
        elif self.slice.several(k):
            self.pronoun = self.pronoun or "they"
            self.size = _NUMBERS.get(word)
        elif word in lexicon.singular and self.slice.owns(k):
            self.owners += self._persons(self.focus.one(self.tokens[k].start))
        elif describes:
            self.described, self.called = True, word
            self.plural = self.plural or word in lexicon.plural
        elif word in lexicon.authority and not self.described:
            self._authority(k)
        elif word in _NUMBERS:
            self._counted(k, _NUMBERS[word])

    def _authority(self, k: int) -> None:
        """`The Ministry returned …`: the only such body named before, where no name or noun follows."""
        self.authority = True
        self.plural = self.plural or self.tokens[k].word.endswith(("s", "men"))
        after = self.slice.after(k) if k + 1 < self.end else None
        alone = after is None or after.word in PREPOSITIONS or is_adverb(after)
        if self.article == "the" and alone:
            self.referred = named_before(self.tokens[k], self.focus.facts)

    def _counted(self, k: int, number: int) -> None:
        """`X and four other activists`: who is counted behind a name stands beside it."""
        before = self.tokens[k - 1].word if k > self.start else ""
        self.count = count_behind(before, number) or self.count
        self.beside = bool(self.heads) and k > self.start and self.tokens[k - 1].word == "and"

    def _settle(self) -> Who:
        named = [p for p in self.heads if p.kind == "person"]
        heads = named or self._meant()
        belongs = any(p.kind == "person" for p in self.owners)
        return Who(
            heads=tuple(dict.fromkeys(heads)),
            owners=tuple(dict.fromkeys(self.owners)),
            count=None if heads else self._count(),
            people=self.described or bool(self.pronoun or named),
            authority=self.authority,
            # "His brother was questioned": somebody else than he.
            other=self.described and not heads and belongs,
            besides=self._besides() if named else None,
        )

    def _besides(self) -> int | None:
        """`X and four other activists`: how many are counted beside those named."""
        return self.count if self.beside and self.plural else None

    def _meant(self) -> list[Party]:
        """Whom a phrase that names no person means, by its pronoun, description or body."""
        if self.pronoun and not self.heads:
            return self._persons(meant_by(self.pronoun, self.focus, self.tokens[self.start].start, self.size))
        if self.described and not self.authority:
            return self._described()
        return self.heads or self.referred

    def _count(self) -> int | None:
        """How many people without names: `4 activists protested. The police attacked them` tells it before."""
        if self.plural and self.count is not None:
            return self.count
        again = self.pronoun in ("they", "them") or (self.plural and self.article == "the")
        return self.focus.counted if again else None

    def _described(self) -> list[Party]:
        """Whom ``the activist``, ``four activists`` stand for; ``an activist`` only the person of a header."""
        at = self.tokens[self.start].start
        group = self.focus.many(at) if self.plural else self.focus.one(at)
        counted_others = self.count is not None and not (self.plural and self.count == len(group))
        if self.heads or counted_others or not self._refers():
            return []
        # "The lawyer of X" is somebody else than X, and "the lawyer" nobody who is none.
        facts, nouns = self.focus.facts, self.lexicon.nouns
        meant = (party for party in self._persons(group) if party not in self.owners)
        return [party for party in meant if may_be_called(self.called, party, facts, nouns)]

    def _refers(self) -> bool:
        """Whether a description may stand for somebody named: ``the activist``, or ``an activist`` behind a header."""
        first = self.article or self.tokens[self.start].word
        if first in DETERMINERS - INDEFINITE:
            return True
        return self.focus.header and not self.plural and first in ("a", "an")

    @staticmethod
    def _persons(indices: tuple[int, ...]) -> list[Party]:
        return [Party("person", i) for i in indices]
