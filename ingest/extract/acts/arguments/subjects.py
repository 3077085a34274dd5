"""Whom a verb has as its subject.

It is looked for from the verb backwards: the phrase before it, a name that an apposition or a provision between commas
follows, or how the sentence opens.
"""

from dataclasses import replace

from ingest.extract.acts.arguments.focus import Focus, Who
from ingest.extract.acts.arguments.parties import who_is
from ingest.extract.acts.syntax.bounds import phrase_end
from ingest.extract.acts.syntax.clauses import Sentence
from ingest.extract.acts.syntax.grammar import PREPOSITIONS
from ingest.extract.acts.syntax.verbs.auxiliaries import is_adverb
from ingest.extract.acts.syntax.verbs.verb import Verb
from ingest.facts import Party


class SubjectReader:
    """Reads the subjects of one sentence's verbs, with the focus as it stands."""

    def __init__(self, sentence: Sentence, focus: Focus) -> None:
        """Keep what every step needs."""
        self._tokens, self._focus = sentence.tokens, focus
        self._finite = frozenset(verb.head for verb in sentence.verbs if verb.form == "finite")

    def read(self, verb: Verb) -> Who:
        """Whom the words before the verb name: the nearest phrase, or the one the sentence opens with."""
        if verb.coordinated is not None and verb.form == "finite":
            return self.read(verb.coordinated)
        start, end = verb.subject
        while end > start and (self._tokens[end - 1].kind == "mark" or self._adverb_behind_mark(end - 1, start)):
            end -= 1
        resumed = end < verb.subject[1]
        last = self._last_segment(start, end)
        who = who_is(self._tokens, last, end, self._focus)
        if last > start:
            return self._behind_comma(start, last, end, who, resumed)
        return self._opening(start, end) if resumed and not who.heads else who

    def _last_segment(self, start: int, end: int) -> int:
        """Where what follows the last comma, dash or colon begins; a comma between two names is none."""
        while end > start and not (self._tokens[end - 1].word in (",", "—", "–", ":") and not self._joint(end - 1)):
            end -= 1
        return end

    def _behind_comma(self, start: int, last: int, end: int, who: Who, resumed: bool) -> Who:
        """`X, a teacher, | said`: whom a clause names in which ``who`` stands behind a comma at ``last``.

        ``resumed``: a mark stands between that and the verb.
        """
        named = bool(who.heads) and any(t.named for t in self._tokens[last:end])
        if named and self._where_from(last, end) and self._tokens[max(last - 2, start)].kind == "person":
            return Who(heads=(Party("person", self._tokens[last - 2].ref),), people=True)
        if named:
            among = self._tokens[last].word in ("among", "including")
            # "Eight others, among them X and Y": these, and the rest by their number.
            if among:
                return replace(who, besides=who_is(self._tokens, start, last, self._focus).count)
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
        opened = next((k for k in range(start, end) if self._tokens[k].word == "("), end)
        words = [t for t in self._tokens[start:opened] if t.kind != "mark"]
        closed = opened == end or ")" in (t.word for t in self._tokens[end - 1 : end + 1])
        return [t.kind for t in words] == ["body"] and closed

    def _with_listed_before(self, start: int, last: int, end: int, who: Who) -> Who:
        """`The activist X, his brother Y | and their lawyer Z were …`: the people of the list's earlier parts too."""
        joined = any(t.word == "and" and not self._joint(k) for k, t in enumerate(self._tokens[last:end], last))
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
        if all(t.kind == "mark" for t in self._tokens[start:last]):
            return False
        if resumed and not who.people:
            return True
        return all(t.kind in ("law", "number") or t.word in PREPOSITIONS for t in self._tokens[last:end])

    def _heads(self, start: int, end: int) -> tuple[Party, ...]:
        """The heads of what stands between: of ``supporters of X, a member of …`` X is none."""
        return who_is(self._tokens, start, end, self._focus).heads

    def _many(self, start: int, end: int) -> bool:
        return any(t.word in self._focus.lexicon.plural for t in self._tokens[start:end] if t.kind == "word")

    def _adverb_behind_mark(self, k: int, low: int) -> bool:
        return k > low and is_adverb(self._tokens[k]) and self._tokens[k - 1].kind == "mark"

    def _joint(self, k: int) -> bool:
        """Whether the comma at ``k`` stands between two names of one list, over "and" and "the"."""
        left = self._tokens[k - 1] if k else None
        k += 1
        while k < len(self._tokens) and self._tokens[k].word in ("and", "the"):
            k += 1
        right = self._tokens[k] if k < len(self._tokens) else None
        return left is not None and right is not None and left.named and left.kind == right.kind

    def _apposed(self, k: int, low: int) -> list[Party]:
        """The names that stand before the comma at ``k - 1``, over a provision between commas."""
        k -= 1
        while k > low and (self._tokens[k].kind in ("mark", "law")):
            k -= 1
        names: list[Party] = []
        while k >= low and (self._tokens[k].kind == "person" or self._tokens[k].word in (",", "and")):
            if self._tokens[k].kind == "person":
                names.insert(0, Party("person", self._tokens[k].ref))
            k -= 1
        return names

    def _nearest(self, start: int, end: int) -> Who:
        """Going back over what stands between commas, the first that is headed by a name; else how it opens."""
        while end > start:
            end -= 1
            begin = self._last_segment(start, end)
            if any(t.named for t in self._tokens[begin:end]):
                who = who_is(self._tokens, begin, end, self._focus)
                if any(p.kind == "person" for p in who.heads):
                    return who if self._tells(start, begin) else self._with_listed_before(start, begin, end, who)
            end = begin
        return self._opening(start, end)

    def _tells(self, start: int, end: int) -> bool:
        """`X spoke, | and Y was detained`: whether a clause ends there, and no list goes on."""
        return not self._finite.isdisjoint(range(start, end))

    def _opening(self, start: int, end: int) -> Who:
        """The first phrase of the clause that is not behind a preposition."""
        k = start
        while k < end:
            token = self._tokens[k]
            if token.word in PREPOSITIONS or token.kind == "mark":
                k += 1
                if token.word in PREPOSITIONS:
                    while k < end and self._tokens[k].kind != "mark":
                        k += 1
                continue
            stop = phrase_end(self._tokens, k, end, frozenset())
            who = who_is(self._tokens, k, max(stop, k + 1), self._focus)
            if who.heads:
                return who
            k = max(stop, k + 1)
        return Who()
