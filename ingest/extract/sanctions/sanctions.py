"""Sanctions against people: arrest, imprisonment, fines, bans or similar (annotation, sanctions).

Words for a sanction and terms of time (or sums of money) that are beside each other make one; some count
without a term ("placed in the pre-trial detention facility"). What is feared, possible or asked for by others than a
prosecutor is none.
"""

from collections.abc import Mapping, Set
from dataclasses import replace

from ingest.analysis.document import Document
from ingest.extract.addressees.scene import Scene, set_scene
from ingest.extract.law.grounds import find_grounds
from ingest.extract.sanctions.lexicon.words import Patterns, Reading, sanction_patterns
from ingest.extract.sanctions.receivers.receivers import Received, find_receivers
from ingest.extract.sanctions.standing import read_standing
from ingest.extract.sanctions.sums.sums import read_with_sums
from ingest.extract.sanctions.terms.days import read_until
from ingest.extract.sanctions.terms.terms import read_with_terms
from ingest.facts import Body, Charge, Confidence, Evidence, Party, Person, Sanction, Span
from ingest.jurisdictions.packs import Jurisdiction

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
    readings = [*exact, *read_until(scene, patterns), *read_standing(scene, codes, exact, patterns)]
    return sorted(readings, key=lambda r: r.span)


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
