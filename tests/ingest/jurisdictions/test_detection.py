"""Which country a text is about, and what is said of one that cannot be read."""

import pytest

from ingest.errors import CountryUnknown, OtherCountry
from ingest.jurisdictions.countries import countries, countries_by_words
from ingest.jurisdictions.detection import detect_jurisdiction, find_countries, find_other_country

KAZAKH = "October 3, Kyzylorda, the court of the Republic of Kazakhstan.\nOctober 4, Warsaw, a rally.\n"
SWEDISH = "May 3, Uppsala, the court of Sweden fined a man.\n\nMay 4, Malmö, police came.\n"


def counts(text: str) -> dict[str, int]:
    return {country.pack or country.title: country.count for country in find_countries(text)}


def test_a_text_belongs_to_the_pack_whose_places_it_names() -> None:
    assert detect_jurisdiction(KAZAKH) == "kazakhstan"
    assert counts(KAZAKH) == {"kazakhstan": 2, "Poland": 1}


@pytest.mark.parametrize("text", ["", "On May 1 a letter came to the court of the region.", "no capitals: almaty"])
def test_a_text_that_names_no_country_is_refused(text: str) -> None:
    with pytest.raises(CountryUnknown, match=r"not recognised.*--jurisdiction kazakhstan.*jurisdictions\.md"):
        detect_jurisdiction(text)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (SWEDISH, "Sweden"),
        ("Bishkek, the Supreme Court of Kyrgyzstan. Osh, a rally. Kazakhstan extradited a man.\n", "Kyrgyzstan"),
        ("On May 1 a letter came from Warsaw, Gdansk and Geneva.", "Poland"),
        ("May 2, Khartoum, police came. May 3, Omdurman, Sudanese journalists wrote.", "Sudan"),
    ],
)
def test_a_text_of_a_country_without_a_pack_is_refused_by_its_name(text: str, country: str) -> None:
    with pytest.raises(OtherCountry, match=r"another country: .*cannot be read yet") as error:
        detect_jurisdiction(text)
    assert error.value.country == country and country in str(error.value)
    assert "elmoria" not in str(error.value)


def test_an_invented_country_is_never_that_of_a_real_text() -> None:
    words = "March 4, Republic Square, the Harbour district court. March 5, Grey Ford village, police came.\n"
    assert detect_jurisdiction(words) == "velmoria"
    with pytest.raises(OtherCountry):
        detect_jurisdiction(words + SWEDISH)
    with pytest.raises(CountryUnknown):
        detect_jurisdiction("March 4, Republic Square, the court of the Republic. March 5, Harbour district, a rally.")


def test_another_country_than_the_one_given_is_told_only_where_it_is_plain() -> None:
    assert find_other_country(SWEDISH, "kazakhstan") == "Sweden"
    assert find_other_country(KAZAKH, "kazakhstan") is None
    assert find_other_country("March 4, Almaty, a man came from Sweden, from Malmö.", "kazakhstan") is None
    assert find_other_country("A letter without a place.", "kazakhstan") is None


def test_the_table_of_countries_has_names_and_cities() -> None:
    assert len(countries()) > 190
    owners = countries_by_words()
    assert owners["minsk"] == "Belarus" and owners["diyarbakir"] == "Turkey" and owners["ukrainian"] == "Ukraine"
    assert "santiago" not in owners or owners["santiago"] == "Chile"
