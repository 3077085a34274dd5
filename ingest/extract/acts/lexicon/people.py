"""Nouns for people: for one person, for several, and for those who act for the state."""

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.extract.acts.lexicon.nouns import Kinds, Nouns, singular
from ingest.language.numbers import number_words

_PEOPLE: Kinds = frozenset({"person", "relative", "lawyer", "journalist"})
_AUTHORITY: Kinds = frozenset({
    "police", "court", "prosecutor", "administration", "investigator", "prison_staff", "official", "government",
    "legislature",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class People:
    """Nouns for one person, for several, and for those who act for the state."""

    singular: frozenset[str]
    plural: frozenset[str]
    authority: frozenset[str]


def sort_people(nouns: Nouns) -> People:
    """Sort the nouns whose kinds are people; what ``nouns.yaml`` says of a noun itself goes before its ending."""
    people = set(_people(nouns))
    one = {noun for noun in people if singular(noun) == noun}
    singulars = one - nouns.many | nouns.one
    plurals = {f"{noun}s" for noun in singulars} | (people - one) | nouns.many
    acting = {noun[0] for noun, kinds in nouns.kinds.items() if len(noun) == 1 and kinds & _AUTHORITY}
    return People(
        singular=frozenset(singulars),
        plural=frozenset(plurals - nouns.one),
        authority=frozenset(acting | {f"{noun}s" for noun in acting} | nouns.authority),
    )


def _people(nouns: Nouns) -> Iterator[str]:
    """The nouns of one word for people who do not act for the state."""
    pronouns = nouns.pronouns.union(number_words().words)
    for words, kinds in nouns.kinds.items():
        if len(words) > 1 or words[0] in pronouns:
            continue
        if kinds & _PEOPLE and not kinds & _AUTHORITY:
            yield words[0]
