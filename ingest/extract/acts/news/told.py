"""Which candidates are told as acts: by how likely each is alone, and how likely its entry tells acts of its type."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.extract.acts.entry_types.model import TypeRatings
from ingest.extract.acts.predicates.candidates import Candidate


@dataclass(frozen=True, slots=True)
class Bounds:
    """How likely a candidate and its type must be; found by cross-validation (``benchmarks/models/make_weights.py``).

    A candidate as likely as ``sure`` is an act. One as likely as ``candidate`` is an act, unless its entry tells the
    type less likely than ``doubted``. The likeliest candidate of a type that the entry tells as likely as ``type`` is
    one too, from ``possible`` on; as likely as ``behind`` where it is told in a relative clause, which mostly says who
    somebody is.
    """

    sure: float = 0.75
    candidate: float = 0.45
    doubted: float = 0.15
    possible: float = 0.12
    type: float = 0.45
    behind: float = 0.75


BOUNDS = Bounds()


def find_told(candidates: Sequence[Candidate], ratings: TypeRatings, bounds: Bounds = BOUNDS) -> list[Candidate]:
    """The candidates that are acts of the entry, in the order of the text."""
    likeliest: dict[str, Candidate] = {}
    for c in candidates:
        known = likeliest.get(c.type)
        if known is None or c.probability > known.probability:
            likeliest[c.type] = c
    return [c for c in candidates if _is_told(c, likeliest[c.type] is c, ratings.likely.get(c.type, 0.0), bounds)]


def _is_told(c: Candidate, is_likeliest: bool, type_likely: float, bounds: Bounds) -> bool:
    if c.probability >= bounds.candidate:
        return c.probability >= bounds.sure or type_likely >= bounds.doubted
    plainly = bounds.type if "relative" not in c.assertion.marks else bounds.behind
    return is_likeliest and c.probability >= bounds.possible and type_likely >= plainly
