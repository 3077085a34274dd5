"""Who is held where by an entry's header, on invented people."""

import pytest

from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report
from kg.entries.custody import find_custodies

HEADER = "March 5, Almaty region, Zarechnyi village, "
CASES = {
    "behind a prison": ("facility LA-155/14, Orvin Tasel, Article 174 of the CC, was ill[1].", ["Orvin Tasel"]),
    "behind a police station": ("Talgar police station, Orvin Tasel gave a statement[1].", []),
    "in the prison's news": ("activists say that in facility LA-155/14, Orvin Tasel wrote a poem[1].", []),
    "not right behind it": ("facility LA-155/14, where lawyer Orvin Tasel met prisoners, was closed[1].", []),
}


@pytest.mark.parametrize(("text", "held"), CASES.values(), ids=CASES)
def test_a_name_behind_the_prison_of_the_header_is_of_somebody_held_there(text: str, held: list[str]) -> None:
    facts = read_report(HEADER + text, load_jurisdiction("kazakhstan"), "2031-03").entries[0]
    assert [facts.persons[custody.person].name for custody in find_custodies(facts)] == held
