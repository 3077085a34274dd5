"""Frames: verbs and nouns with the words that must stand beside them, from ``frames.yaml``.

The older of the two readings of acts: narrow phrases, which the news model weighs beside the classes of
``predicates/``.
"""

from dataclasses import dataclass
from functools import cache

import msgspec

from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import ActType, Outcome, Standing

Phrase = tuple[str, ...]


class FrameWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of ``frames`` in ``frames.yaml``; the file's header says what each field means."""

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    with_: tuple[str, ...] = msgspec.field(default=(), name="with")
    without: tuple[str, ...] = ()
    not_behind: tuple[str, ...] = ()
    voice: str = ""
    negated: bool = False
    to: tuple[str, ...] = ("object",)
    by: tuple[str, ...] = ("subject",)
    outcome: Outcome | None = None
    standing: Standing | None = None
    weak: bool = False
    news: bool = False
    speech: bool = False
    needs: tuple[str, ...] = ()


class ActsWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``frames.yaml``."""

    frames: dict[ActType, tuple[FrameWords, ...]]


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame whose phrases are cut into words. ``rank`` is its place in the file: the first that fits is taken."""

    type: ActType
    words: FrameWords
    object: tuple[Phrase, ...]
    subject: tuple[Phrase, ...]
    with_: tuple[Phrase, ...]
    without: tuple[Phrase, ...]
    rank: int

    @property
    def name(self) -> str:
        """Its name among the features of the news model."""
        return f"{self.type}/{self.rank}"


@dataclass(frozen=True)
class Frames:
    """The frames by their verbs, and by the first word of their nouns."""

    verbs: dict[str, tuple[Frame, ...]]
    nouns: dict[str, tuple[tuple[Phrase, Frame], ...]]


@cache
def load_frames(jurisdiction: Jurisdiction) -> Frames:
    """Read and compile the frames once for each jurisdiction. Raises ``LexiconError`` naming file and mistake."""
    verbs: dict[str, list[Frame]] = {}
    nouns: dict[str, list[tuple[Phrase, Frame]]] = {}
    rank = 0
    for type_, lines in jurisdiction.lexicon("frames", ActsWords).frames.items():
        for line in lines:
            rank += 1
            frame = _compile(type_, line, rank)
            for verb in line.verbs:
                verbs.setdefault(verb, []).append(frame)
            for noun in line.nouns:
                phrase = tuple(noun.lower().split())
                nouns.setdefault(phrase[0], []).append((phrase, frame))
    return Frames(
        {verb: tuple(frames) for verb, frames in verbs.items()},
        {first: tuple(sorted(phrases, key=lambda p: (-len(p[0]), p[1].rank))) for first, phrases in nouns.items()},
    )


def _compile(type_: ActType, line: FrameWords, rank: int) -> Frame:
    return Frame(
        type=type_,
        words=line,
        object=_phrases(line.object),
        subject=_phrases(line.subject),
        with_=_phrases(line.with_),
        without=_phrases(line.without),
        rank=rank,
    )


def _phrases(words: tuple[str, ...]) -> tuple[Phrase, ...]:
    return tuple(tuple(w.lower().split()) for w in words)
