"""What the title beside a name means: an office, or that somebody defends or is family (annotation, persons)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from ingest.extract.persons.servants import ENDS, office_of_servant
from ingest.jurisdictions.lexicons import office_words
from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import FAMILY_AND_LAWYERS, JUDICIARY, Office

Meaning = Literal[Office, "lawyer", "relative"]
"""What a title means: an office, or that somebody defends or is family."""
_STOPS = frozenset({"who", "whom", "that", "which", "was", "were", "is", "by", "against", "with", "to", "from", "when"})
# Behind a name between commas these go on about it.
_GO_ON = frozenset({"who", "whose", "and", "with", "from", "to"})
_OWN = frozenset({"his", "her", "their"})
# How many words behind a name "her client" may be.
_CLIENT = 14
# "X, who is a prosecutor", "X, who works as a judge".
_IS = frozenset({"is", "was", "as", "acts", "acted", "works", "serves", "sat", "sits", "presides", "presided"})


@dataclass(frozen=True)
class Titles:
    """Titles with what each means (an office, ``lawyer`` or ``relative``), by their first and by their last word.

    Under each word the longest title stands first.
    """

    by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]]
    by_last: dict[str, list[tuple[tuple[str, ...], Meaning]]]


@cache
def _titles(jurisdiction: Jurisdiction) -> Titles:
    words = office_words(jurisdiction)
    # A pack may give a shared title, such as governor, to another office; the one read last wins.
    meaning: dict[str, Meaning] = {title: office for office, titles in words.offices.items() for title in titles}
    meaning |= dict.fromkeys(words.foreign_titles, "foreign")
    meaning |= dict.fromkeys(words.lawyers, "lawyer")
    meaning |= {title: "relative" for titles in words.kin.values() for title in titles}
    meaning |= {f"{rank} {title}": office for rank in words.ranks_below for title, office in meaning.items()} | meaning
    meaning |= {f"{title}s": office for title, office in meaning.items() if f"{title}s" not in meaning}
    titles = Titles(defaultdict(list), defaultdict(list))
    for title, office in sorted(meaning.items(), key=lambda item: (-len(item[0].split()), item[0])):
        parts = tuple(title.split())
        titles.by_first[parts[0]].append((parts, office))
        titles.by_last[parts[-1]].append((parts, office))
    return titles


def title_beside(
    before: Sequence[str], behind: Sequence[str], jurisdiction: Jurisdiction
) -> tuple[Meaning, str] | None:
    """What a title beside a name means (an office, ``lawyer`` or ``relative``), and the rule that found it."""
    if meaning := _meaning_before(before, behind, jurisdiction):
        return meaning, "roles.title_before"
    if meaning := _meaning_behind(behind, jurisdiction):
        return meaning, "roles.title_behind"
    if meaning := _apposed(before, behind, jurisdiction):
        return meaning, "roles.title_then_name"
    if meaning := office_of_servant(before, behind, jurisdiction):
        return meaning, "roles.serves_body"
    return ("lawyer", "roles.represents") if _represents(before, behind, jurisdiction) else None


def _represents(before: Sequence[str], behind: Sequence[str], jurisdiction: Jurisdiction) -> bool:
    """`defended by X`, `X, who represents Y`, `says X of the term of her client`."""
    words = office_words(jurisdiction)
    if before[-1:] == ["by"] and before[-2:-1] and before[-2] in words.represented:
        return True
    if tuple(behind[:2]) == (",", "who"):
        return bool(words.representing & set(behind[2:4]) or words.defence & set(behind[2:7]))
    # `The hairdresser X of her client`: a calling of their own.
    described = before[-2:-1] and before[-2] in ("the", "a", "an")
    return not described and any(pair[0] in _OWN and pair[1] in words.clients for pair in pairwise(behind[:_CLIENT]))


def _meaning_before(before: Sequence[str], behind: Sequence[str], jurisdiction: Jurisdiction) -> Meaning | None:
    """`Deputy Prosecutor General X`, `judges X and Y`, `the mayor of the city X`: the title nearest before the name."""
    words = list(before)
    if words[-1:] == ["and"]:
        return None  # `the lawyer and X`: two people
    if len(words) > 2 and words[-1] == ",":
        # `The investigator, X, did not come`, but not `According to the lawyer, X is ill`.
        words = words[:-1]
        if words[-1] in ENDS or (behind[:1] and behind[0].isalpha() and behind[0] not in _GO_ON):
            return None
    for end in range(len(words), max(0, len(words) - 7), -1):
        between = words[end:]
        if any(word in ENDS or word in _STOPS for word in between):
            return None
        title = _title_at_end(words[:end], jurisdiction)
        if title is None:
            continue
        if _is_former(words[:end], jurisdiction) or _is_kin_of_another(words[:end], title):
            return None
        return title if _leads_to_name(title, between, jurisdiction) else None
    return None


def _leads_to_name(title: Meaning, between: Sequence[str], jurisdiction: Jurisdiction) -> bool:
    """Whether between a title and the name only what it is a title of stands: `of the city court of Y`."""
    if not between:
        return True
    if office_words(jurisdiction).private & set(between):
        return False  # `the President of the foundation X`
    # `the mother of X`, `the lawyer of X`: somebody else is meant.
    return between[0] in ("of", "for", "in", "at") and title not in FAMILY_AND_LAWYERS


def _is_kin_of_another(words: Sequence[str], title: Meaning) -> bool:
    """`Said X, whose brother Y is in prison`: the relative is X; `the party and its lawyer X`: nobody's."""
    return (title, words[-2:-1]) in (("relative", ["whose"]), ("lawyer", ["its"]))


def _apposed(before: Sequence[str], behind: Sequence[str], jurisdiction: Jurisdiction) -> Meaning | None:
    """`The investigating judge of the X district, NAME, placed him`: the name is between two commas."""
    if before[-1:] != [","] or behind[:1] == ["and"]:
        return None
    phrase = _last_phrase(before[:-1])
    if phrase[:1] not in (["the"], ["a"], ["an"]) or "of" not in phrase:
        return None
    meaning = _title_at_end(phrase[: phrase.index("of")], jurisdiction)
    between_commas = behind[:1] == [","] and meaning in JUDICIARY | FAMILY_AND_LAWYERS
    return meaning if between_commas or meaning == "relative" else None


def _last_phrase(words: Sequence[str]) -> list[str]:
    """The words behind the last that ends a phrase."""
    start = max((i for i, word in enumerate(words) if word in ENDS or word in _STOPS), default=-1) + 1
    return list(words[start:])


def _is_former(words: Sequence[str], jurisdiction: Jurisdiction) -> bool:
    return bool(office_words(jurisdiction).former & set(words[-4:]))


def _meaning_behind(behind: Sequence[str], jurisdiction: Jurisdiction) -> Meaning | None:
    """`X, the President of …`, `X, deputy head of the police department`: an apposition after a comma."""
    if not behind or behind[0] not in (",", "("):
        return None
    words = _behind_relative([w for w in behind[1:9] if w not in ("the", "a", "an")])
    if words[:1] == ["whose"] and words[1:2] and _title_at(words[1:], jurisdiction) == ((words[1],), "relative"):
        return "relative"
    if words and words[0] in office_words(jurisdiction).former:
        return None
    return None if _opens_another(words, jurisdiction) else _titled(words, jurisdiction)


def _opens_another(words: Sequence[str], jurisdiction: Jurisdiction) -> bool:
    """`X, and his lawyer Y`, `X, his lawyer Y`: the title is somebody else's."""
    if words[:1] == ["and"]:
        return True
    titled = _title_at(words[1:], jurisdiction) if words[:1] and words[0] in _OWN and words[1:] else None
    behind = words[1 + len(titled[0]) :][:1] if titled else []
    return bool(behind) and behind[0] not in ENDS | _STOPS | _GO_ON


def _behind_relative(words: Sequence[str]) -> list[str]:
    """The words without "who is", "who works as"."""
    if words[:1] != ["who"] or not set(words[1:2]) & _IS:
        return list(words)
    return list(words[2 + (words[2:3] == ["as"]) :])


def _titled(words: Sequence[str], jurisdiction: Jurisdiction) -> Meaning | None:
    """What the title means that opens an apposition, or stands within its first words."""
    for start, word in enumerate(words[:4]):
        if word in ENDS or word in _STOPS:
            return None
        if titled := _title_at(words[start:], jurisdiction):
            title, meaning = titled
            # `deputy head of a foundation` is no deputy of a parliament.
            under = title == ("deputy",) and words[start + 1 : start + 2] not in ([], ["of"], [","])
            return None if under else meaning
        if word in ("of", "who", "from"):
            return None
    return None


def is_title(words: Sequence[str], jurisdiction: Jurisdiction) -> bool:
    """Whether words in lower case are a title, and nothing more."""
    titled = _title_at(words, jurisdiction)
    return titled is not None and len(titled[0]) == len(words)


def _title_at(words: Sequence[str], jurisdiction: Jurisdiction) -> tuple[tuple[str, ...], Meaning] | None:
    """The longest title that opens the words, with what it means."""
    for title, meaning in _titles(jurisdiction).by_first.get(words[0], ()):
        if tuple(words[: len(title)]) == title:
            return title, meaning
    return None


def _title_at_end(words: Sequence[str], jurisdiction: Jurisdiction) -> Meaning | None:
    for title, meaning in _titles(jurisdiction).by_last.get(words[-1], ()) if words else ():
        # "Major of justice X": after "of" such a word is a thing and no title.
        thing = words[-2:-1] == ["of"] and words[-1] in office_words(jurisdiction).things
        if len(words) >= len(title) and tuple(words[-len(title) :]) == title and (len(title) > 1 or not thing):
            return meaning
    return None
