"""Sanctions against people: arrest, imprisonment, fines, bans or similar (annotation, sanctions).

Words for a sanction and terms of time (or sums of money) that are beside each other make one; some count
without a term ("placed in the pre-trial detention facility"). What is feared, possible or asked for by others than a
prosecutor is none.
"""

import re
from collections.abc import Mapping, Set
from dataclasses import replace

from ingest.analysis.document import Document
from ingest.extract.addressees.scene import Scene, set_scene
from ingest.extract.law.grounds import find_grounds
from ingest.extract.sanctions.lexicon.status import read_status
from ingest.extract.sanctions.lexicon.words import Patterns, Reading, find_triggers, sanction_patterns
from ingest.extract.sanctions.receivers.receivers import Received, find_receivers
from ingest.extract.sanctions.standing import read_standing
from ingest.extract.sanctions.sums.sums import read_with_sums
from ingest.extract.sanctions.terms.terms import read_with_terms
from ingest.facts import Body, Charge, Confidence, Evidence, Party, Person, Sanction, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import SanctionKind

_UNTIL_REACH = 60
_FAR_UNTIL_REACH = 120
_UNTIL = re.compile(
    r"\b(?:until|till|through)\s(?:the\s)?|\b(?:extended|prolonged|stretched|renewed|lengthened)\s(?:up\s)?to\s(?:the\s)?"
)
_OF_CUSTODY = re.compile(r",?\s(?:the|his|her|their)\s(?:term\sof\s|period\sof\s)?(?:extradition\s|house\s)?")
# The verb may be far behind: "the custody of the former mayor of the village X was extended up to March 20".
_EXTENDED = re.compile(
    r"\b(?:was|were|is|has been)\s(?:extended|prolonged|renewed)\s(?:up\s)?(?:to|until|till)\s(?:the\s)?"
)
# Nobody has more sanctions of one kind in one entry; it bounds the cost.
_ALIKE = 50
_Term = tuple[str | None, float | None, str | None]


def find_sanctions(
    document: Document,
    persons: tuple[Person, ...],
    bodies: tuple[Body, ...],
    charges: tuple[Charge, ...],
    jurisdiction: Jurisdiction,
) -> tuple[Sanction, ...]:
    """The sanctions of an entry in the order of its text; ``Sanction.to`` points into ``persons`` and ``bodies``.

    ``charges`` are those of the same entry: their codes tell administrative arrest from other custody.
    """
    scene = set_scene(document, persons, jurisdiction)
    patterns = sanction_patterns(jurisdiction)
    codes: dict[Span, set[str | None]] = {}
    for charge in charges:
        codes.setdefault(scene.sentence_at(charge.evidence.spans[0].start), set()).add(charge.code)
    accused = {charge.person for charge in charges if charge.person is not None}
    found: list[Sanction] = []
    for reading in _read(scene, codes, patterns, jurisdiction):
        received = find_receivers(scene, bodies, reading, accused, patterns)
        unnamed = received.each == ((),) and not received.who.persons
        if unnamed and not reading.exact and scene.sentence_at(reading.span.start) not in codes:
            continue
        for to in received.each:
            grounds = find_grounds(scene, reading.kind, reading.span, to, charges)
            found.append(_sanction(reading, to, received, grounds))
        accused.update(received.who.persons)
    return _once(found)


def _read(
    scene: Scene, codes: Mapping[Span, Set[str | None]], patterns: Patterns, jurisdiction: Jurisdiction
) -> list[Reading]:
    """Every sanction that the text tells, in its order, tied to nobody yet."""
    exact = [*read_with_terms(scene, codes, patterns), *read_with_sums(scene, jurisdiction, patterns)]
    readings = [*exact, *_read_until(scene, patterns), *read_standing(scene, codes, exact, patterns)]
    return sorted(readings, key=lambda r: r.span)


def _read_until(scene: Scene, patterns: Patterns) -> list[Reading]:
    """Custody and house arrest until a date: "arrest until 13 July"."""
    found: list[Reading] = []
    if _UNTIL.search(scene.text) is None:
        return found
    for trigger in find_triggers(scene.text, patterns):
        if trigger.kind not in ("custody", "house_arrest"):
            continue
        until = _until(scene, trigger.span.end) or _until_before(scene, trigger.span.start)
        status = read_status(scene, trigger.span.start, patterns) if until else None
        if until and status:
            kind: SanctionKind = "house_arrest" if trigger.kind == "house_arrest" else "remand"
            found.append(Reading(kind, trigger.span, "sanctions.until_day", until=until, status=status, exact=True))
    return found


def _until(scene: Scene, start: int) -> str | None:
    """The day of "until November 12" after a word for custody, ISO."""
    text = scene.text
    end = min(scene.sentence_at(max(0, start - 1)).end, start + _UNTIL_REACH)
    at = _UNTIL.search(text, start, end) or _EXTENDED.search(
        text, start, min(scene.sentence_at(max(0, start - 1)).end, start + _FAR_UNTIL_REACH)
    )
    if at is None or ";" in text[start : at.start()]:
        return None
    near = scene.document.entry.date
    days = [date for date in scene.document.dates if at.end() <= date.span.start <= at.end() + len("a ")]
    return days[0].ahead_of(near) if days and near else None


def _until_before(scene: Scene, start: int) -> str | None:
    """ "prolonged until December 14 the custody of": the day right before the word for custody."""
    text, near = scene.text, scene.document.entry.date
    low = max(scene.sentence_at(start).start, start - _UNTIL_REACH)
    days = [d for d in scene.document.dates if low <= d.span.start and d.span.end <= start]
    if not days or not near or not _OF_CUSTODY.fullmatch(text, days[-1].span.end, start):
        return None
    at = next(reversed(list(_UNTIL.finditer(text, low, days[-1].span.start))), None)
    return days[-1].ahead_of(near) if at and at.end() == days[-1].span.start else None


def _sanction(reading: Reading, to: tuple[Party, ...], received: Received, grounds: tuple[Span, ...]) -> Sanction:
    who = received.who
    doubts = list(filter(None, [reading.doubt, who.doubt if who.confidence != "high" else ""]))
    confidence: Confidence = who.confidence
    if reading.amount is not None and reading.doubt:
        confidence = "low"
    elif doubts and confidence == "high":
        confidence = "medium"
    requested = ("sanctions.requested",) if reading.status == "requested" else ()
    further = (*reading.further, *requested, who.rule)
    return Sanction(
        to=to,
        kind=reading.kind,
        evidence=Evidence((reading.span,), reading.rule, confidence, "; ".join(doubts), further),
        duration=reading.duration,
        amount=reading.amount,
        index_units=reading.index_units,
        until=reading.until,
        status=reading.status,
        duration_max=reading.duration_max,
        joint=received.joint,
        count=received.count,
        grounds=grounds,
    )


def _once(sanctions: list[Sanction]) -> tuple[Sanction, ...]:
    """A sanction that is repeated is one; one without a term gives way to the same person's with it."""
    kept: dict[tuple[tuple[Party, ...], str, str], dict[_Term, Sanction]] = {}
    for sanction in sanctions:
        alike = kept.setdefault((sanction.to, sanction.kind, sanction.status), {})
        term = (sanction.duration, sanction.amount, sanction.until)
        # Of all that is open in one of the two, the first named takes the words of both.
        candidates = list(alike)[:_ALIKE]
        twin = next((other for other in candidates if _agree(term, other)), term)
        other = alike.pop(twin, None)
        joined = _joined(other, sanction) if other else sanction
        alike[(joined.duration, joined.amount, joined.until)] = joined
    whole = [sanction for alike in kept.values() for sanction in alike.values()]
    return tuple(sorted(whole, key=lambda s: s.evidence.spans[0]))


def _agree(a: tuple[object, ...], b: tuple[object, ...]) -> bool:
    return all(x is None or y is None or x == y for x, y in zip(a, b, strict=True))


def _joined(a: Sanction, b: Sanction) -> Sanction:
    base = b if (a.duration, a.amount, a.until) == (None, None, None) else a
    spans = tuple(sorted({*a.evidence.spans, *b.evidence.spans})[:_ALIKE])
    return replace(
        base,
        evidence=replace(base.evidence, spans=spans),
        duration=a.duration or b.duration,
        amount=a.amount if a.amount is not None else b.amount,
        index_units=a.index_units if a.index_units is not None else b.index_units,
        until=a.until or b.until,
        duration_max=a.duration_max or b.duration_max,
        joint=a.joint or b.joint,
        count=a.count or b.count,
        grounds=tuple(sorted({*a.grounds, *b.grounds})),
    )
