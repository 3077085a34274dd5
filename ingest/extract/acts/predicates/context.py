"""What every step of reading the predicates of a sentence looks at."""

from dataclasses import dataclass

from ingest.extract.acts.arguments.focus import Focus
from ingest.extract.acts.arguments.slots import ArgumentReader
from ingest.extract.acts.lexicon.assertion import Cues
from ingest.extract.acts.lexicon.lexicon import Lexicon
from ingest.extract.acts.syntax.clauses import Sentence
from ingest.extract.acts.syntax.tokens import Token
from ingest.extract.acts.syntax.verbs.verb import Verb
from ingest.facts import EntryFacts


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence, the ``number`` it has in its entry, the facts of the entry, and whom it speaks of so far."""

    sentence: Sentence
    number: int
    facts: EntryFacts
    lexicon: Lexicon
    focus: Focus
    cues: Cues
    arguments: ArgumentReader

    @property
    def tokens(self) -> list[Token]:
        """The tokens of the sentence."""
        return self.sentence.tokens

    def object_span(self, verb: Verb) -> tuple[int, int]:
        """The tokens of the phrase right behind a verb; an empty span where there is none."""
        return self.arguments._object_span(verb, *verb.after)
