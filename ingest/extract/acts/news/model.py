"""The news model: how likely a candidate is an act of its entry. A log-linear model, its weights a readable file."""

from functools import cache
from pathlib import Path

from ingest.extract.acts.log_linear import LogLinear, read_models
from ingest.extract.acts.predicates.candidates import Candidate

WEIGHTS = Path(__file__).with_name("weights.csv")
"""Made by ``python -m benchmarks.models.make_weights --write``; do not edit by hand."""

QUESTION = "act"
"""The only question in the file: whether a candidate is an act of its entry."""


@cache
def load_news_model(path: Path = WEIGHTS) -> LogLinear:
    """Read the weights. Raises ``LexiconError`` naming the file and the line."""
    return read_models(path)[QUESTION]


def weigh(candidate: Candidate, model: LogLinear) -> None:
    """Write how likely a candidate is an act of its entry."""
    candidate.probability = model.probability(candidate.features)
