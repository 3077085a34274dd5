"""Which words beside a head noun name an organisation (annotation, courts, facilities, organisations)."""

from ingest.extract.institutions.mention import Mention
from ingest.extract.institutions.name_bounds import (
    before_full_name,
    capitals,
    in_letters,
    is_person,
    name_after,
    name_before,
    number_after,
    skip_modifiers,
)
from ingest.extract.institutions.vocabulary import Head, Vocabulary
from ingest.extract.institutions.words import Words, is_namelike
from ingest.vocabulary import BodyType

# A name may follow these heads directly ("the art movement Blue Dawn").
_FOLLOWED: frozenset[BodyType] = frozenset({"party", "movement", "media", "company", "ngo"})

# Behind "the newspaper" a word with a capital may be anybody's; letters ("the newspaper BLUE") are its name, and
# so is what stands before a full name.
_BEFORE_THING = frozenset({"the", "this", "that", "a", "his", "her", "our"})


def read_organisation(words: Words, i: int, j: int, head: Head, terms: Vocabulary) -> Mention | None:
    """The organisation around the head ``i`` to ``j``, by what the head needs to be one."""
    if head.needs in ("name", "quoted"):
        return _named(words, i, j, head, terms)
    first = name_before(words, i, terms)
    if head.needs == "owner":
        return _owned(words, i, j, first, head, terms)
    if head.needs == "nothing":
        last = name_after(words, j, terms)
        return Mention(first, last, "organisation", head.type, "organisations.state", (i, j))
    return _capital(words, i, j, first, head, terms) if words.is_name(j - 1) else None


def _owned(words: Words, i: int, j: int, first: int, head: Head, terms: Vocabulary) -> Mention | None:
    last = number_after(words, j)
    first = skip_modifiers(words, first, i)
    behind = words.is_name(i) and name_after(words, j, terms) > j
    if last == j and not behind and (first == i or not words.is_name(i - 1)):
        return None
    doubt = "a word with a capital decides"
    last = name_after(words, last, terms)
    return Mention(first, last, "organisation", head.type, "organisations.owner", (i, j), "medium", doubt)


def _capital(words: Words, i: int, j: int, first: int, head: Head, terms: Vocabulary) -> Mention | None:
    first = skip_modifiers(words, first, i)
    if first == i and words.closing.get(i - 1) is not None:
        first = words.closing[i - 1] + 1
    last = name_after(words, j, terms, whole=True)
    if last in words.quotes and is_namelike(words, last):
        last = words.quotes[last]
    elif last == j and first == i and head.needs == "name" and (end := capitals(words, j, terms)) > j:
        if is_person(words, j, end, terms):
            return None
        last = end
    # "the Ministry" is only a further mention; two words ("Presidential Administration") are a name.
    if first == i and last == j == i + 1:
        doubt = "named in short"
        return Mention(i, j, head.kind, head.type, "organisations.short", (i, j), "medium", doubt, short=True)
    # A legal form in letters before a name is no part of it ("PF Legal Aid Center").
    while first < i - 1 and words.raw[first].isupper() and ((words.low[first],), head.type) in terms.forms:
        first += 1
    return Mention(first, last, head.kind, _type(words, first, last, head, terms), "organisations.capitals", (i, j))


def _type(words: Words, first: int, last: int, head: Head, terms: Vocabulary) -> BodyType:
    """The head's type, unless it is a word of the state's in a name that tells otherwise ("Helsinki Committee")."""
    inside = words.low[first:last]
    if head.type == "state":
        return next((type for type, signs in terms.signs.items() if not signs.isdisjoint(inside)), head.type)
    return head.type


def _named(words: Words, i: int, j: int, head: Head, terms: Vocabulary) -> Mention | None:
    """A name beside a head in small letters; a head with a capital is a part of the name."""
    i = _skip_name(words, i, j)
    if words.is_name(j - 1) and not _is_form_beside_name(words, i, j, head):
        return _capital(words, i, j, name_before(words, i, terms), head, terms) if head.needs == "name" else None
    found = _beside_quotes(words, i, j, head, terms)
    if found or head.needs == "quoted":
        return found
    return _preceding(words, i, head, terms) or _following(words, i, j, head, terms)


def _skip_name(words: Words, i: int, j: int) -> int:
    """Where the head begins without the name's capitals ("the Blue Oil company"); letters stay ("TV channel")."""
    while i < j - 1 and words.is_name(i) and not words.raw[i].isupper() and not words.is_name(j - 1):
        i += 1
    return i


def _is_form_beside_name(words: Words, i: int, j: int, head: Head) -> bool:
    """Whether the head is a legal form in letters with a name beside it."""
    letters = words.raw[i].isupper() and j == i + 1
    behind = words.is_name(j) or j in words.quotes
    return letters and (behind or (head.type == "ngo" and i - 1 in words.closing))


def _beside_quotes(words: Words, i: int, j: int, head: Head, terms: Vocabulary) -> Mention | None:
    last = name_after(words, j, terms)
    if last > j and last in words.quotes and is_namelike(words, last):
        # "the Uplands association of the Lake region “Qyr”" is one name.
        first = skip_modifiers(words, name_before(words, i, terms), i)
        begin = first if first < i else last + 1
        return Mention(begin, words.quotes[last], head.kind, head.type, "organisations.quoted_with_head", (i, j))
    after = j + (words.at(j) in ("called", "named"))
    before = words.closing.get(i - 1)
    for opened in (after if after in words.quotes else None, before):
        if opened is not None and is_namelike(words, opened):
            return Mention(opened + 1, words.quotes[opened], head.kind, head.type, "organisations.quoted")
    return None


def _preceding(words: Words, i: int, head: Head, terms: Vocabulary) -> Mention | None:
    k = i
    while k and not words.is_name(k - 1) and words.low[k - 1] in terms.modifiers:
        k -= 1
    first = skip_modifiers(words, name_before(words, k, terms), k)
    if first == k or words.low[first] in terms.country or is_person(words, first, k, terms):
        return None
    doubt = "words with capitals beside a head"
    return Mention(first, k, head.kind, head.type, "organisations.capitals_before", None, "medium", doubt)


def _following(words: Words, i: int, j: int, head: Head, terms: Vocabulary) -> Mention | None:
    k = j
    letters = max(in_letters(words, j, terms), before_full_name(words, j, terms))
    if head.type == "media" and words.at(j) == "of":
        k = j + 1 + (words.at(j + 1) == "the")
        if k in words.quotes and is_namelike(words, k):
            return Mention(k + 1, words.quotes[k], head.kind, head.type, "organisations.quoted_behind_of")
    elif head.type not in _FOLLOWED or (words.at(i - 1) in _BEFORE_THING and letters == j):
        return None
    end = letters if letters > j else capitals(words, k, terms)
    if end == k or is_person(words, k, end, terms) or words.low[k] in terms.country:
        return None
    return Mention(
        k,
        end,
        head.kind,
        head.type,
        "organisations.capitals_behind",
        None,
        "medium",
        "words with capitals behind a head",
    )
