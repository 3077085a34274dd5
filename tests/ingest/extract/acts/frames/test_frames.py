"""Narrow phrases that no class of predicates has."""

from pathlib import Path
from typing import TypedDict

import pytest
import yaml

from tests.ingest.extract.acts.invented import facts_in, framed_in


class FrameCase(TypedDict):
    """A row of ``frames.yaml``."""

    fits: str
    reads: str
    misses: str


CASES: dict[str, FrameCase] = yaml.safe_load(Path(__file__).with_name("frames.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_frame_reads_what_fits(case: FrameCase) -> None:
    assert case["reads"] in framed_in(facts_in(case["fits"]))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_frame_leaves_its_near_miss_alone(case: FrameCase) -> None:
    types = [told.split()[0] for told in framed_in(facts_in(case["misses"]))]
    assert case["reads"].split()[0] not in types
