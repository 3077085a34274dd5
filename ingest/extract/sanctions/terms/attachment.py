"""Which words for a sanction a term of time belongs to.

Those right after the term ("15 days of arrest"), else the nearest before it that open it ("an arrest for 15 days"),
else what a list or the sentence tells. A term that tells how long something has lasted belongs to none.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.analysis.tokens import find_words
from ingest.extract.addressees.scene import Scene
from ingest.extract.sanctions.lexicon.status import read_status
from ingest.extract.sanctions.lexicon.words import Patterns, Trigger, TriggerKind, only_of
from ingest.facts import Span
from ingest.language.durations import DurationWords

# How far a term may stand from its trigger; a ban tells at length what is banned.
_REACH = 90
_BAN_REACH = 220
_BEHIND = 45
_ELAPSED_REACH = 25
_HELD_REACH = 30
_LATTER_REACH = 20
_BY = " by "
# So many triggers before or after a term are looked at.
_NEAR = 45
_CUSTODY: frozenset[TriggerKind] = frozenset({"custody", "administrative_arrest", "house_arrest"})
# One trigger of these may have several terms.
_OF_SEVERAL: frozenset[TriggerKind] = frozenset({"sentence", "ban"})
_OPENS_TERM = re.compile(
    r"(?:\b(?:for|to|of|by|is|was|period|term|(?:set|fixed|determined|put)\sat)|[—–:(,-])(?:\s(?:a|the|an|another|next|further)){0,2}\s{0,2}$"
)
_NEW_CLAUSE = re.compile(r"[,;:]\s{0,2}\S")
# "has been held in custody for six months" tells how long it has lasted, not how long it will.
_LASTING = re.compile(
    r"\b(?:has|have|had)\s(?:already\s|now\s)?been\s(?:held\s|kept\s|detained\s|locked\s)?(?:in\s|under\s)?(?:the\s|a\s)?"
    r"(?:pre-?trial\s)?$"
)
# "is serving 6 years", "was given 10 days", "the latter – 20 days": no other word is between.
_SERVING = re.compile(r"(?:[a-z ]+ )?serv(?:ing|es|e)", re.IGNORECASE)
_GOT = re.compile(r"\b(?:given|got|received|handed|doing|gets|receives)\s(?:his\s|her\s|their\s)?$")
# Right before a term that goes on with a list: "and of 5 years", "Y – 6 years", "and to 5 years".
_SERIES = re.compile(r"(?:\band(?:\s(?:of|to|with|for))?|[—–,-]|\bto|\bfor|\bgot|\breceived)\s$|\bof\s$")
_LATTER = re.compile(r"\bthe (?:latter|former|second|first|other)\s?[–—-]\s?$", re.IGNORECASE)
# What is suspended is no term then.
_THINGS = re.compile(
    r"\b(?:licen[cs]es?|accreditation|permits?|membership|activit(?:y|ies)|broadcast\w*|publication|work)\b"
)


@dataclass(frozen=True)
class TermInText:
    """A term of an entry between the terms beside it, with every word for a sanction that the entry has.

    ``earlier`` are the words that the term before it in its sentence belongs to.
    """

    scene: Scene
    term: DurationWords
    previous: DurationWords | None
    following: DurationWords | None
    triggers: Sequence[Trigger]
    patterns: Patterns
    earlier: Trigger | None = None

    @property
    def text(self) -> str:
        """The entry's text."""
        return self.scene.text

    @property
    def sentence(self) -> Span:
        """The sentence of the term."""
        return self.scene.sentence_at(self.term.span.start)

    def back(self, reach: int) -> int:
        """So many characters before the term, or the start of its sentence."""
        return max(self.sentence.start, self.term.span.start - reach)

    def triggers_before(self) -> list[Trigger]:
        """The words for a sanction before the term in its sentence, nearest first."""
        return [t for t in reversed(self.triggers[max(0, self._at - _NEAR) : self._at]) if self._is_inside(t)]

    def triggers_behind(self) -> list[Trigger]:
        """The words for a sanction after the term's beginning in its sentence, nearest first."""
        return [t for t in self.triggers[self._at : self._at + _NEAR] if self._is_inside(t)]

    @property
    def _at(self) -> int:
        return bisect_left(self.triggers, self.term.span.start, key=lambda t: t.span.start)

    def _is_inside(self, trigger: Trigger) -> bool:
        return self.sentence.start <= trigger.span.start < self.sentence.end


def find_trigger(here: TermInText) -> Trigger | None:
    """The words for a sanction that a term belongs to; ``None`` if it is the term of none."""
    if _is_difference(here):
        return None
    if behind := _right_behind(here):
        return behind
    if _has_elapsed(here):
        return _remainder(here)
    opening = next(_opening(here), None)
    if opening is not None:
        return None if _has_lasted(here, opening) else opening
    readers = (_one_of_two, _got, _requested, _listed, _in_series, _remainder)
    return next((trigger for read in readers if (trigger := read(here))), None)


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


def _is_for_something(here: TermInText) -> bool:
    """ "given ten days to answer": a time to do something in."""
    return here.patterns.lists["no_sanction_behind"].match(here.text, here.term.span.end + 1) is not None


def _one_of_two(here: TermInText) -> Trigger | None:
    """ "X was given 15 days of arrest, the latter – 20 days"."""
    if not _LATTER.search(here.text, here.back(_LATTER_REACH), here.term.span.start):
        return None
    before = (t for t in here.triggers_before() if t.kind != "ban")
    return next((t._replace(rule="sanctions.term_of_latter") for t in before), None)


def _got(here: TermInText) -> Trigger | None:
    """ "was given 10 days": a sentence, though no word says so."""
    told = here.term.iso or here.term.longest
    got = told and _GOT.search(here.text, here.back(_LATTER_REACH), here.term.span.start)
    got = None if _is_for_something(here) else got
    return Trigger(here.term.span, "sentence", "sanctions.given_term") if got else None


def _right_behind(here: TermInText) -> Trigger | None:
    """ "15 days of arrest", "a 5-year sentence"."""
    for trigger in here.triggers_behind():
        gap = here.text[here.term.span.end : trigger.span.start]
        if len(gap) > _BEHIND:
            return None
        touching = trigger.kind != "sentence" or gap in (" ", "-", "’ ")
        if _opens_another(gap) and next(_opening(here), None) is not None:
            return None
        if touching and only_of(gap, here.patterns.words.between) and set(gap).isdisjoint(";:("):
            return trigger._replace(rule="sanctions.term_first")
    return None


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
        if len(gap) > (_BAN_REACH if trigger.kind == "ban" else _REACH) or _is_taken(here, trigger):
            return
        new_clause = trigger.kind in _CUSTODY and _NEW_CLAUSE.search(gap)
        rule = _rule_of_opening(here, trigger, gap)
        if rule and not new_clause:
            yield trigger._replace(rule=rule)


def _is_taken(here: TermInText, trigger: Trigger) -> bool:
    """Whether the term before this one, or the list that it ends, is the trigger's."""
    before = here.previous
    if before is None or trigger.kind in _OF_SEVERAL:
        return False
    return before.rank + 1 == before.of and trigger.span.end <= before.span.start


def _rule_of_opening(here: TermInText, trigger: Trigger, gap: str) -> str:
    """The rule by which words before a term open it; empty if they do not."""
    if gap == " " and _SERVING.fullmatch(here.text, *trigger.span):
        return "sanctions.serving"
    of_a_range = here.term.iso is None and (not gap.strip() or _is_changed(here))
    return "sanctions.term_behind" if of_a_range or _OPENS_TERM.search(gap) else ""


def _has_lasted(here: TermInText, trigger: Trigger) -> bool:
    """ "has been in custody for", "the licence was suspended for": no term of a sanction against somebody."""
    low = max(here.sentence.start, trigger.span.start - _BEHIND)
    if trigger.kind == "probation" and _THINGS.search(here.text, low, trigger.span.start):
        return True
    low = max(here.sentence.start, trigger.span.start - _HELD_REACH)
    return _LASTING.search(here.text, low, trigger.span.start) is not None


def _in_series(here: TermInText) -> Trigger | None:
    """ "4 years to X and 5 years to Y": the sanction of the term before it, with somebody named between or behind."""
    if here.earlier is None or here.previous is None or not here.term.iso:
        return None
    gap = Span(here.previous.span.end, here.term.span.start)
    if gap.end - gap.start > _REACH or not _SERIES.search(here.text, gap.start, gap.end):
        return None
    named = here.scene.groups_within(*gap)
    return here.earlier._replace(rule="sanctions.term_in_series") if named else None


def _listed(here: TermInText) -> Trigger | None:
    """ "X (10 days), Y (15 days) were sentenced to arrest": a term right after a name has the sentence's sanction."""
    group = here.scene.group_before(here.term.span.start)
    if group is None or here.text[group.end : here.term.span.start].strip() not in ("(", "—", "–", "-", ":"):
        return None
    near = [t for t in (*here.triggers_before(), *here.triggers_behind()) if t.kind != "ban"]
    listed = next((t for t in near if t.kind != "sentence"), near[0] if near else None)
    return listed._replace(rule="sanctions.term_behind_name") if listed else None


def _requested(here: TermInText) -> Trigger | None:
    """ "The prosecutor requested 9 years for X": a sentence, though no word says so."""
    asks = list(here.patterns.lists["asks"].finditer(here.text, here.back(_ELAPSED_REACH), here.term.span.start))
    if not asks or read_status(here.scene, here.term.span.start, here.patterns) != "requested":
        return None
    gap = here.text[asks[-1].end() : here.term.span.start]
    if not only_of(gap, here.patterns.words.between) or _is_for_something(here):
        return None
    return Trigger(here.term.span, "sentence", "sanctions.requested_term")


def _remainder(here: TermInText) -> Trigger | None:
    """ "the remainder of his term, 1.5 years, he would spend in detention": imprisonment."""
    if not here.patterns.lists["remainder"].search(here.text, here.back(_REACH), here.term.span.start):
        return None
    behind = next(iter(here.triggers_behind()), None)
    if behind is None or behind.span.start - here.term.span.end > _REACH:
        return None
    return Trigger(behind.span, "imprisonment", "sanctions.rest_of_term")
