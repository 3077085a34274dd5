"""What people decided, on top of what the rules answered: for bodies, places, cases, acts and campaigns.

``same`` joins the two things whole. ``different`` and ``unsure`` part them: where the rules had put both mentions into
one thing, the later one leaves it with every mention of its own spelling, or alone where both are spelt alike.
Judgements are applied in the order they were made; one that contradicts earlier ones is not done, and is returned as a
``Conflict`` with the decisions it contradicts.

Guarantee: no two mentions that a judgement parts are one thing, whatever chain of rules lies between them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.decisions.journal import Conflict
from kg.decisions.judgements import Judgement
from kg.identity.disjoint_sets import DisjointSets, shortest_chain


@dataclass(frozen=True)
class RuledMention:
    """A mention before judgement: the thing the rules put it in, and its spelling where that tells things apart."""

    thing: str
    spelling: str


def separate_conflicts(judgements: Iterable[Judgement]) -> tuple[tuple[Judgement, ...], tuple[Conflict, ...]]:
    """The judgements that can hold together, in their order, and those that cannot.

    An ``unsure`` contradicts nothing: it gives way to whatever is known. Nor does the refusal of a link, which leaves
    it to other rules whether the two are one.
    """
    given = list(judgements)
    said = _Said(end for judgement in given for end in (judgement.a, judgement.b))
    conflicts: list[Conflict] = []
    for judgement in given:
        if against := said.contradictions(judgement):
            conflicts.append(Conflict((judgement.decision, *against)))
        else:
            said.add(judgement)
    refused = {conflict.decisions[0] for conflict in conflicts}
    consistent = (judgement for judgement in given if judgement.decision not in refused)
    return tuple(judgement for judgement in consistent if not said.overrules(judgement)), tuple(conflicts)


class _Said:
    """What the judgements applied so far say about their mentions."""

    def __init__(self, mentions: Iterable[str]) -> None:
        self._same: DisjointSets[str] = DisjointSets(mentions)
        self._chains: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._apart: dict[str, dict[str, str]] = defaultdict(dict)
        """Of each leader those that a decision keeps apart from it, with the decision."""

    def contradictions(self, judgement: Judgement) -> tuple[str, ...]:
        """The decisions that a judgement contradicts."""
        a, b = self._leaders(judgement)
        if judgement.link or judgement.answer == "unsure":
            return ()
        if judgement.answer == "different":
            return shortest_chain(self._chains, judgement.a, judgement.b) if a == b else ()
        return (self._apart[a][b],) if b in self._apart[a] else ()

    def add(self, judgement: Judgement) -> None:
        """Take a judgement that contradicts nothing."""
        a, b = self._leaders(judgement)
        if judgement.link or judgement.answer == "unsure" or a == b:
            return
        if judgement.answer == "different":
            self._keep_apart(a, b, judgement.decision)
            return
        self._join(a, b)
        self._chains[judgement.a].append((judgement.b, judgement.decision))
        self._chains[judgement.b].append((judgement.a, judgement.decision))

    def overrules(self, judgement: Judgement) -> bool:
        """Whether it is known that two are one of whom somebody was unsure."""
        a, b = self._leaders(judgement)
        return judgement.answer == "unsure" and a == b

    def _leaders(self, judgement: Judgement) -> tuple[str, str]:
        return self._same.leader(judgement.a), self._same.leader(judgement.b)

    def _keep_apart(self, a: str, b: str, decision: str) -> None:
        self._apart[a].setdefault(b, decision)
        self._apart[b].setdefault(a, decision)

    def _join(self, a: str, b: str) -> None:
        """Join two leaders; who was apart from the one that no longer leads is apart from the one that does."""
        self._same.join(a, b)
        leading = self._same.leader(a)
        gone = b if leading == a else a
        for other, decision in self._apart.pop(gone, {}).items():
            del self._apart[other][gone]
            self._keep_apart(other, leading, decision)


def override_things(mentions: Mapping[str, RuledMention], judgements: Sequence[Judgement]) -> dict[str, str]:
    """The thing of every mention (by id, in the order of time) under judgements that do not contradict each other.

    A thing keeps the id that the rules gave to its earliest mention, unless an earlier thing has it: then its id is
    that mention's own.
    """
    about = [j for j in judgements if j.a in mentions and j.b in mentions]
    things = {id: mention.thing for id, mention in mentions.items()}
    for members, among in _joined_things(things, about):
        taken: set[str] = set()
        for group in _groups(members, mentions, among):
            first = group[0]
            id = first if mentions[first].thing in taken else mentions[first].thing
            taken.add(id)
            things.update(dict.fromkeys(group, id))
    return things


def _joined_things(
    things: Mapping[str, str], judgements: Sequence[Judgement]
) -> Iterator[tuple[list[str], list[Judgement]]]:
    """The mentions of things that judgements join whole, with the judgements inside; things that none is about not."""
    if not judgements:
        return
    whole: DisjointSets[str] = DisjointSets(things.values())
    for judgement in judgements:
        if judgement.answer == "same":
            whole.join(things[judgement.a], things[judgement.b])
    inside: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        leader = whole.leader(things[judgement.a])
        if leader == whole.leader(things[judgement.b]):
            inside[leader].append(judgement)
    members: dict[str, list[str]] = defaultdict(list)
    for id, thing in things.items():
        members[whole.leader(thing)].append(id)
    yield from ((members[leader], among) for leader, among in inside.items())


def _groups(
    members: Sequence[str], mentions: Mapping[str, RuledMention], judgements: Sequence[Judgement]
) -> list[list[str]]:
    """What rules and judgements made one, parted again where a judgement says so; each in the order of time."""
    parting = [j for j in judgements if j.answer != "same"]
    atoms = _break_up(members, mentions, judgements, parting)
    apart: dict[str, set[str]] = defaultdict(set)
    for judgement in parting:
        a, b = atoms.leader(judgement.a), atoms.leader(judgement.b)
        apart[a].add(b)
        apart[b].add(a)
    groups: list[set[str]] = []
    for atom in dict.fromkeys(atoms.leader(member) for member in members):
        home = next((group for group in groups if not group & apart[atom]), None)
        if home is None:
            groups.append({atom})
        else:
            home.add(atom)
    return [[member for member in members if atoms.leader(member) in group] for group in groups]


def _break_up(
    members: Sequence[str],
    mentions: Mapping[str, RuledMention],
    judgements: Sequence[Judgement],
    parting: Sequence[Judgement],
) -> DisjointSets[str]:
    """Atoms of which none has both ends of a judgement that parts, with as few spellings broken up as that takes."""
    broken: set[tuple[str, str]] = set()
    while True:
        atoms = _atoms(members, mentions, judgements, broken)
        within = [j for j in parting if atoms.leader(j.a) == atoms.leader(j.b)]
        more = {_unit(mentions[end]) for j in within for end in (j.a, j.b)} - broken
        if not more:
            # Their own spellings are broken up, and others still lead from one to the other.
            still = {atoms.leader(j.a) for j in within}
            more = {_unit(mentions[m]) for m in members if atoms.leader(m) in still} - broken
        if not more:
            return atoms
        broken |= more


def _atoms(
    members: Sequence[str],
    mentions: Mapping[str, RuledMention],
    judgements: Sequence[Judgement],
    broken: set[tuple[str, str]],
) -> DisjointSets[str]:
    """What is never parted: mentions joined by a judgement, and those of one spelling that is not broken up."""
    atoms: DisjointSets[str] = DisjointSets(members)
    first_of: dict[tuple[str, str], str] = {}
    for member in members:
        unit = _unit(mentions[member])
        if unit not in broken:
            atoms.join(first_of.setdefault(unit, member), member)
    for judgement in judgements:
        if judgement.answer == "same":
            atoms.join(judgement.a, judgement.b)
    return atoms


def _unit(mention: RuledMention) -> tuple[str, str]:
    return mention.thing, mention.spelling
