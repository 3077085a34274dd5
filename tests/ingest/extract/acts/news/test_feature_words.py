"""The features of the news model in plain English."""

import pytest

from ingest.extract.acts.news.feature_words import describe_feature, load_feature_words
from ingest.extract.acts.news.model import load_news_model

WORDS = load_feature_words()


def test_every_feature_that_counts_is_described() -> None:
    for feature in load_news_model().weights:
        described = describe_feature(feature, WORDS)
        assert "{}" not in described and described.strip(", "), feature


@pytest.mark.parametrize(
    ("feature", "words"),
    [
        ("trial&by:court", "trial, by a court"),
        ("assembly_refusal|protest", "assembly refusal, where the entry tells of protest too"),
        ("pattern:take/from_home", "pattern take/from_home"),
        ("statement:others:none", "nothing else is told"),
        ("attack&claimed", "attack, only somebody's words"),
    ],
)
def test_parts_are_joined(feature: str, words: str) -> None:
    assert describe_feature(feature, WORDS) == words


def test_an_unknown_family_is_not_passed_over() -> None:
    with pytest.raises(KeyError):
        describe_feature("colour:red", WORDS)
