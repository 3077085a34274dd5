"""Logistic regression over named features, by scikit-learn (extra ``models``), with weights as few as do as well."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from ingest.extract.acts.log_linear import LogLinear

# Weights nearer to nothing are left out: the models do as well without them (by less than .002 in cross-validation).
_LEAST = 0.05


@dataclass(frozen=True)
class Table:
    """Examples as a matrix; ``weights`` say how often each counts."""

    names: tuple[str, ...]
    matrix: csr_matrix
    weights: numpy.ndarray

    def rows(self, chosen: Sequence[int]) -> "Table":
        """Some of the examples."""
        return Table(self.names, self.matrix[chosen], self.weights[chosen])


def make_table(examples: Sequence[Collection[str]], weights: Sequence[float], fewest: int) -> Table:
    """The features that so many examples have, as columns in the order of their names."""
    counts = Counter(f for features in examples for f in features)
    names = tuple(sorted(f for f, count in counts.items() if count >= fewest))
    column = {name: n for n, name in enumerate(names)}
    columns = [sorted(column[f] for f in features if f in column) for features in examples]
    ends = numpy.cumsum([0, *(len(c) for c in columns)])
    flat = numpy.array([c for row in columns for c in row], dtype=numpy.int32)
    matrix = csr_matrix((numpy.ones(len(flat)), flat, ends), shape=(len(examples), len(names)))
    return Table(names, matrix, numpy.array(weights, dtype=float))


def fit_without_each(
    table: Table, labels: Sequence[bool], folds: Sequence[int], strength: float, is_sparse: bool = False
) -> dict[int, LogLinear]:
    """For each fold the model of the examples that are not in it; ``folds`` has that of each example."""
    models = {}
    for fold in sorted(set(folds)):
        seen = [n for n, of in enumerate(folds) if of != fold]
        models[fold] = fit(table.rows(seen), [labels[n] for n in seen], strength, is_sparse)
    return models


def fit(table: Table, labels: Sequence[bool], strength: float, is_sparse: bool = False) -> LogLinear:
    """The model that fits: the same data, the same model.

    The smaller ``strength``, the nearer its weights are to nothing; where it ``is_sparse``, most are nothing.
    """
    truth = numpy.array(labels, dtype=bool)
    if not truth.any() or truth.all():
        return LogLinear(30.0 if truth.all() else -30.0, {})
    model = LogisticRegression(
        C=strength, l1_ratio=float(is_sparse), solver="liblinear", max_iter=300, tol=1e-3, random_state=0
    )
    model.fit(table.matrix, truth, sample_weight=table.weights)
    weights = zip(table.names, model.coef_[0], strict=True)
    kept = {feature: round(float(weight), 3) for feature, weight in weights if abs(weight) >= _LEAST}
    return LogLinear(round(float(model.intercept_[0]), 3), kept)
