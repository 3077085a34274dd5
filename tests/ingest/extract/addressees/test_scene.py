"""Which names are in one list. Invented people."""

import pytest

from ingest.analysis.document import analyse
from ingest.extract.addressees.scene import set_scene
from ingest.jurisdictions.packs import load_jurisdiction
from tests.ingest.extract.scenes import entry_of, people_of

VELMORIA = load_jurisdiction("velmoria")


@pytest.mark.parametrize(
    "text, lists",
    [
        ("Mirev Anton, Dolkina Vera were fined.", [(0, 1)]),
        ("Mirev Anton and activist Dolkina Vera were fined.", [(0, 1)]),
        ("Mirev Anton and 18-year-old Dolkina Vera were fined.", [(0, 1)]),
        ("Mirev Anton “and” & Dolkina Vera were fined.", [(0, 1)]),
        ("Mirev Anton’s wife, Dolkina Vera, was fined.", [(0,), (1,)]),
        ("Mirev Anton was fined, Dolkina Vera was not.", [(0,), (1,)]),
        ("Mirev Anton and 2 more, Dolkina Vera among them, were fined.", [(0,), (1,)]),
        ("Mirev Anton,\nDolkina Vera were fined.", [(0,), (1,)]),
        ("Mirev Anton (and Dolkina Vera) were fined.", [(0,), (1,)]),
    ],
)
def test_names_of_one_list(text: str, lists: list[tuple[int, ...]]) -> None:
    people = people_of(text, "Mirev Anton", "Dolkina Vera")
    scene = set_scene(analyse(entry_of(text), VELMORIA), people, VELMORIA)
    assert [group.members for group in scene.groups] == lists
