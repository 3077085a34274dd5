"""What the acts of an entry are chosen from: its candidates, and what the models think of them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ingest.analysis.document import Document
from ingest.extract.acts.arguments.focus import Focus
from ingest.extract.acts.arguments.topic import find_topic
from ingest.extract.acts.entry_types.by_words import find_by_words
from ingest.extract.acts.entry_types.model import TypeRatings, load_type_models, rate_types
from ingest.extract.acts.frames.clause_words import EntryWords
from ingest.extract.acts.frames.triggers import FrameReader
from ingest.extract.acts.lexicon.assertion import load_assertion
from ingest.extract.acts.lexicon.lexicon import load_acts
from ingest.extract.acts.log_linear import LogLinear
from ingest.extract.acts.news.candidates import Candidate, join_readings
from ingest.extract.acts.news.features import add_features
from ingest.extract.acts.news.model import load_news_model, weigh
from ingest.extract.acts.predicates.assertion import is_real
from ingest.extract.acts.predicates.reader import read_predicates
from ingest.extract.acts.syntax.clauses import read_sentence, split_tokens
from ingest.extract.acts.syntax.tokens import read_tokens
from ingest.extract.acts.ties.model import load_tie_models
from ingest.facts import EntryFacts
from ingest.jurisdictions.packs import Jurisdiction


@dataclass(frozen=True, slots=True)
class Models:
    """The weights of the three models, each made by ``python -m benchmarks.models.make_weights --write``."""

    news: LogLinear
    types: Mapping[str, LogLinear]
    ties: Mapping[str, LogLinear]


def load_models() -> Models:
    """The project's own weights. Raises ``LexiconError`` naming the file."""
    return Models(load_news_model(), load_type_models(), load_tie_models())


@dataclass(frozen=True, slots=True)
class Readings:
    """The weighed candidates of an entry, how likely it tells each type, and the persons of its header."""

    candidates: list[Candidate]
    ratings: TypeRatings
    header: tuple[int, ...]


def weigh_readings(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction, models: Models) -> Readings:
    """The candidates of an entry, of patterns and of its words together, and how likely it tells each type."""
    candidates, focus = find_candidates(document, facts, jurisdiction)
    for candidate in candidates:
        weigh(candidate, models.news)
    ratings = rate_types(document, facts, candidates, models.types)
    return add_by_words(document, candidates, ratings, focus.topic if focus.header else (), models.types)


def add_by_words(
    document: Document,
    candidates: list[Candidate],
    ratings: TypeRatings,
    header: tuple[int, ...],
    types: Mapping[str, LogLinear],
) -> Readings:
    """The weighed candidates of patterns with the acts that the words tell together, in the order of the text."""
    together = [*candidates, *find_by_words(document, candidates, ratings, types)]
    return Readings(sorted(together, key=lambda c: c.trigger.start), ratings, header)


def find_candidates(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> tuple[list[Candidate], Focus]:
    """Every candidate act of an entry with its features, in the order of the text, and whom the entry is about."""
    lexicon, cues = load_acts(jurisdiction), load_assertion(jurisdiction)
    sentences = split_tokens(read_tokens(document, facts, lexicon.country), document)
    topic, header = find_topic(sentences, facts)
    focus = Focus(facts, lexicon, topic, header)
    words = EntryWords(facts.entry.text)
    candidates: list[Candidate] = []
    for number, tokens in enumerate(sentences):
        sentence = read_sentence(tokens, lexicon)
        focus.begin_sentence()
        beside = replace(focus, recent=list(focus.recent))
        found = read_predicates(sentence, number, facts, lexicon, focus, cues)
        framed = FrameReader(sentence, number, words, lexicon, beside).read()
        joined = join_readings(found, framed, sentence, lexicon, cues, facts)
        candidates += [c for c in joined if is_real(c.assertion, bool(c.frame))]
    add_features(candidates, facts, focus.topic, len(document.sentences))
    return candidates, focus
