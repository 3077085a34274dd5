"""Gathering mentions into persons, best pair first, never against a judgement or an impossible pair of names."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from ingest.jurisdictions.packs import Jurisdiction
from kg.decisions.judgements import Judgement
from kg.entries.active import ActiveEntry
from kg.identity.names.lexicon import known_names
from kg.identity.names.order import mended_order
from kg.identity.people.block_cache import Memory, Settled, hash_of, stamp_of
from kg.identity.people.candidates import (
    Borne,
    Pair,
    given_names,
    pairs_of,
    slip_pairs,
    split_block,
    surname_blocks,
    word_pairs,
)
from kg.identity.people.clusters import Bearer, Bearers
from kg.identity.people.constraints import Contradiction, apply_judgements
from kg.identity.people.features import signs_of
from kg.identity.people.name_rarity import NOBODY, is_borne_by_few, standing_alone
from kg.identity.people.pairs import Pairs
from kg.identity.people.scores import SAME, Scales, opposed
from kg.system.gc_pause import gc_paused

# A rival this many points behind the best leaves it open which of the two is meant.
MARGIN = 2
ROUNDS = 4
# Tells the mentions of one entry apart (the golden ratio of 64 bits: Knuth, The Art of Computer Programming, 6.4).
_SPREAD = 0x9E3779B97F4A7C15


@dataclass
class Gathering:
    """The work on one set of entries: ``mentions`` in the order of time, who is who among them, what stays open.

    ``stamps`` has for each mention what its entry's people follow from (``remembering.stamp_of``).
    """

    jurisdiction: Jurisdiction
    mentions: list[tuple[str, int]]
    stamps: list[bytes]
    bearers: Bearers
    scales: Scales
    contradictions: list[Contradiction] = field(default_factory=list)
    joined: list[Pair] = field(default_factory=list)
    open: list[Pair] = field(default_factory=list)
    """Pairs that were neither one nor two when they were weighed, in the order met; some more than once."""

    def roots(self) -> list[Bearer]:
        """Every person once, by earliest mention."""
        found = {self.bearers.find(i): None for i in range(len(self.bearers))}
        return sorted((self.bearers.of(i) for i in found), key=lambda b: b.first)


def apart(entries: Sequence[ActiveEntry], jurisdiction: Jurisdiction, memory: Memory | None = None) -> Gathering:
    """Every mention a person of its own: what :func:`gather` starts from."""
    mentions: list[tuple[str, int]] = []
    first: list[Bearer] = []
    stamps: list[bytes] = []
    mended = mended_order(((p.surname, p.given) for entry in entries for p in entry.facts.persons), jurisdiction)
    memory = memory or Memory()
    for entry in entries:
        stamp = stamp_of(entry, mended)
        if stamp not in memory.signs:
            memory.signs[stamp] = signs_of(entry, jurisdiction, memory.shown, mended)
        for index, signs in enumerate(memory.signs[stamp]):
            content = int.from_bytes(stamp[:8]) ^ (index * _SPREAD)
            first.append(Bearer(len(mentions), entry.id, entry.report, signs, content))
            mentions.append((entry.id, index))
            stamps.append(stamp)
    return Gathering(jurisdiction, mentions, stamps, Bearers(first), Scales(jurisdiction, memory.shown))


@gc_paused()
def gather(
    entries: Sequence[ActiveEntry],
    jurisdiction: Jurisdiction,
    ids: dict[tuple[str, int], str],
    judgements: Sequence[Judgement] = (),
    memory: Memory | None = None,
) -> Gathering:
    """Who is who. The order of the entries is the order of time; that of the judgements is the journal's."""
    work = apart(entries, jurisdiction, memory)
    position = {ids[mention]: i for i, mention in enumerate(work.mentions)} if judgements else {}
    work.contradictions = apply_judgements(judgements, position, work.bearers)
    known = known_names(jurisdiction)
    if memory is not None:
        memory.used.clear()
    for block in surname_blocks(work.roots()):
        borne = given_names(block, known)
        for part in split_block(block, known):
            if memory is None or any(bearer.judged or bearer.apart for bearer in part):
                _settle_part(work, part, borne)
            else:
                _remember_part(work, part, borne, memory)
    hopeless = None if memory is None else memory.hopeless
    _until_settled(work, lambda: slip_pairs(work.roots(), known), hopeless=hopeless)
    _until_settled(work, lambda: word_pairs(work.roots()))
    _gather_holders(work)
    return work


def _remember_part(work: Gathering, part: Sequence[Bearer], borne: Borne, memory: Memory) -> None:
    """Settle a part of which every bearer is one mention, as before if it was settled before.

    Of the block around it a part goes by nothing but whether its surnames are borne by few.
    """
    members = [bearer.first for bearer in part]
    surnames = {name.surname for bearer in part for name in bearer.names}
    few = sorted(surname for surname in surnames if is_borne_by_few(surname, borne))
    key = hash_of([*(piece for m in members for piece in (work.stamps[m], str(work.mentions[m][1]))), *few])
    memory.used.add(key)
    settled = memory.settled.get(key)
    if settled is None:
        joined, left_open = len(work.joined), len(work.open)
        _settle_part(work, part, borne)
        place = {member: i for i, member in enumerate(members)}
        memory.settled[key] = Settled(
            tuple((place[a], place[b]) for a, b in work.joined[joined:]),
            tuple((place[a], place[b]) for a, b in work.open[left_open:]),
        )
        return
    for a, b in settled.joined:
        work.bearers.join(members[a], members[b])
        work.joined.append((members[a], members[b]))
    work.open += [(members[a], members[b]) for a, b in settled.open]


def _settle_part(work: Gathering, part: Sequence[Bearer], borne: Borne) -> None:
    known, members = known_names(work.jurisdiction), [bearer.first for bearer in part]

    def pairs() -> Iterable[Pair]:
        left = {work.bearers.find(member): None for member in members}
        return pairs_of([work.bearers.of(member) for member in left], known)

    _until_settled(work, pairs, borne)


def _until_settled(
    work: Gathering,
    candidates: Callable[[], Iterable[Pair]],
    borne: Borne = NOBODY,
    hopeless: set[int] | None = None,
) -> None:
    pairs = Pairs(work.bearers, work.scales, hopeless)
    for _ in range(ROUNDS):
        if not _gather_once(work, pairs, candidates(), borne):
            return


def _gather_once(work: Gathering, pairs: Pairs, candidates: Iterable[Pair], borne: Borne) -> int:
    """Join what can be joined among the candidates, best first; the number of joins."""
    bearers, known = work.bearers, known_names(work.jurisdiction)
    points: dict[Pair, int] = {}
    for pair in candidates:
        if weight := pairs.weigh_hopeful(pair):
            points[pair] = weight.points
    beside: dict[int, list[Pair]] = defaultdict(list)
    for pair in points:
        beside[pair[0]].append(pair)
        beside[pair[1]].append(pair)
    joined = 0
    for pair in sorted(points, key=lambda p: (-points[p], p)):
        a, b = pair
        if bearers.find(a) == bearers.find(b):
            continue
        weight = pairs.weigh(pair)
        if weight is None:
            continue
        rival = _best_rival(work, pair, points, beside)
        alone = 0 if rival is not None else standing_alone(bearers.of(a), bearers.of(b), weight.likeness, borne, known)
        if weight.points + alone < SAME or (rival is not None and rival > weight.points - MARGIN):
            work.open.append(pair)
            continue
        bearers.join(a, b)
        work.joined.append(pair)
        joined += 1
    return joined


def _best_rival(work: Gathering, pair: Pair, points: dict[Pair, int], beside: dict[int, list[Pair]]) -> int | None:
    """The points of the best person whom one of the two may be instead, if its given name is not known."""
    best: int | None = None
    for mine, other in (pair, pair[::-1]):
        me, chosen = work.bearers.of(mine), work.bearers.of(other)
        if me.full:
            continue
        for rival_pair in beside[mine]:
            rival = work.bearers.of(rival_pair[0] if rival_pair[1] == mine else rival_pair[1])
            if rival is chosen or rival is me:
                continue
            # To an initial another initial is no rival, since it is in the same position; an opponent is.
            named = rival.full or (rival.whole and not me.whole)
            two = named and (work.scales.likeness(chosen, rival) is None or bool(chosen.entries & rival.entries))
            if two or opposed(chosen, rival):
                best = points[rival_pair] if best is None else max(best, points[rival_pair])
    return best


def _gather_holders(work: Gathering) -> None:
    """A surname alone that everybody knows for its office (``holders`` of the lexicon) is one person's everywhere."""
    holders = known_names(work.jurisdiction).holders
    alone: dict[str, list[Bearer]] = defaultdict(list)
    whole: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in work.roots():
        surnames = {name.surname for name in bearer.names}
        for surname in sorted(surnames & holders):
            lone = not bearer.whole and any(n.surname == surname for n in bearer.names)
            (alone if lone else whole)[surname].append(bearer)
    for surname, group in sorted(alone.items()):
        known = sorted(whole[surname], key=lambda b: (not b.get("office"), -len(b.entries), b.first))
        for bearer in ([known[0]] if known else []) + group:
            first = known[0] if known else group[0]
            a, b = work.bearers.of(first.first), work.bearers.of(bearer.first)
            if a is b or a.entries & b.entries or work.bearers.kept_apart(a, b):
                continue
            if work.scales.likeness(a, b) is not None:
                work.bearers.join(a.first, b.first)
