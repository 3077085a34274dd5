"""Measures against people: arrest, imprisonment, fines, bans and the like (guide, sanctions).

Words for a measure and terms of time (or sums of money) that stand beside each other make one; some measures count
without a term ("placed in the pre-trial detention facility"). What is feared, possible or asked for by others than a
prosecutor is none.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

import msgspec

from ingest.calendar import find_dates
from ingest.extract.addressees import Addressees, Scene, find_addressees, set_scene
from ingest.extract.quantities import Term, find_money, find_terms, find_units
from ingest.facts import Charge, Entry, Evidence, Person, Sanction, Span, Sureness
from ingest.jurisdiction import Jurisdiction

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+|[;:—–(),]")
# How far a term may stand from its measure, and words that speak about a sum from it.
_REACH = 90
_BAN_REACH = 220
_MONEY_REACH = 70
_LONGEST_ADMINISTRATIVE = 45
_UNTIL_REACH = 60
_ASKS_REACH = 60


class SanctionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``sanctions.yaml``, explained there."""

    measures: dict[str, tuple[str, ...]]
    standing: dict[str, tuple[str, ...]]
    fine: tuple[str, ...]
    damages: tuple[str, ...]
    wanted: tuple[str, ...]
    unit: tuple[str, ...]
    between: frozenset[str]
    unreal: tuple[str, ...]
    near_only: tuple[str, ...]
    past_time: tuple[str, ...]
    elapsed: tuple[str, ...]
    prosecutor: tuple[str, ...]
    asks: tuple[str, ...]
    before_judgement: tuple[str, ...]
    conditional: tuple[str, ...]
    remainder: tuple[str, ...]


@dataclass(frozen=True)
class Patterns:
    """The lexicon, compiled: each pattern matches whole words; ``measures`` and ``standing`` know their kinds."""

    words: SanctionWords
    measures: re.Pattern[str]
    standing: re.Pattern[str]
    kinds: dict[str, str]
    standing_kinds: dict[str, str]
    lists: dict[str, re.Pattern[str]]


class Measure(NamedTuple):
    """Words for a measure: their span and its kind, ``custody`` and ``sentence`` still open."""

    span: Span
    kind: str


class Reading(NamedTuple):
    """One measure as told: what it is and the words it rests on, before anybody is tied to it."""

    kind: str
    span: Span
    rule: str
    duration: str | None = None
    amount: float | None = None
    mci: float | None = None
    until: str | None = None
    status: str = "imposed"
    doubt: str = ""
    exact: bool = False
    rank: int = 0
    of: int = 1


@cache
def sanction_patterns(jurisdiction: Jurisdiction) -> Patterns:
    """The lexicon, compiled once for each jurisdiction. Raises ``LexiconError``."""
    words = jurisdiction.lexicon("sanctions", SanctionWords)
    measures, kinds = _compile(words.measures)
    standing, standing_kinds = _compile(words.standing)
    lists = {
        name: _any_of(getattr(words, name))
        for name in (
            "fine damages wanted unreal near_only past_time elapsed prosecutor asks before_judgement conditional remainder"
        ).split()
    }
    return Patterns(words, measures, standing, kinds, standing_kinds, lists)


def find_sanctions(
    entry: Entry, persons: tuple[Person, ...], charges: tuple[Charge, ...], jurisdiction: Jurisdiction
) -> tuple[Sanction, ...]:
    """The sanctions of an entry in the order of its text. ``Sanction.person`` is an index into ``persons``.

    ``charges`` are those of the same entry: their codes tell administrative arrest from other custody.
    """
    scene = set_scene(entry, persons, jurisdiction)
    patterns = sanction_patterns(jurisdiction)
    readings = [*_with_terms(scene, charges, patterns), *_with_money(scene, jurisdiction, patterns)]
    readings += _without_term(scene, charges, patterns, readings)
    held = {charge.person for charge in charges if charge.person is not None}
    found: list[Sanction] = []
    for reading in sorted(readings, key=lambda r: r.span):
        who = find_addressees(scene, *reading.span, held)
        if not who.persons and not (reading.exact or _is_charged_here(scene, reading, charges)):
            continue
        persons_of: tuple[int | None, ...] = who.persons or (None,)
        if reading.of == len(who.persons) > 1:
            persons_of = (who.persons[reading.rank],)
        found += [_sanction(reading, person, who) for person in persons_of]
        held.update(who.persons)
    return _once(found)


def _with_terms(scene: Scene, charges: tuple[Charge, ...], patterns: Patterns) -> list[Reading]:
    """Terms of time with the measure they belong to."""
    text = scene.entry.text
    measures = [Measure(Span(*m.span()), _kind_of(m.group(), patterns.kinds)) for m in patterns.measures.finditer(text)]
    terms = find_terms(text)
    found: list[Reading] = []
    for number, term in enumerate(terms):
        measure = _measure_of(scene, term, terms[number - 1] if number else None, measures, patterns)
        if measure is None:
            continue
        start = min(term.span.start, measure.span.start)
        status = _status(scene, start, patterns)
        if status is None or text[max(0, term.span.start - 7) : term.span.start].lower().endswith("up to "):
            continue
        sentence = scene.sentence_at(start)
        kind = _settle(scene, measure.kind, term, sentence, charges, patterns)
        if kind in ("imprisonment",) and _is_conditional(scene, term, sentence, terms, measures, patterns):
            kind = "probation"
        doubt = "" if measure.kind == kind else "the kind of arrest is told by its context"
        found.append(Reading(kind, term.span, "sanctions.term", term.iso, status=status, doubt=doubt, exact=True, rank=term.rank, of=term.of))
    return _drop_probation_periods(scene, found)


def _measure_of(
    scene: Scene, term: Term, previous: Term | None, measures: list[Measure], patterns: Patterns
) -> Measure | None:
    """The measure right behind a term, else the nearest before it."""
    text = scene.entry.text
    sentence = scene.sentence_at(term.span.start)
    for measure in measures:
        if measure.span.start < term.span.end:
            continue
        gap = text[term.span.end : measure.span.start]
        if len(gap) > 45 or measure.span.start >= sentence.end:
            break
        if measure.kind != "sentence" and _only(gap, patterns.words.between) and not re.search(r"[;:(]", gap):
            return measure
    if elapsed := patterns.lists["elapsed"].search(text, max(sentence.start, term.span.start - 25), term.span.start):
        if _only(text[elapsed.end() : term.span.start], patterns.words.between):
            return _spent(scene, term, sentence, measures, patterns)
    before = [m for m in measures if sentence.start <= m.span.start and m.span.end <= term.span.start]
    for measure in reversed(before):
        gap = text[measure.span.end : term.span.start]
        if len(gap) > (_BAN_REACH if measure.kind == "ban" else _REACH):
            break
        if previous and measure.span.end <= previous.span.start and measure.kind not in ("sentence", "ban"):
            break
        opened = re.search(
            r"(?:\b(?:for|to|of|by|is|was|period|term)|[—–:(,-])(?: (?:a|the|an|another|next|further)){0,2}\s*$", gap
        )
        if not opened:
            continue
        if measure.kind in ("custody", "administrative_arrest", "house_arrest") and re.search(r"[,;:]\s*\S", gap):
            continue
        return measure
    return _spent(scene, term, sentence, measures, patterns)


def _spent(scene: Scene, term: Term, sentence: Span, measures: list[Measure], patterns: Patterns) -> Measure | None:
    """ "the remainder of his term, 1.5 years, he would spend in detention": imprisonment."""
    text = scene.entry.text
    if not patterns.lists["remainder"].search(text, max(sentence.start, term.span.start - _REACH), term.span.start):
        return None
    behind = (m for m in measures if 0 <= m.span.start - term.span.end <= _REACH and m.span.start < sentence.end)
    measure = next(behind, None)
    return Measure(measure.span, "imprisonment") if measure else None


def _settle(
    scene: Scene, kind: str, term: Term, sentence: Span, charges: tuple[Charge, ...], patterns: Patterns
) -> str:
    """The guide's kind for a measure whose word leaves it open, by the term, the code of law and the sentence."""
    days = term.days
    short = days is not None and days <= _LONGEST_ADMINISTRATIVE
    if kind in ("imprisonment", "sentence"):
        in_days = short and term.iso is not None and "M" not in term.iso
        return "administrative_arrest" if in_days else "imprisonment"
    if kind != "custody":
        return kind
    if days is not None and days >= 365:
        return "imprisonment"
    if not short:
        return "remand"
    codes = {c.code for c in charges if sentence.start <= c.evidence.spans[0].start < sentence.end}
    codes = codes or {c.code for c in charges}
    if codes == {"CAO"}:
        return "administrative_arrest"
    awaiting = patterns.lists["before_judgement"].search(scene.entry.text, sentence.start, sentence.end)
    return "remand" if awaiting or "CC" in codes and "CAO" not in codes or (days or 0) > 30 else "administrative_arrest"


def _is_conditional(
    scene: Scene, term: Term, sentence: Span, terms: list[Term], measures: list[Measure], patterns: Patterns
) -> bool:
    """Whether a term of imprisonment is conditional: told behind it in the sentence, or by the next sentence."""
    text = scene.entry.text
    before = text[max(sentence.start, term.span.start - 30) : term.span.start]
    if patterns.lists["conditional"].search(before):
        return True
    following = next((t.span.start for t in terms if t.span.start > term.span.end), sentence.end)
    near = min(term.span.end + _REACH, sentence.end)
    end = min(near, max(following, term.span.end)) if following < sentence.end else near
    if patterns.lists["conditional"].search(text, term.span.end, end):
        return True
    following_sentence = next((s for s in scene.sentences if s.start >= sentence.end), None)
    if following_sentence is None:
        return False
    words = text[following_sentence.start : following_sentence.end]
    return bool(
        re.search(r"\b(?:sentence|punishment|term|imprisonment|it)\b", words[:60], re.IGNORECASE)
        and re.search(
            r"\b(?:considered|deemed|is|was|be)\s+(?:to be\s+)?(?:conditional|suspended|conditionally)", words
        )
    )


def _drop_probation_periods(scene: Scene, readings: list[Reading]) -> list[Reading]:
    """ "3 years suspended with a probation period of 2 years" is one measure: the first term."""
    kept: list[Reading] = []
    for reading in readings:
        last = kept[-1] if kept else None
        if (
            last
            and reading.kind == last.kind == "probation"
            and scene.sentence_at(reading.span.start) == scene.sentence_at(last.span.start)
            and not any(last.span.end <= g.start < reading.span.start for g in scene.groups)
        ):
            continue
        kept.append(reading)
    return kept


def _with_money(scene: Scene, jurisdiction: Jurisdiction, patterns: Patterns) -> list[Reading]:
    """Fines and damages with their sums, and fines in calculation indices."""
    text = scene.entry.text
    sums = find_money(text, (jurisdiction.pack.currency,))
    units = find_units(text, patterns.words.unit)
    found: list[Reading] = []
    beside = set()
    for money in sums:
        sentence = scene.sentence_at(money.span.start)
        status = _status(scene, money.span.start, patterns)
        if status is None:
            continue
        low = max(sentence.start, money.span.start - _MONEY_REACH)
        high = min(sentence.end, money.span.end + _MONEY_REACH)
        doubt = "as stated, however odd" if money.odd else ""
        if patterns.lists["damages"].search(text, low, high) and not patterns.lists["fine"].search(
            text, low, money.span.start
        ):
            if not patterns.lists["wanted"].search(text, sentence.start, money.span.start):
                found.append(
                    Reading(
                        "damages",
                        money.span,
                        "sanctions.damages",
                        amount=money.amount,
                        status=status,
                        doubt=doubt,
                        exact=True,
                    )
                )
            continue
        near_unit = next((u for u in units if _gap(money.span, u.span) <= 6), None)
        if patterns.lists["fine"].search(text, low, money.span.start) or patterns.lists["fine"].search(
            text, money.span.end, min(money.span.end + 25, sentence.end)
        ):
            if near_unit:
                beside.add(near_unit.span)
            mci = near_unit.number if near_unit else None
            found.append(
                Reading(
                    "fine",
                    money.span,
                    "sanctions.fine",
                    amount=money.amount,
                    mci=mci,
                    status=status,
                    doubt=doubt,
                    exact=True,
                )
            )
    for unit in units:
        status = _status(scene, unit.span.start, patterns)
        if unit.span not in beside and status is not None:
            sentence = scene.sentence_at(unit.span.start)
            if patterns.lists["fine"].search(text, sentence.start, sentence.end):
                found.append(Reading("fine", unit.span, "sanctions.fine", mci=unit.number, status=status, exact=True))
    return found


def _without_term(scene: Scene, charges: tuple[Charge, ...], patterns: Patterns, told: list[Reading]) -> list[Reading]:
    """Measures that count without a term or sum, and custody until a date."""
    text = scene.entry.text
    found: list[Reading] = []
    for match in patterns.standing.finditer(text):
        kind = _kind_of(match.group(), patterns.standing_kinds)
        sentence = scene.sentence_at(match.start())
        if patterns.lists["past_time"].search(text, max(sentence.start, match.start() - _REACH), match.end()):
            if kind != "remand" or " to " not in match.group():
                continue
        if any(r.kind == kind and scene.sentence_at(r.span.start) == sentence for r in told):
            continue
        status = _status(scene, match.start(), patterns)
        if status is None or not _stands(scene, kind, match, sentence, charges, told, patterns):
            continue
        until = _until(scene, match.end(), sentence) if kind in ("remand", "house_arrest") else None
        span = Span(*match.span())
        found.append(Reading(kind, span, "sanctions.standing", until=until, status=status))
    for match in patterns.measures.finditer(text):
        if _kind_of(match.group(), patterns.kinds) not in ("custody", "house_arrest"):
            continue
        sentence = scene.sentence_at(match.start())
        if (until := _until(scene, match.end(), sentence)) and (status := _status(scene, match.start(), patterns)):
            house = _kind_of(match.group(), patterns.kinds) == "house_arrest"
            kind = "house_arrest" if house else "remand"
            found.append(Reading(kind, Span(*match.span()), "sanctions.until", until=until, status=status, exact=True))
    return found


def _stands(
    scene: Scene,
    kind: str,
    match: re.Match[str],
    sentence: Span,
    charges: tuple[Charge, ...],
    told: list[Reading],
    patterns: Patterns,
) -> bool:
    text = scene.entry.text
    here = {c.code for c in charges if sentence.start <= c.evidence.spans[0].start < sentence.end}
    if kind == "warning":
        return "CAO" in here
    if kind == "fine":
        if match.group().lower() in ("fined",):
            return True
        return bool(
            re.search(
                r"\b(?:imposed|impose|pay|paid|sentenced|ordered|punished|received|issued)\b",
                text[sentence.start : match.start()],
            )
        ) and bool(here)
    if match.group().lower().startswith("placed in") and "facility" in match.group().lower():
        return "CC" in {c.code for c in charges} and not any(r.kind == "imprisonment" for r in told)
    return True


def _until(scene: Scene, start: int, sentence: Span) -> str | None:
    """The day of "until November 12" behind a word for custody, ISO."""
    text = scene.entry.text
    end = min(sentence.end, start + _UNTIL_REACH)
    at = re.compile(r"\b(?:until|till|up to|through)\s+(?:the\s+)?").search(text, start, end)
    if at is None or re.search(r"[.;]\s", text[start : at.start()]):
        return None
    dates = find_dates(text[at.end() : at.end() + 40], scene.entry.date, "future")
    return dates[0].iso if dates and dates[0].span.start <= 2 else None


def _status(scene: Scene, start: int, patterns: Patterns) -> str | None:
    """``imposed``, ``requested`` by a prosecutor, or ``None`` for what is feared, possible or asked for by others."""
    text = scene.entry.text
    sentence = scene.sentence_at(start)
    before = text[sentence.start : start]
    clause = before[max(before.rfind(";"), before.rfind(" but ")) + 1 :]
    for match in patterns.lists["unreal"].finditer(clause):
        if not patterns.lists["near_only"].fullmatch(match.group()):
            return None
        gap = clause[match.end() :]
        if "," not in gap and len(_WORD.findall(gap)) <= 5:
            return None
    asks = None
    for asks in patterns.lists["asks"].finditer(clause):
        pass
    if asks is not None:
        if patterns.lists["prosecutor"].search(clause, max(0, asks.start() - _ASKS_REACH), asks.start()):
            if not re.search(r"\b(?:who|whose)\b", clause[asks.end() :]):
                return "requested"
        between = clause[asks.end() :]
        if re.search(r"\b(?:to|that|for)\b", between) and not re.search(
            r"\b(?:was|were|had|has|who|whose|arrest(?:ed)?|sentenced|release|regarding|cancel\w*|against)\b", between
        ):
            return None
    return "imposed"


def _is_charged_here(scene: Scene, reading: Reading, charges: tuple[Charge, ...]) -> bool:
    sentence = scene.sentence_at(reading.span.start)
    return any(sentence.start <= c.evidence.spans[0].start < sentence.end for c in charges)


def _sanction(reading: Reading, person: int | None, who: Addressees) -> Sanction:
    doubts = list(filter(None, [reading.doubt, who.doubt if who.sureness != "high" else ""]))
    sureness: Sureness = who.sureness
    if reading.rule in ("sanctions.fine", "sanctions.damages") and reading.doubt:
        sureness = "low"
    elif doubts and sureness == "high":
        sureness = "medium"
    return Sanction(
        person=person,
        kind=reading.kind,
        evidence=Evidence((reading.span,), reading.rule, sureness, "; ".join(doubts)),
        duration=reading.duration,
        amount=reading.amount,
        mci=reading.mci,
        until=reading.until,
        status=reading.status,
    )


def _once(sanctions: list[Sanction]) -> tuple[Sanction, ...]:
    """The same measure told twice is one; one without a term gives way to the same person's with it."""
    kept: list[Sanction] = []
    for sanction in sanctions:
        twin = next((i for i, other in enumerate(kept) if _same(sanction, other)), None)
        if twin is None:
            kept.append(sanction)
        else:
            kept[twin] = _joined(kept[twin], sanction)
    return tuple(kept)


def _same(a: Sanction, b: Sanction) -> bool:
    if (a.person, a.kind, a.status) != (b.person, b.kind, b.status):
        return False
    pairs = ((a.duration, b.duration), (a.amount, b.amount), (a.until, b.until))
    return all(x is None or y is None or x == y for x, y in pairs)


def _joined(a: Sanction, b: Sanction) -> Sanction:
    spans = tuple(sorted({*a.evidence.spans, *b.evidence.spans}))
    base = a if (a.duration, a.amount, a.until) != (None, None, None) else b
    return replace(
        base,
        evidence=replace(base.evidence, spans=spans),
        duration=a.duration or b.duration,
        amount=a.amount if a.amount is not None else b.amount,
        mci=a.mci if a.mci is not None else b.mci,
        until=a.until or b.until,
    )


def _gap(a: Span, b: Span) -> int:
    return max(b.start - a.end, a.start - b.end, 0)


def _only(gap: str, allowed: frozenset[str]) -> bool:
    return all(word in allowed for word in _WORD.findall(gap.lower()) if word[0].isalpha())


def _compile(kinds: dict[str, tuple[str, ...]]) -> tuple[re.Pattern[str], dict[str, str]]:
    by_phrase = {phrase: kind for kind, phrases in kinds.items() for phrase in phrases}
    return _any_of(by_phrase), by_phrase


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern that matches any of the phrases as whole words, the longest first; "..." is up to four words."""
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(_pattern_of, longest))})(?![\w-])", re.IGNORECASE)


def _pattern_of(phrase: str) -> str:
    return r"(?: [\w’'.-]+){0,4} ".join(re.escape(piece.strip()) for piece in phrase.split("..."))


def _kind_of(words: str, kinds: dict[str, str]) -> str:
    """The kind of the phrase that matched, slots filled or not."""
    lowered = words.lower()
    if lowered in kinds:
        return kinds[lowered]
    return next(
        kind
        for phrase, kind in sorted(kinds.items(), key=lambda item: -len(item[0]))
        if "..." in phrase and re.fullmatch(_pattern_of(phrase), lowered)
    )
