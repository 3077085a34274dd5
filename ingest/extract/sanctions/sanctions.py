"""Measures against people: arrest, imprisonment, fines, bans and the like (guide, sanctions).

Words for a measure and terms of time (or sums of money) that stand beside each other make one; some measures count
without a term ("placed in the pre-trial detention facility"). What is feared, possible or asked for by others than a
prosecutor is none.
"""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from ingest.analysis.document import Document
from ingest.extract.addressees.addressees import Addressees, find_addressees
from ingest.extract.addressees.scene import Scene, set_scene
from ingest.extract.sanctions.sums import read_with_sums
from ingest.extract.sanctions.terms import read_with_terms
from ingest.extract.sanctions.words import Patterns, Reading, find_measures, kind_of, read_status, sanction_patterns
from ingest.facts import Charge, Confidence, Evidence, Person, Sanction, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import PERSECUTED, Role, SanctionKind

_REACH = 90
_UNTIL_REACH = 60
_UNTIL = re.compile(r"\b(?:until|till|through)\s(?:the\s)?|\b(?:extended|prolonged)\s(?:up\s)?to\s(?:the\s)?")
_PLACED = ("placed in the facility", "placed in facility", "placed in a facility")
_TAKEN = ("taken into custody", "placed in custody", "placed into custody", "put into custody")
# "X and Y … The former was given 15 days, the latter – 20".
_ONE_OF_TWO = re.compile(r"\b[Tt]he (former|latter)\b[^.;,]{0,60}$")
# Money that somebody gets: nobody named is punished with it.
_AWARDED = re.compile(r"\b(?:awarded|to be paid)\b")
_GRAVE = ("official warning", "written warning", "off with a warning")
_GIVEN_TO = re.compile(
    r"\b(?:gave|handed|issued|read|served)\s(?:her|him|them)\s(?:an?\s)?$|\bgiven\sto\s(?:her|him|them)\b"
)
# Whoever speaks in an entry may be warned in it all the same.
_WARNABLE: frozenset[Role] = PERSECUTED | {"speaker"}
_WARNED = re.compile(r"\b(?:gave|given|giving|got off|issued|received|handed|served|announced)\b")
# Nobody has more measures of one kind in one entry; it bounds the cost.
_ALIKE = 50
_PENALISED = re.compile(
    r"\b(?:imposed|impose|imposing|pay|paid|sentenced|ordered|punished|received|issued|given|subjected|handed)\b"
)


def find_sanctions(
    document: Document, persons: tuple[Person, ...], charges: tuple[Charge, ...], jurisdiction: Jurisdiction
) -> tuple[Sanction, ...]:
    """The sanctions of an entry in the order of its text. ``Sanction.person`` is an index into ``persons``.

    ``charges`` are those of the same entry: their codes tell administrative arrest from other custody.
    """
    scene = set_scene(document, persons, jurisdiction)
    patterns = sanction_patterns(jurisdiction)
    codes: dict[Span, set[str | None]] = {}
    for charge in charges:
        codes.setdefault(scene.sentence_at(charge.evidence.spans[0].start), set()).add(charge.code)
    told = [*read_with_terms(scene, codes, patterns), *read_with_sums(scene, jurisdiction, patterns)]
    readings = [*told, *_read_until(scene, patterns), *_read_standing(scene, codes, told, patterns)]
    held = {charge.person for charge in charges if charge.person is not None}
    found: list[Sanction] = []
    for reading in sorted(readings, key=lambda r: r.span):
        who = find_addressees(scene, *reading.span, held)
        if reading.kind == "warning" and (one := _given_to(scene, reading.span)) is not None:
            who = Addressees((one,), "medium", "a pronoun stands for them")
        if not who.persons and not reading.exact and scene.sentence_at(reading.span.start) not in codes:
            continue
        whose: tuple[int | None, ...] = who.persons or (None,)
        if reading.kind == "damages" and _is_awarded(scene, reading.span):
            whose = (None,)
        if (one := _one_of_two(scene, reading.span.start)) is not None:
            whose = (one,)
        if reading.of == len(who.persons) > 1:
            whose = (who.persons[reading.rank],)
        found += [_sanction(reading, person, who) for person in whose]
        held.update(who.persons)
    return _once(found)


def _read_standing(
    scene: Scene, codes: Mapping[Span, Set[str | None]], told: Sequence[Reading], patterns: Patterns
) -> list[Reading]:
    """Measures that count without a term or sum, unless their sentence tells the same kind with one."""
    text = scene.text
    exact = {(reading.kind, scene.sentence_at(reading.span.start)) for reading in told}
    imprisoned = any(reading.kind == "imprisonment" for reading in told)
    criminal = any("CC" in here for here in codes.values())
    found: list[Reading] = []
    for match in patterns.standing.finditer(text):
        kind = kind_of(match.group(), patterns.standing_kinds)
        sentence = scene.sentence_at(match.start())
        words = match.group().lower()
        spent = patterns.lists["past_time"].search(text, max(sentence.start, match.start() - _REACH), match.end())
        # "from house arrest to detention" is new custody, "from house arrest" alone none.
        if (kind, sentence) in exact or (spent and not (kind == "remand" and " to " in words)):
            continue
        here = codes.get(sentence, frozenset())
        around = (max(sentence.start, match.start() - _REACH), min(sentence.end, match.end() + _REACH))
        if kind == "warning" and "CAO" not in here and not (words in _GRAVE and _WARNED.search(text, *around)):
            continue
        penalised = _PENALISED.search(text, max(sentence.start, match.start() - _REACH), match.start())
        if kind == "fine" and words != "fined" and not (penalised and here):
            continue
        # A convict who is placed in a facility is moved; one who is charged and not sentenced is remanded.
        if (words in _PLACED and (imprisoned or not criminal)) or (words in _TAKEN and imprisoned):
            continue
        status = read_status(scene, match.start(), patterns)
        if status is not None:
            found.append(Reading(kind, Span(*match.span()), "sanctions.standing", status=status))
    return found


def _is_awarded(scene: Scene, span: Span) -> bool:
    """Whether a sum is told from the side of those who get it: "the victim was awarded 1.5 million crowns"."""
    sentence = scene.sentence_at(span.start)
    return bool(_AWARDED.search(scene.text, max(sentence.start, span.start - _UNTIL_REACH), span.start))


def _given_to(scene: Scene, span: Span) -> int | None:
    """Who got a warning that somebody "gave her": the target named last before it."""
    text, sentence = scene.text, scene.sentence_at(span.start)
    ahead = _GIVEN_TO.search(text[max(sentence.start, span.start - _REACH) : span.start])
    if not (ahead or _GIVEN_TO.search(text, span.end, min(sentence.end, span.end + _REACH))):
        return None
    named = [(s, i) for i, p in enumerate(scene.persons) if p.role in _WARNABLE for s in p.evidence.spans if s < span]
    return max(named)[1] if named else None


def _one_of_two(scene: Scene, start: int) -> int | None:
    """Whom "the former" or "the latter" right before the words means, of the two named last."""
    told = _ONE_OF_TWO.search(scene.text, max(scene.sentence_at(start).start, start - _REACH), start)
    two = next((g for g in reversed(scene.groups) if told and g.end <= told.start() and len(g.members) > 1), None)
    return two.members[0 if told and told[1] == "former" else -1] if two else None


def _read_until(scene: Scene, patterns: Patterns) -> list[Reading]:
    """Custody and house arrest until a date: "arrest until 13 July"."""
    found: list[Reading] = []
    if _UNTIL.search(scene.text) is None:
        return found
    for measure in find_measures(scene.text, patterns):
        if measure.kind not in ("custody", "house_arrest"):
            continue
        until = _until(scene, measure.span.end)
        status = read_status(scene, measure.span.start, patterns) if until else None
        if until and status:
            kind: SanctionKind = "house_arrest" if measure.kind == "house_arrest" else "remand"
            found.append(Reading(kind, measure.span, "sanctions.until", until=until, status=status, exact=True))
    return found


def _until(scene: Scene, start: int) -> str | None:
    """The day of "until November 12" behind a word for custody, ISO."""
    text = scene.text
    end = min(scene.sentence_at(max(0, start - 1)).end, start + _UNTIL_REACH)
    at = _UNTIL.search(text, start, end)
    if at is None or ";" in text[start : at.start()]:
        return None
    near = scene.document.entry.date
    told = [date for date in scene.document.dates if at.end() <= date.span.start <= at.end() + len("a ")]
    return told[0].ahead_of(near) if told and near else None


def _sanction(reading: Reading, person: int | None, who: Addressees) -> Sanction:
    doubts = list(filter(None, [reading.doubt, who.doubt if who.confidence != "high" else ""]))
    confidence: Confidence = who.confidence
    if reading.amount is not None and reading.doubt:
        confidence = "low"
    elif doubts and confidence == "high":
        confidence = "medium"
    return Sanction(
        person=person,
        kind=reading.kind,
        evidence=Evidence((reading.span,), reading.rule, confidence, "; ".join(doubts)),
        duration=reading.duration,
        amount=reading.amount,
        mci=reading.mci,
        until=reading.until,
        status=reading.status,
    )


def _once(sanctions: list[Sanction]) -> tuple[Sanction, ...]:
    """The same measure told twice is one; one without a term gives way to the same person's with it."""
    kept: dict[tuple[int | None, str, str], dict[tuple[str | None, float | None, str | None], Sanction]] = {}
    for sanction in sanctions:
        alike = kept.setdefault((sanction.person, sanction.kind, sanction.status), {})
        term = (sanction.duration, sanction.amount, sanction.until)
        # Of all that is open in one of the two, the first told takes the words of both.
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
        mci=a.mci if a.mci is not None else b.mci,
        until=a.until or b.until,
    )
