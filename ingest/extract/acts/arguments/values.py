"""The arguments of a predicate, and what reading them needs to know of the sentence."""

from dataclasses import dataclass, field

from ingest.extract.acts.arguments.focus import Focus
from ingest.extract.acts.arguments.places import Places
from ingest.extract.acts.lexicon.lexicon import Lexicon
from ingest.extract.acts.lexicon.nouns import NO_KINDS, Kinds
from ingest.extract.acts.syntax.clauses import Sentence
from ingest.extract.acts.syntax.fronting import Fronted
from ingest.extract.acts.syntax.tokens import Token
from ingest.extract.acts.syntax.verbs.verb import Verb
from ingest.facts import EntryFacts, Party


@dataclass(slots=True)
class Argument:
    """A phrase: tokens ``start`` to ``end``, what its head is, whom it names and who owns it.

    ``of_kinds`` and ``of_words`` are of what "of" governs. ``count`` people are counted without names, ``besides`` are
    counted beside those named. ``other``: it means somebody unnamed who belongs to a named person.
    """

    start: int
    end: int
    kinds: Kinds = NO_KINDS
    words: frozenset[str] = frozenset()
    of_kinds: Kinds = NO_KINDS
    of_words: frozenset[str] = frozenset()
    parties: tuple[Party, ...] = ()
    owners: tuple[Party, ...] = ()
    count: int | None = None
    besides: int | None = None
    negated: bool = False
    other: bool = False
    plural: bool = False


@dataclass(slots=True)
class Slots:
    """The arguments of one predicate, by slot.

    ``comp`` is the verb that completes it (``refused to extradite``); ``that``: a clause with "that" does. ``clause``
    is the slice of the sentence's tokens that was read.
    """

    arguments: dict[str, list[Argument]] = field(default_factory=dict)
    comp: Verb | None = None
    that: bool = False
    clause: tuple[int, int] = (0, 0)

    def put(self, slot: str, argument: Argument | None) -> None:
        """Add an argument, if there is one."""
        if argument is not None:
            self.arguments.setdefault(slot, []).append(argument)

    def first(self, slot: str) -> Argument | None:
        """The first argument of a slot."""
        return next(iter(self.arguments.get(slot, ())), None)


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence with what was found of it before its arguments are read.

    ``starts`` are the verbs by the index where they begin, without adjectives, and ``stops`` these indices. ``fronted``
    are the phrases before a verb's subject, ``resumed`` the rest of its clause behind a relative one, by the index of
    the verb's head.
    """

    sentence: Sentence
    facts: EntryFacts
    lexicon: Lexicon
    focus: Focus
    places: Places
    starts: dict[int, Verb]
    stops: frozenset[int]
    fronted: dict[int, list[Fronted]]
    resumed: dict[int, tuple[int, int]]

    @property
    def tokens(self) -> list[Token]:
        """The tokens of the sentence."""
        return self.sentence.tokens
