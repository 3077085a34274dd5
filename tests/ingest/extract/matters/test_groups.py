"""Groups without names, whether they are held or seek asylum, and the founding of a party."""

import pytest

from tests.ingest.extract.matters.reading import entry, values


@pytest.mark.parametrize(
    "text, groups",
    [
        ("Four Ruthenian activists were stopped.", ["Ruthenian"]),
        ("The Ruthenian political refugees asked for help.", ["Ruthenian"]),
        ("Ruthenian activists and Livonian bloggers met.", ["Ruthenian", "Livonian"]),
        ("Four activists were stopped.", []),
        ("Ruthenian farmers were stopped.", []),
        ("THE activists were stopped.", []),
    ],
)
def test_a_group_without_names(text: str, groups: list[str]) -> None:
    assert values("group", entry(text)) == groups


@pytest.mark.parametrize(
    "text, abroad, custody",
    [
        ("They asked for asylum.", ["asylum"], []),
        ("The extradition of the detained activists was put off.", ["extradition"], ["detained"]),
        ("He was under arrest when they wanted to deport him.", ["deport"], ["arrest"]),
        ("He left the country of his own will.", [], []),
        ("His department wrote to the import office.", [], []),
    ],
)
def test_asylum_and_custody(text: str, abroad: list[str], custody: list[str]) -> None:
    facts = entry(text)
    assert (values("asylum", facts), values("custody", facts)) == (abroad, custody)


@pytest.mark.parametrize(
    "text, words",
    [
        ("They asked for the registration of the “Green Wind” party.", ["registration of the “green wind” party"]),
        ("The party was again denied registration.", ["party was again denied registration"]),
        ("The initiative group met in a cafe.", ["initiative group"]),
        ("The founders of the party were summoned.", ["founders of"]),
        ("The car was registered in another city. It was found near a lake.", []),
        ("The party held its congress, where many guests from abroad spoke of registration.", []),
        ("The group was detained.", []),
    ],
)
def test_the_affairs_of_a_party(text: str, words: list[str]) -> None:
    assert values("party_affairs", entry(text)) == words
