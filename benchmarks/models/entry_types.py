"""Fit the models of entry types: which types of act an entry tells, by all of its words."""

from collections.abc import Mapping, Sequence
from typing import get_args

from benchmarks.models.examples import Example
from benchmarks.models.regression import fit, fit_without_each, make_table
from benchmarks.models.tallies import print_events
from ingest.extract.acts.entry_types.by_words import find_by_words
from ingest.extract.acts.entry_types.features import entry_features
from ingest.extract.acts.entry_types.model import TypeRatings
from ingest.extract.acts.log_linear import LogLinear
from ingest.extract.acts.news.told import find_told
from ingest.vocabulary import ActType

_TYPES: tuple[ActType, ...] = get_args(ActType)
# How often an entry counts: what is invented is told in more ways than reports are, and the bank in more than months.
_WEIGHTS = {"october": 2, "forms": 2, "bank": 0.6}
_FEWEST = 3
_STRENGTH = 1.5


def fit_and_guess(examples: Sequence[Example]) -> tuple[dict[str, LogLinear], list[TypeRatings]]:
    """The model of each type, and the ratings of each example by models that have not seen its story.

    The candidates of the examples are weighed by a model that has not seen them either.
    """
    features = [entry_features(e.document, e.facts, e.candidates) for e in examples]
    annotated = [{act["type"] for act in e.row["acts"]} for e in examples]
    table = make_table(features, [_WEIGHTS.get(e.set, 1) for e in examples], _FEWEST)
    likely: list[dict[str, float]] = [{} for _ in examples]
    models = {}
    for type_ in _TYPES:
        labels = [type_ in types for types in annotated]
        models[type_] = fit(table, labels, _STRENGTH, is_sparse=True)
        unseen = fit_without_each(table, labels, [e.fold for e in examples], _STRENGTH, is_sparse=True)
        for example, of_entry, chances in zip(examples, features, likely, strict=True):
            chances[type_] = unseen[example.fold].probability(of_entry)
    ratings = [TypeRatings(f, chances) for f, chances in zip(features, likely, strict=True)]
    told = [_types_told(e, rated, models) for e, rated in zip(examples, ratings, strict=True)]
    print_events("events by candidates and entries", examples, told)
    return models, ratings


def _types_told(example: Example, ratings: TypeRatings, models: Mapping[str, LogLinear]) -> set[str]:
    """The types of the acts that would be told, by patterns or by the words together."""
    by_words = find_by_words(example.document, example.candidates, ratings, models)
    return {c.type for c in find_told([*example.candidates, *by_words], ratings)}
