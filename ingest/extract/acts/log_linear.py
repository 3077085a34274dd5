"""Log-linear models: the probability that named features give, by weights that people can read."""

import csv
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import LexiconError

_BIAS = "(bias)"
_COLUMNS = ["question", "feature", "weight"]
_HEAD = """\
# Weights of a log-linear model of acts, learnt from the annotated sets of benchmarks/models/made_from.yaml. Made by
# `python -m benchmarks.models.make_weights --write`; do not edit by hand.
"""
# The exponential of more than this is a number without end.
_LARGEST = 30.0

Weighed = tuple[tuple[str, float], ...]
"""Features with their weights, the heaviest first."""


@dataclass(frozen=True, slots=True)
class LogLinear:
    """The weights of one question: how much each feature speaks for yes, and ``bias``, what everything starts with."""

    bias: float
    weights: Mapping[str, float]

    def probability(self, features: Iterable[str]) -> float:
        """How likely the answer is yes, from 0 to 1."""
        total = self.bias + sum(self.weights.get(f, 0.0) for f in features)
        return 1 / (1 + math.exp(-max(-_LARGEST, min(_LARGEST, total))))

    def weigh(self, features: Iterable[str]) -> Weighed:
        """The features that have a weight. With ``bias`` the weights add up to the logarithm of the odds."""
        known = ((feature, self.weights[feature]) for feature in features if feature in self.weights)
        return tuple(sorted(known, key=lambda pair: (-abs(pair[1]), pair[0])))


def read_models(path: Path) -> dict[str, LogLinear]:
    """The model of each question in a CSV file with the columns question, feature and weight, below a comment.

    Raises ``LexiconError`` naming the file and the line.
    """
    found: dict[str, dict[str, float]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.reader(file), 1):
            if row != _COLUMNS and not row[0].startswith("#"):
                question, feature, weight = _read_row(row, f"{path}, line {number}")
                found.setdefault(question, {})[feature] = weight
    return {question: LogLinear(weights.pop(_BIAS, 0.0), weights) for question, weights in found.items()}


def _read_row(row: list[str], where: str) -> tuple[str, str, float]:
    try:
        question, feature, weight = row
        return question, feature, float(weight)
    except ValueError:
        raise LexiconError(
            f"{where}: a line is question,feature,weight, such as trial,w:judge,0.41. "
            "Make the file anew: python -m benchmarks.models.make_weights --write."
        ) from None


def write_models(path: Path, models: Mapping[str, LogLinear]) -> None:
    """Write the models, one weight a line, sorted."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(_HEAD)
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(_COLUMNS)
        for question, model in sorted(models.items()):
            rows = sorted({_BIAS: model.bias, **model.weights}.items())
            lines.writerows([question, feature, f"{weight:.3f}"] for feature, weight in rows)
