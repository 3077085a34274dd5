"""Which words name a place of detention or police custody (annotation, courts, facilities, organisations)."""

from collections.abc import Iterator

from ingest.extract.institutions.mention import Mention
from ingest.extract.institutions.name_bounds import name_after, name_before, number_after, skip_modifiers
from ingest.extract.institutions.vocabulary import Head, Vocabulary
from ingest.extract.institutions.words import Words
from ingest.vocabulary import FacilityKind

_MOVED = frozenset(
    {
        "taken",
        "brought",
        "driven",
        "delivered",
        "escorted",
        "transported",
        "led",
        "convoyed",
        "transferred",
        "took",
        "drove",
        "dragged",
        "carried",
    }
)
_MEN = frozenset(
    {"officer", "officers", "inspector", "inspectors", "chief", "employee", "employees", "captain", "major"}
)
_NEAR = 9
_INSIDE = frozenset({"in", "inside", "at", "to", "into"})
_PLACED = _INSIDE | {"from"}
_BUILDINGS = frozenset(
    {"building", "basement", "premises", "gym", "corridor", "yard", "cell", "cells", "room", "walls"}
)
# Who is called or writes to a police department is not held there.
_CALLED = frozenset({
    "summoned", "summons", "summonses", "called", "invited", "invitation", "witness", "complaint", "statement",
    "plaint", "application", "appeal", "letter", "suit", "lawsuit", "claim", "sued", "submitted", "filed", "sent",
    "complained", "applied", "turned", "recover", "recovered",
})  # fmt: skip


def read_facility(words: Words, i: int, j: int, head: Head, terms: Vocabulary) -> Mention | None:
    """The facility around the head ``i`` to ``j``; a police department with no name may be an organisation.

    It is a facility if somebody is in it or is taken there, and an organisation if it acts or is only spoken of.
    """
    if head.needs == "number":
        return _read_numbered(words, i, j, head)
    police = head.type == "police_station"
    first = _begin(words, i, terms)
    last = name_after(words, j, terms, place=police)
    if head.needs == "owner" and (words.at(j) in _MEN or not words.is_name(i - 1) or first == i):
        return None
    if last > j or (police and first < i) or _has_name(words, first, i):
        return _read_named(words, (i, j), (first, last), head)
    return _read_nameless_police(words, i, j, head) if police and words.is_name(i) else None


def _read_named(words: Words, at: tuple[int, int], name: tuple[int, int], head: Head) -> Mention:
    """The facility of a name around the head ``at``; a police department that holds nobody is an organisation."""
    first, last = name
    if head.type != "police_station":
        return Mention(skip_modifiers(words, first, at[0]), last, "facility", head.type, "facilities.named", at)
    if not _holds_somebody(words, first) and not _is_place_elsewhere(words, first, last):
        doubt = "nobody is in it or is taken to it"
        return Mention(first, last, "organisation", "state", "organisations.police_as_party", at, "medium", doubt)
    return Mention(first, last, "facility", head.type, "facilities.named", at)


def _read_numbered(words: Words, i: int, j: int, head: Head) -> Mention | None:
    last = number_after(words, j)
    return Mention(i, last, "facility", head.type, "facilities.numbered", (i, j)) if last > j else None


def _begin(words: Words, i: int, terms: Vocabulary) -> int:
    """Where the name begins before its head, without the country's words."""
    first = name_before(words, i, terms)
    while first < i and words.low[first] in terms.country:
        first += 1
    return first


def _read_nameless_police(words: Words, i: int, j: int, head: Head) -> Mention:
    """A police department without a name, printed with a capital: a facility where somebody is in it."""
    if _somebody_is_there(words, i):
        doubt = "no name, known by who was there"
        return Mention(i, j, "facility", head.type, "facilities.police_without_name", (i, j), "medium", doubt)
    doubt = "no name, known by its capital"
    return Mention(i, j, "organisation", "state", "organisations.police_with_capital", (i, j), "medium", doubt)


def _has_name(words: Words, first: int, i: int) -> bool:
    """Whether a capital or a number is among the words before the head."""
    return any(words.is_name(k) or words.raw[k][0].isdigit() for k in range(first, i))


def _somebody_is_there(words: Words, i: int) -> bool:
    """Whether the words before a head say that somebody is in it or is taken to it."""
    if words.at(i - 1) != "the":
        return False
    before = words.at(i - 2)
    if before == "of":
        return words.at(i - 3) in ("building", "basement", "premises", "office")
    if before == "to":
        return not _MOVED.isdisjoint(words.low[max(0, i - _NEAR) : i])
    return before in ("in", "inside", "at")


def _holds_somebody(words: Words, first: int) -> bool:
    """`At the X police department`, `taken to the X police department`; not so where it acts, or somebody is called."""
    k = first - 1 - (words.at(first - 1) == "the")
    if words.at(k) == "of":
        return words.at(k - 1) in _BUILDINGS
    return words.at(k) in _PLACED and _CALLED.isdisjoint(words.low[max(0, k - _NEAR) : k])


def _is_place_elsewhere(words: Words, first: int, last: int) -> bool:
    """Whether the entry also says that somebody is in a body of this name, or is taken to it."""
    name = words.low[first:last]
    for k in range(len(words.low) - len(name) + 1):
        if k != first and words.low[k : k + len(name)] == name and _holds_somebody(words, k):
            return True
    return False


def find_codes(words: Words, terms: Vocabulary) -> Iterator[Mention]:
    """Facilities by their code, named without the word facility; the words around say whether it is a remand prison."""
    if terms.codes is None:
        return
    ends = {end: i for i, end in enumerate(words.end)}
    starts = {start: i for i, start in enumerate(words.start)}
    for match in terms.codes.finditer(words.text):
        first, last = starts.get(match.start()), ends.get(match.end())
        if first is not None and last is not None:
            near = set(words.low[max(0, first - 4) : last + 4 + 1])
            type: FacilityKind = "remand" if near & terms.remand_words or match.lastgroup == "remand" else "prison"
            yield Mention(first, last + 1, "facility", type, "facilities.code")
