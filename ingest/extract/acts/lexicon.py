"""The lexicon of acts, compiled: every form of every verb, and frames that can be asked quickly."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

import msgspec

from ingest.jurisdictions.lexicons import name_words
from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import SPOKEN, ActType, Outcome, Standing

Form = Literal["base", "s", "past", "participle", "ing"]
Phrase = tuple[str, ...]

# Acts whose verb has no person as its object.
_HARMLESS: frozenset[ActType] = SPOKEN | {"protest", "complaint", "assembly_notice", "registration"}


class FrameWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of ``frames`` in ``acts.yaml``; the file's header says what each field means."""

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


class PersonWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that stand for people: one, several, those who act for the state, those who run a prison."""

    singular: tuple[str, ...]
    plural: tuple[str, ...]
    authority: tuple[str, ...]
    staff: tuple[str, ...]


class ActsWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``acts.yaml``."""

    frames: dict[ActType, tuple[FrameWords, ...]]
    claims: tuple[str, ...]
    wrongdoing: tuple[str, ...]
    carried_out: tuple[str, ...]
    persons: PersonWords
    plain_verbs: tuple[str, ...]
    irregular: dict[str, tuple[str, str]]


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


@dataclass(frozen=True)
class Lexicon:
    """Everything the reading of acts looks up. ``forms`` maps a word to the verbs it may be a form of."""

    forms: dict[str, tuple[tuple[str, Form], ...]]
    verbs: dict[str, tuple[Frame, ...]]
    nouns: dict[str, tuple[tuple[Phrase, Frame], ...]]
    claims: frozenset[str]
    wrongdoing: frozenset[str]
    carried_out: frozenset[str]
    singular: frozenset[str]
    plural: frozenset[str]
    authority: frozenset[str]
    staff: frozenset[str]
    transitive: frozenset[str]
    speech: frozenset[str]
    country: frozenset[str]
    female_endings: tuple[str, ...]
    male_endings: tuple[str, ...]


@cache
def load_acts(jurisdiction: Jurisdiction) -> Lexicon:
    """Read and compile the lexicon once for each jurisdiction. Raises ``LexiconError`` naming file and mistake."""
    words, names = jurisdiction.lexicon("acts", ActsWords), name_words(jurisdiction)
    verbs: dict[str, list[Frame]] = {}
    nouns: dict[str, list[tuple[Phrase, Frame]]] = {}
    rank = 0
    for type_, frames in words.frames.items():
        for line in frames:
            rank += 1
            frame = Frame(
                type_,
                line,
                _phrases(line.object),
                _phrases(line.subject),
                _phrases(line.with_),
                _phrases(line.without),
                rank,
            )
            for verb in line.verbs:
                verbs.setdefault(verb, []).append(frame)
            for noun in line.nouns:
                phrase = tuple(noun.lower().split())
                nouns.setdefault(phrase[0], []).append((phrase, frame))
    forms: dict[str, list[tuple[str, Form]]] = {}
    known = dict.fromkeys([*verbs, *words.plain_verbs, *words.irregular])
    for verb in known:
        for word, form in _forms_of(verb, words.irregular.get(verb)):
            forms.setdefault(word, []).append((verb, form))
    speech = {v for frame in words.frames.get("statement", ()) if frame.speech for v in frame.verbs}
    transitive = {
        v
        for type_ in sorted(words.frames.keys() - _HARMLESS)
        for frame in words.frames[type_]
        if frame.to[:1] == ("object",)
        for v in frame.verbs
    }
    return Lexicon(
        forms={word: tuple(readings) for word, readings in forms.items()},
        verbs={verb: tuple(frames) for verb, frames in verbs.items()},
        nouns={
            first: tuple(sorted(phrases, key=lambda p: (-len(p[0]), p[1].rank))) for first, phrases in nouns.items()
        },
        claims=frozenset(words.claims),
        wrongdoing=frozenset(words.wrongdoing),
        carried_out=frozenset(words.carried_out),
        singular=frozenset(words.persons.singular),
        plural=frozenset(words.persons.plural),
        authority=frozenset(words.persons.authority),
        staff=frozenset(words.persons.staff),
        transitive=frozenset(transitive - speech),
        speech=frozenset(speech),
        country=frozenset(w.lower() for name in jurisdiction.pack.country for w in name.split()),
        female_endings=names.gender_endings.female,
        male_endings=names.gender_endings.male,
    )


def _phrases(words: tuple[str, ...]) -> tuple[Phrase, ...]:
    return tuple(tuple(w.lower().split()) for w in words)


def _forms_of(verb: str, irregular: tuple[str, str] | None) -> list[tuple[str, Form]]:
    forms: list[tuple[str, Form]] = [(verb, "base")]
    consonant_y = verb.endswith("y") and verb[-2] not in "aeiou"
    if consonant_y:
        forms.append((verb[:-1] + "ies", "s"))
    elif verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        forms.append((verb + "es", "s"))
    else:
        forms.append((verb + "s", "s"))
    stems = [verb]
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        stems = [verb[:-1]]
    elif (
        len(verb) > 2
        and verb[-1] in "bdgklmnprt"
        and verb[-2] in "aeiou"
        and (verb[-3] not in "aeiou" or verb[-4:-2] == "qu")
    ):
        stems = [verb, verb + verb[-1]]
    for stem in stems:
        forms.append((stem + "ing", "ing"))
        if irregular is None:
            past = verb[:-1] + "ied" if consonant_y else verb + "d" if verb.endswith("e") else stem + "ed"
            forms += [(past, "past"), (past, "participle")]
    if irregular is not None:
        forms += [(irregular[0], "past"), (irregular[1], "participle")]
    return forms


@lru_cache(maxsize=1 << 15)
def plain(word: str) -> str:
    """A noun without the ending of its plural, so that lexicon words stand for both."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
