"""Where an entry names a body: by a head noun, a known name, a name beside its people, a code."""

from collections.abc import Iterator

from ingest.extract.institutions.courts import read_court
from ingest.extract.institutions.facilities import find_codes, read_facility
from ingest.extract.institutions.lone_names import find_acronyms, find_known, find_quoted
from ingest.extract.institutions.mention import Mention
from ingest.extract.institutions.organisations import read_organisation
from ingest.extract.institutions.vocabulary import Head, Vocabulary
from ingest.extract.institutions.words import Words

_READERS = {"court": read_court, "facility": read_facility, "organisation": read_organisation}
# "the topic: “…”", "charges of “…”".
_BETWEEN = frozenset({":", "of", "the", "that", "on", "with"})


def find_mentions(words: Words, terms: Vocabulary) -> list[Mention]:
    """Every mention, the longest where two overlap, in the order of the text."""
    found = [
        *find_known(words, terms),
        *_by_head(words, terms),
        *find_quoted(words, terms),
        *find_acronyms(words, terms),
        *find_codes(words, terms),
    ]
    taken = bytearray(len(words.raw) + 1)
    for opened, closed in words.quotes.items():
        before = opened - 1 - (words.at(opened - 1) in _BETWEEN)
        if words.at(before) in terms.not_names:
            taken[opened:closed] = b"\x01" * (closed - opened)
    kept = []
    for mention in sorted(found, key=lambda m: (m.short, m.first - m.last, m.first)):
        if not any(taken[mention.first : mention.last]):
            taken[mention.first : mention.last] = b"\x01" * (mention.last - mention.first)
            kept.append(mention)
    return sorted(kept, key=lambda m: m.first)


def _by_head(words: Words, terms: Vocabulary) -> Iterator[Mention]:
    inside = 0
    for i in range(len(words.raw)):
        match = _head_at(words, i, terms)
        if match is None:
            continue
        j, heads = match
        for head in heads:
            # Within a head ("city police") only a facility may begin ("… police department").
            if i < inside and head.kind != "facility":
                continue
            mention = _READERS[head.kind](words, i, j, head, terms)
            if mention:
                yield mention
                break
        inside = max(inside, j)


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
