"""Links of a rule: each pair of entries once, the earlier first, and what remains where a person refused one."""

from collections.abc import Sequence

import pytest

from kg.identity.links import LinkRule, Match, RefusedLink, find_links

ORDER = {id: place for place, id in enumerate("abcdef")}


def links(pairs: str, *refused: str, rule: str = "same") -> list[str]:
    """The links of a rule that matches these pairs of entries, without the refused ones."""

    def find(_: None) -> Sequence[Match]:
        return [Match(pair[0], pair[1], "", ()) for pair in pairs.split()]

    refusals = [RefusedLink("Case", pair[0], pair[1], "same") for pair in refused]
    return [link.a + link.b for link in find_links("Case", LinkRule(rule, "", find), None, ORDER, refusals)]


def test_a_pair_is_linked_once_and_the_earlier_stands_first() -> None:
    assert links("ba ab aa cb") == ["ab", "bc"]


@pytest.mark.parametrize(
    ("pairs", "refused", "left"),
    [
        ("ab bc cd", ["bc"], "ab cd"),
        ("ab ac ad", ["ac"], "ab ad"),
        ("ab ac ad", ["bd"], "ab ac"),
        ("ab ac bc", ["ac"], "ab"),
        ("ab ac ad bc bd cd", ["ad"], "ab ac bc"),
        ("ab cd", ["ac"], "ab cd"),
        ("ab", ["ba"], ""),
        ("ab bc", ["ax"], "ab bc"),
    ],
)
def test_a_refused_link_is_not_made_through_other_entries_either(pairs: str, refused: list[str], left: str) -> None:
    assert links(pairs, *refused) == left.split()


def test_a_refusal_is_of_one_rule_alone() -> None:
    assert links("ab", "ab", rule="another") == ["ab"]
