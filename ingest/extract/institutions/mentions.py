"""Where an entry names a body: by a head noun, a quoted name beside one, a known name, an acronym, a code."""

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.extract.institutions.naming import capitals, is_person, name_after, name_before, number_after
from ingest.extract.institutions.vocabulary import Head, Vocabulary
from ingest.extract.institutions.words import Words
from ingest.facts import BodyKind, Sureness

# A company's or a medium's name may follow its head directly ("the art movement Blue Dawn").
_FOLLOWED = frozenset({"party", "movement", "media", "company", "ngo"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Words ``first`` to ``last`` (exclusive) that name a body; ``head`` is the head noun's own range, if it has one.

    ``name`` is true where no more than a name was taken, without its head.
    """

    first: int
    last: int
    kind: BodyKind
    type: str
    rule: str
    head: tuple[int, int] | None = None
    sureness: Sureness = "high"
    doubt: str = ""
    short: bool = False


def find_mentions(words: Words, terms: Vocabulary) -> list[Mention]:
    """Every mention, the longest where two overlap, in the order of the text."""
    found = [
        *_known(words, terms),
        *_by_head(words, terms),
        *_quoted(words, terms),
        *_acronyms(words, terms),
        *_coded(words, terms),
    ]
    taken = bytearray(len(words.raw) + 1)
    kept = []
    for mention in sorted(found, key=lambda m: (m.short, m.first - m.last, m.first)):
        if not any(taken[mention.first : mention.last]):
            taken[mention.first : mention.last] = b"\x01" * (mention.last - mention.first)
            kept.append(mention)
    return sorted(kept, key=lambda m: m.first)


def _by_head(words: Words, terms: Vocabulary) -> Iterator[Mention]:
    i = 0
    while i < len(words.raw):
        match = _head_at(words, i, terms)
        if match is None:
            i += 1
            continue
        j, heads = match
        for head in heads:
            mention = _read(words, i, j, head, terms)
            if mention:
                yield mention
                break
        i = j


def _head_at(words: Words, i: int, terms: Vocabulary) -> tuple[int, tuple[Head, ...]] | None:
    low = words.low[i]
    for first in (low, low.removesuffix("'s")) if low.endswith("'s") else (low,):
        for phrase, heads in terms.heads.get(first, ()):
            j = i + len(phrase)
            rest = words.low[i + 1 : j]
            if len(rest) == len(phrase) - 1 and all(
                a == b or a.removesuffix("'s") == b for a, b in zip(rest, phrase[1:], strict=True)
            ):
                return j, heads
    return None


def _read(words: Words, i: int, j: int, head: Head, terms: Vocabulary) -> Mention | None:
    if head.kind == "court":
        return _court(words, i, j, head, terms)
    if head.kind == "facility":
        return _facility(words, i, j, head, terms)
    if head.needs == "name":
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
    first = _drop_modifiers(words, first, i, terms)
    behind = words.is_name(i) and name_after(words, j, terms) > j
    if last == j and not behind and (first == i or not words.is_name(i - 1)):
        return None
    doubt = "a word with a capital decides"
    last = name_after(words, last, terms)
    return Mention(first, last, "organisation", head.type, "organisations.owner", (i, j), "medium", doubt)


def _drop_modifiers(words: Words, first: int, i: int, terms: Vocabulary) -> int:
    while first < i and not words.is_name(first):
        first += 1
    return first


def _capital(words: Words, i: int, j: int, first: int, head: Head, terms: Vocabulary) -> Mention | None:
    first = _drop_modifiers(words, first, i, terms)
    if first == i and words.closing.get(i - 1) is not None:
        first = words.closing[i - 1] + 1
    last = name_after(words, j, terms, whole=True)
    if last in words.quotes and _namelike(words, last, terms):
        last = words.quotes[last]
    elif last == j and first == i and head.needs == "name" and (end := capitals(words, j, terms)) > j:
        if is_person(words, j, end, terms):
            return None
        last = end
    if first == i and last == j:
        return Mention(
            i, j, head.kind, head.type, "organisations.short", (i, j), "medium", "named in short", short=True
        )
    if head.type == "ngo" and last == j and first == i:
        return None
    return Mention(first, last, head.kind, head.type, "organisations.capitals", (i, j))


def _named(words: Words, i: int, j: int, head: Head, terms: Vocabulary) -> Mention | None:
    letters = words.raw[i].isupper() and j == i + 1
    if words.is_name(j - 1) and not (letters and (words.is_name(j) or j in words.quotes)):
        return _capital(words, i, j, name_before(words, i, terms), head, terms)
    rule = "organisations.named"
    last = name_after(words, j, terms)
    if last > j and last in words.quotes and _namelike(words, last, terms):
        first = _drop_modifiers(words, name_before(words, i, terms), i, terms)
        begin = first if first < i else last + 1
        return Mention(begin, words.quotes[last], head.kind, head.type, rule, (i, j))
    if j in words.quotes and _namelike(words, j, terms):
        return Mention(j + 1, words.quotes[j], head.kind, head.type, rule)
    if (opened := words.closing.get(i - 1)) is not None and _namelike(words, opened, terms):
        return Mention(opened + 1, i - 1, head.kind, head.type, rule)
    k = i
    while k and not words.is_name(k - 1) and words.low[k - 1] in terms.modifiers:
        k -= 1
    first = _drop_modifiers(words, name_before(words, k, terms), k, terms)
    if first < k and words.low[first] not in terms.country and not is_person(words, first, k, terms):
        if first == k - 1 and words.low[first] in terms.known and head.type == "media" and words.raw[first].isupper():
            return None
        return Mention(first, k, head.kind, head.type, rule, None, "medium", "words with capitals beside a head")
    return _following(words, i, j, head, terms)


def _following(words: Words, i: int, j: int, head: Head, terms: Vocabulary) -> Mention | None:
    k = j
    if head.type == "media" and words.at(j) == "of":
        k = j + 1 + (words.at(j + 1) == "the")
        if k in words.quotes and _namelike(words, k, terms):
            return Mention(k + 1, words.quotes[k], head.kind, head.type, "organisations.named")
    elif head.type not in _FOLLOWED or words.at(i - 1) in ("the", "this", "that", "a", "his", "her", "our"):
        return None
    end = capitals(words, k, terms)
    if end == k or is_person(words, k, end, terms) or words.low[k] in terms.country:
        return None
    return Mention(
        k, end, head.kind, head.type, "organisations.following", None, "medium", "words with capitals behind a head"
    )


def _namelike(words: Words, opened: int, terms: Vocabulary) -> bool:
    """Whether a quotation may be a name: it begins with a capital or a digit and few of its words are small."""
    inside = range(opened + 1, words.quotes[opened])
    first = words.raw[inside[0]]
    small = sum(words.raw[i][0].islower() for i in inside)
    return len(inside) <= 10 and (first[0].isupper() or first[0].isdigit() or "." in first) and small <= len(inside) / 2


def _court(words: Words, i: int, j: int, head: Head, terms: Vocabulary) -> Mention | None:
    first = name_before(words, i, terms)
    while first < i and words.low[first] in terms.country and len(words.low) > first + 1 and first + 1 == i:
        first += 1
    while (
        first < i and words.low[first] in ("state", "public", "local police", "national") and not words.is_name(first)
    ):
        first += 1
    last = number_after(words, j)
    if words.at(last) == "of" and words.at(last + 1) in terms.court_tails and not words.is_name(last + 1):
        last += 2 + (words.at(last + 1) == "human")
    last = name_after(words, last, terms, whole=words.is_name(i))
    if first == i and last == j:
        return None
    if first == i and words.at(j) == "of" and not words.is_name(i) and words.at(j + 1) == "the" and last == j + 3:
        return None
    inside = frozenset(words.low[first:last])
    kind = next((kind for kind, those in terms.court_kinds.items() if inside & those), head.type)
    return Mention(first, last, "court", kind, "courts.named", (i, j))


def _facility(words: Words, i: int, j: int, head: Head, terms: Vocabulary) -> Mention | None:
    first = name_before(words, i, terms)
    while first < i and words.low[first] in terms.country:
        first += 1
    police = head.type == "police_station"
    if head.needs == "number":
        last = number_after(words, j)
        return Mention(i, last, "facility", head.type, "facilities.numbered", (i, j)) if last > j else None
    last = name_after(words, j, terms, place=police)
    named = any(words.is_name(k) or words.raw[k][0].isdigit() for k in range(first, i)) or last > j
    if named or (police and first < i):
        if not police and first < i:
            first = _drop_modifiers(words, first, i, terms)
        return Mention(first, last, "facility", head.type, "facilities.named", (i, j))
    if not police or not words.is_name(i):
        return None
    where = words.at(i - 1) == "the" and words.at(i - 2) in ("in", "inside", "at", "of")
    inside = where and (words.at(i - 2) != "of" or words.at(i - 3) in ("building", "basement", "premises", "office"))
    if inside:
        return Mention(i, j, "facility", head.type, "facilities.police", (i, j), "medium", "no name, told by 'in'")
    return Mention(
        i, j, "organisation", "state", "organisations.police", (i, j), "medium", "no name, told by its capital"
    )


def _known(words: Words, terms: Vocabulary) -> Iterator[Mention]:
    known = terms.known
    for i, raw in enumerate(words.raw):
        for first in (raw, raw[:-2]) if raw.endswith(("’s", "'s")) else (raw,):
            for phrase, type in known.get(first, ()):
                j = i + len(phrase)
                part = words.raw[i:j]
                if len(part) == len(phrase) and all(
                    a == b or (a[:-2] == b and a.endswith(("’s", "'s"))) for a, b in zip(part, phrase, strict=True)
                ):
                    yield Mention(i, j, "organisation", type, "organisations.known")
                    break


def _quoted(words: Words, terms: Vocabulary) -> Iterator[Mention]:
    """Quoted names behind people who belong to them, and addresses of sites."""
    for opened, closed in words.quotes.items():
        if closed - opened == 2 and _is_site(words.raw[opened + 1]):
            yield Mention(opened + 1, closed, "organisation", "media", "organisations.site")
        elif _namelike(words, opened, terms):
            k = opened - 1
            if words.at(k) == "the":
                k -= 1
            if words.at(k) in ("of", "from", "at", "with", "by", "in") and (
                words.at(k) == "of" or words.at(k - 1) in terms.members
            ):
                k -= 1
            if words.at(k) in terms.members and words.at(k) not in terms.not_names:
                yield Mention(
                    opened + 1,
                    closed,
                    "organisation",
                    "other",
                    "organisations.member",
                    None,
                    "medium",
                    "told by who belongs to it",
                )
    for i, raw in enumerate(words.raw):
        alone = i - 1 not in words.quotes and i + 1 not in words.closing and words.at(i - 1) not in ("/", "@", ":")
        if "." in raw and alone and _is_site(raw):
            yield Mention(i, i + 1, "organisation", "media", "organisations.site")


def _is_site(raw: str) -> bool:
    name, _, ending = raw.partition(".")
    return len(name) > 2 and name[0].isupper() and ending in _ENDINGS


_ENDINGS = frozenset(
    {"kz", "com", "org", "info", "net", "news", "asia", "media", "tv", "ru", "me", "press", "uz", "kg", "eu"}
)


def _acronyms(words: Words, terms: Vocabulary) -> Iterator[Mention]:
    """Acronyms of nobody known, behind or before those who belong to them (``activists of XYZ``, ``XYZ activist``)."""
    for i, raw in enumerate(words.raw):
        if (
            not (3 <= len(raw) <= 7 and raw.isupper() and raw.isalpha())
            or raw in terms.not_bodies
            or words.is_name(i - 1)
        ):
            continue
        before = i - 1 - (words.at(i - 1) == "the")
        if (words.at(before) in ("of", "from", "by") and words.at(before - 1) in terms.members) or (
            words.at(i + 1) in terms.members
        ):
            yield Mention(
                i, i + 1, "organisation", "other", "organisations.acronym", None, "low", "letters of nobody known"
            )


def _coded(words: Words, terms: Vocabulary) -> Iterator[Mention]:
    if terms.codes is None:
        return
    ends = {end: i for i, end in enumerate(words.end)}
    starts = {start: i for i, start in enumerate(words.start)}
    for match in terms.codes.finditer(words.text):
        first, last = starts.get(match.start()), ends.get(match.end())
        if first is not None and last is not None:
            near = set(words.low[max(0, first - 4) : last + 4 + 1])
            type = "remand" if near & {"pre-trial", "pretrial", "remand"} else "prison"
            yield Mention(first, last + 1, "facility", type, "facilities.code")
