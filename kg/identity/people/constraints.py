"""What people decided, before any rule: ``same`` joins, ``different`` and ``unsure`` keep apart, through any chain."""

from collections.abc import Mapping, Sequence

from kg.decisions.judgements import Judgement
from kg.identity.people.clusters import Clusters


def apply_judgements(judgements: Sequence[Judgement], position: Mapping[str, int], clusters: Clusters) -> None:
    """Join and part. The judgements can hold together: ``kg.identity.constraints.separate_conflicts`` saw to that.

    One about a mention that is not there (its report was withdrawn) has nothing to join and is skipped.
    """
    for judgement in judgements:
        if judgement.a not in position or judgement.b not in position:
            continue
        a, b = position[judgement.a], position[judgement.b]
        if judgement.answer == "same":
            clusters.join(a, b).judged = True
        else:
            clusters.of(a).apart |= {b}
            clusters.of(b).apart |= {a}
