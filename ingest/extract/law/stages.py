"""How far a charge has come, by the words beside its article: "who was convicted under Article 174".

An article alone says that it is held against somebody, and no more.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import get_args

import msgspec

from ingest.analysis.phrases import any_phrase
from ingest.analysis.tokens import find_words
from ingest.extract.addressees.scene import Scene
from ingest.facts import Charge, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import ChargeStage

# How far before its article a word may stand, and how far behind it.
_BEFORE = 130
_BEHIND = 60
_UNREAL_WORDS = 4
_ACQUITTED_REACH = 45
# "Z, the fourth guard, was acquitted"; "acquitted the driver Z"
_VERB = re.compile(r"(?:,[^,;.]{1,30},)?\s(?:was|were|has\sbeen|have\sbeen|is|are|got)\s(?:\w+\s)?")
_DESCRIBES = re.compile(r"\s(?:of\s)?(?:[a-z’'-]+\s){0,3}")
_ORDER: tuple[ChargeStage, ...] = get_args(ChargeStage)


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``stages.yaml``, explained there."""

    convicted: tuple[str, ...]
    acquitted: tuple[str, ...]
    suspected: tuple[str, ...]
    tried: tuple[str, ...]
    charged: tuple[str, ...]
    no_stage: tuple[str, ...]
    unreal: frozenset[str]
    unreal_right_before: frozenset[str]
    behind: frozenset[str]
    verdicts_appealed: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class _Patterns:
    words: _Words
    any: re.Pattern[str]
    stages: tuple[tuple[ChargeStage, re.Pattern[str]], ...]
    convicted: re.Pattern[str]
    verdicts_appealed: re.Pattern[str]


@cache
def _patterns(jurisdiction: Jurisdiction) -> _Patterns:
    words = jurisdiction.lexicon("stages", _Words)
    every = (*words.convicted, *words.acquitted, *words.suspected, *words.tried, *words.charged, *words.no_stage)
    stages: tuple[tuple[ChargeStage, re.Pattern[str]], ...] = (
        ("acquitted", any_phrase(words.acquitted)),
        ("convicted", any_phrase(words.convicted)),
        ("suspected", any_phrase(words.suspected)),
        ("tried", any_phrase(words.tried)),
        ("charged", any_phrase(words.charged)),
    )
    return _Patterns(words, any_phrase(every), stages, any_phrase(words.convicted), any_phrase(words.verdicts_appealed))


def read_stages(scene: Scene, charges: Sequence[Charge], jurisdiction: Jurisdiction) -> list[Charge]:
    """The charges, each with the stage that the words beside its article state, if they state one."""
    patterns = _patterns(jurisdiction)
    appealed = _whose_verdict_is_appealed(scene, charges, patterns)
    staged = []
    for charge in charges:
        stage = _stage_of(scene, charge.evidence.spans[0], patterns)
        if stage is None and appealed and charge.person in appealed:
            stage = "convicted"
        staged.append(replace(charge, stage=stage) if stage else charge)
    return staged


def acquitted_by_words(scene: Scene, jurisdiction: Jurisdiction) -> set[int]:
    """Those whom the text acquits in so many words: "Z was acquitted", "acquitted Y and Z"."""
    acquitted = dict(_patterns(jurisdiction).stages)["acquitted"]
    found: set[int] = set()
    for group in scene.groups:
        sentence = scene.sentence_at(group.start)
        behind = acquitted.search(scene.text, group.end, min(sentence.end, group.end + _ACQUITTED_REACH))
        ahead = acquitted.search(scene.text, max(sentence.start, group.start - _ACQUITTED_REACH), group.start)
        undergoes = behind is not None and _VERB.fullmatch(scene.text, group.end, behind.start()) is not None
        if undergoes or (ahead is not None and _DESCRIBES.fullmatch(scene.text, ahead.end(), group.start)):
            found.update(group.members)
    return found


def further(a: ChargeStage | None, b: ChargeStage | None) -> ChargeStage | None:
    """The further one of two stages."""
    return max((stage for stage in (a, b) if stage), key=_ORDER.index, default=None)


def _stage_of(scene: Scene, article: Span, patterns: _Patterns) -> ChargeStage | None:
    text, sentence = scene.text, scene.sentence_at(article.start)
    behind = patterns.convicted.search(text, article.end, min(sentence.end, article.end + _BEHIND))
    if behind and _only_links(text[article.end : behind.start()], patterns):
        return "convicted"
    start = max(sentence.start, article.start - _BEFORE)
    clause = max(start, text.rfind(";", start, article.start) + 1)
    words = list(patterns.any.finditer(text, clause, article.start))
    if not words:
        return None
    last = words[-1]
    stage = next((stage for stage, pattern in patterns.stages if pattern.fullmatch(last[0])), None)
    unreal = stage != "suspected" and _is_unreal(text[clause : last.start()], patterns)
    return None if unreal else stage


def _only_links(gap: str, patterns: _Patterns) -> bool:
    words = find_words(gap.lower())
    return not set(gap) & set(".;:") and all(word in patterns.words.behind or word.isdigit() for word in words)


def _is_unreal(ahead: str, patterns: _Patterns) -> bool:
    """Whether somebody only may be, should be or was not convicted."""
    words = find_words(ahead.lower())[-_UNREAL_WORDS:]
    right_before = patterns.words.unreal_right_before
    return not patterns.words.unreal.isdisjoint(words) or not right_before.isdisjoint(words[-1:])


def _whose_verdict_is_appealed(scene: Scene, charges: Sequence[Charge], patterns: _Patterns) -> set[int | None]:
    """Of the charged, those in the sentence that tells of an appeal against a verdict, or the only one."""
    found = patterns.verdicts_appealed.search(scene.text, scene.document.entry.body)
    if found is None:
        return set()
    charged = {charge.person for charge in charges}
    groups = scene.groups_within(*scene.sentence_at(found.start()))
    named = {index for group in groups for index in group.members} & charged
    return {*named} or (charged if len(charged) == 1 else set())
