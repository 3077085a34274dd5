"""Footnote marks in an entry: ``[12]``, ``[^12]``, ``[3, 4]``, ``[3-5]``; others only where such a note is listed.

Numbers in other brackets, raised, in Roman figures or printed right behind a word mean many things. They are marks if
the list of references has that number in a like form, and the number stands nowhere in square brackets.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Literal, NamedTuple

from ingest.facts import Footnote, Span
from ingest.language.lexicons import read_lexicon

Form = Literal["square", "round", "half", "curly", "raised", "bare"]
"""How a list prints a number: ``[9]``, ``(9)``, ``9)``, ``{9}``, ``⁹``, or ``9`` with or without a full stop."""

KEY = r"(?:\d{1,6}|[ivxlc]{1,6}|[a-z])"
"""What notes are counted by: figures, Roman figures, letters."""
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = str.maketrans(RAISED, "0123456789")
_JOINT = r"\s?[,;–-]\s?"
_SQUARE = re.compile(rf"\\?\[\s?\^?(\d{{1,6}}(?:{_JOINT}\d{{1,6}}){{0,20}})\s?\\?\]")
MARK_ALONE = re.compile(r"(?:[-*•]\s{1,3})?\\?\[\s?\^?\d{1,6}\s?\\?\]\s?[:.,;]?")
"""A line that is a footnote mark and nothing else."""
_NUMBER = re.compile(r"\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WIDEST = 30
_OTHER: Mapping[Form, re.Pattern[str]] = {
    "square": re.compile(r"\[\s?([ivxlc]{1,6}|[a-z])\s?\]"),
    "round": re.compile(rf"\(\s?({KEY})\s?\)"),
    "curly": re.compile(rf"\{{\s?({KEY})\s?\}}"),
    "raised": re.compile(rf"(?<=\S)([{RAISED}]{{1,6}})"),
    # Behind a word or what ends one: "monument.1 He", "arrest1."
    "bare": re.compile(r"(?<![\w-])([^\W\d_]{1,40})[.,;:!?”»\"’')]{0,3}(\d{1,4})(?=[\s.,;:)]|$)"),
}
_RULES: Mapping[Form, str] = {
    "square": "footnotes.roman_or_letter",
    "round": "footnotes.in_round_brackets",
    "curly": "footnotes.in_curly_brackets",
    "raised": "footnotes.raised",
    "bare": "footnotes.behind_word",
}
# In which forms a number is printed in the entries, by the form in which it is listed.
_ALIKE: Mapping[Form, frozenset[Form]] = {
    "square": frozenset(("square", "raised")),
    "round": frozenset(("round", "raised")),
    "half": frozenset(("round", "raised", "bare")),
    "curly": frozenset(("curly", "raised")),
    "raised": frozenset(("raised", "bare")),
    "bare": frozenset(("raised", "bare")),
}


class ListedNote(NamedTuple):
    """A number of the list of references, and how it is printed there."""

    number: str
    form: Form


class Marks:
    """Finds footnote marks in a text whose list of references is known. Cost is linear in the text."""

    def __init__(self, listed: Iterable[ListedNote] = (), cited: Collection[str] = ()) -> None:
        """``cited`` are the numbers that stand in square brackets in the entries."""
        self._forms: dict[Form, set[str]] = {}
        for number, form in listed:
            if number not in cited:
                for printed in _ALIKE[form]:
                    self._forms.setdefault(printed, set()).add(number)

    def find(self, text: str) -> tuple[Footnote, ...]:
        """The footnote marks of a paragraph in its order; ``[3, 4]`` are two, each with the span of its number.

        A number that looks like a year (``[2022]``) is an editor's insertion. A number between the two of a range has
        the span of the dash.
        """
        found = list(find_square_marks(text))
        for form, numbers in self._forms.items():
            found += _in_form(text, form, numbers)
        return tuple(sorted(found, key=lambda note: note.span.start))


def lowered(number: str) -> str:
    """A number in plain figures: ``12`` for ``¹²``."""
    return number.translate(_LOWERED)


def find_bare_numbers(text: str) -> set[str]:
    """The numbers that are printed right behind a word, as marks are that were raised before the text was copied."""
    return {found[2] for found in _OTHER["bare"].finditer(text) if _is_behind_word(found)}


def _in_form(text: str, form: Form, numbers: set[str]) -> Iterator[Footnote]:
    for found in _OTHER[form].finditer(text):
        group = 2 if form == "bare" else 1
        if lowered(found[group]) in numbers and (form != "bare" or _is_behind_word(found)):
            span = Span(*found.span(group)) if form in ("bare", "raised") else Span(*found.span())
            yield Footnote(lowered(found[group]), span, _RULES[form])


def _is_behind_word(found: re.Match[str]) -> bool:
    """Whether the word before a number is none that numbers follow: ``No.1``, ``ITK2``."""
    word = found[1]
    return not (word.isupper() and len(word) > 1) and word.lower() not in _before_numbers()


@cache
def _before_numbers() -> frozenset[str]:
    return frozenset(read_lexicon("notes", dict[str, list[str]])["before_numbers"])


def find_square_marks(text: str) -> Iterator[Footnote]:
    """The marks of figures in square brackets, which need no list."""
    for mark in _SQUARE.finditer(text):
        numbers = list(_NUMBER.finditer(mark[1]))
        if len(numbers) == 1:
            yield from _unless_year(Footnote(numbers[0].group(), Span(*mark.span()), "footnotes.one_in_mark"))
            continue
        for before, number in zip([numbers[0], *numbers], numbers, strict=False):
            yield from _between(mark, before, number)
            span = Span(mark.start(1) + number.start(), mark.start(1) + number.end())
            yield from _unless_year(Footnote(number.group(), span, "footnotes.several_in_mark"))


def _between(mark: re.Match[str], first: re.Match[str], last: re.Match[str]) -> Iterator[Footnote]:
    """The numbers that a range leaves out: the 4 of ``[3-5]``."""
    joint = mark[1][first.end() : last.start()].strip()
    span = Span(mark.start(1) + first.end(), mark.start(1) + last.start())
    if joint in ("-", "–") and int(last.group()) - int(first.group()) <= _WIDEST:
        for number in range(int(first.group()) + 1, int(last.group())):
            yield from _unless_year(Footnote(str(number), span, "footnotes.range_in_mark"))


def _unless_year(note: Footnote) -> Iterator[Footnote]:
    if not _YEAR.fullmatch(note.number):
        yield note
