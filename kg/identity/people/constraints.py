"""What people decided, before any rule: ``same`` joins, ``different`` and ``unsure`` keep apart, through any chain.

Judgements are taken in the order of the journal. One that contradicts those before it (``same`` where a chain already
leads to ``different``, or the other way round) is not done and comes back as a contradiction, with the decisions of
the chain: nothing is dropped in silence.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.decisions.judgements import Judgement
from kg.identity.disjoint_sets import shortest_chain
from kg.identity.people.clusters import Clusters


@dataclass(frozen=True)
class Contradiction:
    """Two mentions (positions) that ``same`` leads to each other and ``different`` parts; ids of decisions."""

    a: int
    b: int
    same: tuple[str, ...]
    different: str


def apply_judgements(
    judgements: Sequence[Judgement], position: Mapping[str, int], clusters: Clusters
) -> list[Contradiction]:
    """Join and part; answer the contradictions.

    A judgement about a mention that is not there (its report was withdrawn) has nothing to join and is passed over.
    """
    contradictions: list[Contradiction] = []
    ties: dict[int, list[tuple[int, str]]] = defaultdict(list)
    parted: list[tuple[int, int, str]] = []
    unsure: list[tuple[int, int]] = []
    for judgement in judgements:
        if judgement.a not in position or judgement.b not in position:
            continue
        a, b = position[judgement.a], position[judgement.b]
        if judgement.answer == "unsure":
            unsure.append((min(a, b), max(a, b)))
        elif judgement.answer == "different":
            if clusters.find(a) == clusters.find(b):
                contradictions.append(Contradiction(a, b, shortest_chain(ties, a, b), judgement.decision))
            else:
                parted.append((a, b, judgement.decision))
                clusters.of(a).apart |= {b}
                clusters.of(b).apart |= {a}
        else:
            ties[a].append((b, judgement.decision))
            ties[b].append((a, judgement.decision))
            against = _parting(parted, a, b, clusters)
            if against:
                x, y, decision = against
                contradictions.append(Contradiction(x, y, shortest_chain(ties, x, y), decision))
            else:
                clusters.join(a, b).judged = True
    for a, b in unsure:
        if clusters.find(a) != clusters.find(b):
            clusters.of(a).apart |= {b}
            clusters.of(b).apart |= {a}
    return contradictions


def _parting(parted: Sequence[tuple[int, int, str]], a: int, b: int, clusters: Clusters) -> tuple[int, int, str] | None:
    ends = {clusters.find(a), clusters.find(b)}
    return next((p for p in parted if {clusters.find(p[0]), clusters.find(p[1])} == ends and len(ends) == 2), None)
