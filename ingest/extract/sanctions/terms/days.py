"""Custody and house arrest until a day: "arrest until 13 July", "until May 12 she stays in custody"."""

import re

from ingest.extract.addressees.scene import Scene
from ingest.extract.sanctions.lexicon.status import read_status
from ingest.extract.sanctions.lexicon.words import Patterns, Reading, find_triggers, only_of
from ingest.vocabulary import SanctionKind

_UNTIL_REACH = 60
_FAR_UNTIL_REACH = 120
_UNTIL = re.compile(
    r"(?:\b(?:until|till|through|up\sto)|(?<=,\s)to)\s(?:the\s)?(?:same\s)?|\b(?:extended|prolonged|stretched|renewed|lengthened)\s(?:up\s)?to\s(?:the\s)?"
)
_OF_CUSTODY = re.compile(
    r",?\s(?:of\s)?(?:the|his|her|their)\s(?:term\sof\s|period\sof\s)?(?:extradition\s|house\s|pre-?trial\s)?"
)
# The verb may be far behind: "the custody of the former mayor of the village X was extended up to March 20".
_EXTENDED = re.compile(
    r"\b(?:was|were|is|has been)\s(?:extended|prolonged|renewed)\s(?:up\s)?(?:to|until|till)\s(?:the\s)?"
)


def read_until(scene: Scene, patterns: Patterns) -> list[Reading]:
    """Custody and house arrest until a date: "arrest until 13 July"."""
    found: list[Reading] = []
    if _UNTIL.search(scene.text) is None:
        return found
    for trigger in find_triggers(scene.text, patterns):
        if trigger.kind not in ("custody", "house_arrest"):
            continue
        until = _until(scene, trigger.span.end) or _until_before(scene, trigger.span.start, patterns)
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


def _until_before(scene: Scene, start: int, patterns: Patterns) -> str | None:
    """ "prolonged until December 14 the custody of", "until May 12 she will be kept in custody"."""
    text, near = scene.text, scene.document.entry.date
    low = max(scene.sentence_at(start).start, start - _UNTIL_REACH)
    days = [d for d in scene.document.dates if low <= d.span.start and d.span.end <= start]
    if not days or not near or not _leads_to_custody(scene, days[-1].span.end, start, patterns):
        return None
    at = next(reversed(list(_UNTIL.finditer(text, low, days[-1].span.start))), None)
    return days[-1].ahead_of(near) if at and at.end() == days[-1].span.start else None


def _leads_to_custody(scene: Scene, day: int, start: int, patterns: Patterns) -> bool:
    """Whether nothing is between a day and a word for custody but who stays there."""
    if _OF_CUSTODY.fullmatch(scene.text, day, start):
        return True
    gap = scene.text[day:start]
    for group in scene.groups_within(day, start)[:1]:
        gap = gap.replace(scene.text[group.start : group.end], "", 1)
    return only_of(gap, patterns.words.between) and set(gap).isdisjoint(";:().")
