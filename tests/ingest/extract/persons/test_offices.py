"""Roles and offices by the words beside a name. Invented people."""

import pytest

from ingest.analysis.document import analyse
from ingest.extract.persons.offices import role_by_title
from ingest.jurisdictions.packs import load_jurisdiction
from tests.ingest.extract.scenes import entry_of, people_of

KAZAKHSTAN = load_jurisdiction("kazakhstan")


@pytest.mark.parametrize(
    "text, role, office",
    [
        ("The judge Torgayev Asan came.", "official", "judge"),
        ("The U.S. judge Torgayev Asan came.", "official", "foreign"),
        ("Torgayev Asan, the head of the St. Bera city court, came.", "target", None),
        ("Torgayev Asan (judge) came.", "official", "judge"),
        ("The judge came. Torgayev Asan did not.", "target", None),
        ("“We will appeal”, Torgayev Asan said.", "speaker", None),
        ("“We will appeal”, Torgayev Asan’s brother said.", "target", None),
        ("The 18-year-old activist Torgayev Asan came.", "target", None),
    ],
)
def test_words_beside_a_name(text: str, role: str, office: str | None) -> None:
    (person,) = people_of(text, "Torgayev Asan")
    document = analyse(entry_of(text), KAZAKHSTAN)
    assert role_by_title(document, person.evidence.spans, KAZAKHSTAN)[:2] == (role, office)
