"""Who is meant by a stretch of words: names, lists of names, pronouns and descriptions that stand for somebody.

A name behind a preposition is not the head of its phrase: ``relatives of X`` are not X. A pronoun or description is
given to somebody only where one person fits; a wrong tie is worse than a missing one.
"""

from dataclasses import dataclass, field

from ingest.extract.acts.clauses import ADVERBS, DETERMINERS, MARKERS, PREPOSITIONS
from ingest.extract.acts.lexicon import Lexicon
from ingest.extract.acts.words import Token
from ingest.facts import EntryFacts, Party

_MALE, _FEMALE, _MANY = frozenset({"he", "him"}), frozenset({"she"}), frozenset({"they", "them"})
_SPEAKER = frozenset({"i", "me"})
_OWN_SPEAKER = frozenset({"my"})
_NOUN_PARTS = frozenset(
    ["party", "movement", "channel", "newspaper", "website", "site", "foundation", "fund", "association", "company"]
    + ["organization", "organisation", "editorial", "newsroom", "publication", "portal", "tv", "outlet", "agency", "youtube"]
)
# "In the morning X was taken": a word of time ends what its preposition governs.
_TIMES = frozenset(["morning", "afternoon", "evening", "night", "day", "today", "week", "noon", "midnight", "rally"])
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
            "eleven": 11, "twelve": 12, "dozen": 12, "twenty": 20}  # fmt: skip


@dataclass(slots=True)
class Who:
    """Whom a phrase names: its heads, the owners of its heads, and how many people it counts without naming them."""

    heads: tuple[Party, ...] = ()
    owners: tuple[Party, ...] = ()
    count: int | None = None
    people: bool = False
    authority: bool = False


@dataclass(slots=True)
class Focus:
    """Whom the telling is about at a point of the text: ``topic`` from the header, ``recent`` latest first."""

    facts: EntryFacts
    lexicon: Lexicon
    topic: tuple[int, ...] = ()
    header: bool = False
    recent: list[tuple[int, ...]] = field(default_factory=list)
    speaker: tuple[int, ...] = ()

    def note(self, persons: tuple[int, ...]) -> None:
        """Make these persons the ones a pronoun means."""
        if persons and (not self.recent or self.recent[0] != persons):
            self.recent.insert(0, persons)
            del self.recent[4:]

    def one(self, gender: str = "") -> tuple[int, ...]:
        """The one person a singular pronoun or description stands for, or nobody."""
        for group in (*self.recent, self.topic):
            if len(group) == 1 and self._fits(group[0], gender):
                return group
        return ()

    def many(self) -> tuple[int, ...]:
        """The several persons a plural pronoun stands for, or nobody."""
        return next((group for group in (*self.recent, self.topic) if len(group) > 1), ())

    def _fits(self, index: int, gender: str) -> bool:
        person = self.facts.persons[index]
        if person.role == "official" and index not in self.topic:
            return False
        told = gender_of(person.surname, person.given)
        return not gender or not told or told == gender


def gender_of(surname: str | None, given: str | None) -> str:
    """``m`` or ``f`` where the ending of the surname or patronymic tells it (Slavic and Kazakh endings), else empty."""
    for name in (surname, *(given or "").split()[1:]):
        low = (name or "").lower()
        if low.endswith(("ova", "eva", "ina", "skaya", "kyzy", "qyzy", "ovna", "evna")):
            return "f"
        if low.endswith(("ov", "ev", "yov", "in", "skiy", "sky", "uly", "ovich", "evich", "yev")):
            return "m"
    return ""


def phrase_end(tokens: list[Token], start: int, limit: int, stops: frozenset[int]) -> int:
    """Where the noun phrase that begins at ``start`` ends; ``stops`` are the indices where verbs begin."""
    k = start
    while k < limit:
        token = tokens[k]
        if k in stops and k > start:
            break
        if token.kind == "mark" and token.word not in ("(", ")", "-"):
            if token.word != "," or not _list_goes_on(tokens, k, limit):
                break
        elif (token.word in MARKERS and token.word not in ("as",) and k > start) or (token.word in PREPOSITIONS and token.word != "of" and k > start) or (token.word == "and" and k + 1 in stops) or (token.kind == "law" and k > start):
            break
        k += 1
    return k


def _list_goes_on(tokens: list[Token], comma: int, limit: int) -> bool:
    left = tokens[comma - 1]
    k = comma + 1
    while k < limit and tokens[k].word in ("and", "as", "well"):
        k += 1
    right = tokens[k] if k < limit else None
    return right is not None and left.kind == right.kind and left.kind in ("person", "body")


def who_is(tokens: list[Token], start: int, end: int, focus: Focus) -> Who:
    """Read the phrase ``tokens[start:end]``."""
    lexicon, who = focus.lexicon, Who()
    heads: list[Party] = []
    owners: list[Party] = []
    governed = of = False
    described = indefinite = plural = False
    pronouns: list[str] = []
    for k in range(start, end):
        token = tokens[k]
        if token.kind == "date":
            governed = of = False
        before = tokens[k - 1] if k > start else None
        after = tokens[k + 1] if k + 1 < len(tokens) else None
        if token.kind == "mark":
            if token.word == "," and not (before and before.kind == "person" and governed):
                governed = of = False
        elif token.kind == "person":
            party = Party("person", token.ref)
            if after is not None and after.word in ("'s", "'") and after.start == token.end:
                owners.append(party)
            elif not governed or (before is not None and before.kind == "body" and described and not plural):
                heads.append(party)
            elif of:
                owners.append(party)
        elif token.kind == "body":
            party = Party("body", token.ref)
            modifier = after is not None and after.kind == "word" and k + 1 < end and after.word not in PREPOSITIONS and after.word not in ("and", "or")
            possessive = after is not None and after.word in ("'s", "'")
            if governed:
                if of:
                    owners.append(party)
            elif possessive or (modifier and after is not None and after.word not in _NOUN_PARTS):
                owners.append(party)
            elif not (after is not None and after.kind == "person" and k + 1 < end):
                heads.append(party)
        elif token.kind == "word":
            word = token.word
            if word in PREPOSITIONS:
                governed, of = True, word == "of"
            elif word in _TIMES:
                governed = of = False
            elif word in ("his", "her", "their", "my"):
                nxt = after.kind == "word" and k + 1 < end if after is not None else False
                if word == "her" and not nxt:
                    if not governed:
                        pronouns.append("she")
                else:
                    owners += [Party("person", i) for i in _pronoun(word, focus)]
            elif governed and not of:
                continue
            elif word in _MALE | _FEMALE | _MANY | _SPEAKER:
                if not governed:
                    pronouns.append(word)
            elif word in lexicon.singular or word in lexicon.plural:
                if not governed:
                    described = True
                    plural = plural or word in lexicon.plural
                    first = tokens[start].word
                    indefinite = first in ("a", "an", "another", "some", "one") or first not in DETERMINERS
                elif of and after is not None and after.kind != "person" and word in lexicon.singular:
                    if before is not None and before.word in ("the", "this"):
                        owners += [Party("person", i) for i in focus.one()]
                if after is not None and after.word in ("'s", "'") and word in lexicon.singular and not governed:
                    owners += [Party("person", i) for i in focus.one()]
                    described = False
            elif word in lexicon.authority and not governed and not described:
                who.authority = True
            elif word in _NUMBERS and not governed:
                who.count = _NUMBERS[word]
        elif token.kind == "number" and not governed and after is not None and after.kind == "word" and token.word.replace(",", "").isdigit():
            who.count = int(token.word.replace(",", ""))
    named = [p for p in heads if p.kind == "person"]
    if named:
        heads = named
    elif pronouns and not heads:
        heads = [Party("person", i) for i in _pronoun(pronouns[0], focus)]
    elif described and not who.authority:
        group = focus.many() if plural else focus.one()
        allowed = not indefinite or (focus.header and not plural and tokens[start].word in ("a", "an"))
        if (not heads and allowed and who.count is None) or (not heads and allowed and plural and who.count == len(group)):
            heads = [Party("person", i) for i in group]
        else:
            heads = [h for h in heads if h.kind == "body" and not described]
    who.heads = tuple(dict.fromkeys(heads))
    who.owners = tuple(dict.fromkeys(owners))
    who.people = described or bool(pronouns) or bool(named)
    if not plural or who.heads:
        who.count = None
    return who


def _pronoun(word: str, focus: Focus) -> tuple[int, ...]:
    if word in ("he", "him", "his"):
        return focus.one("m")
    if word in ("she", "her"):
        return focus.one("f")
    if word in ("they", "them", "their"):
        return focus.many()
    return focus.speaker or focus.one()


def skip_adverbs(tokens: list[Token], k: int, limit: int) -> int:
    """The index of the first token from ``k`` on that is no adverb."""
    while k < limit and tokens[k].kind == "word" and (tokens[k].word in ADVERBS or tokens[k].word.endswith("ly")):
        k += 1
    return k
