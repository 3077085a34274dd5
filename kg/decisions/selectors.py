"""How a decision points at what it is about: by words that stay, never by a number or a position (design, "Decisions").

A pointer names the report by series and period, the entry by a hash of its text (and by one of the text without
footnote marks and runs of blanks, since a corrected report renumbers them), and the thing by the quoted words with
their context. If the text changed, the words are looked for with their context in that report; what is found nowhere,
or more than once, is lost: it is shown, and never guessed.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ingest.facts import Act, Entry, Sanction, Span
from kg.entries.active import ActiveEntry
from kg.entries.mentions import MentionKey, body_mention_ids, event_mention_ids, place_mention_ids
from kg.identity.bodies.bodies import LABELS
from kg.identity.campaigns.campaigns import PLANNED
from kg.identity.penalties.charges import charge_mention_ids, provision_id
from kg.identity.penalties.sanctions import sanction_mention_ids, term_of
from kg.identity.penalties.stays import custodies_of, stay_mention_ids
from kg.identity.people.people import mention_ids

CONTEXT = 40
"""Characters of context on each side of the quoted words; more where these do not tell their place in the report."""

_ENOUGH = 12
"""Context of one side tells the place by itself only when it is at least so long."""

_WHOLE_ENTRY = frozenset({"Case", "Campaign"})
"""Kinds of which an entry tells one: the whole entry is the mention."""


@dataclass(frozen=True)
class Mention:
    """A mention with the words it stands in.

    ``index`` is its position among the entry's facts of its kind; ``what`` is the name as read; of an act its type, to
    whom, and when; of a charge, measure or stay whose it is, and the article, the term or the facility.
    """

    id: str
    label: str
    entry: ActiveEntry
    index: int
    spans: tuple[Span, ...]
    what: str = ""

    @property
    def words(self) -> str:
        """The first of its words."""
        span = self.spans[0]
        return self.entry.facts.entry.text[span.start : span.end]


@dataclass(frozen=True)
class Found:
    """Where a pointer leads: the id of a mention, or why there is none."""

    mention: str | None
    reason: str = ""


class MentionIndex:
    """Every mention of the entries in force that a decision can be about, by id."""

    def __init__(self, entries: Sequence[ActiveEntry]) -> None:
        self.entries = entries

    @cached_property
    def by_id(self) -> Mapping[str, Mention]:
        """Made when first asked for: without a decision about two things nobody needs it."""
        return {quoted.id: quoted for quoted in _all_quoted(self.entries)}

    @cached_property
    def _of_entry(self) -> Mapping[tuple[str, str], Sequence[Mention]]:
        of_entry: dict[tuple[str, str], list[Mention]] = defaultdict(list)
        for quoted in self.by_id.values():
            of_entry[quoted.entry.id, quoted.label].append(quoted)
        return of_entry

    @cached_property
    def _of_report(self) -> Mapping[str, Sequence[ActiveEntry]]:
        of_report: dict[str, list[ActiveEntry]] = defaultdict(list)
        for entry in self.entries:
            of_report[entry.report].append(entry)
        return of_report

    @cached_property
    def _plain(self) -> dict[str, "_Plain"]:
        return {}

    def point(self, mention: str) -> dict[str, str]:
        """A pointer at a mention. Raises ``KeyError`` for an id of no mention in force."""
        quoted = self.by_id[mention]
        series, _, period = quoted.entry.report.rpartition(":")
        plain = self._plain_of(quoted.entry)
        start, end = plain.range_of(quoted.spans[0])
        before, after = self._sizes(quoted.entry, start, end)
        telling = [side for side, size in (("before", before), ("after", after)) if size]
        pointer = {
            "kind": quoted.label,
            "series": series,
            "period": period,
            "text": quoted.entry.fingerprint,
            "plain": plain.fingerprint,
            "words": plain.text[start:end],
            "before": plain.text[max(0, start - (before or CONTEXT)) : start],
            "after": plain.text[end : end + (after or CONTEXT)],
            "telling": " ".join(telling),
            "what": quoted.what,
        }
        return pointer | ({"copy": str(quoted.entry.copy)} if quoted.entry.copy else {})

    def _sizes(self, entry: ActiveEntry, start: int, end: int) -> tuple[int, int]:
        """How much context on each side tells the words' place in the report by itself; 0 where none does."""
        plain = self._plain_of(entry).text
        others = [self._plain_of(e).text for e in self._of_report[entry.report] if e.id != entry.id]

        def is_alone(quote: str) -> bool:
            return plain.count(quote) == 1 and not any(quote in text for text in others)

        def grow(room: int, quote: Callable[[int], str]) -> int:
            size = min(CONTEXT, room)
            while not is_alone(quote(size)):
                if size == room:
                    return 0
                size = min(2 * size, room)
            return size if size >= _ENOUGH else 0

        return (
            grow(start, lambda size: plain[start - size : end]),
            grow(len(plain) - end, lambda size: plain[start : end + size]),
        )

    def find(self, pointer: Mapping[str, str]) -> Found:
        """Where a pointer leads now."""
        report = ":".join(filter(None, [pointer.get("series", ""), pointer.get("period", "")]))
        entries = self._of_report.get(report, ())
        if not entries:
            return Found(None, f"no report {report} is in force")
        if not pointer.get("words"):
            return Found(None, "it quotes no words")
        same_text = [e for e in entries if e.fingerprint == pointer.get("text")]
        copies = [e for e in same_text if str(e.copy) == pointer.get("copy", "0")]
        found = self._find_in(copies or same_text, pointer)
        if not found:
            same_words = [e for e in entries if self._plain_of(e).fingerprint == pointer.get("plain")]
            found = self._find_in(same_words, pointer) or self._find_in(entries, pointer)
        return found or Found(None, f"its words stand nowhere in report {report} any more")

    def _find_in(self, entries: Sequence[ActiveEntry], pointer: Mapping[str, str]) -> Found | None:
        """``None`` where the words do not stand there with their context, or one side of it that tells the place."""
        before, words, after = (pointer.get(part, "") for part in ("before", "words", "after"))
        telling = pointer.get("telling", "").split()
        one_sided = [sides for name, sides in (("before", (before, "")), ("after", ("", after))) if name in telling]
        for contexts in ([(before, after)], one_sided):
            places = {
                (entry.id, span): entry
                for entry in entries
                for left, right in contexts
                for span in self._plain_of(entry).find(left + words + right, left, words)
            }
            if places:
                hits = {hit for (_, span), entry in places.items() for hit in self._at(entry, span, pointer)}
                if len(hits) == 1:
                    return Found(hits.pop())
                kind = pointer.get("kind", "thing")
                lead = f"lead to {len(hits)} things" if hits else f"are there, but no {kind} is read in them"
                return Found(None, f"its words {lead}")
        return None

    def _at(self, entry: ActiveEntry, span: Span, pointer: Mapping[str, str]) -> list[str]:
        """The mentions of the pointer's kind in a span: those of just these words before those that overlap them."""
        there = self._of_entry.get((entry.id, pointer.get("kind", "")), ())
        if pointer.get("kind") in _WHOLE_ENTRY:
            return [quoted.id for quoted in there]
        exact = [q for q in there if span in q.spans]
        overlapping = [q for q in there if any(s.start < span.end and span.start < s.end for s in q.spans)]
        among = exact or overlapping
        alike = [q for q in among if q.what == pointer.get("what")]
        return [q.id for q in (alike or among)]

    def _plain_of(self, entry: ActiveEntry) -> "_Plain":
        if entry.id not in self._plain:
            self._plain[entry.id] = _Plain(entry.facts.entry)
        return self._plain[entry.id]


class _Plain:
    """An entry's text without footnote marks and with single blanks, and where each character stands in the entry."""

    def __init__(self, entry: Entry) -> None:
        marks = {i for note in entry.footnotes for i in range(note.span.start, note.span.end)}
        kept: list[str] = []
        self._offsets: list[int] = []
        for offset, character in enumerate(entry.text):
            if offset in marks or (character.isspace() and (not kept or kept[-1] == " ")):
                continue
            kept.append(" " if character.isspace() else character)
            self._offsets.append(offset)
        self.text = "".join(kept)
        self.fingerprint = hashlib.sha256(self.text.encode()).hexdigest()[:16]

    def range_of(self, span: Span) -> tuple[int, int]:
        """A span of the entry as a range of the plain text."""
        inside = [i for i, offset in enumerate(self._offsets) if span.start <= offset < span.end]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    def find(self, needle: str, left: str, words: str) -> Iterator[Span]:
        """Every place of the words, in the entry's own characters, where they stand within the needle."""
        at = self.text.find(needle)
        while at >= 0:
            start = at + len(left)
            yield Span(self._offsets[start], self._offsets[start + len(words) - 1] + 1)
            at = self.text.find(needle, at + 1)


def _all_quoted(entries: Sequence[ActiveEntry]) -> Iterator[Mention]:
    persons, bodies = mention_ids(entries), body_mention_ids(entries)
    places, events = place_mention_ids(entries), event_mention_ids(entries)
    held = charge_mention_ids(entries), sanction_mention_ids(entries), stay_mention_ids(entries)
    for entry in entries:
        facts = entry.facts
        for i, person in enumerate(facts.persons):
            yield Mention(persons[entry.id, i], "Person", entry, i, person.evidence.spans, person.name)
        for i, body in enumerate(facts.bodies):
            yield Mention(bodies[entry.id, i], LABELS[body.kind], entry, i, body.evidence.spans, body.name)
        for i, place in enumerate(facts.places):
            yield Mention(places[entry.id, i], "Place", entry, i, place.evidence.spans, place.name)
        for i, act in enumerate(facts.acts):
            yield Mention(events[entry.id, i], "Event", entry, i, act.evidence.spans[:1], _what(entry, act))
        yield from _held(entry, held)
        if about := _spans_of_case(entry):
            yield Mention(entry.mention_id("case"), "Case", entry, 0, about)
        planned = [a.evidence.spans[0] for a in facts.acts if a.type in PLANNED and a.next]
        calling = [*planned, *(o.evidence.spans[0] for o in facts.occasions)]
        # What shares a campaign by its topic or its meetings names no day: its first act stands for it.
        calling = calling or [act.evidence.spans[0] for act in facts.acts]
        if calling:
            yield Mention(entry.mention_id("campaign"), "Campaign", entry, 0, tuple(calling[:1]))


def _held(entry: ActiveEntry, ids: Sequence[Mapping[MentionKey, str]]) -> Iterator[Mention]:
    """Charges in the words of their article, measures in their own, stays in those of the facility."""
    facts, (charges, sanctions, stays) = entry.facts, ids
    names = [person.name for person in facts.persons]
    for i, charge in enumerate(facts.charges):
        under = provision_id(charge.code, charge.article, charge.part, charge.paragraph)
        what = "; ".join(filter(None, [_whose(names, charge.person), under]))
        yield Mention(charges[entry.id, i], "Charge", entry, i, charge.evidence.spans, what)
    for i, sanction in enumerate(facts.sanctions):
        what = "; ".join(filter(None, [_whose(names, sanction.person), *_terms(sanction)]))
        yield Mention(sanctions[entry.id, i], "Sanction", entry, i, sanction.evidence.spans, what)
    for i, custody in enumerate(custodies_of(entry)):
        facility = facts.bodies[custody.facility]
        what = "; ".join((names[custody.person], facility.name))
        yield Mention(stays[entry.id, i], "Stay", entry, i, facility.evidence.spans, what)


def _whose(names: Sequence[str], person: int | None) -> str:
    return names[person] if person is not None else ""


def _terms(sanction: Sanction) -> list[str]:
    return [sanction.kind, *(str(term) for term in term_of(sanction) if term is not None), sanction.status]


def _what(entry: ActiveEntry, act: Act) -> str:
    """What tells an act from others told by the same word: its type, to whom, and when."""
    facts = entry.facts
    names = [facts.persons[p.index].name if p.kind == "person" else facts.bodies[p.index].name for p in act.to]
    return "; ".join(filter(None, [act.type, *sorted(names), act.date, act.next, act.standing]))


def _spans_of_case(entry: ActiveEntry) -> tuple[Span, ...]:
    """The words an entry's case is quoted by, if it belongs to one: those of its charge, measure or act."""
    facts = entry.facts
    entries = [fact.evidence for fact in facts.charges] or [fact.evidence for fact in facts.sanctions]
    entries = entries or [fact.evidence for fact in facts.acts] or list(facts.evidences())
    return entries[0].spans[:1] if entries else ()
