"""Runs of capitalised words side by side that one name can be made of."""

from collections.abc import Collection, Sequence

from ingest.extract.persons.name_words import NameWord
from ingest.extract.persons.names import NamesSeen, are_beside, looks_like_given, looks_like_surname
from ingest.jurisdictions.gazetteer import place_names
from ingest.jurisdictions.lexicons import name_words
from ingest.jurisdictions.packs import Jurisdiction

_LONGEST_NAME = 4


def find_runs(
    text: str, words: Sequence[NameWord], names: NamesSeen, jurisdiction: Jurisdiction
) -> list[list[NameWord]]:
    """Words side by side, cut where one can be no name and after a whole name."""
    particles = name_words(jurisdiction).particles
    runs: list[list[NameWord]] = []
    for word in words:
        run = runs[-1] if runs else []
        if _is_former_name(text, word, run):
            continue  # `are_beside` looks over it
        common = not word.initial and _is_common(word, names, jurisdiction)
        if common and not _completes(run, word, text, jurisdiction):
            runs.append([])
        elif _goes_on(run, word, text, particles):
            run.append(word)
        else:
            runs.append([word])
    return [part for run in runs if run for part in _cut(run, jurisdiction)]


def _is_former_name(text: str, word: NameWord, run: Sequence[NameWord]) -> bool:
    """Whether a word is in brackets inside a name or right after a whole one: another surname of the same person."""
    if text[word.span.start - 1 : word.span.start] != "(" or text[word.span.end : word.span.end + 1] != ")":
        return False
    whole = len(run) > 1 and text[run[-1].span.end : word.span.start] == " ("
    return whole or text[word.span.end : word.span.end + 2] == ") "


def _goes_on(run: Sequence[NameWord], word: NameWord, text: str, particles: Collection[str]) -> bool:
    """Whether a word is right beside a run that is no whole name yet, or after it and a particle."""
    if not run:
        return False
    if len(run) < _LONGEST_NAME and are_beside(text, run[-1], word):
        return True
    return text[run[-1].span.end : word.span.start].strip() in particles


def _cut(run: list[NameWord], jurisdiction: Jurisdiction) -> list[list[NameWord]]:
    """`Surname I. Surname I.` is two names without a comma; what is before `Surname I.` is none of it."""
    if len(run) >= 4 and run[1].initial and run[3].initial and not run[0].initial and not run[2].initial:
        return [run[:2], run[2:]]
    if len(run) == 3 and not run[0].initial and not run[1].initial and run[2].initial:
        # `Shelby Surname I.`: the word next to the initial is the surname, unless both are a name with a patronymic.
        return [run[1:]] if looks_like_surname(run[1].lower, jurisdiction) else [run]
    return [run]


def _completes(run: Sequence[NameWord], word: NameWord, text: str, jurisdiction: Jurisdiction) -> bool:
    """Whether a word that is a place's name too is right after a surname as its given name."""
    is_place = word.lower in place_names(jurisdiction).by_name
    return (
        is_place
        and len(run) == 1
        and looks_like_surname(run[0].lower, jurisdiction)
        and text[run[0].span.end : word.span.start] == " "
    )


def _is_common(word: NameWord, names: NamesSeen, jurisdiction: Jurisdiction) -> bool:
    lower = word.lower
    lexicon = name_words(jurisdiction)
    if lower in lexicon.not_names or lower.removesuffix("s") in lexicon.introducers or lower in lexicon.introducers:
        return True
    if lower in place_names(jurisdiction).by_name and not looks_like_given(lower, jurisdiction):
        return not names.surnames[lower]
    return lower in names.small and not names.surnames[lower] and not looks_like_given(lower, jurisdiction)
