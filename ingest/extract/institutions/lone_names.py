"""Organisations named without a head noun: known names, sites, quoted names and acronyms beside their people."""

from collections.abc import Iterator

from ingest.extract.institutions.mention import Mention
from ingest.extract.institutions.name_bounds import name_after
from ingest.extract.institutions.vocabulary import Vocabulary
from ingest.extract.institutions.words import Words, is_namelike

_ENDINGS = frozenset(
    {"kz", "com", "org", "info", "net", "news", "asia", "media", "tv", "ru", "me", "press", "uz", "kg", "eu"}
)
_BY_MEMBERS = "known by who belongs to it"
_UNKNOWN = "letters of nobody known"


def find_known(words: Words, terms: Vocabulary) -> Iterator[Mention]:
    """Bodies known by their name or letters alone."""
    known = terms.known
    for i, raw in enumerate(words.raw):
        for first in (raw, raw[:-2]) if raw.endswith(("’s", "'s")) else (raw,):
            for phrase, type in known.get(first, ()):
                j = i + len(phrase)
                part = words.raw[i:j]
                if len(part) == len(phrase) and all(
                    a == b or (a[:-2] == b and a.endswith(("’s", "'s"))) for a, b in zip(part, phrase, strict=True)
                ):
                    last = name_after(words, j, terms) if type == "state" else j
                    yield Mention(i, last, "organisation", type, "organisations.known")
                    break


def find_quoted(words: Words, terms: Vocabulary) -> Iterator[Mention]:
    """Quoted names after people who belong to them, and addresses of sites."""
    for opened, closed in words.quotes.items():
        if closed - opened == 2 and _is_site(words.raw[opened + 1]):
            yield Mention(opened + 1, closed, "organisation", "media", "organisations.site")
        elif is_namelike(words, opened) and _belongs_to_members(words, opened, terms):
            span = (opened + 1, closed)
            yield Mention(*span, "organisation", "other", "organisations.member", None, "medium", _BY_MEMBERS)
    for i, raw in enumerate(words.raw):
        if "." in raw and _stands_alone(words, i) and _is_site(raw):
            yield Mention(i, i + 1, "organisation", "media", "organisations.site")


def _belongs_to_members(words: Words, opened: int, terms: Vocabulary) -> bool:
    """Whether a quotation comes after people who belong to it: ``members of the “…”``, ``activists from “…”``."""
    k = opened - 1 - (words.at(opened - 1) == "the")
    if words.at(k) == "of" or (words.at(k) in ("from", "at", "by") and words.at(k - 1) in terms.members):
        k -= 1
    return words.at(k) in terms.members


def _stands_alone(words: Words, i: int) -> bool:
    """Whether a word is neither quoted nor a part of a longer address."""
    quoted = i - 1 in words.quotes or i + 1 in words.closing
    return not quoted and words.at(i - 1) not in ("/", "@", ":")


def _is_site(raw: str) -> bool:
    name, _, ending = raw.partition(".")
    return len(name) > 2 and name[0].isupper() and ending in _ENDINGS


def find_acronyms(words: Words, terms: Vocabulary) -> Iterator[Mention]:
    """Acronyms of nobody known, after or before those who belong to them (``activists of XYZ``, ``XYZ activist``)."""
    for i, raw in enumerate(words.raw):
        if not (3 <= len(raw) <= 7 and raw.isupper() and raw.isalpha() and not words.is_name(i - 1)):
            continue
        before = i - 1 - (words.at(i - 1) == "the")
        behind = words.at(before) in ("of", "from", "by") and words.at(before - 1) in terms.members
        if raw not in terms.not_bodies and (behind or words.at(i + 1) in terms.members):
            yield Mention(i, i + 1, "organisation", "other", "organisations.acronym", None, "low", _UNKNOWN)
