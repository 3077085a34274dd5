"""Which things that partners state are one with ours, and with each other's.

Things of one id are one, unless people decided otherwise: a partner keeps our ids, and calls its own alike in all its
files. Nobody is recognised by a name; that is for people to decide (``kg.review.stated`` asks).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from kg.decisions.judgements import Answer, Judgement
from kg.entries.ids import thing_id
from kg.entries.mentions import Mention
from kg.identity.disjoint_sets import DisjointSets

_OWN = ""
"""The series of our own things."""

_Thing = tuple[str, str]
"""A series, and the id that a thing has in it."""


def own_judgements(judgements: Iterable[Judgement], stated: Collection[str]) -> list[Judgement]:
    """What judgements say about our own mentions, also by way of what partners state (ids in ``stated``).

    Two mentions that are both the same as one stated thing are the same; one that is the same as it differs from
    whatever differs from it.
    """
    given = list(judgements)
    if not any({j.a, j.b} & set(stated) for j in given):
        return given
    own = _own_mentions(given, stated)
    standing_in = (replace(j, a=own.get(j.a, ""), b=own.get(j.b, "")) for j in given)
    return [judgement for judgement in standing_in if judgement.a and judgement.b and judgement.a != judgement.b]


def _own_mentions(judgements: Sequence[Judgement], stated: Collection[str]) -> dict[str, str]:
    """The mention of ours that stands for each end of a judgement: itself, else the first that is the same."""
    ends = list(dict.fromkeys(end for judgement in judgements for end in (judgement.a, judgement.b)))
    one = DisjointSets(ends)
    for judgement in judgements:
        if judgement.answer == "same":
            one.join(judgement.a, judgement.b)
    first: dict[str, str] = {}
    for end in ends:
        if end not in stated:
            first.setdefault(one.leader(end), end)
    return {end: first.get(one.leader(end), "") if end in stated else end for end in ends}


def resolve_stated(
    mentions: Sequence[Mention], judgements: Sequence[Judgement], own: Mapping[str, str]
) -> dict[str, str]:
    """The id of the node of each thing that partners state, by the id of its mention.

    ``own`` leads from our mentions to their things. ``judgements`` do not contradict each other.
    """
    there = [(m.id, m.label, (m.stated.series, m.stated.id)) for m in mentions if m.stated and not m.is_tie]
    if not there:
        return {}
    stated = {mention: thing for mention, _, thing in there}
    things = _Things(stated.values(), set(own.values()))
    for judgement in judgements:
        if judgement.link or not {judgement.a, judgement.b} & stated.keys():
            continue
        a, b = (stated.get(end) or (_OWN, own.get(end, end)) for end in (judgement.a, judgement.b))
        things.judge(judgement.answer, a, b)
    things.join_namesakes()
    ids = things.ids({thing: label for _, label, thing in there})
    return {mention: ids[thing] for mention, thing in stated.items()}


class _Things:
    """Things under ids that series gave them, with what is one and what is not."""

    def __init__(self, stated: Iterable[_Thing], own: Collection[str]) -> None:
        self._stated = list(dict.fromkeys(stated))
        shared = ((_OWN, id) for _, id in self._stated if id in own)
        self._one: DisjointSets[_Thing] = DisjointSets([*shared, *self._stated])
        self._apart: list[tuple[_Thing, _Thing]] = []

    def judge(self, answer: Answer, a: _Thing, b: _Thing) -> None:
        """Join two things, or keep them apart."""
        for thing in (a, b):
            self._one.add(thing)
        if answer == "same":
            self._one.join(a, b)
        else:
            self._apart.append((a, b))

    def join_namesakes(self) -> None:
        """Join things of one id, ours first, where nothing keeps them apart."""
        by_id: dict[str, list[_Thing]] = defaultdict(list)
        for thing in sorted(self._one.leaders()):
            by_id[thing[1]].append(thing)
        for first, *others in by_id.values():
            for other in others:
                if not self._is_apart(first, other):
                    self._one.join(first, other)

    def ids(self, labels: Mapping[_Thing, str]) -> dict[_Thing, str]:
        """One id for each group of things: ours, else the partner's own unless another group has it."""
        groups: dict[_Thing, list[_Thing]] = defaultdict(list)
        for thing, leader in self._one.leaders().items():
            groups[leader].append(thing)
        taken: set[str] = set()
        ids: dict[_Thing, str] = {}
        for group in sorted(map(sorted, groups.values())):
            series, id = group[0]
            if series != _OWN and id in taken:
                id = thing_id(labels[group[0]].lower(), series, id)
            taken.add(id)
            ids.update(dict.fromkeys(group, id))
        return ids

    def _is_apart(self, a: _Thing, b: _Thing) -> bool:
        ends = {self._one.leader(a), self._one.leader(b)}
        return any({self._one.leader(one), self._one.leader(other)} == ends for one, other in self._apart)
