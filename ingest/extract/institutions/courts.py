"""Which words name a court: level, matter, number and place (annotation, courts, facilities, organisations)."""

from ingest.extract.institutions.mention import Mention
from ingest.extract.institutions.name_bounds import name_after, name_before, number_after
from ingest.extract.institutions.vocabulary import Head, Vocabulary
from ingest.extract.institutions.words import Words

# "The specialized court on administrative offenses", "the court for the affairs of minors".
_MATTERS = frozenset({
    "administrative", "criminal", "civil", "economic", "juvenile", "minors", "cases", "offenses", "offences", "affairs",
    "matters", "of",
})  # fmt: skip


def _matter_after(words: Words, j: int) -> int:
    """The end of the matters a court deals with, named after it in small letters; ``j`` where there are none."""
    if words.at(j) not in ("on", "for"):
        return j
    k = j + 1 + (words.at(j + 1) == "the")
    end = k
    while words.at(end) in _MATTERS:
        end += 1
    return end if end > k and words.at(end - 1) != "of" else j


def read_court(words: Words, i: int, j: int, head: Head, terms: Vocabulary) -> Mention | None:
    """The court around the head ``i`` to ``j``; none for a bare "the court"."""
    first = _begin(words, i, terms)
    last = number_after(words, j)
    numbered = last > j
    if words.at(last) == "of" and words.at(last + 1) in terms.court_tails and not words.is_name(last + 1):
        last += 2 + (words.at(last + 1) == "human")
    tail = last
    last = matter = _matter_after(words, last)
    last = name_after(words, last, terms, whole=words.is_name(i))
    if first == i and (last == j or _has_only_place(words, i, j, last)):
        return None
    inside = frozenset(words.low[first:last])
    kind = next((kind for kind, those in terms.court_kinds.items() if inside & those), head.type)
    if first < i:
        rule = "courts.named_before"
    elif numbered:
        rule = "courts.numbered"
    elif tail > j:
        rule = "courts.level_behind"
    else:
        rule = "courts.matter_behind" if matter > tail else "courts.name_behind"
    return Mention(first, last, "court", kind, rule, (i, j))


def _begin(words: Words, i: int, terms: Vocabulary) -> int:
    """Where the court's name begins before its head, without the country and small words such as "state"."""
    first = name_before(words, i, terms)
    if first + 1 == i and words.low[first] in terms.country:
        return i
    while first < i and words.low[first] in ("state", "public", "national") and not words.is_name(first):
        first += 1
    return first


def _has_only_place(words: Words, i: int, j: int, last: int) -> bool:
    """Whether nothing but "of the" and one word is after a head in small letters ("the court of the city")."""
    return last == j + 3 and words.at(j) == "of" and words.at(j + 1) == "the" and not words.is_name(i)
