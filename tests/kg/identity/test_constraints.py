"""Judgements outrank the rules, and never contradict each other in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.decisions.judgements import Judgement
from kg.identity.constraints import RuledMention, override_things, separate_conflicts


def judgements(*said: str) -> list[Judgement]:
    """``a=b`` same, ``a!b`` different, ``a?b`` unsure; the decision is named as it is written."""
    answers = {"=": "same", "!": "different", "?": "unsure"}
    return [Judgement(answers[s[1]], s[0], s[2], s) for s in said]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "held", "conflicts"),
    [
        (["a=b", "b=c"], ["a=b", "b=c"], []),
        (["a=b", "b=c", "a!c"], ["a=b", "b=c"], [("a!c", "a=b", "b=c")]),
        (["a!c", "a=b", "b=c"], ["a!c", "a=b"], [("b=c", "a!c")]),
        (["a=b", "b!a"], ["a=b"], [("b!a", "a=b")]),
        (["a?b", "a=b"], ["a=b"], []),
        (["a=b", "a?b"], ["a=b"], []),
        (["a?b", "c=d"], ["a?b", "c=d"], []),
        ([], [], []),
    ],
)
def test_what_can_hold_together(said: list[str], held: list[str], conflicts: list[tuple[str, ...]]) -> None:
    taken, contradicting = separate_conflicts(judgements(*said))
    assert [j.decision for j in taken] == held
    assert [c.decisions for c in contradicting] == conflicts


def test_the_refusal_of_a_link_contradicts_nothing() -> None:
    """Other rules, or people, may still say that the two are one."""
    [same] = judgements("a=b")
    refusal = Judgement("different", "a", "b", "a/b", link="case_number")
    assert separate_conflicts([same, refusal]) == ((same, refusal), ())
    assert separate_conflicts([refusal, same]) == ((refusal, same), ())


# Mentions in the order of time: each its name, the thing of the rules, its spelling.
RULES = ["a X akimat", "b X administration", "c X akimat", "d Y prison", "e Y prison"]


def things(*said: str) -> str:
    mentions = {m[0]: RuledMention(m.split()[1], m.split()[2]) for m in RULES}
    things = override_things(mentions, separate_conflicts(judgements(*said))[0])
    assert list(things) == list(mentions)
    return " ".join(things.values())


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([], "X X X Y Y"),
        (["a=b"], "X X X Y Y"),
        (["b=e"], "X X X X X"),
        (["e=b"], "X X X X X"),
        (["a!b"], "X b X Y Y"),
        (["b!c"], "X b X Y Y"),
        (["a!c"], "X X c Y Y"),
        (["a?c"], "X X c Y Y"),
        (["d!e"], "X X X Y e"),
        (["a!d"], "X X X Y Y"),
        (["b=d", "a!b"], "X b X b b"),
        (["b=d", "a!d"], "X b X b b"),
        (["b=d", "a!e"], "X b X b b"),
        (["a!b", "b!c", "a!c"], "X b c Y Y"),
        (["a=c", "a!b"], "X b X Y Y"),
    ],
)
def test_things_after_judgement(said: list[str], expected: str) -> None:
    assert things(*said) == expected
    assert things(*said, "a=z", "z!q") == expected


def test_whatever_is_judged_different_is_two_things() -> None:
    mentions = {c: RuledMention("X", "one") for c in "abcdefgh"}
    things = override_things(mentions, judgements("a!b", "b!c", "a!c", "d=b", "h=c"))
    assert things["d"] == things["b"] != things["a"] != things["c"] == things["h"] != things["b"]
    assert things["e"] == things["a"] == "X"


PAIRS = st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("=!?"), st.sampled_from("abcdefgh"))


@given(
    st.lists(PAIRS.filter(lambda pair: pair[0] != pair[2]).map("".join), max_size=12, unique=True),
    st.lists(st.sampled_from("XYZ"), min_size=8, max_size=8),
    st.lists(st.sampled_from("pq"), min_size=8, max_size=8),
)
def test_what_is_judged_holds_whatever_the_rules_say(said: list[str], rules: list[str], looks: list[str]) -> None:
    mentions = {m: RuledMention(thing, spelling) for m, thing, spelling in zip("abcdefgh", rules, looks, strict=True)}
    held, conflicts = separate_conflicts(judgements(*said))
    things = override_things(mentions, held)
    for judgement in held:
        assert (things[judgement.a] == things[judgement.b]) == (judgement.answer == "same")
    refused = {c.decisions[0] for c in conflicts}
    assert all(len(c.decisions) > 1 for c in conflicts) and refused <= set(said) - {j.decision for j in held}
    assert {s for s in said if s[1] != "?"} == {j.decision for j in held if j.answer != "unsure"} | refused
    touched = {things[m] for s in said for m in (s[0], s[2])} | {mentions[m].thing for s in said for m in (s[0], s[2])}
    assert all(things[m] == thing.thing for m, thing in mentions.items() if thing.thing not in touched)
