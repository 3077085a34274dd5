"""Sanctions with a term of time: "15 days of arrest", "restricted his liberty for a year" (annotation, sanctions)."""

import re
from collections.abc import Mapping, Set

from ingest.extract.addressees.scene import Scene
from ingest.extract.sanctions.lexicon.status import read_status
from ingest.extract.sanctions.lexicon.words import Patterns, Reading, Trigger, TriggerKind, find_triggers
from ingest.extract.sanctions.terms.attachment import find_trigger
from ingest.extract.sanctions.terms.changed_terms import find_changed
from ingest.extract.sanctions.terms.ellipsis import terms_of
from ingest.extract.sanctions.terms.term_in_text import TermInText
from ingest.facts import Span
from ingest.language.durations import days_in
from ingest.vocabulary import SanctionKind

_REACH = 90
_HELD_REACH = 30
_TITLE_REACH = 60
# Days: the longest administrative arrest there is, and from where on "detention" can only be a sentence.
_LONGEST_ADMINISTRATIVE = 45
_ORDINARY_ADMINISTRATIVE = 30
_YEAR = 365
_CONSIDERED = re.compile(
    r"\b(?:considered|deemed|is|was|be|declared)\s(?:to\sbe\s|as\s)?(?:conditional|suspended|conditionally)\b"
)
_THE_SENTENCE = re.compile(r"\b(?:sentence|punishment|term|imprisonment|it|penalty)\b", re.IGNORECASE)
_UP_TO = "up to "


def read_with_terms(scene: Scene, codes: Mapping[Span, Set[str | None]], patterns: Patterns) -> list[Reading]:
    """Every term of time with the sanction it belongs to, in the order of the text.

    ``codes`` are the codes of law that the charges of each sentence name.
    """
    terms = terms_of(scene, patterns)
    triggers = find_triggers(scene.text, patterns) if terms else []
    found: list[Reading] = []
    earlier: Trigger | None = None
    for previous, term, following in zip((None, *terms), terms, (*terms[1:], None), strict=False):
        if previous is None or not scene.document.in_one_sentence(previous.span.start, term.span.start):
            earlier = None
        here = TermInText(scene, term, previous, following, triggers, patterns, earlier)
        earlier = find_changed(here) or find_trigger(here)
        reading = _read_term(here, earlier, codes)
        if reading is not None:
            found.append(reading)
    return _drop_probation_periods(scene, found)


def _read_term(here: TermInText, trigger: Trigger | None, codes: Mapping[Span, Set[str | None]]) -> Reading | None:
    term = here.term
    if trigger is None or here.text[max(0, term.span.start - len(_UP_TO)) : term.span.start].lower() == _UP_TO:
        return None
    replaced = trigger.rule == "sanctions.replaced"
    start = trigger.span.start if replaced else min(term.span.start, trigger.span.start)
    status = read_status(here.scene, start, here.patterns)
    if status is None:
        return None
    kind = _kind_of(here, trigger.kind, codes)
    further: tuple[str, ...] = () if trigger.kind == kind else ("sanctions.kind_by_context",)
    if kind == "imprisonment" and _is_conditional(here):
        kind, further = "probation", ("sanctions.conditional",)
    changed = None if term.iso else _changed_to(here)
    further += ("sanctions.changed_term",) if changed else ()
    return Reading(
        kind,
        term.span,
        trigger.rule,
        term.iso or changed or term.shortest,
        duration_max=None if term.iso or changed else term.longest,
        status=status,
        doubt="" if trigger.kind == kind else "the kind follows from the context",
        exact=True,
        rank=term.rank,
        of=term.of,
        further=further,
    )


def _kind_of(here: TermInText, kind: TriggerKind, codes: Mapping[Span, Set[str | None]]) -> SanctionKind:
    """The kind of a sanction whose word leaves it open, by the term, the code of law and the sentence."""
    days = _days_of(here)
    match kind:
        case "sentence":
            return _kind_of_sentence(here, days)
        case "imprisonment":
            return "administrative_arrest" if _is_counted_in_days(here, days) else "imprisonment"
        case "custody":
            return _kind_of_short_custody(here, codes) if _is_short(days) else _kind_of_long_custody(days)
        case _:
            return kind


def _days_of(here: TermInText) -> int | None:
    """The days of a term, of the longer end where it is a range."""
    return here.term.days or (days_in(here.term.longest) if here.term.longest else None)


def _is_short(days: int | None) -> bool:
    return days is not None and days <= _LONGEST_ADMINISTRATIVE


def _is_counted_in_days(here: TermInText, days: int | None) -> bool:
    return _is_short(days) and "M" not in (here.term.iso or "")


def _kind_of_sentence(here: TermInText, days: int | None) -> SanctionKind:
    if _is_counted_in_days(here, days):
        return "administrative_arrest"
    return "remand" if _is_investigated(here, days) else "imprisonment"


def _is_investigated(here: TermInText, days: int | None) -> bool:
    """ "The investigating court gave them two months": nobody is sentenced yet."""
    told = here.patterns.lists["investigating"].search(here.text, *here.sentence)
    return told is not None and days is not None and days < _YEAR


def _kind_of_long_custody(days: int | None) -> SanctionKind:
    return "imprisonment" if days is not None and days >= _YEAR else "remand"


def _kind_of_short_custody(here: TermInText, codes: Mapping[Span, Set[str | None]]) -> SanctionKind:
    """Custody of some days: an arrest under the administrative code, unless the words tell of a criminal case."""
    own = codes.get(here.sentence, frozenset())
    if (own or {code for those in codes.values() for code in those}) == {"CAO"}:
        return "administrative_arrest"
    awaiting = here.patterns.lists["before_judgement"].search(here.text, here.sentence.start, here.sentence.end)
    remand = awaiting or own == {"CC"} or (here.term.days or 0) > _ORDINARY_ADMINISTRATIVE
    return "remand" if remand else "administrative_arrest"


def _is_conditional(here: TermInText) -> bool:
    """Whether a term of imprisonment is conditional: said beside it, or in the next sentence."""
    text, sentence, span = here.text, here.sentence, here.term.span
    conditional = here.patterns.lists["conditional"]
    if conditional.search(text, here.back(_HELD_REACH), span.start):
        return True
    end = min(span.end + _REACH, sentence.end, here.following.span.start if here.following else sentence.end)
    semicolon = text.find(";", span.end, end)
    if conditional.search(text, span.end, semicolon if semicolon >= 0 else end):
        return True
    if sentence.end >= len(text):
        return False
    after = here.scene.sentence_at(sentence.end)
    subject = _THE_SENTENCE.search(text, after.start, min(after.end, after.start + _TITLE_REACH))
    return bool(subject and _CONSIDERED.search(text, after.start, after.end))


def _changed_to(here: TermInText) -> str | None:
    """ "reduced from 5 years to 3 years" is 3 years; any other range has no term."""
    if not here.patterns.lists["changed"].search(here.text, here.back(_REACH), here.term.span.start):
        return None
    return here.term.longest if " to " in here.text[slice(*here.term.span)] else None


def _drop_probation_periods(scene: Scene, readings: list[Reading]) -> list[Reading]:
    """ "3 years suspended with a probation period of 2 years" is one sanction: the first term."""
    kept: list[Reading] = []
    for reading in readings:
        if not (kept and _is_its_period(scene, kept[-1], reading)):
            kept.append(reading)
    return kept


def _is_its_period(scene: Scene, first: Reading, second: Reading) -> bool:
    """Whether a second term is only the probation period of the first: nobody else is named between them."""
    if not first.kind == second.kind == "probation" or second.of > 1:
        return False
    together = scene.document.in_one_sentence(first.span.start, second.span.start)
    return together and not scene.groups_within(first.span.end, second.span.start)
