"""Which types of act an entry tells, by all of its words: one log-linear model a type, in ``weights.csv``.

The candidates of patterns are judged one by one (``news``); this model sees the whole entry, so it knows a type whose
words no pattern has, and doubts a candidate whose entry speaks of something else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ingest.analysis.document import Document
from ingest.extract.acts.entry_types.features import entry_features, word_stems
from ingest.extract.acts.log_linear import LogLinear, read_models
from ingest.extract.acts.predicates.candidates import Candidate
from ingest.facts import EntryFacts, Span

WEIGHTS = Path(__file__).with_name("weights.csv")
"""Made by ``python -m benchmarks.models.make_weights --write``; do not edit by hand."""


@dataclass(frozen=True, slots=True)
class TypeRatings:
    """How likely an entry tells each type, from 0 to 1, and the features it was judged by."""

    features: frozenset[str]
    likely: Mapping[str, float]


@cache
def load_type_models(path: Path = WEIGHTS) -> dict[str, LogLinear]:
    """The model of each type of act. Raises ``LexiconError`` naming the file and the line."""
    return read_models(path)


def rate_types(
    document: Document, facts: EntryFacts, candidates: Sequence[Candidate], models: Mapping[str, LogLinear]
) -> TypeRatings:
    """Rate each type for an entry whose candidates are weighed. Cost is linear in the text."""
    features = entry_features(document, facts, candidates)
    return TypeRatings(features, {type_: model.probability(features) for type_, model in models.items()})


def find_telling_word(document: Document, model: LogLinear) -> Span | None:
    """The word of the entry that speaks most for a type; ``None`` where no word does."""
    weighed = ((model.weights.get(f"w:{key}", 0.0), -span.start, span) for key, span in word_stems(document))
    best = max(weighed, default=(0.0, 0, None), key=lambda found: found[:2])
    return best[2] if best[0] > 0 else None
