"""Names in quotation marks, and the same names without them elsewhere in the report."""

import pytest

from ingest.extract.matters.quoted_names import add_own_names
from ingest.facts import EntryFacts
from tests.ingest.extract.matters.reading import entry, matters_of, values


@pytest.mark.parametrize(
    "text, names",
    [
        ("The newsroom of the “Green Valley” newspaper was searched.", ["Green Valley"]),
        ('The firm "North mill and Sons" sued «Green Valley».', ["North mill and Sons", "Green Valley"]),
        ("He was accused of “Slander”.", []),
        ("She said “we will go on”.", []),
        ("The Green Valley newspaper was searched.", []),
    ],
)
def test_names_in_quotation_marks(text: str, names: list[str]) -> None:
    assert values("quoted_name", entry(text)) == names


def read(*texts: str) -> list[list[str]]:
    """The own names of the entries of one report."""
    facts: list[EntryFacts] = []
    for text in texts:
        made = entry(text)
        facts.append(EntryFacts(made.entry, matters=matters_of(made)))
    return [[m.value for m in of.matters_of("own_name")] for of in add_own_names(facts)]


@pytest.mark.parametrize(
    "text, found",
    [
        ("The editor of Green Valley was fined.", ["green valley"]),
        ("The editor of “Green Valley” was fined.", ["green valley"]),
        ("Green valley, green valley: both are named.", ["green valley"]),
        ("The Green Valleys are two.", []),
        ("The Evergreen Valley newspaper was fined.", []),
        ("Green or Valley, who knows.", []),
    ],
)
def test_a_name_of_the_report_is_found_without_its_marks(text: str, found: list[str]) -> None:
    assert read("The “Green Valley” newspaper was searched.", text) == [["green valley"], found]


def test_a_report_without_quoted_names_has_no_own_names() -> None:
    assert read("The Green Valley newspaper was searched.", "Green Valley was fined.") == [[], []]
