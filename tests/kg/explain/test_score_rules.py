"""Every rule that scores two people, on its own examples."""

from collections.abc import Iterator, Sequence

import pytest

from ingest.jurisdictions.packs import load_jurisdiction
from kg.entries.active import ActiveEntry, collect_entries
from kg.explain.rule_examples import read_example
from kg.explain.score_examples import TwoPeople, load_score_examples
from kg.identity.names.lexicon import known_names
from kg.identity.people.blocks import collect_given_names
from kg.identity.people.clusters import Cluster
from kg.identity.people.partition import Partition, start_partition
from kg.identity.people.scores import rules
from kg.identity.people.scores.name_rarity import find_rarity_rule
from kg.identity.people.scores.rules import SCORE_RULES, ScoreRule

REGISTERED = [rule for of_group in SCORE_RULES.values() for rule in of_group]


def counting(people: TwoPeople, country: str) -> set[str]:
    """The names of the rules that count for two people; none if their names make them two."""
    texts = (*people.a, *people.b, *people.others)
    entries = sorted(collect_entries(read_example(texts, country)), key=lambda entry: entry.order)
    assert len(entries) == len(texts)
    partition = start_partition(entries, load_jurisdiction(country))
    a, b = (
        joined(partition, [first_person(partition, entries, text) for text in side]) for side in (people.a, people.b)
    )
    score = partition.scorer.score(a, b)
    if score is None:
        return set()
    known = known_names(partition.jurisdiction)
    rarity = find_rarity_rule(a, b, score.match, collect_given_names(partition.persons(), known), known)
    return {rule.name for rule in (*score.rules, rarity) if rule}


def first_person(partition: Partition, entries: Sequence[ActiveEntry], text: str) -> int:
    """The position of the first mention of an entry, which ends in a footnote that the example leaves out."""
    (entry,) = (entry for entry in entries if entry.facts.entry.text.startswith(f"{text}["))
    return partition.mentions.index((entry.id, 0))


def joined(partition: Partition, mentions: list[int]) -> Cluster:
    for mention in mentions[1:]:
        partition.clusters.join(mentions[0], mention)
    return partition.clusters.of(mentions[0])


def examples(what: str) -> Iterator[object]:
    for rule, of_rule in load_score_examples().items():
        for number, people in enumerate(getattr(of_rule, what), 1):
            yield pytest.param(rule, people, of_rule.country, id=f"{rule} {number}")


@pytest.mark.parametrize(("rule", "people", "country"), list(examples("counts")))
def test_a_rule_counts_for_its_examples(rule: str, people: TwoPeople, country: str) -> None:
    assert rule in counting(people, country)


@pytest.mark.parametrize(("rule", "people", "country"), list(examples("does_not_count")))
def test_a_rule_does_not_count_for_the_others(rule: str, people: TwoPeople, country: str) -> None:
    assert rule not in counting(people, country)


def test_every_rule_has_examples_of_both_kinds_and_every_example_a_rule() -> None:
    assert list(load_score_examples()) == [rule.name for rule in REGISTERED]
    assert all(of_rule.counts and of_rule.does_not_count for of_rule in load_score_examples().values())


def test_every_rule_is_registered_once() -> None:
    declared = {value for value in vars(rules).values() if isinstance(value, ScoreRule)} | set(rules.NAMES.values())
    assert set(REGISTERED) == declared
    assert len(REGISTERED) == len(declared) == len({rule.name for rule in REGISTERED})
    assert all(rule.about.endswith(".") for rule in REGISTERED)
