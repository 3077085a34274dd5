"""The words that say who a charge or a sanction is about: lists of names, people counted and not named."""

from collections.abc import Sequence
from functools import cache

import msgspec

from ingest.analysis.tokens import Token
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.numbers import read_count
from ingest.vocabulary import Role

_LIST_WORDS = 5
# Marks that may be between the names of a list.
_LIST_MARKS = frozenset(',;&“”"«»-')
_MORE = frozenset({"more", "other", "others"})
_REMAINDER = frozenset({"remaining", "rest"})


class AddresseeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``addressees.yaml``, explained there."""

    roles: frozenset[Role]
    one: frozenset[str]
    several: frozenset[str]
    everybody: tuple[str, ...]
    claims: frozenset[str]
    people: frozenset[str]
    described: frozenset[str]
    how_many: frozenset[str]
    first_person: frozenset[str]
    others: frozenset[str]
    occasions: tuple[str, ...]
    complaints: tuple[str, ...]
    witnesses: tuple[str, ...]
    accusing: frozenset[str]
    both: tuple[str, ...]
    harming: frozenset[str]
    dead: tuple[str, ...]
    dying: tuple[str, ...]
    killing: tuple[str, ...]
    undergoing: tuple[str, ...]
    servants: frozenset[str]
    punished: tuple[str, ...]
    for_sanction: frozenset[str]
    against: tuple[str, ...]
    ends_list: frozenset[str]


@cache
def addressee_words(jurisdiction: Jurisdiction) -> AddresseeWords:
    """The lexicon, read once for each jurisdiction. Raises ``LexiconError``."""
    return jurisdiction.lexicon("addressees", AddresseeWords)


def joins_names(gap: Sequence[Token], words: AddresseeWords) -> bool:
    """Whether the tokens between two names make them one list: commas, "and", a word or two for who they are."""
    between = [token.text for token in gap if not token.is_mark]
    marks = {token.text for token in gap if token.is_mark}
    if marks - _LIST_MARKS or len(between) > _LIST_WORDS:
        return False
    if any(word in words.ends_list or not word.islower() for word in between) or _begins_with_number(gap):
        return False
    return "and" in between or bool(set(",;&") & marks)


def _begins_with_number(gap: Sequence[Token]) -> bool:
    """ "X three and Y two": what is behind the number is no more of the list."""
    return bool(gap) and not gap[0].is_mark and read_count(gap[0].text.lower()) is not None


def tells_unnamed(tokens: list[str], words: AddresseeWords) -> bool:
    """Whether "18 people", "several of the activists" stand among the words: someone else than who was named."""
    if tokens[:1] == ["and"] and _MORE & set(tokens[1:4]):
        return False  # `X, Y and three more people`: X and Y all the same
    return any(_counts_at(tokens, i, words) or _people_at(tokens, i, words) for i in range(len(tokens)))


def _counts_at(tokens: list[str], i: int, words: AddresseeWords) -> bool:
    """`The remaining five`, `three of them`."""
    if tokens[i] in _REMAINDER:
        return bool(set(tokens[i + 1 : i + 2]) & words.how_many)
    counting = tokens[i].isdigit() or tokens[i] in words.how_many - {"all", "two"}
    return counting and tokens[i + 1 : i + 3] == ["of", "them"]


def _people_at(tokens: list[str], i: int, words: AddresseeWords) -> bool:
    """`18 activists`, `a list of activists`, `activists` as the first word."""
    if tokens[i] not in words.people:
        return False
    if i == 0 or tokens[i - 1] in ("of", "list"):
        return True
    return any(t.isdigit() or t in words.how_many for t in tokens[max(0, i - 4) : i])
