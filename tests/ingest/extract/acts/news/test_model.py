"""The news model: its features name nobody, its figures are as written."""

import math
import re
from typing import get_args

import pytest

from ingest.analysis.document import analyse
from ingest.extract.acts import Models, find_acts
from ingest.extract.acts.lexicon.lexicon import load_acts
from ingest.extract.acts.log_linear import LogLinear
from ingest.extract.acts.news.model import load_news_model, weigh
from ingest.extract.acts.ties.model import PLACES
from ingest.vocabulary import ActType
from tests.ingest.extract.acts.invented import JURISDICTION, candidates_of, facts_in, facts_of, told

STORY = (
    "{0}, Article 405. City Police detained {1} after the rally. According to {2}, {1} was beaten at the station. "
    "On 7 May 2019 the district court had sentenced {0} to 3 years of imprisonment. {2} said that {0} was tortured[1]."
)


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
    for feature in load_news_model().weights:
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
    assert LogLinear(-0.5, {"main": 2.0, "again": -2.0}).probability(features) == pytest.approx(expected)


def test_a_candidate_is_weighed_by_its_features() -> None:
    model = load_news_model()
    (candidate,) = candidates_of(facts_in("Police detained Orlan Timur."))
    weigh(candidate, model)
    known = [model.weights[f] for f in candidate.features if f in model.weights]
    assert len(known) > 5
    assert candidate.probability == pytest.approx(1 / (1 + math.exp(-model.bias - sum(known))))


TWO = "Police detained Orlan Timur. The akimat fired Salova Vera."
DETENTION, DISMISSAL = ("detention", ["Orlan Timur"], []), ("dismissal", ["Salova Vera"], ["akimat"])


def judging(news: LogLinear) -> Models:
    """A news model beside others that doubt nothing and add nothing."""
    types = {type_: LogLinear(math.log(0.3 / 0.7), {}) for type_ in get_args(ActType)}
    ties = {place: LogLinear(math.log(0.3 / 0.7), {}) for place in PLACES}
    return Models(news, types, ties)


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
    acts = find_acts(analyse(facts.entry, JURISDICTION), facts, JURISDICTION, judging(LogLinear(0.0, features)))
    assert [act.type for act in acts] == types


def test_a_doubtful_act_says_how_likely_it_is() -> None:
    facts = facts_in("Police detained Orlan Timur.")
    (act,) = find_acts(analyse(facts.entry, JURISDICTION), facts, JURISDICTION, judging(LogLinear(0.6, {})))
    assert (act.evidence.confidence, act.evidence.doubt) == ("medium", "likely with 0.65")


def test_the_projects_weights_tell_both() -> None:
    assert told(facts_in(TWO)) == [DETENTION, DISMISSAL]
