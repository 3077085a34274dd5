"""Who stands in an act: two log-linear models, ``to`` and ``by``, in ``weights.csv``.

What a pattern says stands unless the model thinks it next to impossible: a pattern rests on the words of the act's own
clause. The model adds whom the rest of the entry ties to the act.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from ingest.extract.acts.log_linear import LogLinear, Weighed, read_models
from ingest.extract.acts.predicates.candidates import may_undergo
from ingest.extract.acts.ties.features import Scene, tie_features
from ingest.facts import Act, Confidence, Evidence, Party
from ingest.vocabulary import Role

WEIGHTS = Path(__file__).with_name("weights.csv")
"""Made by ``python -m benchmarks.models.make_weights --write``; do not edit by hand."""

Place = Literal["to", "by"]
"""Where somebody stands in an act."""

RULE = "acts.tie"
"""The rule of a tie that no pattern says, or of one that a pattern says wrongly."""

PLACES: tuple[Place, ...] = get_args(Place)


@dataclass(frozen=True, slots=True)
class Bounds:
    """How likely a tie must be to be added, and below what one that a pattern says is dropped."""

    add: float
    drop: float


BOUNDS: Mapping[Place, Bounds] = {"to": Bounds(0.65, 0.1), "by": Bounds(0.6, 0.1)}
"""Found by cross-validation (``benchmarks/models/make_weights.py``) on months in the words of reports.

A wrong tie is worse than a missing one, so of bounds that do as well the higher is taken.
"""

# Who may be among the people whom an act counts: not those who are there by office or to speak.
_COUNTED: frozenset[Role] = frozenset({"target", "subject", "perpetrator", "other"})
# An entry of more parties or acts is left to the patterns: the cost is their product.
_MOST_PARTIES = 60
_MOST_ACTS = 40


@dataclass(frozen=True, slots=True)
class Tie:
    """How likely a party stands in a place of an act, whether the pattern says so, and whether it stands there."""

    place: Place
    party: Party
    likely: float
    said: bool
    stands: bool
    weighed: Weighed


@cache
def load_tie_models(path: Path = WEIGHTS) -> dict[str, LogLinear]:
    """The models of ``to`` and ``by``. Raises ``LexiconError`` naming the file and the line."""
    return read_models(path)


def tie_parties(scene: Scene, models: Mapping[str, LogLinear]) -> tuple[Act, ...]:
    """The acts of a scene with those in ``to`` and ``by`` whom the models tie to them."""
    if len(scene.parties) > _MOST_PARTIES or len(scene.acts) > _MOST_ACTS:
        return tuple(scene.acts)
    return tuple(_tie(act, scene, models) for act in scene.acts)


def _tie(act: Act, scene: Scene, models: Mapping[str, LogLinear]) -> Act:
    found: dict[Place, list[Party]] = {place: [] for place in PLACES}
    for party in scene.parties:
        features = tie_features(act, party, scene)
        for place in PLACES:
            if stands(place, act, party, models[place].probability(features), scene):
                found[place].append(party)
    tied = replace(act, to=_in_order(act.to, found["to"]), by=_in_order(act.by, found["by"]))
    return tied if (tied.to, tied.by) == (act.to, act.by) else replace(tied, evidence=_judged(act.evidence))


def _judged(evidence: Evidence) -> Evidence:
    """The evidence of an act in which not only those stand whom its pattern says: ``medium`` at most."""
    confidence: Confidence = "medium" if evidence.confidence == "high" else evidence.confidence
    doubt = "; ".join(filter(None, [evidence.doubt, "who stands in it is judged by the whole entry"]))
    return replace(evidence, confidence=confidence, doubt=doubt, further=(*evidence.further, RULE))


def explain_ties(act: Act, scene: Scene, models: Mapping[str, LogLinear]) -> Iterator[Tie]:
    """How likely each party of the entry stands in each place of an act of the scene, and why."""
    for party in scene.parties:
        features = tie_features(act, party, scene)
        for place in PLACES:
            model = models[place]
            likely = model.probability(features)
            is_there = stands(place, act, party, likely, scene)
            yield Tie(place, party, likely, party in said(place, act), is_there, model.weigh(features))


def said(place: Place, act: Act) -> tuple[Party, ...]:
    """Who stands in a place by the pattern of the act."""
    return act.to if place == "to" else act.by


def stands(place: Place, act: Act, party: Party, likely: float, scene: Scene) -> bool:
    """Whether a party stands in a place, by how likely that is and by what the pattern says."""
    if party in said(place, act):
        return likely >= BOUNDS[place].drop
    if place == "to" and (not may_undergo(party, scene.facts) or _is_of_unnamed(act, scene)):
        return False
    return likely >= BOUNDS[place].add


def _is_of_unnamed(act: Act, scene: Scene) -> bool:
    """`Eighteen people were detained`: nobody says that one whom the entry names is among them (rule 1 of the design).

    Where it counts no more people than it names, they may be these.
    """
    named = sum(person.role in _COUNTED for person in scene.facts.persons)
    return act.count is not None and not act.to and act.count > named


def _in_order(said: tuple[Party, ...], found: Sequence[Party]) -> tuple[Party, ...]:
    """Those whom the pattern says first."""
    return (*(p for p in said if p in found), *(p for p in found if p not in said))
