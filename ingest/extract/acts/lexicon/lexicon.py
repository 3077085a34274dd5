"""Everything the reading of acts looks up: classes of predicates, frames, nouns, verb forms, words of speech."""

from dataclasses import dataclass
from functools import cache

import msgspec

from ingest.extract.acts.lexicon.assertion import AssertionWords
from ingest.extract.acts.lexicon.frames import Frame, Frames, load_frames
from ingest.extract.acts.lexicon.nouns import Nouns, load_nouns
from ingest.extract.acts.lexicon.people import sort_people
from ingest.extract.acts.lexicon.phrases import Phrases, load_phrases
from ingest.extract.acts.lexicon.predicates import Classes, Pattern, load_classes
from ingest.extract.acts.lexicon.verb_forms import Form, forms_of
from ingest.jurisdictions.lexicons import GenderEndings, name_words
from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import ActType


class VerbWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``verbs.yaml``; its comments say what each field means."""

    plain: tuple[str, ...]
    irregular: dict[str, tuple[str, str]]
    intransitive: tuple[str, ...]
    other_than_speech: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The lexicons as the reading of acts needs them.

    ``forms`` maps a word to the verbs it may be a form of; ``transitive`` verbs are done to people; ``singular``,
    ``plural`` and ``authority`` are nouns for people.
    """

    classes: Classes
    frames: Frames
    nouns: Nouns
    phrases: Phrases
    forms: dict[str, tuple[tuple[str, Form], ...]]
    transitive: frozenset[str]
    speech: frozenset[str]
    claims: frozenset[str]
    carried_out: frozenset[str]
    wrongdoing: frozenset[ActType]
    singular: frozenset[str]
    plural: frozenset[str]
    authority: frozenset[str]
    staff: frozenset[str]
    country: frozenset[str]
    gender_endings: GenderEndings

    def means_people(self, word: str) -> bool:
        """`Activist`, `activists`, `police`: whether the word is a noun for people."""
        return word in self.singular or word in self.plural or word in self.authority


@cache
def load_acts(jurisdiction: Jurisdiction) -> Lexicon:
    """Read and compile the lexicons once for each jurisdiction. Raises ``LexiconError`` naming file and mistake."""
    nouns, frames = load_nouns(jurisdiction), load_frames(jurisdiction)
    classes = load_classes(jurisdiction, nouns)
    verbs = jurisdiction.lexicon("verbs", VerbWords)
    assertion = jurisdiction.lexicon("assertion", AssertionWords)
    speech = _speech(verbs, classes, frames)
    people = sort_people(nouns)
    return Lexicon(
        classes=classes,
        frames=frames,
        nouns=nouns,
        phrases=load_phrases(jurisdiction),
        forms=_verb_forms(verbs, classes, frames),
        transitive=frozenset(_done_to_people(classes) - speech - set(verbs.intransitive)),
        speech=frozenset(speech),
        claims=frozenset(speech.union(assertion.claims)),
        carried_out=frozenset(assertion.carried_out),
        wrongdoing=frozenset(assertion.wrongdoing),
        singular=people.singular,
        plural=people.plural,
        authority=people.authority,
        staff=nouns.staff,
        country=frozenset(w.lower() for name in jurisdiction.pack.country for w in name.split()),
        gender_endings=name_words(jurisdiction).gender_endings,
    )


def _speech(words: VerbWords, classes: Classes, frames: Frames) -> set[str]:
    """The verbs of speech: those of the class ``speak``, and of the frames of statements."""
    spoken = {verb for verb, names in classes.of_verb.items() if "speak" in names}
    framed = {verb for verb, found in frames.verbs.items() if any(_tells_statement(frame) for frame in found)}
    return spoken - set(words.other_than_speech) | framed


def _tells_statement(frame: Frame) -> bool:
    return frame.type == "statement" and frame.words.speech


def _verb_forms(words: VerbWords, classes: Classes, frames: Frames) -> dict[str, tuple[tuple[str, Form], ...]]:
    """Every form of every verb that a lexicon names."""
    forms: dict[str, list[tuple[str, Form]]] = {}
    first = (verb.split()[0] for verb in classes.verbs)
    for verb in dict.fromkeys([*first, *words.plain, *words.irregular, *frames.verbs]):
        for word, form in forms_of(verb, words.irregular.get(verb)):
            forms.setdefault(word, []).append((verb, form))
    return {word: tuple(readings) for word, readings in forms.items()}


def _done_to_people(classes: Classes) -> set[str]:
    """The verbs that are done to people: their participle without a helper is passive (``X, detained in May``)."""
    return {verb.split()[0] for verb, patterns in classes.verbs.items() if any(_is_done_to_people(p) for p in patterns)}


def _is_done_to_people(pattern: Pattern) -> bool:
    return pattern.words.to[:1] == ("object",) and "person" in pattern.words.when.get("object", ())
