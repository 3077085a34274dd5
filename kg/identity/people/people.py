"""Which mentions are one person.

Method: constrained agglomerative clustering. Names are parsed and folded (``kg.identity.names``); candidates come from
blocks (``candidates``: same surname, surnames one letter apart, single words of one report); each pair of persons in
the making is weighed by name and context (``weighing``) into same, different or nobody can tell; the best pair is
joined first and everything is weighed again with what was learnt (``gathering``). What people decided comes before all
rules (``judging``).

Guarantee: whatever joins were made, any two mentions of one person have names that can be one person's (no two given
names, no two patronymics, no initial that fits not, no man's beside a woman's ending unless the full given names are
equal), do not stand as two persons in one entry, and are not kept apart by a judgement; only a judgement ``same`` goes
beyond that. So no chain of pairs brings ``Z.`` and ``G.`` of one surname together. The same entries in any order give
the same answer.
"""

from collections.abc import Sequence

from ingest.jurisdictions.packs import Jurisdiction
from kg.decisions.judgements import Answer, Judgement
from kg.entries.active import ActiveEntry
from kg.identity.names.comparison import compare
from kg.identity.names.lexicon import known_names
from kg.identity.people.block_cache import Memory, read_memory, write_memory
from kg.identity.people.clustering import Gathering, apart, gather
from kg.identity.people.features import PERSECUTED
from kg.identity.people.scores import SAME, Weight
from kg.identity.people.values import Conflict, Mention, People, Question, Verdict

__all__ = [
    "Conflict",
    "Memory",
    "Mention",
    "People",
    "Question",
    "Verdict",
    "compare_people",
    "mention_ids",
    "read_memory",
    "resolve_people",
    "write_memory",
]


def resolve_people(
    entries: Sequence[ActiveEntry],
    jurisdiction: Jurisdiction,
    judgements: Sequence[Judgement] = (),
    memory: Memory | None = None,
) -> People:
    """Every mention with the id of its person (that of its earliest mention), what to ask, what contradicts.

    A ``memory`` kept from one call to the next saves work, and changes nothing in the answer.
    """
    entries = sorted(entries, key=lambda entry: entry.order)
    ids = mention_ids(entries)
    work = gather(entries, jurisdiction, ids, judgements, memory)
    person = {m: ids[work.mentions[work.bearers.of(i).first]] for i, m in enumerate(work.mentions)}
    conflicts = tuple(
        Conflict(work.mentions[c.a], work.mentions[c.b], c.same, c.different) for c in work.contradictions
    )
    return People(person, _questions(work), conflicts)


def compare_people(
    entries: Sequence[ActiveEntry],
    jurisdiction: Jurisdiction,
    a: Mention,
    b: Mention,
    judgements: Sequence[Judgement] = (),
) -> Verdict:
    """Whether two mentions are one person among these entries, and why; ``KeyError`` if one is not there."""
    entries = sorted(entries, key=lambda entry: entry.order)
    ids = mention_ids(entries)
    decided = [j for j in judgements if {j.a, j.b} == {ids[a], ids[b]}]
    work = gather(entries, jurisdiction, ids, judgements)
    position = {mention: i for i, mention in enumerate(work.mentions)}
    one, other = position[a], position[b]
    joined = work.bearers.find(one) == work.bearers.find(other)
    if decided:
        return _decided(decided[-1], joined)
    if joined:
        return _why_joined(entries, work, one, other)
    x, y = work.bearers.of(one), work.bearers.of(other)
    weight = work.scales.weigh(x, y)
    if work.bearers.kept_apart(x, y):
        reasons = _reasons(weight) if weight else ((), ())
        return Verdict("different", reasons[0], (*reasons[1], "decisions keep them apart"))
    if weight is None:
        names = [work.scales.likeness(x, y)]
        shared = "two persons of one entry" if names[0] is not None else _names_apart(work, one, other)
        return Verdict("different", (), (shared,))
    return _verdict(weight)


def mention_ids(entries: Sequence[ActiveEntry]) -> dict[Mention, str]:
    """An id for every mention, from what stands there: the entry's text, the spelling, which occurrence of it."""
    ids = {}
    for entry in entries:
        spellings = [person.name for person in entry.facts.persons]
        for index, spelling in enumerate(spellings):
            ids[entry.id, index] = entry.mention_id("person", spelling, spellings[:index].count(spelling))
    return ids


def _questions(work: Gathering) -> tuple[Question, ...]:
    found: dict[tuple[int, int], Question] = {}
    worth: dict[tuple[int, int], tuple[int, int]] = {}
    for a, b in sorted(set(work.open)):
        x, y = sorted((work.bearers.of(a), work.bearers.of(b)), key=lambda bearer: bearer.first)
        key = (x.first, y.first)
        if key in found or x is y or work.bearers.kept_apart(x, y):
            continue
        weight = work.scales.weigh(x, y)
        if weight is None or weight.points < 0:
            continue
        entries = len(x.entries | y.entries)
        repeated = PERSECUTED in x.get("role") and PERSECUTED in y.get("role")
        found[key] = Question(work.mentions[x.first], work.mentions[y.first], _open(weight), entries)
        worth[key] = (repeated, entries)
    return tuple(found[key] for key in sorted(found, key=lambda k: (*(-w for w in worth[k]), k)))


def _verdict(weight: Weight) -> Verdict:
    if weight.points < 0:
        return Verdict("different", *_reasons(weight))
    return _open(weight)


def _open(weight: Weight) -> Verdict:
    reasons_for, against = _reasons(weight)
    if weight.points >= SAME:
        against = (*against, "the name fits somebody else as well")
    return Verdict("unsure", reasons_for, against)


def _reasons(weight: Weight) -> tuple[tuple[str, ...], tuple[str, ...]]:
    named, *context = weight.reasons
    speaks_for = (named[1], *(words for points, words in context if points > 0))
    return speaks_for, tuple(words for points, words in context if points < 0)


def _decided(judgement: Judgement, joined: bool) -> Verdict:
    words = (f"decided: {judgement.answer} ({judgement.decision})",)
    if judgement.answer == "unsure":
        return Verdict("unsure", (), words)
    if joined != (judgement.answer == "same"):
        answer: Answer = "same" if joined else "different"
        return Verdict(answer, (), (*words, "other decisions contradict it"))
    return Verdict("same", words, ()) if joined else Verdict("different", (), words)


def _names_apart(work: Gathering, one: int, other: int) -> str:
    known = known_names(work.jurisdiction)
    x, y = work.bearers.of(one), work.bearers.of(other)
    for name in sorted(x.names, key=repr):
        for second in sorted(y.names, key=repr):
            likeness = compare(name, second, known)
            if likeness.nearness == "apart":
                return likeness.words
    return "their names do not fit"


def _why_joined(entries: Sequence[ActiveEntry], work: Gathering, one: int, other: int) -> Verdict:
    """The two mentions weighed alone; where that would not be enough, it says that others lie between."""
    alone = apart(entries, work.jurisdiction)
    weight = alone.scales.weigh(alone.bearers.of(one), alone.bearers.of(other))
    reasons_for, against = _reasons(weight) if weight else ((), ())
    others = len(work.bearers.of(one).members) - 2
    if work.bearers.of(one).judged and (weight is None or weight.points < SAME):
        reasons_for = (*reasons_for, "decisions join them")
    elif (weight is None or weight.points < SAME) and others:
        reasons_for = (*reasons_for, f"joined through {others} other mentions")
    elif weight is None or weight.points < SAME:
        reasons_for = (*reasons_for, "nobody else of that name")
    return Verdict("same", reasons_for, against)
