"""Bills and laws by their titles."""

import pytest

from ingest.jurisdictions.packs import load_jurisdiction
from tests.ingest.extract.matters.reading import COUNTRY, entry, matters_of, values


@pytest.mark.parametrize(
    "text, bills, laws",
    [
        ("The draft law “On mills and millers” was read.", ["mills and millers"], []),
        ("Deputies discussed amendments to the Water Code.", ["water code"], []),
        ("The bill regulating windmills, it is said, will pass.", ["windmills"], []),
        ("He was fined under the law on mills.", [], ["mills"]),
        ("The bill was paid.", [], []),
        ("The court billed him for mills.", [], []),
    ],
)
def test_titles(text: str, bills: list[str], laws: list[str]) -> None:
    facts = entry(text)
    assert (values("bill_title", facts), values("law_title", facts)) == (bills, laws)


@pytest.mark.parametrize(
    "text, words",
    [("The bill passed.", ["bill"]), ("Two draft laws were read.", ["draft laws"]), ("The law was read.", [])],
)
def test_words_for_a_bill(text: str, words: list[str]) -> None:
    assert values("bill", entry(text)) == words


def test_what_any_title_has_is_left_out_by_country() -> None:
    facts = entry("The draft law on mills and certain issues of Kazakhstan and Velmoria was read.")
    for country, own, other in ((COUNTRY, "kazakh", "velmor"), (load_jurisdiction("velmoria"), "velmor", "kazakh")):
        (title,) = (m for m in matters_of(facts, country) if m.kind == "bill_title")
        assert any(s.startswith("mills"[:4]) for s in title.stems)
        assert not any(stem.startswith((own, "certain"[:5], "issue")) for stem in title.stems)
        assert any(stem.startswith(other) for stem in title.stems)
