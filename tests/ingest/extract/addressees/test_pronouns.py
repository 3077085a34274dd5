"""Whom a pronoun means that leads to a sanction. Invented people."""

import pytest

from ingest.analysis.document import analyse
from ingest.extract.addressees.addressees import find_addressees
from ingest.extract.addressees.scene import set_scene
from ingest.jurisdictions.packs import load_jurisdiction
from tests.ingest.extract.scenes import entry_of, people_of

KAZAKHSTAN = load_jurisdiction("kazakhstan")
OFFICERS = ("Mirev Anton official police", "Dolkin Pavel official police", "Gorinov Savva")
ACTIVISTS = ("Mirev Anton", "Dolkin Pavel", "Gorinov Savva")
FAMILY = ("Gorinov Savva", "Gorinova Vera relative")
CASES = {
    # Several people are meant, and the words tell which.
    "officers in the case of the dead": (
        "Officers Mirev Anton and Dolkin Pavel stand trial over the death of Gorinov Savva. They were given 3 years.",
        OFFICERS,
        ["Mirev", "Dolkin"],
    ),
    "the dead named first": (
        "The trial in the case of Gorinov Savva, who was killed, began. Officers Mirev Anton and Dolkin Pavel came. "
        "They were given 3 years.",
        OFFICERS,
        ["Mirev", "Dolkin"],
    ),
    "whom officers detained": (
        "Officers Mirev Anton and Dolkin Pavel took Gorinov Savva and Salin Oleg. They were given 3 years.",
        (*OFFICERS, "Salin Oleg"),
        ["Gorinov", "Salin"],
    ),
    "at a grave": (
        "Mirev Anton and Dolkin Pavel spoke at the grave of the late Gorinov Savva. They were given 3 years.",
        ACTIVISTS,
        ["Mirev", "Dolkin"],
    ),
    "husband and wife": (
        "The activist Gorinov Savva and his wife Gorinova Vera came. They were given 3 years.",
        FAMILY,
        ["Gorinov", "Gorinova"],
    ),
    "one after the other": (
        "Mirev Anton was detained. Dolkin Pavel was detained later. They were given 3 years.",
        ACTIVISTS[:2],
        ["Mirev", "Dolkin"],
    ),
    "she": (
        "The mother of Gorinov Savva, who was killed, Salina Vera, was detained. She was given 3 years.",
        ("Gorinov Savva", "Salina Vera"),
        ["Salina"],
    ),
    "he and another": (
        "Mirev Anton came late. He and the teacher Dolkin Pavel, both free, were given 3 years.",
        ACTIVISTS[:2],
        ["Mirev", "Dolkin"],
    ),
    "both, one of them an officer": (
        "Lieutenant Mirev Anton came with his partner Dolkin Pavel. Both had been given 3 years.",
        ("Mirev Anton official police", "Dolkin Pavel"),
        ["Mirev", "Dolkin"],
    ),
    "her, who is a journalist": (
        "The journalist Salina Vera was beaten by Mirev Anton. The court gave her 3 years.",
        ("Salina Vera speaker", "Mirev Anton"),
        ["Salina"],
    ),
    "the dead, of whom all is told": (
        "Gorinov Savva died. He had been given 3 years.",
        ("Gorinov Savva",),
        ["Gorinov"],
    ),
    # Nobody is named whom the words can only mean.
    "one dead and their mother": (
        "Gorinov Savva was shot dead. His mother Gorinova Vera complained. The court gave them 3 years.",
        FAMILY,
        [],
    ),
    "guards": ("Gorinov Savva died in a cell. The guards were given 3 years.", ("Gorinov Savva",), []),
    "guards of the beaten": (
        "Mirev Anton and Dolkin Pavel were beaten. The guards were given 3 years.",
        ACTIVISTS[:2],
        [],
    ),
    "a client and a lawyer": (
        "The court heard Gorinov Savva. The lawyer Salin Oleg spoke. They were given 3 years.",
        ("Gorinov Savva", "Salin Oleg lawyer"),
        [],
    ),
    "killers without names": ("They were given 3 years for the murder of Gorinov Savva.", ("Gorinov Savva",), []),
    "her husband": (
        "Salina Vera came as a witness. She spoke of her husband and of 3 years.",
        ("Salina Vera relative",),
        [],
    ),
    "she, who is summoned": (
        "Salina Vera was taken to the police. She was given a summons in a case of 3 years.",
        ("Salina Vera relative",),
        [],
    ),
    "her, who is not named": ("Mirev Anton came. The court gave her 3 years.", ("Mirev Anton",), []),
    "an attacker and a victim": (
        "Mirev Anton came to Gorinov Savva. They were given 3 years.",
        ("Mirev Anton perpetrator", "Gorinov Savva"),
        [],
    ),
}


@pytest.mark.parametrize(("text", "people", "meant"), CASES.values(), ids=list(CASES))
def test_whom_a_pronoun_means(text: str, people: tuple[str, ...], meant: list[str]) -> None:
    persons = people_of(text, *people)
    scene = set_scene(analyse(entry_of(text), KAZAKHSTAN), persons, KAZAKHSTAN)
    start = text.index("3 years")
    found = find_addressees(scene, start, start + len("3 years"))
    assert [persons[i].surname for i in found.persons] == meant
