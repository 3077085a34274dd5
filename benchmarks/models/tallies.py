"""Precision, recall and F1 of what models guess in cross-validation, a line for each set."""

from collections import defaultdict
from collections.abc import Hashable, Sequence, Set

from benchmarks.models.examples import Example


def print_events(title: str, examples: Sequence[Example], told: Sequence[Set[str]]) -> None:
    """Print how well the types that are told agree with the annotation's."""
    print_agreement(title, examples, told, [{act["type"] for act in e.row["acts"]} for e in examples])


def print_agreement(
    title: str, examples: Sequence[Example], told: Sequence[Set[Hashable]], annotated: Sequence[Set[Hashable]]
) -> None:
    """Print how well two sets of facts of each example agree."""
    tallies: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for example, found, wanted in zip(examples, told, annotated, strict=True):
        for name in (example.set, "all"):
            for place, count in enumerate((len(found & wanted), len(found), len(wanted))):
                tallies[name][place] += count
    print(f"{title + ', cross-validated':<44}{'P':>8}{'R':>8}{'F1':>8}")
    for name, (hits, found_, wanted_) in tallies.items():
        precision, recall = hits / max(found_, 1), hits / max(wanted_, 1)
        print(f"  {name:<42}{precision:>8.3f}{recall:>8.3f}{2 * hits / max(found_ + wanted_, 1):>8.3f}")
