"""What people decided, on top of what the rules answered: for bodies, places, cases, acts and campaigns.

``same`` joins the two things whole. ``different`` and ``unsure`` part them: where the rules had put both mentions into
one thing, the later one leaves it with every mention of its own spelling, or alone where both are spelt alike.
Judgements are taken in the order they were made; one that contradicts those before it is not done, and comes back as a
``Conflict`` with the decisions it contradicts.

Guarantee: no two mentions that a judgement parts are one thing, whatever chain of rules lies between them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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

    An ``unsure`` contradicts nothing: it gives way to whatever is known.
    """
    given = list(judgements)
    known: DisjointSets[str] = DisjointSets(end for j in given for end in (j.a, j.b))
    ties: dict[str, list[tuple[str, str]]] = defaultdict(list)
    apart: dict[str, dict[str, str]] = defaultdict(dict)  # leaders that a decision keeps apart
    refused: set[str] = set()
    conflicts = []
    for judgement in given:
        a, b = known.leader(judgement.a), known.leader(judgement.b)
        against: tuple[str, ...] = ()
        if judgement.answer == "different":
            if a == b:
                against = shortest_chain(ties, judgement.a, judgement.b)
            else:
                apart[a].setdefault(b, judgement.decision)
                apart[b].setdefault(a, judgement.decision)
        elif judgement.answer == "same" and a != b:
            if b in apart[a]:
                against = (apart[a][b],)
            else:
                _join(known, apart, a, b)
                ties[judgement.a].append((judgement.b, judgement.decision))
                ties[judgement.b].append((judgement.a, judgement.decision))
        if against:
            refused.add(judgement.decision)
            conflicts.append(Conflict((judgement.decision, *against)))
    held = [j for j in given if j.decision not in refused]
    return tuple(j for j in held if j.answer != "unsure" or known.leader(j.a) != known.leader(j.b)), tuple(conflicts)


def override_things(mentions: Mapping[str, RuledMention], judgements: Sequence[Judgement]) -> dict[str, str]:
    """The thing of every mention (by id, in the order of time) once people have judged; judgements are weighed ones.

    A thing keeps the id that the rules gave to its earliest mention, unless an earlier thing has it: then its id is
    that mention's own.
    """
    about = [j for j in judgements if j.a in mentions and j.b in mentions]
    things = {id: mention.thing for id, mention in mentions.items()}
    if not about:
        return things
    whole: DisjointSets[str] = DisjointSets(things.values())
    for judgement in about:
        if judgement.answer == "same":
            whole.join(things[judgement.a], things[judgement.b])
    inside: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in about:
        a, b = (whole.leader(things[end]) for end in (judgement.a, judgement.b))
        if a == b:
            inside[a].append(judgement)
    members: dict[str, list[str]] = defaultdict(list)
    for id, thing in things.items():
        if (leader := whole.leader(thing)) in inside:
            members[leader].append(id)
    for leader, among in inside.items():
        taken: set[str] = set()
        for group in _groups(members[leader], mentions, among):
            first = group[0]
            id = first if mentions[first].thing in taken else mentions[first].thing
            taken.add(id)
            things.update(dict.fromkeys(group, id))
    return things


def _groups(
    members: Sequence[str], mentions: Mapping[str, RuledMention], judgements: Sequence[Judgement]
) -> list[list[str]]:
    """What rules and judgements made one, parted again where a judgement says so; each in the order of time."""
    parting = [j for j in judgements if j.answer != "same"]
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
            break
        broken |= more
    apart: dict[str, set[str]] = defaultdict(set)
    for judgement in parting:
        apart[atoms.leader(judgement.a)].add(atoms.leader(judgement.b))
        apart[atoms.leader(judgement.b)].add(atoms.leader(judgement.a))
    together: dict[str, list[str]] = defaultdict(list)
    for member in members:
        together[atoms.leader(member)].append(member)
    groups: list[tuple[set[str], list[str]]] = []
    for atom, group in together.items():
        home = next((g for g in groups if not (g[0] & apart[atom])), None)
        if home is None:
            groups.append(({atom}, group))
        else:
            home[0].add(atom)
            home[1].extend(group)
    place = {member: i for i, member in enumerate(members)}
    return [sorted(group, key=place.__getitem__) for _, group in groups]


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


def _join(known: DisjointSets[str], apart: dict[str, dict[str, str]], a: str, b: str) -> None:
    """Join two leaders; whoever was apart from the one that leads no longer is apart from the one that does."""
    known.join(a, b)
    leading = known.leader(a)
    gone = b if leading == a else a
    for other, decision in apart.pop(gone, {}).items():
        del apart[other][gone]
        apart[other].setdefault(leading, decision)
        apart[leading].setdefault(other, decision)
