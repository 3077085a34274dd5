"""Terms whose sanction is named behind them: custody that goes on, one sanction replaced by another."""

import re

from ingest.extract.sanctions.lexicon.words import Trigger, TriggerKind
from ingest.extract.sanctions.terms.term_in_text import TermInText

_REACH = 60
_FAR = 110
_PROLONGED = re.compile(r"\b(?:prolonged|extended|prolongs|extends|extending|prolonging|renewed)\s(?:by|for)\s$")
# "prolonged by one month, until June 12, the custody"
_OF_CUSTODY = re.compile(
    r"(?:,\s(?:until|till|to)\s[^,;.]{3,20},)?\s(?:the|his|her|their)\s(?:term\sof\s|period\sof\s)?(?:extradition\s)?"
)
_WAS_REPLACED = re.compile(
    r"[^.;]{0,50}?\b(?:was|were|is|are|been)\sreplaced\s(?:with|by)\s(?:the\ssame\sterm\s|an?\s)?"
)
_REPLACED_WITH = re.compile(r"[^.;]{0,110}?\s(?:with|by)\s")
_REPLACED = re.compile(r"\breplaced\s[^.;]{0,60}$")
_CUSTODY: frozenset[TriggerKind] = frozenset({"custody", "house_arrest"})
_OPEN: frozenset[TriggerKind] = frozenset({"custody", "sentence"})


def find_changed(here: TermInText) -> Trigger | None:
    """The words for custody that is prolonged by a term, or for what replaces the sanction of a term."""
    return _prolonged(here) or _replacing(here)


def _prolonged(here: TermInText) -> Trigger | None:
    start, end = here.term.span
    if not _PROLONGED.search(here.text, max(here.sentence.start, start - _REACH), start):
        return None
    custody = (t for t in here.triggers_behind() if t.kind in _CUSTODY)
    named = next((t for t in custody if _OF_CUSTODY.fullmatch(here.text, end, t.span.start)), None)
    return named._replace(rule="sanctions.prolonged") if named else None


def _replacing(here: TermInText) -> Trigger | None:
    start, end = here.term.span
    replaced = _REPLACED.search(here.text, max(here.sentence.start, start - _FAR), start)
    ahead = _REPLACED_WITH if replaced else _WAS_REPLACED
    behind = (t for t in here.triggers_behind() if t.kind not in _OPEN)
    other = next((t for t in behind if ahead.fullmatch(here.text, end, t.span.start)), None)
    return other._replace(rule="sanctions.replaced") if other else None
