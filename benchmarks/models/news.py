"""Fit the news model: which candidate is an act of its entry."""

from collections.abc import Sequence
from types import ModuleType

from benchmarks.models.examples import Example, Row, overlap
from benchmarks.models.regression import fit, fit_without_each, make_table
from benchmarks.models.tallies import print_events
from ingest.extract.acts.log_linear import LogLinear
from ingest.extract.acts.news.told import BOUNDS

# How often an entry counts: what is invented is told in more ways than reports are, and the bank in more than months.
_WEIGHTS = {"october": 3, "forms": 3, "bank": 0.6}
_FEWEST = 4
_STRENGTH = 0.4


def fit_and_guess(examples: Sequence[Example], score: ModuleType) -> tuple[LogLinear, list[list[float]]]:
    """The model, and how likely each candidate of each example is by models that have not seen its story."""
    of = [example for example in examples for _ in example.candidates]
    labels = [label for example in examples for label in label_candidates(example, score)]
    features = [frozenset(c.features) for example in examples for c in example.candidates]
    table = make_table(features, [_WEIGHTS.get(example.set, 1) for example in of], _FEWEST)
    models = fit_without_each(table, labels, [example.fold for example in of], _STRENGTH)
    chances = [[models[e.fold].probability(c.features) for c in e.candidates] for e in examples]
    told = [_types_told(e, guessed) for e, guessed in zip(examples, chances, strict=True)]
    print_events("events by candidates alone", examples, told)
    return fit(table, labels, _STRENGTH), chances


def _types_told(example: Example, chances: Sequence[float]) -> set[str]:
    likely = zip(example.candidates, chances, strict=True)
    return {c.type for c, chance in likely if chance >= BOUNDS.candidate}


def label_candidates(example: Example, score: ModuleType) -> list[bool]:
    """Which candidates are acts of the annotation."""
    labels = [False] * len(example.candidates)
    for act in example.row["acts"]:
        same = [n for n, c in enumerate(example.candidates) if c.type == act["type"]]
        overlaps = {n: _overlap(example, n, act, score) for n in same}
        if same:
            # The best candidate is the act; so are others that name somebody of it.
            finite = {n: example.candidates[n].form.startswith("finite") for n in same}
            labels[max(same, key=lambda n: (overlaps[n], finite[n], -n))] = True
        for n, shared in overlaps.items():
            labels[n] = labels[n] or shared > 0
    return labels


def _overlap(example: Example, number: int, act: Row, score: ModuleType) -> int:
    candidate = example.candidates[number]
    return overlap((*candidate.to, *candidate.by), [*act.get("to", ()), *act.get("by", ())], example, score)
