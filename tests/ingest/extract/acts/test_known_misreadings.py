"""What is still misread is still misread: a test fails when one is mended, so that it gets a test of its own."""

import pytest

from tests.ingest.extract.acts.invented import facts_in, told, who_in, write_act
from tests.ingest.extract.acts.misreadings import KNOWN, MENDED, Misreading


def is_misread(case: Misreading, readings: list[str]) -> bool:
    """Whether the wrong reading is there, or the right one is not."""
    return case["wrong"] in readings if "wrong" in case else case["missing"] not in readings


@pytest.mark.parametrize("case", KNOWN["candidates"].values(), ids=KNOWN["candidates"].keys())
def test_the_candidates_are_still_misread(case: Misreading) -> None:
    assert is_misread(case, who_in(facts_in(case["text"], case.get("roles"))))


@pytest.mark.parametrize("case", KNOWN["acts"].values(), ids=KNOWN["acts"].keys())
def test_the_acts_are_still_misread(case: Misreading) -> None:
    acts = [write_act(*act) for act in told(facts_in(case["text"], case.get("roles")))]
    assert is_misread(case, acts)


@pytest.mark.parametrize("case", MENDED["candidates"].values(), ids=MENDED["candidates"].keys())
def test_the_candidates_are_no_longer_misread(case: Misreading) -> None:
    assert not is_misread(case, who_in(facts_in(case["text"], case.get("roles"))))


@pytest.mark.parametrize("case", MENDED["acts"].values(), ids=MENDED["acts"].keys())
def test_the_acts_are_no_longer_misread(case: Misreading) -> None:
    acts = [write_act(*act) for act in told(facts_in(case["text"], case.get("roles")))]
    assert not is_misread(case, acts)


def test_each_case_says_one_thing() -> None:
    cases = [*KNOWN["candidates"].values(), *KNOWN["acts"].values()]
    assert cases and all(("wrong" in case) is not ("missing" in case) for case in cases)
