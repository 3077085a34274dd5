"""Entries with one source: the same page on the web, or one press conference.

A chronicle often makes several entries of one article. They are one matter where it is a matter that is only spoken of:
what is done to somebody is a case of its own, and signs of persons and articles decide about that.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from urllib.parse import parse_qsl, urlencode, urlsplit

from ingest.facts import Span
from ingest.vocabulary import FILINGS, RALLY_PLANS, SPOKEN, ActType
from kg.entries.active import ActiveEntry
from kg.identity.cases.context import CaseContext
from kg.identity.cases.evidence import (
    WordsOf,
    match_words,
    words_for_bodies,
    words_for_header,
    words_for_matters,
    words_for_people,
    words_for_types,
)
from kg.identity.cases.rare_words import shared
from kg.identity.links import Match, match_entries

# A page on which more entries rest is a bulletin or a list.
_BULLETIN = 6
# What only says by which way a reader came to a page.
_TRACKING = ("utm_", "fbclid", "gclid", "yclid", "ab_channel", "igsh")
_RALLIES: frozenset[ActType] = RALLY_PLANS | {"protest"}
_CLAIMS: frozenset[ActType] = frozenset({"statement", "complaint"})
_ONLY_SAID: frozenset[ActType] = SPOKEN | _CLAIMS
# A step that two entries of one page report without words in common.
_ON_ITS_WAY: frozenset[ActType] = frozenset({"legislation", "registration"})


def find_one_plaintiffs(context: CaseContext) -> Iterator[Match]:
    """Entries of one report that rest on the same page and are about one person who complains."""
    for a, b, page in _pairs_of_pages(context):
        plaintiffs = _own_matter(a, context.people) & _own_matter(b, context.people)
        if plaintiffs:
            a_spans, b_spans = (words_for_people(entry, context.people, plaintiffs) for entry in (a, b))
            yield _match_of_page(a, a_spans, b, b_spans, page)


def find_one_pages(context: CaseContext) -> Iterator[Match]:
    """Entries of one report that rest on the same page and report something done to nobody, with a rare word or a
    step of a bill or a registration in common."""
    for a, b, page in _pairs_of_pages(context):
        step = a.types & b.types & _ON_ITS_WAY
        if _is_spoken(a) and _is_spoken(b) and (step or shared(context.rare, a, b)):
            yield match_words(a, b, context.rare, _footnotes_and_steps(page, step), page)


def _footnotes_and_steps(page: str, step: frozenset[str]) -> WordsOf:
    def words_of(entry: ActiveEntry) -> Iterator[Span]:
        yield from _footnotes_to(entry, page)
        yield from words_for_types(entry, step)

    return words_of


def _pairs_of_pages(context: CaseContext) -> Iterator[tuple[ActiveEntry, ActiveEntry, str]]:
    """Two entries and the page on which both rest, the earlier first; not where many entries rest on it."""
    resting: dict[tuple[str, str], dict[str, ActiveEntry]] = {}
    for entry in context.entries:
        for address in entry.sources:
            if page := page_of(address):
                resting.setdefault((entry.report, page), {})[entry.id] = entry
    for (_, page), entries in resting.items():
        if len(entries) <= _BULLETIN:
            yield from ((a, b, page) for a, b in combinations(entries.values(), 2))


def _match_of_page(
    a: ActiveEntry, a_spans: Iterable[Span], b: ActiveEntry, b_spans: Iterable[Span], page: str
) -> Match:
    """The footnotes that lead to the page are among the words."""
    return match_entries(a, (*_footnotes_to(a, page), *a_spans), b, (*_footnotes_to(b, page), *b_spans), page)


def _footnotes_to(entry: ActiveEntry, page: str) -> Iterator[Span]:
    for footnote, address in entry.footnotes:
        if page_of(address) == page:
            yield footnote.span


def page_of(address: str) -> str | None:
    """An address without what says how a reader came to it; ``None`` for a site as a whole."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    query = [(k, v) for k, v in parse_qsl(parts.query) if not k.lower().startswith(_TRACKING)]
    path = parts.path.rstrip("/")
    if not (path or query):
        return None
    address = f"{(parts.hostname or '').removeprefix('www.')}{path}"
    return f"{address}?{urlencode(query)}" if query else address


def _is_spoken(entry: ActiveEntry) -> bool:
    """Whether an entry only reports what was said or done about something, and nothing done to a person."""
    facts = entry.facts
    if facts.charges or facts.sanctions or facts.occasions:
        return False
    if entry.types & _RALLIES:
        return False
    return not any(p.kind == "person" for act in facts.acts if act.type not in _ONLY_SAID for p in act.to)


def _own_matter(entry: ActiveEntry, people: Mapping[tuple[str, int], str]) -> frozenset[str]:
    """Who complains, if the entry has no charge against anybody."""
    if entry.facts.charges:
        return frozenset()
    return frozenset(
        people[entry.id, p.index]
        for act in entry.facts.acts
        if act.type in FILINGS
        for p in act.by
        if p.kind == "person"
    )


def find_conferences(context: CaseContext) -> Iterator[Match]:
    """Entries about one press conference: on one day, in one place, with a person or a body that both name."""
    held: dict[tuple[str, str, str], list[ActiveEntry]] = {}
    for entry in context.entries:
        if entry.day and entry.where and _is_conference(entry):
            held.setdefault((entry.report, entry.day, entry.where), []).append(entry)
    for entries in held.values():
        for a, b in combinations(entries, 2):
            named = _named(a, context) & _named(b, context)
            if named:
                a_spans, b_spans = (_words_of_conference(entry, context, named) for entry in (a, b))
                yield match_entries(a, a_spans, b, b_spans, a.date or "")


def _is_conference(entry: ActiveEntry) -> bool:
    facts = entry.facts
    if facts.charges or facts.sanctions or not facts.has_matter("press_conference"):
        return False
    return bool(entry.types & _CLAIMS)


def _named(entry: ActiveEntry, context: CaseContext) -> frozenset[str]:
    """The people an entry names, and the bodies that have names of their own."""
    bodies = (i for i, body in enumerate(entry.facts.bodies) if not body.generic)
    return frozenset(
        [
            *(context.people[entry.id, index] for index in range(len(entry.facts.persons))),
            *(context.bodies[entry.id, index][0].id for index in bodies),
        ]
    )


def _words_of_conference(entry: ActiveEntry, context: CaseContext, named: frozenset[str]) -> Iterator[Span]:
    yield from words_for_matters(entry, "press_conference")
    yield from words_for_people(entry, context.people, named)
    yield from words_for_bodies(entry, context.bodies, named)


def find_same_meetings(context: CaseContext) -> Iterator[Match]:
    """`He said at the same meeting`: an entry that continues the one before it in its report, on the same
    day and in the same place."""
    at = {(entry.report, entry.facts.entry.number): entry for entry in context.entries}
    for entry in context.entries:
        first = at.get((entry.report, entry.facts.entry.number - 1))
        if not first or not entry.where or not entry.facts.has_matter("same_meeting"):
            continue
        if (first.date, first.where) == (entry.date, entry.where):
            spans = words_for_matters(entry, "same_meeting")
            yield match_entries(first, words_for_header(first), entry, spans, entry.date or "")
