"""Whether a predicate is told as a fact, wanted, planned, feared, denied or claimed: a table of every category."""

from dataclasses import asdict
from pathlib import Path
from typing import TypedDict

import pytest
import yaml

from ingest.extract.acts.lexicon.assertion import Category, load_assertion
from ingest.extract.acts.predicates.assertion import Assertion, is_real
from tests.ingest.extract.acts.invented import JURISDICTION, facts_in, predicates_of


class Stand(TypedDict):
    """A row of the table."""

    text: str
    word: str
    stands: str


TABLE: dict[str, list[Stand]] = yaml.safe_load(Path(__file__).with_name("assertion.yaml").read_text(encoding="utf-8"))
CASES = [case for cases in TABLE.values() for case in cases]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_how_a_predicate_stands(case: Stand) -> None:
    category, *marks = case["stands"].split()
    (found,) = [c.assertion for c in predicates_of(facts_in(case["text"])) if c.trigger.word == case["word"]]
    assert (found.category, found.claimed) == (category.rstrip("+"), category.endswith("+"))
    assert set(marks) <= set(found.marks)


def test_every_category_of_the_lexicon_has_a_sentence() -> None:
    cues = asdict(load_assertion(JURISDICTION))
    named = {f"{direction}/{category}" for direction, words in cues.items() for category in words.values()}
    assert named == set(TABLE) - {"none"}


UNREAL: tuple[Category, ...] = ("wanted", "planned", "feared", "conditional", "modal", "purpose", "attempted")
REAL: tuple[Category, ...] = ("asserted", "caused", "denied", "decided", "refused")


@pytest.mark.parametrize("category", UNREAL)
def test_what_has_not_happened_is_not_real(category: Category) -> None:
    assert not is_real(Assertion(category), False)


@pytest.mark.parametrize("category", REAL)
def test_what_may_have_happened_is_real(category: Category) -> None:
    assert is_real(Assertion(category), False)


def test_a_frame_may_know_that_a_plan_is_news_but_no_wish_is() -> None:
    assert is_real(Assertion("planned"), True)
    assert not is_real(Assertion("wanted"), True)
