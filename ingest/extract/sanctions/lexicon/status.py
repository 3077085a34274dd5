"""Whether a sanction was imposed, is requested by a prosecutor, or is none: feared, possible, cancelled, long over."""

import re

from ingest.analysis.tokens import find_words
from ingest.extract.addressees.scene import Scene
from ingest.extract.sanctions.lexicon.words import Patterns
from ingest.language.durations import find_durations
from ingest.vocabulary import SanctionStatus

_ASKS_REACH = 60
_UNREAL_REACH = 5
_RELATIVE_REACH = 90
_RELATIVE = re.compile(r"\b(?:who|whose)\b")
_WISH = re.compile(r"\b(?:to|that|for)\b")
# "asked for 5 years, and the court sentenced him to 3"; not "asked that he be sentenced".
_DECIDED = re.compile(r"(?<!\bbe )\b(?:sentenced|imposed|ruled|decided|ordered|handed)\b")
_FACT = re.compile(
    r"\b(?:was|were|had|has|who|whose|arrest|arrested|sentenced|release|regarding|cancel|cancellation|against)\b"
)
# How far beside the words a verb may cancel them.
_CANCEL_REACH = 45
_LAPSED_REACH = 90
_VERBS = re.compile(r"\b(?:was|were|is|are|has|have|had|and|but|who|which|while|got|received|gave)\b|[;:()]")
# "replaced the punishment of X, 3 years of restriction of liberty, with imprisonment"
_REPLACED = re.compile(
    r"\b(?:replaced|replacing|commuted|changed|exchanged)\s(?:(?!\bwith\b|\bby\b|\bto\b|\bfor\b)[^;:.])*$"
)
_BY_ANOTHER = re.compile(r"[^;:]{3,60}?,?\s(?:with|by)\s")
_INSTEAD = "instead of"
_HISTORY_REACH = 120
# "the 4 years on which the prosecution had insisted", "5 years were requested"
_RELATIVE_WISH = re.compile(r"^[^.;:,()]{0,40}?\b(?:which|that|whom)\s[^.;:,()]{0,60}$")
_PASSIVE_WISH = re.compile(r"^[^.;:,()]{0,40}?\b(?:was|were|is|are|has been|have been)\s$")
# What keeps a sanction in force though a word for its end is near: "refused to cancel the arrest", "did not lift".
_KEPT = re.compile(
    r"\b(?:refus\w+|not|reject\w+|dismiss\w+|to|demand\w*|ask\w*|complain\w*|appeal\w*)\s(?:[\w’'-]+\s){0,2}$"
)
# "replaced the arrest with a fine": the fine is in force.
_REPLACEMENT = re.compile(r"\b(?:with|by|and)\b")


def read_status(scene: Scene, start: int, patterns: Patterns) -> SanctionStatus | None:
    """``imposed``, ``requested`` by a prosecutor, or ``None`` for what is feared, possible or asked for by others.

    ``start`` is where the words for the sanction begin; what speaks of it is before them in their clause.
    """
    if _is_relative_wish(scene.text[start : start + _RELATIVE_REACH], patterns):
        return "requested"
    if _is_cancelled(scene, start, patterns) or _is_history(scene, start, patterns):
        return None
    return _status_in_clause(scene, start, patterns)


def _status_in_clause(scene: Scene, start: int, patterns: Patterns) -> SanctionStatus | None:
    sentence = scene.sentence_at(start)
    before = scene.text[sentence.start : start]
    clause = before[max(before.rfind(";"), before.rfind(" but ")) + 1 :]
    if _is_unreal(clause, patterns):
        return None
    asks, prosecutor = None, False
    for match in patterns.lists["asks"].finditer(clause):
        by_prosecutor = patterns.lists["prosecutor"].search(clause, max(0, match.start() - _ASKS_REACH), match.start())
        if by_prosecutor or match.group().lower() not in patterns.words.opining:
            asks, prosecutor = match, by_prosecutor is not None
    if asks is None:
        return "requested" if _is_asked_behind(scene.text[start : sentence.end], patterns) else "imposed"
    wish = clause[asks.end() :]
    if prosecutor and not _RELATIVE.search(wish):
        return "imposed" if _DECIDED.search(wish) else "requested"
    return None if _WISH.search(wish) and not _FACT.search(wish) else "imposed"


def _is_unreal(clause: str, patterns: Patterns) -> bool:
    """Whether a sanction at the end of a clause is feared, possible or denied in it."""
    for match in patterns.lists["unreal"].finditer(clause):
        gap = clause[match.end() :]
        if match.group().lower() == _INSTEAD and _is_replaced(gap, patterns):
            continue
        if not patterns.lists["near_only"].fullmatch(match.group()):
            return True
        if "," not in gap and len(gap) <= _ASKS_REACH and len(find_words(gap)) <= _UNREAL_REACH:
            return True
    return False


def _is_asked_behind(behind: str, patterns: Patterns) -> bool:
    """Whether a prosecutor's wish is told only after the sanction: "was requested by the prosecutor"."""
    clause = behind.split(";", maxsplit=1)[0]
    for asks in patterns.lists["asks"].finditer(clause):
        ahead = clause[: asks.start()]
        if _PASSIVE_WISH.match(ahead) or _is_wished(ahead, patterns):
            return True
        near = clause[asks.end() : asks.end() + _ASKS_REACH // 2]
        if patterns.lists["prosecutor"].search(near) and not _DECIDED.search(clause):
            return True
    return False


def _is_relative_wish(behind: str, patterns: Patterns) -> bool:
    """ "The 4 years on which the prosecution had insisted"."""
    return any(_is_wished(behind[: asks.start()], patterns) for asks in patterns.lists["asks"].finditer(behind))


def _is_wished(ahead: str, patterns: Patterns) -> bool:
    return _RELATIVE_WISH.match(ahead) is not None and patterns.lists["prosecutor"].search(ahead) is not None


def _is_cancelled(scene: Scene, start: int, patterns: Patterns) -> bool:
    """ "cancelled the arrest", "the arrest has been revoked", "the sums were not awarded"."""
    sentence = scene.sentence_at(start)
    behind = patterns.lists["lapsed"].search(scene.text, start, min(sentence.end, start + _LAPSED_REACH))
    if behind and not _VERBS.search(scene.text, start, behind.start()):
        return True
    ahead = scene.text[max(sentence.start, start - _CANCEL_REACH) : start]
    if _REPLACED.search(scene.text, max(sentence.start, start - _LAPSED_REACH), start) and _BY_ANOTHER.match(
        scene.text, start, sentence.end
    ):
        return True
    for cancelled in patterns.lists["cancelled"].finditer(ahead):
        between = ahead[cancelled.end() :]
        replaced = cancelled.group().lower() == _INSTEAD and _is_replaced(between, patterns)
        kept = replaced or _REPLACEMENT.search(between) or _KEPT.search(ahead[: cancelled.start()])
        if set(between).isdisjoint(",;:()") and not kept:
            return True
    return False


def _is_replaced(gap: str, patterns: Patterns) -> bool:
    """Whether what stands behind "instead of" is told already: "instead of seven years X got five"."""
    return bool(find_durations(gap)) or patterns.triggers.search(gap) is not None


def _is_history(scene: Scene, start: int, patterns: Patterns) -> bool:
    """ "previously convicted (3 years of imprisonment, served in full)": it only tells who somebody is."""
    sentence = scene.sentence_at(start)
    told = patterns.lists["history"].search(scene.text, max(sentence.start, start - _HISTORY_REACH), start)
    end = min(sentence.end, start + _HISTORY_REACH)
    return told is not None and patterns.lists["over"].search(scene.text, start, end) is not None
