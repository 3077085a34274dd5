"""How far a charge has come: only words for a step move it."""

import pytest

from ingest.facts import EntryFacts
from ingest.jurisdictions.packs import load_jurisdiction
from kg.rows.build import build
from tests.kg.scenes import act, charge, entry, person, report

COUNTRY = load_jurisdiction("kazakhstan")


def named(number: int, date: str, text: str, step: str = "", verb: str = "") -> EntryFacts:
    """An entry with one person under one article, and a step of the case if ``step`` is an act's type."""
    return entry(
        number,
        date,
        text,
        persons=(person(text, "Orvin Tasel"),),
        charges=(charge(text, 0, "CC", "405"),),
        acts=(act(text, step, verb, to="p0"),) if step else (),
    )


SENTENCED = named(
    1,
    "2031-03-04",
    "March 4, Orvin Tasel was sentenced under Article 405 of the Criminal Code[1].",
    "sentence",
    "sentenced",
)
BARE = named(2, "2031-03-09", "March 9, Orvin Tasel, Article 405 of the Criminal Code, wrote a letter[2].")


@pytest.mark.parametrize(
    ("entries", "stages"),
    [
        ((SENTENCED,), {"convicted"}),
        ((BARE,), {"charged"}),
        # A later bare mention neither raises nor lowers the stage.
        ((SENTENCED, BARE), {"convicted"}),
    ],
)
def test_only_a_step_moves_a_charge(entries: tuple[EntryFacts, ...], stages: set[str]) -> None:
    graph = build([report(*entries)], COUNTRY).graph
    assert {node.properties["stage"] for node in graph.nodes if node.label == "Charge"} == stages
