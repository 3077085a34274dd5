"""Provisions as people write them: in short, in words of a report, or by their titles."""

import pytest

from ingest.jurisdictions.packs import load_jurisdiction
from kg.corrections.provision_words import read_provision, read_provisions
from kg.corrections.references import ValueNotAllowed

VELMORIA = load_jurisdiction("velmoria")


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("CC 207/2", {"code": "CC", "article": "207", "part": "2", "paragraph": ""}),
        ("CAO:73-3/2/1", {"code": "CAO", "article": "73-3", "part": "2", "paragraph": "1"}),
        ("? 61", {"code": "?", "article": "61", "part": "", "paragraph": ""}),
        ("207", {"article": "207", "part": "", "paragraph": ""}),
        ("Article 207", {"article": "207", "part": "", "paragraph": ""}),
        ("Article 207, Part 2 of the Penal Code", {"code": "CC", "article": "207", "part": "2", "paragraph": ""}),
        ("Part 1 of Article 45 CPPO", {"code": "CAO", "article": "45", "part": "1", "paragraph": ""}),
        ("incitement of discord", {"code": "CC", "article": "211", "part": "", "paragraph": ""}),
        ("Incitement", {"code": "CC", "article": "211", "part": "", "paragraph": ""}),
        ("mass disorder", {"code": "CC", "article": "207", "part": "", "paragraph": ""}),
        ("disorderly conduct", {"code": "CAO", "article": "45", "part": "", "paragraph": ""}),
    ],
)
def test_a_provision_is_read_from_its_short_form_its_words_or_its_title(words: str, fields: dict[str, str]) -> None:
    assert read_provision(words, VELMORIA) == fields


def test_a_title_of_several_articles_names_them() -> None:
    with pytest.raises(ValueNotAllowed, match=r"that title fits CC 207, CC 311, CAO 62\. Give the article"):
        read_provision("participation", VELMORIA)


def test_words_that_name_several_articles_are_refused_where_one_is_meant() -> None:
    with pytest.raises(ValueNotAllowed, match="name 2 provisions"):
        read_provision("Articles 207 and 211 of the Penal Code", VELMORIA)
    assert [p["article"] for p in read_provisions("Articles 207 and 211 of the Penal Code", VELMORIA)] == ["207", "211"]


@pytest.mark.parametrize("words", ["smuggling of pearls", "", "under 3 /", "Code"])
def test_what_names_no_article_says_how_one_is_written(words: str) -> None:
    with pytest.raises(ValueNotAllowed, match="a code and an article, such as CC 272/2"):
        read_provision(words, VELMORIA)


def test_without_a_country_only_the_short_form_is_read() -> None:
    assert read_provision("CC 207", None)["article"] == "207"
    with pytest.raises(ValueNotAllowed):
        read_provision("incitement of discord", None)
