"""Which words for a sanction a term of time belongs to.

Those right after the term ("15 days of arrest"), else the nearest before it that open it ("an arrest for 15 days"),
else what a list or the sentence tells. A term that tells how long something has lasted belongs to none.
"""

import re
from collections.abc import Iterator

from ingest.analysis.tokens import find_words
from ingest.extract.sanctions.lexicon.words import THINGS, Trigger, TriggerKind, last_word_ends, only_of
from ingest.extract.sanctions.terms.given_terms import given_trigger
from ingest.extract.sanctions.terms.term_in_text import TermInText
from ingest.facts import Span

# How far a term may stand from its trigger; a ban tells at length what is banned.
_REACH = 90
_BAN_REACH = 220
_BEHIND = 45
_ELAPSED_REACH = 40
_SPENT_REACH = 25
_HELD_REACH = 30
_BY = " by "
_INSTEAD = " instead of "
_CUSTODY: frozenset[TriggerKind] = frozenset({"custody", "administrative_arrest", "house_arrest"})
# Spent, they are told as what somebody was punished with.
_LIGHT: frozenset[TriggerKind] = frozenset({"administrative_arrest", "house_arrest"})
# One trigger of these may have several terms.
_OF_SEVERAL: frozenset[TriggerKind] = frozenset({"sentence", "ban"})
_OPENS_TERM = re.compile(
    r"(?:\b(?:for|to|of|by|is|was|during|period|term|(?:set|fixed|determined|put)\sat)|[—–:(,-])(?:\s(?:a|the|an|another|next|further|remaining|unserved|same|whole|full)){0,2}\s{0,2}$"
)
_AFTER = re.compile(r"\b(?:after)\s(?:the\s|his\s|her\s)?$")
_DAY = re.compile(r",\s(?:until|till|to|up\sto|i\.e\.\suntil)\s[^,;.]{3,20},")
_FRONTED = re.compile(r"\b(?:for|during)\s(?:(?:the|a|at|least|next|coming|another|further)\s){0,3}$", re.IGNORECASE)
_NEW_CLAUSE = re.compile(r"[,;:]\s{0,2}\S")
# "has been held in custody for six months" tells how long it has lasted, not how long it will.
_LASTING = re.compile(
    r"\b(?:has|have|had)\s(?:already\s|now\s)?been\s(?:held\s|kept\s|detained\s|locked\s)?(?:in\s|under\s)?(?:the\s|a\s)?"
    r"(?:pre-?trial\s)?$"
)
# "is serving 6 years": no other word is between.
_SERVING = re.compile(r"(?:[a-z ]+ )?serv(?:ing|es|e)", re.IGNORECASE)


def find_trigger(here: TermInText) -> Trigger | None:
    """The words for a sanction that a term belongs to; ``None`` if it is the term of none."""
    if _is_difference(here) or _is_spent(here):
        return None
    if inside := _inside(here):
        return inside
    if behind := _right_behind(here):
        return behind
    if rest := _remainder(here):
        return rest
    if _has_elapsed(here):
        return None
    opening = next(_opening(here), None)
    if opening is not None and _stops_activity(here, opening):
        return opening._replace(kind="ban", rule="sanctions.activity_stopped")
    if opening is not None:
        return None if _has_lasted(here, opening) else opening
    return given_trigger(here)


def _is_spent(here: TermInText) -> bool:
    """ "Had served six years of imprisonment", "after eleven months under guard": it is over."""
    within = Span(here.back(_SPENT_REACH), here.term.span.start)
    behind = next(iter(here.triggers_behind()), None)
    if last_word_ends(here.patterns.lists["lasted"], here.text, within):
        return behind is None or behind.kind not in _LIGHT
    return _AFTER.search(here.text, *within) is not None and behind is not None and behind.kind == "custody"


def _inside(here: TermInText) -> Trigger | None:
    """ "Deprived for five years of the right to", "the freedom of X was limited for two years": amid its words."""
    around = (t for t in here.triggers_before() if here.term.span.end <= t.span.end)
    return next((t._replace(rule="sanctions.term_first") for t in around), None)


def _is_difference(here: TermInText) -> bool:
    """ "cut the sentence by a year" tells how much, not how long."""
    start = here.term.span.start
    if here.text[start - len(_BY) : start].lower() != _BY or not _is_changed(here):
        return False
    # Custody that is "prolonged by two months" goes on for so long.
    return all(trigger.kind not in _CUSTODY for trigger in here.triggers_before())


def _is_changed(here: TermInText) -> bool:
    """Whether words before the term say that a sentence was changed."""
    return here.patterns.lists["changed"].search(here.text, here.back(_REACH), here.term.span.start) is not None


def _right_behind(here: TermInText) -> Trigger | None:
    """ "15 days of arrest", "a 5-year sentence"."""
    for trigger in here.triggers_behind():
        gap = _gap_behind(here, trigger)
        if len(gap) > _BEHIND:
            return None
        touching = trigger.kind != "sentence" or gap in (" ", "-", "’ ")
        if _opens_another(gap) and next(_opening(here), None) is not None:
            return None
        if touching and only_of(gap, here.patterns.words.between) and set(gap).isdisjoint(";:("):
            return trigger._replace(rule="sanctions.term_first")
    return None


def _gap_behind(here: TermInText, trigger: Trigger) -> str:
    """The words between a term and a trigger behind it, without a day ("two months, until May 12, of custody") and
    without the one whose fronted term it is ("For five years X may not").
    """
    start, end = here.term.span.end, trigger.span.start
    gap = _DAY.sub("", here.text[start:end])
    named = here.scene.groups_within(start, end)
    if len(named) == 1 and _FRONTED.search(here.text, here.back(_HELD_REACH), here.term.span.start):
        return gap.replace(here.text[named[0].start : named[0].end], "", 1)
    return gap


def _opens_another(gap: str) -> bool:
    """Whether words after a term begin another sanction: "6 years, with a ban on", "2 years with a prohibition"."""
    return "," in gap or "with" in find_words(gap)


def _has_elapsed(here: TermInText) -> bool:
    """ "he has already spent 2 years": what a word for time spent is right before."""
    elapsed = here.patterns.lists["elapsed"].search(here.text, here.back(_ELAPSED_REACH), here.term.span.start)
    return elapsed is not None and only_of(here.text[elapsed.end() : here.term.span.start], here.patterns.words.between)


def _opening(here: TermInText) -> Iterator[Trigger]:
    """The words before a term that open it, nearest first: "an arrest for", "restriction of liberty:"."""
    for trigger in here.triggers_before():
        gap = here.text[trigger.span.end : here.term.span.start]
        if _is_out_of_reach(here, trigger, gap) or _is_taken(here, trigger) or _has_its_term(here, trigger):
            return
        rule = _rule_of_opening(here, trigger, gap)
        if rule and not _begins_clause(trigger, gap):
            yield trigger._replace(rule=rule)


def _is_out_of_reach(here: TermInText, trigger: Trigger, gap: str) -> bool:
    """Whether the words between are too many, or say that the term is another's: "instead of"."""
    reach = _BAN_REACH if trigger.kind == "ban" else _REACH
    return len(gap) > reach or _INSTEAD in gap or here.patterns.lists["no_triggers"].search(gap) is not None


def _begins_clause(trigger: Trigger, gap: str) -> bool:
    """Whether custody is told in one clause and the term in the next."""
    return trigger.kind in _CUSTODY and _NEW_CLAUSE.search(gap) is not None


def _is_taken(here: TermInText, trigger: Trigger) -> bool:
    """Whether the term before this one, or the list that it ends, is the trigger's."""
    before = here.previous
    if before is None or trigger.kind in _OF_SEVERAL:
        return False
    return before.rank + 1 == before.of and trigger.span.end <= before.span.start


def _has_its_term(here: TermInText, trigger: Trigger) -> bool:
    """Whether the term before this one is the trigger's: "6 years of imprisonment, was put into a cell for 15 days"."""
    earlier = here.earlier
    if earlier is None or earlier.span != trigger.span or earlier.rule != "sanctions.term_first":
        return False
    return trigger.kind not in _OF_SEVERAL and not here.scene.groups_within(trigger.span.end, here.term.span.start)


def _rule_of_opening(here: TermInText, trigger: Trigger, gap: str) -> str:
    """The rule by which words before a term open it; empty if they do not."""
    if gap == " " and _SERVING.fullmatch(here.text, *trigger.span):
        return "sanctions.serving"
    of_a_range = here.term.iso is None and (not gap.strip() or _is_changed(here))
    return "sanctions.term_behind" if of_a_range or _OPENS_TERM.search(gap) else ""


def _stops_activity(here: TermInText, trigger: Trigger) -> bool:
    """ "The licence was suspended for", "stopped the activity of the union for": a ban for a body, or nobody's."""
    if trigger.kind == "ban":
        return THINGS.search(here.text, *trigger.span) is not None
    low = max(here.sentence.start, trigger.span.start - _BEHIND)
    return trigger.kind == "probation" and THINGS.search(here.text, low, trigger.span.start) is not None


def _has_lasted(here: TermInText, trigger: Trigger) -> bool:
    """ "has been in custody for": no term of a sanction against somebody."""
    low = max(here.sentence.start, trigger.span.start - _HELD_REACH)
    return _LASTING.search(here.text, low, trigger.span.start) is not None


def _remainder(here: TermInText) -> Trigger | None:
    """ "the remainder of his term, 1.5 years, he would spend in detention": imprisonment."""
    if not here.patterns.lists["remainder"].search(here.text, here.back(_REACH), here.term.span.start):
        return None
    behind = next(iter(here.triggers_behind()), None)
    if behind is None or behind.span.start - here.term.span.end > _REACH:
        return None
    return Trigger(behind.span, "imprisonment", "sanctions.rest_of_term")
