"""The sentences of pages, briefings and errors in the language of who reads them.

Each is written in English where it is made, with named slots, and said by ``say``; ``sentences.ru.yaml`` has it in
Russian. Commands speak English; the explorer speaks the language that its page asks for. What a report says is never
translated.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib import resources

import msgspec

from ingest.errors import LexiconError
from ingest.yaml_text import parse_yaml
from kg.schema.labels import Language, load_labels

_LANGUAGE: ContextVar[Language] = ContextVar("language", default="en")
_SLOT = re.compile(r"\{(\w+)\}")
# A word that stands in several lists is that of the first one.
_FIRST_LISTS = ("act_type", "sanction_kind", "role", "party_role")


class Sentences(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """English sentences with what each is in another language.

    ``phrases`` are said by pages and briefings; those with a number have their forms between bars. ``errors`` are
    messages, with a slot by its number for each value.
    """

    phrases: dict[str, str]
    errors: dict[str, str]


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Say everything in a language within the block."""
    before = _LANGUAGE.set(language)
    try:
        yield
    finally:
        _LANGUAGE.reset(before)


def spoken() -> Language:
    """The language that is spoken."""
    return _LANGUAGE.get()


def phrase(text: str) -> str:
    """An English sentence that is said later, by ``say``. Marks it, so that a test finds it."""
    return text


def say(text: str, **values: object) -> str:
    """An English sentence in the language of who reads, with its slots filled."""
    language = _LANGUAGE.get()
    told = text if language == "en" else load_sentences(language).phrases.get(text, text)
    return _SLOT.sub(lambda slot: str(values[slot[1]]) if slot[1] in values else slot[0], told) if values else told


def say_number(forms: str, number: float, **values: object) -> str:
    """``{n} entry|{n} entries`` with its number: the form that goes with it."""
    language = _LANGUAGE.get()
    told = forms if language == "en" else load_sentences(language).phrases.get(forms, forms)
    choices = told.split("|")
    form = choices[min(_form_of(number, language), len(choices) - 1)]
    return _SLOT.sub(lambda slot: str({**values, "n": f"{number:g}"}.get(slot[1], slot[0])), form)


def say_word(code: str, of: str = "") -> str:
    """A word of the vocabulary: ``assembly_refusal`` is ``assembly refusal``. ``of`` is its list, where it is known."""
    language = _LANGUAGE.get()
    if language == "en":
        return code.replace("_", " ")
    words = load_labels(language).values.get(of, {})
    return words.get(code) or _all_words(language).get(code) or code.replace("_", " ")


def say_error(message: str) -> str:
    """The message of an error in the language of who reads; in English where nobody translated it."""
    language = _LANGUAGE.get()
    if language == "en":
        return message
    for pattern, told in _error_patterns(language):
        if found := pattern.fullmatch(message):
            return _SLOT.sub(lambda slot: found[int(slot[1]) + 1], told)
    return message


@cache
def load_sentences(language: Language) -> Sentences:
    """The sentences of a language. Raises ``LexiconError`` naming the file, and a sentence whose slots differ."""
    name = f"sentences.{language}.yaml"
    text = resources.files("kg.schema").joinpath(name).read_text(encoding="utf-8")
    try:
        found = msgspec.convert(parse_yaml(text), Sentences)
    except msgspec.ValidationError as error:
        raise LexiconError(f"kg/schema/{name}: {error}.") from None
    for english, told in (found.phrases | found.errors).items():
        if set(_SLOT.findall(english)) != set(_SLOT.findall(told)):
            raise LexiconError(f"kg/schema/{name}: '{english}' and its translation have other slots in {{}}.")
    return found


@cache
def _all_words(language: Language) -> Mapping[str, str]:
    lists = load_labels(language).values
    ordered = [*(lists[name] for name in reversed([n for n in lists if n not in _FIRST_LISTS]))]
    words: dict[str, str] = {}
    for each in (*ordered, *(lists[name] for name in reversed(_FIRST_LISTS))):
        words |= each
    return words


@cache
def _error_patterns(language: Language) -> list[tuple[re.Pattern[str], str]]:
    def pattern(english: str) -> re.Pattern[str]:
        parts = _SLOT.split(english)
        # Every second part is the number of a slot; the texts of slots may hold anything.
        return re.compile("".join("(.*)" if i % 2 else re.escape(part) for i, part in enumerate(parts)), re.DOTALL)

    return [(pattern(english), told) for english, told in load_sentences(language).errors.items()]


def _form_of(number: float, language: Language) -> int:
    """Which form goes with a number: one or more; in Russian one, few, or many."""
    if language == "en":
        return 0 if number == 1 else 1
    if number != int(number):
        return 1
    last, teens = int(number) % 10, 10 < int(number) % 100 < 20
    if last == 1 and not teens:
        return 0
    return 1 if 1 < last < 5 and not teens else 2
