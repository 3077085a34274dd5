"""Who receives a sanction: those whom its words are about, one of a list, a body, or several who must pay together."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from ingest.extract.addressees.addressees import find_addressees
from ingest.extract.addressees.question import Addressees
from ingest.extract.addressees.scene import Group, Scene
from ingest.extract.sanctions.lexicon.words import Patterns, Reading
from ingest.extract.sanctions.receivers.counts import count_people
from ingest.extract.sanctions.receivers.fined_bodies import find_fined_bodies, find_stopped_body
from ingest.extract.sanctions.sums.sums import is_joint
from ingest.facts import Body, Party, Span
from ingest.vocabulary import PERSECUTED, Role

_REACH = 90
_AWARD_REACH = 60
# "500 crowns are to be recovered from X": who pays is named after the sum.
_PAID_BY = re.compile(r"\b(?:from|by)\s(?:[\w’'-]+\s){0,4}$")
_PAYS = re.compile(r"\b(?:pay|pays|paying|paid|compensate|reimburse)\s(?:the\s)?(?:[a-z’'-]+\s){0,3}$")
# "X and Y … The former was given 15 days, the latter – 20".
_ONE_OF_TWO = re.compile(r"\b[Tt]he (former|latter)\b[^.;,]{0,60}$")
_GIVEN_TO = re.compile(
    r"\b(?:gave|handed|issued|read|served)\s(?:her|him|them)\s(?:an?\s)?$|\bgiven\sto\s(?:her|him|them)\b"
)
# A speaker may be the one who is warned.
_WARNABLE: frozenset[Role] = PERSECUTED | {"speaker"}


@dataclass(frozen=True)
class Received:
    """Who receives a sanction.

    ``each`` has one group for every sanction: each person's own, or one of all who pay a ``joint`` sum. ``count`` is
    how many people the words count, where not all of them are named. ``who`` is whom the words are about, and by which
    rule.
    """

    each: tuple[tuple[Party, ...], ...]
    who: Addressees
    joint: bool = False
    count: int | None = None


def find_receivers(
    scene: Scene, bodies: tuple[Body, ...], reading: Reading, accused: Collection[int], patterns: Patterns
) -> Received:
    """Who receives the sanction that the words tell. ``accused`` are those whom the entry has accused so far."""
    if reading.rule == "sanctions.activity_stopped":
        stopped = find_stopped_body(scene, bodies, reading)
        return Received((stopped,) if stopped else (), Addressees((), "sanctions.body"))
    fined = find_fined_bodies(scene, bodies, reading, patterns)
    who = _addressees(scene, reading, accused)
    persons, rule = _persons(scene, reading, who, patterns)
    if fined is not None:
        persons, rule = fined.persons, "sanctions.body"
        who = Addressees(persons, rule)
    parties = tuple(Party("person", index) for index in persons) + (fined.bodies if fined else ())
    joint = is_joint(scene, reading, patterns)
    count = count_people(scene, reading.span, patterns) if joint or not parties else None
    if joint and (len(parties) > 1 or count is not None or not parties):
        return Received((parties,), who._replace(rule="sanctions.joint_sum"), True, _beside(count, parties))
    return Received(tuple((party,) for party in parties) or ((),), who._replace(rule=rule), count=count)


def _beside(count: int | None, parties: tuple[Party, ...]) -> int | None:
    """How many pay a joint sum, where more do than are named."""
    return count if count is not None and count > len(parties) else None


def _addressees(scene: Scene, reading: Reading, accused: Collection[int]) -> Addressees:
    warned = _given_to(scene, reading.span) if reading.kind == "warning" else None
    if warned is not None:
        return Addressees((warned,), "sanctions.warning_given_to_them", "medium", "a pronoun stands for them")
    named = scene.groups_within(*reading.span)
    if named:  # "left X in custody"
        return Addressees(scene.eligible(named[0]) or named[0].members, "addressees.of_whom")
    payee = _payee(scene, reading) if reading.kind == "damages" else None
    if payee is not None:
        return find_addressees(scene, payee.start, payee.start, accused)
    return find_addressees(scene, *reading.span, accused)


def _payee(scene: Scene, reading: Reading) -> Group | None:
    """ "Must pay X 200,000 crowns": who stands between "pay" and the sum gets it."""
    group = scene.group_before(reading.span.start)
    if group is None or scene.text[group.end : reading.span.start].strip():
        return None
    return group if _PAYS.search(scene.text, max(0, group.start - _AWARD_REACH), group.start) else None


def _persons(scene: Scene, reading: Reading, who: Addressees, patterns: Patterns) -> tuple[tuple[int, ...], str]:
    """Who of those addressed gets this sanction (all, one of a list or of two, or nobody named), and the rule."""
    if reading.of == len(who.persons) > 1:
        return (who.persons[reading.rank],), "sanctions.respectively"
    one = _one_of_two(scene, reading.span.start)
    if one is not None:
        return (one,), "sanctions.former_or_latter"
    if reading.kind == "damages" and _is_awarded(scene, reading.span, who, patterns):
        return (), "sanctions.awarded"
    return who.persons, who.rule


def _is_awarded(scene: Scene, span: Span, who: Addressees, patterns: Patterns) -> bool:
    """Whether a sum is named from the side of those who get it: "the victim was awarded 1.5 million crowns"."""
    sentence = scene.sentence_at(span.start)
    if patterns.lists["awarded"].search(scene.text, max(sentence.start, span.start - _AWARD_REACH), span.start):
        return True
    named = scene.groups_within(span.end, sentence.end)
    behind = bool(named) and set(named[0].members) == set(who.persons)
    return behind and _PAID_BY.search(scene.text, span.end, named[0].start) is None


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
    word = _ONE_OF_TWO.search(scene.text, max(scene.sentence_at(start).start, start - _REACH), start)
    two = next((g for g in reversed(scene.groups) if word and g.end <= word.start() and len(g.members) > 1), None)
    return two.members[0 if word and word[1] == "former" else -1] if two else None
