"""The saved questions in Russian: nothing is missing, nothing is left over, and English stays as it was."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace

from kg.schema.sentences import speaking
from queries.catalogue import SavedQuery, load_queries
from queries.filters import all_filters
from queries.wording.words import Said, Words, load_words, say_question

QUERIES = load_queries()
CYRILLIC = re.compile(r"[а-яё]", re.I)
LATIN_ALONE = {"id"}
"""What is written in Latin letters in Russian too."""


def in_english() -> dict[str, Said]:
    return {name: say_question(query) for name, query in QUERIES.items()}


def differences(words: Words) -> Iterator[str]:
    """What of the questions has no words, and which words are of nothing in them."""
    english = in_english()
    headings = {
        heading
        for name, said in english.items()
        for column, heading in said.headings.items()
        if name not in words.questions or column not in words.questions[name].columns
    }
    yield from compared("themes", words.themes, {said.theme for said in english.values()})
    yield from compared("names", words.names, {name for said in english.values() for name in said.names})
    yield from compared("filters", words.filters, set(all_filters()))
    yield from compared("headings", words.headings, headings)
    yield from compared("questions", words.questions, set(QUERIES))
    for name, own in words.questions.items():
        if name in QUERIES:
            yield from compared(f"parameters of {name}", own.parameters, set(QUERIES[name].header.parameters))
            yield from (f"columns of {name}: {each}" for each in own.columns if each not in QUERIES[name].columns)


def compared(what: str, given: Mapping[str, object], wanted: set[str]) -> Iterator[str]:
    yield from (f"{what}: '{name}' has no words" for name in sorted(wanted - set(given)))
    yield from (f"{what}: '{name}' is in no question" for name in sorted(set(given) - wanted))


def texts_of(said: Said) -> list[str]:
    own = [said.theme, said.title, said.learns, said.reading, said.limits]
    return [*own, *said.names.values(), *said.abouts.values(), *said.headings.values()]


def test_every_question_has_its_words_and_no_word_is_left_over() -> None:
    assert list(differences(load_words("ru"))) == []


def test_a_question_without_words_and_words_without_a_question_are_found() -> None:
    words = load_words("ru")
    less = replace(words, questions={name: own for name, own in words.questions.items() if name != "bodies"})
    more = replace(words, questions={**words.questions, "nothing": words.questions["bodies"]})
    assert "questions: 'bodies' has no words" in list(differences(less))
    assert list(differences(more)) == ["questions: 'nothing' is in no question"]


@pytest.mark.parametrize("name", QUERIES)
def test_a_question_is_said_in_russian_where_russian_is_spoken(name: str) -> None:
    query = QUERIES[name]
    with speaking("ru"):
        said = say_question(query)
    assert [text for text in texts_of(said) if not CYRILLIC.search(text) and text not in LATIN_ALONE] == []
    # What a person has to type stays as it is.
    english = say_question(query)
    assert set(said.headings) == set(english.headings) and set(said.abouts) == set(english.abouts)
    assert not any(CYRILLIC.search(text) for text in texts_of(english))


@pytest.mark.parametrize("name", QUERIES)
def test_where_english_tells_two_columns_apart_so_does_russian(name: str) -> None:
    query = QUERIES[name]
    english = say_question(query).headings
    read = [column for column in english if not query.header.label_of(column)]
    with speaking("ru"):
        russian = say_question(query).headings
    assert len({russian[column] for column in read}) == len({english[column] for column in read})


def test_a_question_of_the_workspace_is_said_as_its_file_has_it(tmp_path: Path) -> None:
    own: SavedQuery = dataclasses.replace(QUERIES["bodies"], path=tmp_path / "queries" / "bodies.cypher")
    with speaking("ru"):
        assert say_question(own).title == own.header.title
