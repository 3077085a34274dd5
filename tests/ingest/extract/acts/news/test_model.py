"""The news model: its weights are those of the annotated sets, its features name nobody, its figures are as written."""

import hashlib
import math
import re
from pathlib import Path

import pytest

from ingest.analysis.document import analyse
from ingest.errors import LexiconError
from ingest.extract.acts import find_acts
from ingest.extract.acts.lexicon.lexicon import load_acts
from ingest.extract.acts.news.model import WEIGHTS, Weights, load_weights, probability, weigh
from tests.conftest import ROOT
from tests.ingest.extract.acts.invented import JURISDICTION, candidates_of, facts_in, facts_of, told

SAMPLES = ROOT / "tests" / "samples"
SETS = ("invented", "restated", "plain", "other_hands", "plain_later", "other_hands_later")
STORY = (
    "{0}, Article 405. City Police detained {1} after the rally. According to {2}, {1} was beaten at the station. "
    "On 7 May 2019 the district court had sentenced {0} to 3 years of imprisonment. {2} said that {0} was tortured[1]."
)


@pytest.mark.parametrize("name", SETS)
def test_the_weights_are_made_from_the_sets_as_they_are(name: str) -> None:
    digest = hashlib.sha256()
    for path in (*sorted((SAMPLES / name).glob("*.txt")), SAMPLES / name / "annotation.jsonl"):
        digest.update(path.read_bytes())
    assert load_weights().made_from[name] == digest.hexdigest(), (
        f"tests/samples/{name} has changed: python -m benchmarks.models.news_model --write"
    )


def test_every_annotated_set_is_learnt_from_but_the_one_held_out() -> None:
    sets = {path.parent.name for path in SAMPLES.glob("*/annotation.jsonl")}
    assert sets - {"held_out"} == set(SETS)
    assert "held_out" not in load_weights().made_from


def features_of(*names: str) -> list[tuple[str, ...]]:
    return [c.features for c in candidates_of(facts_of(STORY.format(*names), *names))]


def test_features_are_the_same_whoever_is_named() -> None:
    first = features_of("Orlan Timur", "Salova Vera", "Denko Ivan")
    assert first == features_of("Ruvan Temid", "Lirova Ilku", "Belko Pess")
    assert len(first) > 3 and all(first)


def test_a_feature_is_made_of_words_of_the_lexicons() -> None:
    lexicon = load_acts(JURISDICTION)
    nouns = {word for noun in (*lexicon.classes.nouns, *lexicon.nouns.kinds) for word in noun} | set(
        lexicon.frames.nouns
    )
    words = lexicon.forms.keys() | nouns | {f"{noun}s" for noun in nouns}
    for feature in load_weights().features:
        assert re.fullmatch(r"[a-z0-9_:&|+/.,-]+(True|False)?", feature), feature
        lemma = re.match(r"lemma:([^&]+)", feature)
        assert lemma is None or lemma[1] in words, feature


@pytest.mark.parametrize(
    ("features", "expected"),
    [
        ((), 1 / (1 + math.exp(0.5))),
        (("main",), 1 / (1 + math.exp(-1.5))),
        (("main", "again", "unknown"), 1 / (1 + math.exp(0.5))),
    ],
)
def test_the_probability_is_what_the_weights_say(features: tuple[str, ...], expected: float) -> None:
    assert probability(features, -0.5, {"main": 2.0, "again": -2.0}) == pytest.approx(expected)


def test_a_candidate_is_weighed_by_its_features() -> None:
    weights = load_weights()
    (candidate,) = candidates_of(facts_in("Police detained Orlan Timur."))
    weigh(candidate, weights)
    known = [weights.features[f] for f in candidate.features if f in weights.features]
    assert len(known) > 5
    assert candidate.probability == pytest.approx(1 / (1 + math.exp(-weights.bias - sum(known))))


TWO = "Police detained Orlan Timur. The akimat fired Salova Vera."
DETENTION, DISMISSAL = ("detention", ["Orlan Timur"], []), ("dismissal", ["Salova Vera"], ["akimat"])


@pytest.mark.parametrize(
    ("detention", "dismissal", "types"),
    [
        (0.6, 0.6, ["detention", "dismissal"]),
        (0.6, 0.4, ["detention"]),
        (0.3, 0.4, ["dismissal"]),
        (0.1, 0.1, ["other"]),
    ],
    ids=["both likely", "one likely", "the likeliest of two unlikely", "none"],
)
def test_the_threshold_holds(detention: float, dismissal: float, types: list[str]) -> None:
    chances = {"type:detention": detention, "type:dismissal": dismissal}
    features = {feature: math.log(chance / (1 - chance)) for feature, chance in chances.items()}
    facts = facts_in(TWO)
    acts = find_acts(analyse(facts.entry, JURISDICTION), facts, JURISDICTION, Weights({}, 0.0, 0.5, features))
    assert [act.type for act in acts] == types


def test_a_doubtful_act_says_how_likely_it_is() -> None:
    facts = facts_in("Police detained Orlan Timur.")
    likely = Weights({}, 0.6, 0.5, {})
    (act,) = find_acts(analyse(facts.entry, JURISDICTION), facts, JURISDICTION, likely)
    assert (act.evidence.confidence, act.evidence.doubt) == ("medium", "likely with 0.65")


def test_the_projects_weights_tell_both() -> None:
    assert told(facts_in(TWO)) == [DETENTION, DISMISSAL]


def test_a_faulty_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "weights.yaml"
    path.write_text(WEIGHTS.read_text(encoding="utf-8").replace("bias:", "bais:"), encoding="utf-8")
    with pytest.raises(LexiconError, match=r"weights\.yaml.*bais"):
        load_weights(path)
