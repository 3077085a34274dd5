"""The news model: how likely a candidate is an act of its entry. A log-linear model, its weights a readable file."""

import math
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import msgspec

from ingest.extract.acts.predicates.candidates import Candidate
from ingest.language.lexicons import convert_lexicon, read_yaml

WEIGHTS = Path(__file__).with_name("weights.yaml")


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``weights.yaml``: what it was made from, the bias and the weight of each feature."""

    made_from: dict[str, str]
    bias: float
    threshold: float
    features: dict[str, float]


@cache
def load_weights(path: Path = WEIGHTS) -> Weights:
    """Read the weights. Raises ``LexiconError`` naming the file."""
    weights: Weights = convert_lexicon(read_yaml(path), Weights, [path])
    return weights


def weigh(candidate: Candidate, weights: Weights) -> None:
    """Write how likely a candidate is an act of its entry."""
    candidate.probability = probability(candidate.features, weights.bias, weights.features)


def probability(features: Iterable[str], bias: float, weights: Mapping[str, float]) -> float:
    """The probability that the features give."""
    total = bias + sum(weights.get(f, 0.0) for f in features)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
