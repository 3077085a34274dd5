"""Classes of verbs and nouns, and the typed argument patterns they take, from the files of ``predicates/``."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

import msgspec

from ingest.errors import LexiconError
from ingest.extract.acts.lexicon.nouns import Kinds, Nouns
from ingest.extract.acts.lexicon.slots import is_condition_slot, is_place
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.lexicons import SHARED, lexicon_files
from ingest.vocabulary import ActType, Outcome, Standing

FOLDER = SHARED / "predicates"
# A map of nouns to verbs, and no classes.
_NOMINALISATIONS = "nominalisations"
_README = "ingest/lexicons/predicates/README.md"

T = TypeVar("T")


class PatternWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One pattern of a class; ``ingest/lexicons/predicates/README.md`` says what each field means."""

    type: ActType
    when: dict[str, tuple[str, ...]] = {}
    unless: dict[str, tuple[str, ...]] = {}
    near: tuple[str, ...] = ()
    told: tuple[tuple[str, ...], ...] = ()
    comp: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    negated: bool | Literal["any"] = False
    voice: Literal["active", "passive"] | None = None
    outcome: Outcome | None = None
    standing: Standing | None = None
    rank: int = 0
    speech: bool = False
    noun: bool = False
    void: bool = False
    incidental: bool = False


class ClassWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A class of predicates."""

    verbs: tuple[str, ...]
    patterns: dict[str, PatternWords]
    nouns: tuple[str, ...] = ()


class _PatternLines(msgspec.Struct, frozen=True):
    """The patterns of a class before they are checked."""

    patterns: dict[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Condition:
    """What an argument must be: of one of the kinds, headed by or holding one of the words, or merely there.

    ``governed``: it is asked of what "of" governs in the argument of the slot.
    """

    slot: str
    governed: bool
    kinds: Kinds
    words: frozenset[str]
    any: bool


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """A pattern that has been compiled; ``id`` is ``class/name``, ``needs`` the slots that it asks something of."""

    id: str
    words: PatternWords
    when: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Class:
    name: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Classes:
    """Patterns by verb and by noun; ``first_of_nouns`` are the first words of the nouns.

    ``particles`` has what follows the first word of a verb (``pick up``), ``of_verb`` the classes of each verb,
    ``nominal`` the verb whose arguments a noun takes.
    """

    verbs: dict[str, tuple[Pattern, ...]]
    nouns: dict[tuple[str, ...], tuple[Pattern, ...]]
    first_of_nouns: frozenset[str]
    particles: dict[str, tuple[tuple[str, ...], ...]]
    of_verb: dict[str, frozenset[str]]
    nominal: dict[str, str]


def load_classes(jurisdiction: Jurisdiction, nouns: Nouns) -> Classes:
    """Read and compile every class. Raises ``LexiconError`` naming the files, the class and the mistake."""
    verbs: dict[str, list[Pattern]] = {}
    heads: dict[tuple[str, ...], list[Pattern]] = {}
    of_verb: dict[str, set[str]] = {}
    for class_ in _read_classes(jurisdiction, nouns):
        for pattern in class_.patterns:
            for verb in pattern.words.verbs or class_.verbs:
                verbs.setdefault(verb, []).append(pattern)
            for noun in class_.nouns:
                heads.setdefault(tuple(noun.lower().split()), []).append(pattern)
        for verb in class_.verbs:
            of_verb.setdefault(verb, set()).add(class_.name)
    return Classes(
        verbs={verb: tuple(patterns) for verb, patterns in verbs.items()},
        nouns={noun: tuple(patterns) for noun, patterns in heads.items()},
        first_of_nouns=frozenset(noun[0] for noun in heads),
        particles=_particles(verbs),
        of_verb={verb: frozenset(names) for verb, names in of_verb.items()},
        nominal=jurisdiction.lexicon(f"predicates/{_NOMINALISATIONS}", dict[str, str]),
    )


def _particles(verbs: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """What follows the first word of the verbs of several words, the longest first."""
    particles: dict[str, list[tuple[str, ...]]] = {}
    for verb in verbs:
        first, *rest = verb.split()
        if rest:
            particles.setdefault(first, []).append(tuple(rest))
    return {verb: tuple(sorted(found, key=len, reverse=True)) for verb, found in particles.items()}


def _read_classes(jurisdiction: Jurisdiction, nouns: Nouns) -> Iterator[_Class]:
    """Every class of the files of ``predicates/``, which each hold a subject."""
    for path in sorted(FOLDER.glob("*.yaml")):
        if path.stem == _NOMINALISATIONS:
            continue
        name = f"predicates/{path.stem}"
        files = " + ".join(map(str, lexicon_files(name, jurisdiction.folder)))
        for class_, words in jurisdiction.lexicon(name, dict[str, Any]).items():
            yield _compile_class(class_, words, nouns, files)


def _compile_class(name: str, words: Any, nouns: Nouns, files: str) -> _Class:
    """Check a class, its patterns first and one by one, so that an error names the one that has the mistake."""
    for id_, line in _convert(words, _PatternLines, f"{files}, {name}").patterns.items():
        _convert(line, PatternWords, f"{files}, {name}/{id_}")
    class_ = _convert(words, ClassWords, f"{files}, {name}")
    patterns = (_compile(f"{name}/{id_}", line, nouns, files) for id_, line in class_.patterns.items())
    return _Class(name, class_.verbs, class_.nouns, tuple(patterns))


def _convert(value: Any, shape: type[T], where: str) -> T:
    try:
        return msgspec.convert(value, shape)
    except msgspec.ValidationError as error:
        raise LexiconError(f"{where}: {error}.") from None


def _compile(id_: str, words: PatternWords, nouns: Nouns, files: str) -> Pattern:
    where = f"{files}, {id_}"
    for place in (*words.to, *words.by):
        if not is_place(place):
            raise LexiconError(f"{where}: '{place}' is no place; {_README} lists them.")
    when = tuple(_condition(slot, values, nouns, where) for slot, values in words.when.items())
    unless = tuple(_condition(slot, values, nouns, where) for slot, values in words.unless.items())
    return Pattern(id_, words, when, unless, frozenset(c.slot for c in when if c.slot != "any"))


def _condition(slot: str, values: tuple[str, ...], nouns: Nouns, where: str) -> Condition:
    """``object: [person, "=door"]``: a person or a door; ``from: ["?"]``: whatever stands there."""
    if not is_condition_slot(slot):
        raise LexiconError(f"{where}: '{slot}' is no slot; {_README} lists them.")
    words = frozenset(value.removeprefix("=") for value in values if value.startswith("="))
    kinds = frozenset(value for value in values if not value.startswith("=") and value != "?")
    unknown = kinds - nouns.names
    if unknown:
        raise LexiconError(f"{where}: '{min(unknown)}' is no kind of nouns.yaml; a word is '=word'.")
    return Condition(slot.removesuffix(".of"), slot.endswith(".of"), kinds, words, "?" in values)
