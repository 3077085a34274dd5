"""Gathering mentions into persons, best pair first, never against a judgement or an impossible pair of names."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.jurisdiction import Jurisdiction
from kg.identity.judgements import Judgement
from kg.identity.names.lexicon import known_names
from kg.identity.names.order import mended_order
from kg.identity.people.bearers import Bearer, Bearers
from kg.identity.people.candidates import Borne, Pair, given_names, pairs_of, slip_pairs, surname_blocks, word_pairs
from kg.identity.people.judging import Contradiction, apply_judgements
from kg.identity.people.remembering import Memory, Settled
from kg.identity.people.signs import signs_of
from kg.identity.people.standing import NOBODY, standing_alone
from kg.identity.people.weighing import SAME, Scales, Weight
from kg.told import Told

# A rival this many points behind the best leaves it open which of the two is meant.
MARGIN = 2
ROUNDS = 4


@dataclass
class Gathering:
    """The work on one set of entries: ``mentions`` in the order of time, who is who among them, what stays open."""

    jurisdiction: Jurisdiction
    mentions: list[tuple[str, int]]
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


def apart(told: Sequence[Told], jurisdiction: Jurisdiction, memory: Memory | None = None) -> Gathering:
    """Every mention a person of its own: what :func:`gather` starts from."""
    mentions: list[tuple[str, int]] = []
    first: list[Bearer] = []
    mended = mended_order(((p.surname, p.given) for entry in told for p in entry.facts.persons), jurisdiction)
    memory = memory or Memory()
    memory.begin(mended)
    shown = memory.shown
    for entry in told:
        key = entry.report, entry.fingerprint, entry.copy
        if key not in memory.signs:
            memory.signs[key] = signs_of(entry, jurisdiction, shown, mended)
        for index, signs in enumerate(memory.signs[key]):
            first.append(Bearer(len(mentions), entry.id, entry.report, signs))
            mentions.append((entry.id, index))
    return Gathering(jurisdiction, mentions, Bearers(first), Scales(jurisdiction, shown))


def gather(
    told: Sequence[Told],
    jurisdiction: Jurisdiction,
    ids: dict[tuple[str, int], str],
    judgements: Sequence[Judgement] = (),
    memory: Memory | None = None,
) -> Gathering:
    """Who is who. The order of the entries is the order of time; that of the judgements is the journal's."""
    work = apart(told, jurisdiction, memory)
    named = [ids[mention] for mention in work.mentions]
    position = {id: i for i, id in enumerate(named)}
    work.contradictions = apply_judgements(judgements, position, work.bearers)
    known = known_names(jurisdiction)
    for block in surname_blocks(work.roots()):
        if memory is None or any(bearer.judged or bearer.apart for bearer in block):
            _settle_block(work, block)
        else:
            _remember_block(work, block, memory, named, position)
    _until_settled(work, lambda: slip_pairs(work.roots(), known))
    _until_settled(work, lambda: word_pairs(work.roots()))
    _gather_holders(work)
    return work


def _remember_block(
    work: Gathering, block: Sequence[Bearer], memory: Memory, named: Sequence[str], position: Mapping[str, int]
) -> None:
    key = tuple(named[bearer.first] for bearer in block)
    settled = memory.blocks.get(key)
    if settled is None:
        before = len(work.joined), len(work.open)
        _settle_block(work, block)
        memory.blocks[key] = Settled(
            tuple((named[a], named[b]) for a, b in work.joined[before[0] :]),
            tuple((named[a], named[b]) for a, b in work.open[before[1] :]),
        )
        return
    for a, b in settled.joined:
        work.bearers.join(position[a], position[b])
    work.open += [(position[a], position[b]) for a, b in settled.open]


def _settle_block(work: Gathering, block: Sequence[Bearer]) -> None:
    known, members = known_names(work.jurisdiction), [bearer.first for bearer in block]

    def pairs() -> Iterable[Pair]:
        left = {work.bearers.find(member): None for member in members}
        return pairs_of([work.bearers.of(member) for member in left], known)

    _until_settled(work, pairs, given_names(block, known))


def _until_settled(work: Gathering, candidates: Callable[[], Iterable[Pair]], borne: Borne = NOBODY) -> None:
    for _ in range(ROUNDS):
        if not _gather_once(work, candidates(), borne):
            return


def _gather_once(work: Gathering, candidates: Iterable[Pair], borne: Borne) -> int:
    """Join what can be joined among the candidates, best first; the number of joins."""
    bearers, known = work.bearers, known_names(work.jurisdiction)
    points: dict[Pair, int] = {}
    for a, b in candidates:
        weight = _weigh(work, a, b)
        if weight and weight.points >= 0:
            points[a, b] = weight.points
    beside: dict[int, list[Pair]] = defaultdict(list)
    for pair in points:
        beside[pair[0]].append(pair)
        beside[pair[1]].append(pair)
    joined = 0
    for pair in sorted(points, key=lambda p: (-points[p], p)):
        a, b = pair
        if bearers.find(a) == bearers.find(b):
            continue
        weight = _weigh(work, a, b)
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


def _weigh(work: Gathering, a: int, b: int) -> Weight | None:
    one, other = work.bearers.of(a), work.bearers.of(b)
    if one is other or work.bearers.kept_apart(one, other):
        return None
    work.bearers.compared += 1
    return work.scales.weigh(one, other)


def _best_rival(work: Gathering, pair: Pair, points: dict[Pair, int], beside: dict[int, list[Pair]]) -> int | None:
    """The points of the best person whom one of the two may be instead, if its given name is not known."""
    best: int | None = None
    for mine, other in (pair, pair[::-1]):
        me, chosen = work.bearers.of(mine), work.bearers.of(other)
        if me.full:
            continue
        for rival_pair in beside[mine]:
            rival = work.bearers.of(rival_pair[0] if rival_pair[1] == mine else rival_pair[1])
            # To an initial another initial is no rival: it is in the same position.
            if rival is chosen or rival is me or not (rival.full or (rival.whole and not me.whole)):
                continue
            if work.scales.likeness(chosen, rival) is None or chosen.entries & rival.entries:
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
