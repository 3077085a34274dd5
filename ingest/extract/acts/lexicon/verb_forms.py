"""The forms of English verbs, made from the infinitive; ``verbs.yaml`` has the irregular ones."""

from typing import Literal

Form = Literal["base", "s", "past", "participle", "ing"]

_VOWELS = "aeiou"


def forms_of(verb: str, irregular: tuple[str, str] | None) -> list[tuple[str, Form]]:
    """Every form of a verb; ``irregular`` are its past and its participle."""
    forms: list[tuple[str, Form]] = [(verb, "base"), (_third_person(verb), "s")]
    for stem in _stems(verb):
        forms.append((stem + "ing", "ing"))
        if irregular is None:
            past = _regular_past(verb, stem)
            forms += [(past, "past"), (past, "participle")]
    if irregular is not None:
        forms += [(irregular[0], "past"), (irregular[1], "participle")]
    return forms


def _third_person(verb: str) -> str:
    """`Tries`, `searches`, `detains`."""
    if _ends_in_consonant_y(verb):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _regular_past(verb: str, stem: str) -> str:
    """`Tried`, `accused`, `detained`; ``stem`` is what the ending is added to."""
    if _ends_in_consonant_y(verb):
        return verb[:-1] + "ied"
    return verb + "d" if verb.endswith("e") else stem + "ed"


def _ends_in_consonant_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2] not in _VOWELS


def _stems(verb: str) -> list[str]:
    """What ``-ing`` and ``-ed`` are added to: ``accus``, ``detain``; ``ban`` and ``bann``, where it may be doubled."""
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return [verb[:-1]]
    return [verb, verb + verb[-1]] if _may_double(verb) else [verb]


def _may_double(verb: str) -> bool:
    """`Ban`, `quit`: whether the last letter is a consonant behind a single vowel."""
    if len(verb) < 3 or verb[-1] not in "bdgklmnprt" or verb[-2] not in _VOWELS:
        return False
    return verb[-3] not in _VOWELS or verb[-4:-2] == "qu"
