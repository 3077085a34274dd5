"""Fit the models of ties: who stands in ``to`` and in ``by`` of an act."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType

from benchmarks.extraction import COUNTRY
from benchmarks.models.examples import Example, Row, overlap
from benchmarks.models.regression import fit, fit_without_each, make_table
from benchmarks.models.tallies import print_agreement
from ingest.extract.acts import choose_from
from ingest.extract.acts.entry_types.model import TypeRatings
from ingest.extract.acts.log_linear import LogLinear
from ingest.extract.acts.readings import add_by_words
from ingest.extract.acts.ties.features import Scene, read_scene, tie_features
from ingest.extract.acts.ties.model import PLACES, Place, said, stands
from ingest.facts import Act, Party
from ingest.jurisdictions.packs import load_jurisdiction

# How often an entry counts: what is invented is told in more ways than reports are, and the bank in more than months.
_WEIGHTS = {"october": 2, "forms": 2, "bank": 0.6}
_FEWEST = 4
_STRENGTH = 0.3


@dataclass(frozen=True)
class Tied:
    """An act and a party that its entry names, and where the annotation has them."""

    example: int
    act: Act
    party: Party
    scene: Scene
    features: frozenset[str]
    places: frozenset[Place]


def fit_and_guess(
    examples: Sequence[Example],
    ratings: Sequence[TypeRatings],
    type_models: Mapping[str, LogLinear],
    score: ModuleType,
) -> dict[str, LogLinear]:
    """The models of ``to`` and ``by``, learnt from the acts that are chosen by ``ratings``."""
    rows = [
        row
        for number, (example, rated) in enumerate(zip(examples, ratings, strict=True))
        for row in _read_rows(number, example, rated, type_models, score)
    ]
    weights = [_WEIGHTS.get(examples[row.example].set, 1) for row in rows]
    table = make_table([row.features for row in rows], weights, _FEWEST)
    folds = [examples[row.example].fold for row in rows]
    models = {}
    for place in PLACES:
        labels = [place in row.places for row in rows]
        models[str(place)] = fit(table, labels, _STRENGTH)
        unseen = fit_without_each(table, labels, folds, _STRENGTH)
        chances = [unseen[fold].probability(row.features) for fold, row in zip(folds, rows, strict=True)]
        _print_ties(place, examples, rows, chances)
    return models


def _read_rows(
    number: int, example: Example, ratings: TypeRatings, type_models: Mapping[str, LogLinear], score: ModuleType
) -> Iterator[Tied]:
    readings = add_by_words(example.document, example.candidates, ratings, example.topic, type_models)
    acts = choose_from(readings, example.document, example.facts, load_jurisdiction(COUNTRY))
    scene = read_scene(example.document, example.facts, example.topic, readings.candidates, acts)
    told = Counter(act.type for act in acts)
    for act in acts:
        annotated = _annotated(act, told[act.type], example, score)
        for party in scene.parties if annotated else ():
            named = {place: [who for a in annotated for who in a.get(place, ())] for place in PLACES}
            places = frozenset(place for place in PLACES if overlap([party], named[place], example, score))
            yield Tied(number, act, party, scene, tie_features(act, party, scene), places)


def _annotated(act: Act, told: int, example: Example, score: ModuleType) -> list[Row]:
    """The acts of the annotation that an act may be: of its type, and the likest of them where several are told."""
    same = [a for a in example.row["acts"] if a["type"] == act.type]
    shared = [overlap((*act.to, *act.by), [*a.get("to", ()), *a.get("by", ())], example, score) for a in same]
    most = max(shared, default=0)
    if told > 1 and most:
        return [a for a, count in zip(same, shared, strict=True) if count == most]
    return same


def _print_ties(place: Place, examples: Sequence[Example], rows: Sequence[Tied], chances: Sequence[float]) -> None:
    """Print how well patterns, and patterns with the model, agree with the annotation, for acts of a right type."""
    wanted: list[set[object]] = [set() for _ in examples]
    patterns: list[set[object]] = [set() for _ in examples]
    modelled: list[set[object]] = [set() for _ in examples]
    for row, chance in zip(rows, chances, strict=True):
        tie = (row.act.type, row.party)
        if place in row.places:
            wanted[row.example].add(tie)
        if row.party in said(place, row.act):
            patterns[row.example].add(tie)
        if stands(place, row.act, row.party, chance, row.scene):
            modelled[row.example].add(tie)
    print_agreement(f"{place}, by patterns", examples, patterns, wanted)
    print_agreement(f"{place}, by patterns and models", examples, modelled, wanted)
