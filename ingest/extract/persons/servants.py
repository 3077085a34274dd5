"""The office of somebody who heads a body of the state, serves in it or speaks for it (annotation, persons)."""

from collections.abc import Sequence

from ingest.jurisdictions.lexicons import office_words
from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import Office

ENDS = frozenset({",", ";", ":", "—", "–", "“", "”", "«", "»", '"', "(", ")"})
"""Marks that end a phrase."""
_ARTICLES = frozenset({"the", "a", "an"})
_VERBS = frozenset({"was", "were", "is", "are", "has", "had", "by", "that", "who", "with", "from", "against", "when"})
_OF = frozenset({"of", "in", "at", "for", "from"})
_LEADS = frozenset({"heads", "leads", "headed", "led", "directs", "chairs"})
# How many words may be between the name of a body and that of its servant: "of the Springfield region".
_PLACE = 4
# Words: an apposition that no mark ends is cut off here.
_LONGEST = 14


def office_of_servant(before: Sequence[str], behind: Sequence[str], jurisdiction: Jurisdiction) -> Office | None:
    """`A representative of the ministry, X`, `head of the city's police X`, `X, an official of the ministry`.

    ``before`` and ``behind`` are the words and marks around a name, in lower case.
    """
    touching = _last_phrase(before[:-1] if before[-1:] == [","] else before)
    if office := _office_of(touching, jurisdiction, touching=True):
        return office
    return _office_of(_apposition(behind), jurisdiction)


def _apposition(behind: Sequence[str]) -> list[str]:
    """The words between the comma right after a name and the next mark: `the head of the department`."""
    if behind[:1] != [","]:
        return []
    words = list(behind[1 : _LONGEST + 1])
    if words[:1] == ["who"] and words[1:2] and words[1] in _LEADS:
        words = ["head", "of", *words[2:]]
    return words[: next((i for i, word in enumerate(words) if word in ENDS | _VERBS), _LONGEST)]


def _last_phrase(words: Sequence[str]) -> list[str]:
    """The words after the last mark or verb."""
    start = max((i + 1 for i, word in enumerate(words) if word in ENDS | _VERBS), default=0)
    return list(words[start:])


def _office_of(phrase: Sequence[str], jurisdiction: Jurisdiction, *, touching: bool = False) -> Office | None:
    """The office of the body whose servant a phrase describes: `an official of the ministry`, `a city police chief`."""
    lexicon = office_words(jurisdiction)
    words = [word for word in phrase if word not in _ARTICLES]
    if lexicon.former & set(words) or lexicon.private & set(words):
        return None
    servant, body = _parts_of(words)
    if not any(servant.endswith(f" {word}") for word in lexicon.servants):
        return None
    offices = (office for office, names in lexicon.bodies.items() if _has_any(body, names, touching))
    return next(offices, None)


def _parts_of(words: Sequence[str]) -> tuple[str, str]:
    """The servant and the body of a phrase, each with a blank before it: `head of the police`, `police spokesman`."""
    link = next((i for i, word in enumerate(words) if word in _OF), None)
    servant, body = (words[:link], words[link + 1 :]) if link else (words[-1:], words[:-1])
    return f" {' '.join(servant)}", f" {' '.join(body)}"


def _has_any(text: str, names: Sequence[str], touching: bool) -> bool:
    return any(_has_body(text, name, touching) for name in names)


def _has_body(text: str, name: str, touching: bool) -> bool:
    """Whether a body's name is in a text; where a person's name must follow, with nothing but its place behind it."""
    _, found, behind = text.partition(f" {name}")
    if not found or not touching:
        return bool(found)
    words = behind.split()
    return not words or (words[0] in _OF and len(words) <= _PLACE) or (behind[:1] != " " and len(words) == 1)
