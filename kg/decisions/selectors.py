"""How a decision says what it is about: by words that stay, never by a number or a position (docs/decisions.md).

A selector names the report by series and period, and the entry by two hashes of its text: as printed, and without
footnote marks and runs of blanks, since a corrected report renumbers them. The thing is named by the quoted words with
their context: ``prefix``, ``exact`` and ``suffix``, as in the text quote selector of the W3C's Web Annotation Data
Model (section 4.2.4). If the text changed, the words are looked for with their context in that report. What is found
nowhere, or more than once, is lost: it is shown, and never guessed.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from ingest.facts import Span
from kg.decisions.contexts import CONTEXT, unique_sizes
from kg.entries.active import ActiveEntry
from kg.entries.index import MentionIndex
from kg.entries.mentions import Mention

ContextSide = Literal["prefix", "suffix"]
CONTEXT_SIDES: tuple[ContextSide, ...] = get_args(ContextSide)

_WHOLE_ENTRY = frozenset({"Case", "Campaign"})
"""Labels of which an entry has one mention: the whole entry."""

STATED = "stated"
"""The key of the id that a partner gave."""

_EARLIER_KEYS = {"words": "exact", "before": "prefix", "after": "suffix", "telling": "unique"}
"""Keys of journals from before the W3C's terms were used, each with its present key."""


@dataclass(frozen=True)
class Selector:
    """What a decision says about one of its two mentions.

    ``kind`` is the label of the node. ``unique`` has the sides whose context alone identified the words' place in the
    report when the decision was made. ``description`` distinguishes mentions in the same words (``Mention``), ``copy``
    entries of one report with the same text.
    """

    kind: str = ""
    series: str = ""
    period: str = ""
    fingerprint: str = ""
    plain_fingerprint: str = ""
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    unique: tuple[ContextSide, ...] = ()
    description: str = ""
    copy: int = 0
    stated: str = ""
    """The id that a partner gave the thing, where its series states it; words are only for people to read then."""

    @property
    def report(self) -> str:
        """The id of the report."""
        return ":".join(filter(None, [self.series, self.period]))


@dataclass(frozen=True)
class Located:
    """What a selector finds: the id of a mention, or why there is none."""

    mention: str | None
    reason: str = ""


@dataclass(frozen=True)
class FoundPlaces:
    """Where a selector's words are (an entry, and the characters of its text), or why they are nowhere."""

    places: tuple[tuple[ActiveEntry, Span], ...]
    reason: str = ""


def write_selector(selector: Selector) -> dict[str, str]:
    """A selector as a journal keeps it."""
    written = {
        "kind": selector.kind,
        "series": selector.series,
        "period": selector.period,
        "text": selector.fingerprint,
        "plain": selector.plain_fingerprint,
        "exact": selector.exact,
        "prefix": selector.prefix,
        "suffix": selector.suffix,
        "unique": " ".join(selector.unique),
        "what": selector.description,
    }
    further = {"copy": str(selector.copy) if selector.copy else "", STATED: selector.stated}
    return written | {key: value for key, value in further.items() if value}


def read_selector(written: Mapping[str, str]) -> Selector:
    """Read a selector from a journal, of an earlier version too; a key that is missing is empty."""
    values = defaultdict(str, {_EARLIER_KEYS.get(key, key): value for key, value in written.items()})
    sides = [_EARLIER_KEYS.get(side, side) for side in values["unique"].split()]
    return Selector(
        kind=values["kind"],
        series=values["series"],
        period=values["period"],
        fingerprint=values["text"],
        plain_fingerprint=values["plain"],
        exact=values["exact"],
        prefix=values["prefix"],
        suffix=values["suffix"],
        unique=tuple(side for side in CONTEXT_SIDES if side in sides),
        description=values["what"],
        copy=int(values["copy"]) if values["copy"].isdecimal() else 0,
        stated=values[STATED],
    )


def make_selector(mention: Mention, mentions: MentionIndex) -> Selector:
    """The selector of a mention among all mentions in force."""
    if stated := mention.stated:
        named = mention.description or stated.id
        return Selector(mention.label, stated.series, stated.period, exact=named, stated=stated.id)
    entry = mention.entry
    series, _, period = entry.report.rpartition(":")
    plain = mentions.plain(entry)
    start, end = plain.range_of(mention.spans[0])
    prefix, suffix = unique_sizes(entry, start, end, mentions)
    sizes: tuple[tuple[ContextSide, int], ...] = (("prefix", prefix), ("suffix", suffix))
    return Selector(
        kind=mention.label,
        series=series,
        period=period,
        fingerprint=entry.fingerprint,
        plain_fingerprint=plain.fingerprint,
        exact=plain.text[start:end],
        prefix=plain.text[max(0, start - (prefix or CONTEXT)) : start],
        suffix=plain.text[end : end + (suffix or CONTEXT)],
        unique=tuple(side for side, size in sizes if size),
        description=mention.description,
        copy=entry.copy,
    )


def locate(selector: Selector, mentions: MentionIndex) -> Located:
    """Find the mention that a selector means now."""
    if selector.stated:
        stated = mentions.find_stated(selector.series, selector.kind, selector.stated)
        return Located(stated.id) if stated else Located(None, why_not_stated(selector))
    found = find_places(selector, mentions)
    return _only_mention(found.places, selector, mentions) if found.places else Located(None, found.reason)


def why_not_stated(selector: Selector) -> str:
    """Why nothing is found that a partner stated."""
    return f"no file of the series {selector.series} in force states a {selector.kind} {selector.stated}"


def find_places(selector: Selector, mentions: MentionIndex) -> FoundPlaces:
    """Find where a selector's words are now, whether anything is read in them or not."""
    entries = mentions.entries_of(selector.report)
    if not entries:
        return FoundPlaces((), f"no report {selector.report} is in force")
    if not selector.exact:
        return FoundPlaces((), "it quotes no words")
    for candidates in _candidate_entries(selector, entries, mentions):
        if places := _places_in(candidates, selector, mentions):
            return FoundPlaces(tuple(places))
    return FoundPlaces((), f"its words are no longer in report {selector.report}")


def _candidate_entries(
    selector: Selector, entries: Sequence[ActiveEntry], mentions: MentionIndex
) -> Iterator[Sequence[ActiveEntry]]:
    """Entries of the same text, then those of the same text but for footnote marks and blanks, then all."""
    same_text = [entry for entry in entries if entry.fingerprint == selector.fingerprint]
    yield [entry for entry in same_text if entry.copy == selector.copy] or same_text
    yield [entry for entry in entries if mentions.plain(entry).fingerprint == selector.plain_fingerprint]
    yield entries


def _places_in(
    entries: Sequence[ActiveEntry], selector: Selector, mentions: MentionIndex
) -> list[tuple[ActiveEntry, Span]]:
    """Where the words stand with both contexts, else with the one that is unique."""
    one_sided = [(side, "") if name == "prefix" else ("", side) for name, side in _unique_contexts(selector)]
    for contexts in ([(selector.prefix, selector.suffix)], one_sided):
        if places := _places(entries, contexts, selector.exact, mentions):
            return places
    return []


def _unique_contexts(selector: Selector) -> list[tuple[ContextSide, str]]:
    contexts: dict[ContextSide, str] = {"prefix": selector.prefix, "suffix": selector.suffix}
    return [(side, contexts[side]) for side in selector.unique]


def _places(
    entries: Sequence[ActiveEntry], contexts: Sequence[tuple[str, str]], exact: str, mentions: MentionIndex
) -> list[tuple[ActiveEntry, Span]]:
    return [
        (entry, span)
        for entry in entries
        for prefix, suffix in contexts
        for span in mentions.plain(entry).find(prefix, exact, suffix)
    ]


def _only_mention(places: Sequence[tuple[ActiveEntry, Span]], selector: Selector, mentions: MentionIndex) -> Located:
    hits = {hit for entry, span in places for hit in _mentions_at(entry, span, selector, mentions)}
    if len(hits) == 1:
        return Located(hits.pop())
    kind = selector.kind or "thing"
    lead = f"lead to {len(hits)} things" if hits else f"are there, but no {kind} is read in them"
    return Located(None, f"its words {lead}")


def find_at(there: Sequence[Mention], span: Span) -> list[Mention]:
    """Those of some mentions that are in a span: those of just these words before those that overlap them."""
    return [m for m in there if span in m.spans] or [m for m in there if _overlaps(m, span)]


def _mentions_at(entry: ActiveEntry, span: Span, selector: Selector, mentions: MentionIndex) -> list[str]:
    """The mentions of the selector's kind in a span."""
    there = mentions.of_entry(entry, selector.kind)
    if selector.kind in _WHOLE_ENTRY:
        return [mention.id for mention in there]
    among = find_at(there, span)
    alike = [m for m in among if mentions.is_described(m, selector.description)]
    return [mention.id for mention in alike or among]


def _overlaps(mention: Mention, span: Span) -> bool:
    return any(own.start < span.end and span.start < own.end for own in mention.spans)
