"""The forms of English verbs, made from the infinitive; ``verbs.yaml`` has the irregular ones."""

from typing import Literal

Form = Literal["base", "s", "past", "participle", "ing"]


def forms_of(verb: str, irregular: tuple[str, str] | None) -> list[tuple[str, Form]]:
    """Every form of a verb; ``irregular`` are its past and its participle."""
    forms: list[tuple[str, Form]] = [(verb, "base")]
    consonant_y = verb.endswith("y") and verb[-2] not in "aeiou"
    if consonant_y:
        forms.append((verb[:-1] + "ies", "s"))
    elif verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        forms.append((verb + "es", "s"))
    else:
        forms.append((verb + "s", "s"))
    stems = [verb]
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        stems = [verb[:-1]]
    elif (
        len(verb) > 2
        and verb[-1] in "bdgklmnprt"
        and verb[-2] in "aeiou"
        and (verb[-3] not in "aeiou" or verb[-4:-2] == "qu")
    ):
        stems = [verb, verb + verb[-1]]
    for stem in stems:
        forms.append((stem + "ing", "ing"))
        if irregular is None:
            past = verb[:-1] + "ied" if consonant_y else verb + "d" if verb.endswith("e") else stem + "ed"
            forms += [(past, "past"), (past, "participle")]
    if irregular is not None:
        forms += [(irregular[0], "past"), (irregular[1], "participle")]
    return forms
