"""Sanctions without a term or a sum: "placed in custody", "fined", "an official warning" (annotation, sanctions)."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from ingest.analysis.tokens import find_words
from ingest.extract.addressees.scene import Scene
from ingest.extract.sanctions.lexicon.status import read_status
from ingest.extract.sanctions.lexicon.words import Patterns, Reading, kind_of
from ingest.facts import Span
from ingest.vocabulary import SanctionKind

_REACH = 90
_BEFORE = 30
_NEAR = 60
_PLACES = ("facility", "center", "centre", "prison", "isolator", "ward")
_IN = frozenset({"in", "at", "inside", "within"})
_OUT_OF = frozenset({"from", "of"})
_LINKS = frozenset({"in", "into", "from"})
_PLACED = ("placed in the facility", "placed in facility", "placed in a facility")
_TAKEN = ("taken under guard", "taken into custody", "placed in custody", "placed into custody", "put into custody")
# How far behind words for custody their term may be: "in the form of arrest for 15 days".
_TERM_REACH = 40
_CUSTODY: frozenset[SanctionKind] = frozenset({"remand", "house_arrest", "administrative_arrest", "imprisonment"})


@dataclass(frozen=True)
class _Words:
    """Words for a sanction without a term: in lower case, their kind, their sentence and its codes of law."""

    scene: Scene
    patterns: Patterns
    span: Span
    words: str
    kind: SanctionKind
    sentence: Span
    codes: Set[str | None]
    administrative: bool

    def before(self, pattern: re.Pattern[str], end: int) -> bool:
        """Whether a pattern is within reach before ``end`` in the sentence of the words."""
        return pattern.search(self.scene.text, max(self.sentence.start, self.span.start - _REACH), end) is not None

    def near(self, name: str) -> bool:
        """Whether words of a list are within a short reach before the words, in their sentence."""
        low = max(self.sentence.start, self.span.start - _NEAR)
        return self.patterns.lists[name].search(self.scene.text, low, self.span.start) is not None


def read_standing(
    scene: Scene, codes: Mapping[Span, Set[str | None]], exact: Sequence[Reading], patterns: Patterns
) -> list[Reading]:
    """Sanctions without a term or sum, unless their sentence has the same kind with one (``exact``)."""
    with_term = {(reading.kind, scene.sentence_at(reading.span.start)) for reading in exact}
    imprisoned = any(reading.kind == "imprisonment" for reading in exact)
    criminal = any("CC" in here for here in codes.values())
    administrative = any("CAO" in here for here in codes.values())
    found: list[Reading] = []
    for match in patterns.standing.finditer(scene.text):
        sentence = scene.sentence_at(match.start())
        kind = kind_of(match.group(), patterns.standing_kinds)
        here = codes.get(sentence, frozenset())
        words = _Words(
            scene, patterns, Span(*match.span()), match.group().lower(), kind, sentence, here, administrative
        )
        if (kind, sentence) in with_term or _has_term(words, exact):
            continue
        if not _is_sanction(words) or _is_moved(words, imprisoned, criminal):
            continue
        status = read_status(scene, match.start(), patterns)
        if status is not None:
            found.append(Reading(kind, words.span, "sanctions.without_term", status=status))
    return [*found, *_read_asked(scene, with_term, patterns)]


def _read_asked(scene: Scene, with_term: Set[tuple[SanctionKind, Span]], patterns: Patterns) -> Iterator[Reading]:
    """ "The prosecutor had insisted on custody"."""
    for match in patterns.lists["asks_custody"].finditer(scene.text):
        sentence = scene.sentence_at(match.start())
        low = max(sentence.start, match.start() - _NEAR)
        if (
            patterns.lists["prosecutor"].search(scene.text, low, match.start())
            and ("remand", sentence) not in with_term
        ):
            yield Reading("remand", Span(*match.span()), "sanctions.without_term", status="requested")


def _has_term(here: _Words, exact: Sequence[Reading]) -> bool:
    """Whether words for custody go on with a term, which says what custody it is."""
    if here.kind not in _CUSTODY:
        return False
    reach = Span(here.span.start, min(here.sentence.end, here.span.end + _TERM_REACH))
    return any(r.kind in _CUSTODY and reach.start <= r.span.start < reach.end for r in exact)


def _is_named_only(here: _Words) -> bool:
    """Whether a place of custody is only named: "recalled the remand prison" puts nobody into it."""
    if here.kind != "remand" or not here.words.endswith(_PLACES) or not _LINKS.isdisjoint(here.words.split()):
        return False
    before = here.scene.text[max(0, here.span.start - _BEFORE) : here.span.start]
    words = [word for word in find_words(before) if word not in ("the", "a", "an")]
    if before.rstrip()[-1:] in (",", "(", "—", "–", ":", ".") or not words:
        return False
    if words[-1] in _OUT_OF:
        return here.near("leaving")
    return not here.patterns.lists["inside"].fullmatch(words[-1]) or (words[-1] in _IN and not here.near("holding"))


def _is_sanction(here: _Words) -> bool:
    """Whether the words tell a sanction of now, and of those that need more words to be one, whether they are there."""
    if _is_spent(here) or _is_named_only(here):
        return False
    if here.kind == "warning" and "CAO" not in here.codes:
        return _is_given_warning(here)
    if here.kind == "fine" and here.words != "fined":
        return bool(here.codes) and here.before(here.patterns.lists["penalised"], here.span.start)
    return True


def _is_given_warning(here: _Words) -> bool:
    """Whether somebody gave or got a warning that is a sanction by its name, or that a court gave."""
    given = here.before(here.patterns.lists["warned_by"], min(here.sentence.end, here.span.end + _REACH))
    by_court = here.patterns.lists["court"].search(here.scene.text, *here.sentence) is not None
    return given and (here.words in here.patterns.words.grave or by_court or here.administrative)


def _is_spent(here: _Words) -> bool:
    """ "from house arrest to detention" is new custody, "from house arrest" alone none."""
    end = min(here.sentence.end, here.span.end + _BEFORE)
    if here.patterns.lists["bygone"].search(here.scene.text, here.span.end, end):
        return True
    new_custody = here.kind == "remand" and " to " in here.words
    return not new_custody and here.before(here.patterns.lists["past_time"], here.span.end)


def _is_moved(here: _Words, imprisoned: bool, criminal: bool) -> bool:
    """A convict who is placed in a facility is moved; one who is charged and not sentenced is remanded."""
    if here.words in _PLACED:
        return imprisoned or not criminal
    return here.words in _TAKEN and imprisoned
