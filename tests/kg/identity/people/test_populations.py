"""Who is who on invented populations with known truth: hardly a false join, and pairs that grow with the mentions."""

import pytest

from benchmarks.generators.populations import FAMILIES, WIDE, Habits, populate
from benchmarks.identity import b_cubed, main, of_pairs
from ingest.jurisdictions.packs import load_jurisdiction
from kg.entries.mentions import person_mention_ids
from kg.identity.people.clustering import cluster_mentions

JURISDICTION = load_jurisdiction("kazakhstan")


@pytest.mark.parametrize("seed", [1, 2])
def test_reports_of_some_months_are_told_apart(seed: int) -> None:
    active, truth = populate(1500, seed)
    work = cluster_mentions(active, JURISDICTION, person_mention_ids(active))
    precision, recall = b_cubed(truth, {m: work.clusters.find(i) for i, m in enumerate(work.mentions)})
    assert precision >= 0.995
    assert recall >= 0.98


@pytest.mark.parametrize("habits", [WIDE, FAMILIES])
def test_nineteen_months_together_are_told_apart(habits: Habits) -> None:
    active, truth = populate(4750, 4, habits)
    work = cluster_mentions(active, JURISDICTION, person_mention_ids(active))
    found = {m: work.clusters.find(i) for i, m in enumerate(work.mentions)}
    precision, recall = b_cubed(truth, found)
    assert precision >= 0.995
    assert 2 * precision * recall / (precision + recall) >= 0.985
    of_two, found_of_two = of_pairs(truth, found)
    assert of_two >= 0.97
    assert found_of_two >= 0.9


def test_pairs_compared_grow_with_the_mentions_and_not_with_their_square() -> None:
    compared = []
    for mentions in (1000, 4000):
        active, truth = populate(mentions)
        compared.append(
            cluster_mentions(active, JURISDICTION, person_mention_ids(active)).clusters.compared / len(truth)
        )
    assert compared[1] < 2 * compared[0]


def test_the_benchmark_adds_a_month_and_gets_what_the_whole_gives(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["identity", "500", "--month"])
    main()
    printed = capsys.readouterr().out
    assert "pairs compared" in printed and printed.count("as the whole at once") == 1
