"""What a saved question says of itself in the language of who reads.

The English stands in its header. ``words.ru.yaml`` has the Russian of the project's questions, with one list for the
headings of columns, because many questions have the same. A workspace's own question is said as its file has it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec

from ingest.errors import LexiconError
from ingest.yaml_text import parse_yaml
from kg.schema.labels import Language
from kg.schema.sentences import spoken
from queries.catalogue import SavedQuery
from queries.header import EVIDENCE


class QuestionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one question; ``columns`` are the headings that differ from those of the common list."""

    title: str
    learns: str
    reading: str
    limits: str
    parameters: dict[str, str] = {}
    columns: dict[str, str] = {}


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of all questions: names of themes and fields, what the filters ask, headings by their English."""

    themes: dict[str, str]
    names: dict[str, str]
    filters: dict[str, str]
    headings: dict[str, str]
    questions: dict[str, QuestionWords]


@dataclass(frozen=True)
class Said:
    """A question in the language of who reads.

    ``names`` and ``abouts`` are of its parameters and filters, ``headings`` of its columns, each by its name.
    """

    theme: str
    title: str
    learns: str
    reading: str
    limits: str
    names: Mapping[str, str]
    abouts: Mapping[str, str]
    headings: Mapping[str, str]


@cache
def load_words(language: Language) -> Words:
    """The words of a language other than English. Raises ``LexiconError`` naming the file."""
    name = f"words.{language}.yaml"
    text = resources.files("queries.wording").joinpath(name).read_text(encoding="utf-8")
    try:
        return msgspec.convert(parse_yaml(text), Words)
    except msgspec.ValidationError as error:
        raise LexiconError(f"queries/wording/{name}: {error}.") from None


def say_question(query: SavedQuery) -> Said:
    """A question as who reads is to see it; in English what nobody translated."""
    english = _in_english(query)
    if spoken() == "en":
        return english
    words = load_words(spoken())
    own = None if query.is_own else words.questions.get(query.name)
    if own is None:
        return english
    return Said(
        theme=words.themes.get(query.theme, english.theme),
        title=own.title,
        learns=own.learns,
        reading=own.reading,
        limits=own.limits,
        names={name: words.names.get(name, said) for name, said in english.names.items()},
        abouts={**english.abouts, **_known(words.filters, query.filters), **own.parameters},
        headings=_headings(words, own, english.headings),
    )


def _headings(words: Words, own: QuestionWords, english: Mapping[str, str]) -> dict[str, str]:
    return {name: own.columns.get(name) or words.headings.get(said, said) for name, said in english.items()}


def _known(words: Mapping[str, str], names: Mapping[str, object]) -> dict[str, str]:
    return {name: words[name] for name in names if name in words}


def _in_english(query: SavedQuery) -> Said:
    header = query.header
    asked = {**query.filters, **header.parameters}
    return Said(
        theme=query.theme,
        title=header.title,
        learns=header.learns,
        reading=header.reading or "",
        limits=header.limits or "",
        names={name: name.replace("_", " ") for name in asked},
        abouts={name: parameter.about for name, parameter in asked.items()},
        headings={name: header.heading_of(name) for name in query.columns if name != EVIDENCE},
    )
