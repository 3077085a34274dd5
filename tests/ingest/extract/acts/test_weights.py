"""The weights of the models are made from the annotated sets as they are, and from none that is held out."""

import hashlib

import pytest
import yaml

from tests.conftest import ROOT

SAMPLES = ROOT / "tests" / "samples"
MADE_FROM: dict[str, str] = yaml.safe_load((ROOT / "benchmarks/models/made_from.yaml").read_text(encoding="utf-8"))
# Sets that are months, and the bank of single entries.
MONTHS = ("invented", "restated", "plain", "other_hands", "plain_later", "other_hands_later")


def digest_of(name: str) -> str:
    annotation = sorted((SAMPLES / name).glob("*.jsonl"))
    digest = hashlib.sha256()
    for path in (*sorted((SAMPLES / name).glob("*.txt")), *annotation):
        digest.update(path.read_bytes())
    return digest.hexdigest()


@pytest.mark.parametrize("name", [*MONTHS, "bank"])
def test_the_weights_are_made_from_the_sets_as_they_are(name: str) -> None:
    assert MADE_FROM[name] == digest_of(name), (
        f"tests/samples/{name} has changed: python -m benchmarks.models.make_weights --write"
    )


def test_every_annotated_set_is_learnt_from_but_those_held_out() -> None:
    sets = {path.parent.name for path in SAMPLES.glob("*/*.jsonl")}
    held_out = {name for name in sets if name.startswith("held_out")}
    assert len(held_out) == 3 and sets - held_out == {*MONTHS, "bank"}
    assert held_out.isdisjoint(MADE_FROM)
