"""What the model of entry types sees: stems, facts and candidates; whoever is named, the same."""

from ingest.analysis.document import analyse
from ingest.extract.acts.entry_types.feature_words import describe_entry_feature
from ingest.extract.acts.entry_types.features import entry_features
from ingest.extract.acts.entry_types.model import load_type_models
from tests.ingest.extract.acts.invented import COURT, JURISDICTION, candidates_of, facts_of

STORY = "The guards of the district court let nobody in to see how {0} was judged. {1} waited outside[1]."


def features_of(*names: str) -> frozenset[str]:
    facts = facts_of(STORY.format(*names), *names, bodies=(COURT,))
    candidates = candidates_of(facts)
    for candidate in candidates:
        candidate.probability = 0.7
    return entry_features(analyse(facts.entry, JURISDICTION), facts, candidates)


def test_words_facts_and_candidates_are_features() -> None:
    features = features_of("Orlan Timur", "Salova Vera")
    assert {"w:guard", "w:wait", "body:court", "body:court:district", "persons:2"} <= features
    assert any(feature.startswith("candidate:trial>0.6") for feature in features)
    assert not any(feature.startswith("candidate:trial>0.8") for feature in features)


def test_features_are_the_same_whoever_is_named() -> None:
    assert features_of("Orlan Timur", "Salova Vera") == features_of("Ruvan Temid", "Belko Pess")


def test_every_feature_that_counts_is_described() -> None:
    for model in load_type_models().values():
        for feature in model.weights:
            assert "{}" not in describe_entry_feature(feature)
    assert describe_entry_feature("w:detain") == 'the word "detain"'
    assert describe_entry_feature("candidate:trial>0.6") == "a pattern reads a trial with probability over 0.6"
