"""Whom an entry's header names: the people of whom all that follows is told.

``October 7, Shelby, <name>, Article … . The court decided …``: the header ends where a provision, a colon or a full
stop follows the names before any verb.
"""

import re

from ingest.extract.acts.words import Token
from ingest.facts import EntryFacts

_RALLY_TOPIC = re.compile(r"\b(?:Subject|Topic|Theme|Reason|The topic|The reason)\b|[“«]")


def find_topic(sentences: list[list[Token]], facts: EntryFacts) -> tuple[tuple[int, ...], bool]:
    """The persons of the header, and whether the header is of this shape (names, then a mark)."""
    tokens = [t for sentence in sentences[:1] for t in sentence]
    names: list[int] = []
    k = 0
    while k < len(tokens) and (
        tokens[k].kind in ("mark", "law") or (tokens[k].kind == "body" and k < 3) or tokens[k].word in ("facility",)
    ):
        k += 1
    described = 0
    # "Supporters of X, …" is told of them: X is no header, only whom a pronoun may mean.
    governed = owned = False
    while k < len(tokens):
        token = tokens[k]
        if token.kind == "person" and facts.persons[token.ref].office == "judge":
            # "The district court, Judge X: Y, Article …": the header goes on to whom the court judges.
            described = 0
        elif token.kind == "person":
            owned = owned or (governed and not names)
            if token.ref not in names:
                names.append(token.ref)
        elif (token.kind == "mark" and token.word in ",;:—–.") or token.word == "and":
            if names and (
                token.word in ";:—–." or (token.word == "," and k + 1 < len(tokens) and tokens[k + 1].kind != "person")
            ):
                return tuple(names), not owned
        elif names:
            break
        else:
            described += 1
            governed = token.word == "of" or (governed and token.kind != "body")
            if described > 4:
                break
        k += 1
    if names:
        return tuple(names), False
    return (), False


def rally_topic(text: str) -> int:
    """Where the topic of a rally, its reason or a slogan begins; the end of the text where there is none.

    Whoever is named behind it gave no notice and refused nothing.
    """
    found = _RALLY_TOPIC.search(text)
    return found.start() if found else len(text)
