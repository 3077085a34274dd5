"""Linked words: found where Markdown writes them, and what is read is the words alone."""

import pytest

from ingest.language.clean_text import clean_text
from ingest.language.links import find_links, write_link


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Police [detained](https://a.example/x) her.", [("detained", "https://a.example/x")]),
        ("[A](https://a.example) and [B](www.b.example/y)", [("A", "https://a.example"), ("B", "www.b.example/y")]),
        ("[wiki](https://a.example/Court_(law))", [("wiki", "https://a.example/Court_(law)")]),
        ('[A](<https://a.example/x> "a title")', [("A", "https://a.example/x")]),
        ("[](https://a.example/x)", [("", "https://a.example/x")]),
        ("[12](https://a.example/x)", []),
        ("![A](https://a.example/x.png)", []),
        ("[A] (https://a.example/x)", []),
        ("[A](#top) and [B](mailto:b@b.example)", []),
    ],
)
def test_links_are_found(text: str, found: list[tuple[str, str]]) -> None:
    assert [(text[slice(*link.words)], link.url) for link in find_links(text)] == found


@pytest.mark.parametrize("words", ["detained", " detained ", "the [sic] words", "a\nb"])
@pytest.mark.parametrize("url", ["https://a.example/x", "https://a.example/Court_(law)", "https://a.example/a b<c>"])
def test_a_written_link_is_found(words: str, url: str) -> None:
    (link,) = find_links(write_link(words, url))
    assert "%" in link.url or link.url == url
    assert clean_text(write_link(words, url)).text == words


def test_only_the_words_are_read_and_positions_lead_back() -> None:
    source = "Police [de\u00adtained](https://a.example/x\u00ady) Ada [Mi\u0301rling](https://b.example)."
    clean = clean_text(source)
    assert clean.text == "Police detained Ada Mírling."
    assert [(at, link.url) for at, link in clean.linked] == [
        (15, "https://a.example/x\u00ady"),
        (27, "https://b.example"),
    ]
    start = clean.text.index("Ada")
    assert source[slice(*clean.original(type(clean.links[0].words)(start, start + 3)))] == "Ada"


def test_many_links_take_time_in_proportion() -> None:
    clean = clean_text("[a](https://a.example/x) b " * 50_000)
    assert len(clean.linked) == 50_000 and clean.text.startswith("a b a b")
    assert clean_text("[" * 500_000 + "](https://").linked == ()
