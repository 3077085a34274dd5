"""Who stands in an act: what a pattern says, what the model adds and drops, and the features it goes by."""

import math
from dataclasses import replace

import pytest

from ingest.analysis.document import analyse
from ingest.extract.acts.log_linear import LogLinear
from ingest.extract.acts.ties.features import Scene, read_scene, tie_features
from ingest.extract.acts.ties.model import BOUNDS, RULE, explain_ties, load_tie_models, tie_parties
from ingest.facts import Act, Evidence, Party, Span
from tests.ingest.extract.acts.invented import AKIMAT, JURISDICTION, facts_of

TEXT = "The akimat dismissed {0}. Later {1} came to the door[1]."
FIRST, SECOND, BODY = Party("person", 0), Party("person", 1), Party("body", 0)


def scene_of(*names: str, to: tuple[Party, ...] = (FIRST,), by: tuple[Party, ...] = (BODY,)) -> Scene:
    text = TEXT.format(*names)
    facts = facts_of(text, *names, bodies=(AKIMAT,))
    start = text.index("dismissed")
    act = Act("dismissal", Evidence((Span(start, start + 9),), "dismiss/person"), to, by)
    return read_scene(analyse(facts.entry, JURISDICTION), facts, (), (), (act,))


def always(likely: float) -> dict[str, LogLinear]:
    return {place: LogLinear(math.log(likely / (1 - likely)), {}) for place in ("to", "by")}


SCENE = scene_of("Orlan Timur", "Salova Vera")


@pytest.mark.parametrize(
    ("likely", "to", "by"),
    [
        (0.3, (FIRST,), (BODY,)),
        (0.02, (), ()),
        (0.9, (FIRST, SECOND), (BODY, FIRST, SECOND)),
    ],
    ids=["what the pattern says stands", "next to impossible", "likely: but nothing is done to the state"],
)
def test_bounds(likely: float, to: tuple[Party, ...], by: tuple[Party, ...]) -> None:
    (act,) = tie_parties(SCENE, always(likely))
    assert (act.to, act.by) == (to, by)


def test_an_act_that_is_changed_says_so() -> None:
    (same,), (changed,) = tie_parties(SCENE, always(0.3)), tie_parties(SCENE, always(0.9))
    assert same == SCENE.acts[0]
    assert changed.evidence.confidence == "medium" and RULE in changed.evidence.further
    assert changed.evidence.doubt == "who stands in it is judged by the whole entry"


def test_features_are_the_same_whoever_is_named() -> None:
    other = scene_of("Ruvan Temid", "Belko Pess")
    for party in (FIRST, SECOND, BODY):
        features = tie_features(SCENE.acts[0], party, SCENE)
        assert features == tie_features(other.acts[0], party, other) and len(features) > 30
    assert {"pattern:to", "after:1", "after&trigger:dismiss"} <= tie_features(SCENE.acts[0], FIRST, SCENE)
    assert {"pattern:not-to", "sentences:1", "after:came"} <= tie_features(SCENE.acts[0], SECOND, SCENE)


def test_the_projects_weights_bear_the_pattern_out() -> None:
    (act,) = tie_parties(SCENE, load_tie_models())
    assert (act.to, act.by) == ((FIRST,), (BODY,))


def test_every_tie_is_explained() -> None:
    ties = list(explain_ties(SCENE.acts[0], SCENE, load_tie_models()))
    assert {(tie.place, tie.party) for tie in ties} == {(p, w) for p in BOUNDS for w in (FIRST, SECOND, BODY)}
    for tie in ties:
        total = load_tie_models()[tie.place].bias + sum(weight for _, weight in tie.weighed)
        assert tie.likely == pytest.approx(1 / (1 + math.exp(-total)))


@pytest.mark.parametrize(("count", "to"), [(18, ()), (3, ()), (2, (FIRST, SECOND))])
def test_nobody_is_added_to_more_people_than_the_entry_names(count: int, to: tuple[Party, ...]) -> None:
    scene = scene_of("Orlan Timur", "Salova Vera", to=())
    counted = replace(scene, acts=(replace(scene.acts[0], count=count),))
    assert tie_parties(counted, always(0.9))[0].to == to


def test_a_long_list_is_left_to_the_patterns() -> None:
    names = [f"Orlan {chr(65 + n // 26)}{chr(97 + n % 26)}" for n in range(61)]
    text = "Police detained " + ", ".join(names) + "[1]."
    facts = facts_of(text, *names)
    act = Act("detention", Evidence((Span(7, 15),), "detain/person"), (FIRST,))
    scene = read_scene(analyse(facts.entry, JURISDICTION), facts, (), (), (act,))
    assert tie_parties(scene, always(0.9)) == (act,)
