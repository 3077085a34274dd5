"""Bodies that receive a sanction: "the newspaper was fined", "the court ordered the company to pay"."""

import re
from typing import NamedTuple

from ingest.extract.addressees.scene import Scene
from ingest.extract.sanctions.lexicon.words import THINGS, Patterns, Reading
from ingest.facts import Body, Party, Span
from ingest.vocabulary import SanctionKind

_KINDS: frozenset[SanctionKind] = frozenset({"fine", "damages", "warning", "ban"})
# How far a sanction may stand from the verb behind the body, and a body from the verb or the sum before it.
_REACH = 110
_NEAR = 45
_SKIPPED = 2
# "the editor of “X” was fined": not X.
_OWNED = re.compile(r"\b(?:of|at|for|from|with|to|by|against|in|on)\s(?:the\s|an?\s)?(?:[a-zA-Z-]+\s){0,3}[“\"«‘']?$")
# "300,000 crowns in moral damages from the ministry"
_PAID_FROM = re.compile(r"(?:\s(?:in|for|of|as)\s[a-z\s]{3,30})?\sfrom\s(?:the\s)?")
_OF_BODY = re.compile(r"\sof\s(?:the\s)?(?:[a-zA-Z-]+\s){0,4}[“\"«]?")
_CLOSERS = "”\"»’')"
# "the newspaper “X” and its editor Y were fined": both.
_AND_BODY = re.compile(r",?\sand\s(?:[a-z’'-]+\s){0,3}[“\"«‘']?$")
_AND_PERSON = re.compile(r"[”\"»’')]*(?:\s[a-z-]+){0,2}?,?\sand\s(?:[a-z’'-]+\s){0,3}$")
_DESCRIBED = re.compile(r"\s(?:[a-zA-Z-]+\s){0,4}[“\"«‘'(]?$")


class FinedBodies(NamedTuple):
    """The bodies that receive a sanction, and the persons (indexes) that the words put beside them."""

    bodies: tuple[Party, ...]
    persons: tuple[int, ...] = ()


def find_fined_bodies(
    scene: Scene, bodies: tuple[Body, ...], reading: Reading, patterns: Patterns
) -> FinedBodies | None:
    """The organisation to which the words beside it give a sanction, with the persons in one list with it."""
    if reading.kind not in _KINDS or not bodies:
        return None
    sentence = scene.sentence_at(reading.span.start)
    near = sorted(
        (span, index)
        for index, body in enumerate(bodies)
        if body.kind == "organisation"
        for span in body.evidence.spans
        if sentence.start <= span.start < sentence.end
    )
    for span, index in near:
        if _undergoes(scene, span, reading, patterns) or _is_given(scene, span, reading, patterns):
            return FinedBodies((Party("body", index),), _persons_beside(scene, span))
    return None


def find_stopped_body(scene: Scene, bodies: tuple[Body, ...], reading: Reading) -> tuple[Party, ...]:
    """The organisation whose activity is stopped: "the activity of the union “X” was suspended for"."""
    sentence = scene.sentence_at(reading.span.start)
    for thing in THINGS.finditer(scene.text, sentence.start, reading.span.start):
        for index, body in enumerate(bodies):
            starts = (span.start for span in body.evidence.spans if thing.end() <= span.start <= thing.end() + _NEAR)
            if any(_OF_BODY.fullmatch(scene.text, thing.end(), start) for start in starts):
                return (Party("body", index),)
    return ()


def _undergoes(scene: Scene, body: Span, reading: Reading, patterns: Patterns) -> bool:
    """ "“X” was fined", "fined “X” 500,000", "ordered “X” to pay": the sanction is said behind the body."""
    text = scene.text
    if body.end > reading.span.start or reading.span.start - body.end > _REACH:
        return False
    gap = text[body.end : reading.span.end]
    owned = _OWNED.search(text[max(0, body.start - _NEAR) : body.start]) is not None
    if not owned and (_is_fined(gap, patterns) or _listed_with_person(scene, body, reading, patterns)):
        return True
    said_before = _fines(text[max(0, body.start - _NEAR) : body.start], scene, patterns)
    return said_before and reading.span.start - body.end <= _NEAR and not set(gap) & set(";:")


def _is_fined(behind: str, patterns: Patterns) -> bool:
    """Whether a verb of being fined follows, at most two words such as "newspaper" before it."""
    rest = behind.lstrip(_CLOSERS).lstrip(" ,")
    for _ in range(_SKIPPED + 1):
        if patterns.lists["body_undergoes"].match(rest):
            return True
        word, _, rest = rest.partition(" ")
        if not word.isalpha() or not word.islower():
            return False
    return False


def _listed_with_person(scene: Scene, body: Span, reading: Reading, patterns: Patterns) -> bool:
    """ "“X” and its editor Y were fined"."""
    group = next(iter(scene.groups_within(body.end, reading.span.start)), None)
    if group is None or not _AND_PERSON.fullmatch(scene.text[body.end : group.start]):
        return False
    return _is_fined(scene.text[group.end : reading.span.end], patterns)


def _fines(ahead: str, scene: Scene, patterns: Patterns) -> bool:
    """Whether a verb of fining stands before the body with nothing but words for what it is between."""
    verbs = list(patterns.lists["body_fined"].finditer(ahead))
    return bool(verbs) and _only_describes(ahead[verbs[-1].end() :], scene)


def _only_describes(gap: str, scene: Scene) -> bool:
    words = gap.lower().split()
    fits = _DESCRIBED.fullmatch(gap) is not None
    return fits and not any(word in scene.words.ends_list - {"the"} or word.endswith("ing") for word in words)


def _is_given(scene: Scene, body: Span, reading: Reading, patterns: Patterns) -> bool:
    """ "a fine of 500,000 on “X”", "recovered 300,000 from the department": the body behind the sanction."""
    if body.start < reading.span.end or body.start - reading.span.end > _NEAR:
        return False
    gap = scene.text[reading.span.end : body.start]
    if reading.kind == "damages" and _PAID_FROM.fullmatch(gap):
        return True
    link = patterns.lists["body_behind"].match(gap.lstrip())
    return link is not None and _only_describes(gap.lstrip()[link.end() :], scene)


def _persons_beside(scene: Scene, body: Span) -> tuple[int, ...]:
    """Who stands in one list with the body: "editor Y and “X” were fined"."""
    before = scene.group_before(body.start)
    if before is not None and _AND_BODY.fullmatch(scene.text[before.end : body.start]):
        return before.members
    behind = next(iter(scene.groups_within(body.end, scene.sentence_at(body.start).end)), None)
    return behind.members if behind and _AND_PERSON.fullmatch(scene.text[body.end : behind.start]) else ()
