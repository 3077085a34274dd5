"""Which mentions are one person.

Method: constrained agglomerative clustering. Names are parsed and folded (``kg.identity.names``). Candidates are pairs
of one surname (``blocks``), of surnames one letter apart, and of single words of one report (``candidates``). Each pair
of clusters is scored by name and context (``scores``) as same, different or nobody can tell. The best pair is joined
first, and everything is scored again with what was learnt (``joins``). What people decided comes before all rules
(``constraints``).

Guarantee: whatever joins were made, any two mentions of one person have names that can be one person's (no two given
names, no two patronymics, no initial that fits not, no man's beside a woman's ending unless the full given names are
equal), do not stand as two persons in one entry, and are not kept apart by a judgement; only a judgement ``same`` goes
beyond that. So no chain of pairs brings ``Z.`` and ``G.`` of one surname together. The same entries in any order give
the same answer.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.jurisdictions.packs import Jurisdiction
from kg.decisions.judgements import Answer, Judgement
from kg.entries.active import ActiveEntry
from kg.entries.mentions import MentionKey, person_mention_ids
from kg.identity.names.comparison import compare_names
from kg.identity.names.lexicon import known_names
from kg.identity.people.block_cache import BlockCache
from kg.identity.people.clustering import cluster_mentions
from kg.identity.people.features import PERSECUTED
from kg.identity.people.partition import Partition, start_partition
from kg.identity.people.scores.rules import ScoreRule
from kg.identity.people.scores.scores import SAME, Score
from kg.identity.people.values import People, Question, Verdict
from kg.identity.retellings.retellings import NOTHING_AGAIN, Retellings


def resolve_people(
    entries: Sequence[ActiveEntry],
    jurisdiction: Jurisdiction,
    judgements: Sequence[Judgement] = (),
    block_cache: BlockCache | None = None,
    told: Retellings = NOTHING_AGAIN,
) -> People:
    """Every mention with the id of its person (that of its earliest mention), and what to ask.

    The judgements can hold together (``kg.identity.constraints.separate_conflicts``). A ``block_cache`` kept from one
    call to the next saves work, and changes nothing in the answer. A mention that is told again is the person of
    the one told first, unless a judgement keeps the two apart.
    """
    entries = sorted(entries, key=lambda entry: entry.order)
    ids = person_mention_ids(entries)
    told = _without_parted(told, ids, judgements)
    partition = cluster_mentions(entries, jurisdiction, ids, judgements, block_cache, told)
    person = {m: ids[partition.mentions[partition.clusters.of(i).first]] for i, m in enumerate(partition.mentions)}
    person |= {mention: person[first] for mention, first in told.persons.items()}
    return People(person, _questions(partition))


def compare_people(
    entries: Sequence[ActiveEntry],
    jurisdiction: Jurisdiction,
    a: MentionKey,
    b: MentionKey,
    judgements: Sequence[Judgement] = (),
    told: Retellings = NOTHING_AGAIN,
) -> Verdict:
    """Whether two mentions are one person among these entries, and why; ``KeyError`` if one is not there."""
    entries = sorted(entries, key=lambda entry: entry.order)
    ids = person_mention_ids(entries)
    decided = [j for j in judgements if {j.a, j.b} == {ids[a], ids[b]}]
    told = _without_parted(told, ids, judgements)
    partition = cluster_mentions(entries, jurisdiction, ids, judgements, told=told)
    position = {mention: i for i, mention in enumerate(partition.mentions)}
    position |= {mention: position[first] for mention, first in told.persons.items()}
    one, other = position[a], position[b]
    joined = partition.clusters.find(one) == partition.clusters.find(other)
    if decided:
        return _decided(decided[-1], joined)
    if one == other:
        return Verdict("same", ("two reports tell it in the same words",), ())
    if joined:
        return _why_joined(entries, partition, one, other)
    x, y = partition.clusters.of(one), partition.clusters.of(other)
    score = partition.scorer.score(x, y)
    if partition.clusters.kept_apart(x, y):
        speaks_for, against = _reasons(score)
        return Verdict("different", speaks_for, (*against, "decisions keep them apart"), _rules(score))
    if score is None:
        names = [partition.scorer.best_match(x, y)]
        shared = "two persons of one entry" if names[0] is not None else _names_apart(partition, one, other)
        return Verdict("different", (), (shared,))
    return _verdict(score)


def _without_parted(told: Retellings, ids: Mapping[MentionKey, str], judgements: Sequence[Judgement]) -> Retellings:
    """Without those of which a judgement says that they are not one, or that nobody can tell."""
    parted = {frozenset((j.a, j.b)) for j in judgements if j.answer != "same"}
    if not parted:
        return told
    persons = {m: first for m, first in told.persons.items() if frozenset((ids[m], ids[first])) not in parted}
    return replace(told, persons=persons)


def _questions(partition: Partition) -> tuple[Question, ...]:
    found: dict[tuple[int, int], Question] = {}
    worth: dict[tuple[int, int], tuple[int, int]] = {}
    for a, b in sorted(set(partition.open)):
        x, y = sorted((partition.clusters.of(a), partition.clusters.of(b)), key=lambda cluster: cluster.first)
        key = (x.first, y.first)
        if key in found or x is y or partition.clusters.kept_apart(x, y):
            continue
        score = partition.scorer.score(x, y)
        if score is None or score.points < 0:
            continue
        entries = len(x.entries | y.entries)
        repeated = PERSECUTED in x.get("role") and PERSECUTED in y.get("role")
        found[key] = Question(partition.mentions[x.first], partition.mentions[y.first], _open(score), entries)
        worth[key] = (repeated, entries)
    return tuple(found[key] for key in sorted(found, key=lambda k: (*(-w for w in worth[k]), k)))


def _verdict(score: Score) -> Verdict:
    if score.points < 0:
        return Verdict("different", *_reasons(score), score.rules)
    return _open(score)


def _open(score: Score) -> Verdict:
    reasons_for, against = _reasons(score)
    if score.points >= SAME:
        against = (*against, "the name fits somebody else as well")
    return Verdict("unsure", reasons_for, against, score.rules)


def _reasons(score: Score | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if score is None:
        return (), ()
    speaks_for = (score.words, *(reason.words for reason in score.context if reason.rule.points > 0))
    return speaks_for, tuple(reason.words for reason in score.context if reason.rule.points < 0)


def _rules(score: Score | None) -> tuple[ScoreRule, ...]:
    return score.rules if score else ()


def _decided(judgement: Judgement, joined: bool) -> Verdict:
    words = (f"decided: {judgement.answer} ({judgement.decision})",)
    if judgement.answer == "unsure":
        return Verdict("unsure", (), words)
    if joined != (judgement.answer == "same"):
        answer: Answer = "same" if joined else "different"
        return Verdict(answer, (), (*words, "other decisions contradict it"))
    return Verdict("same", words, ()) if joined else Verdict("different", (), words)


def _names_apart(partition: Partition, one: int, other: int) -> str:
    known = known_names(partition.jurisdiction)
    x, y = partition.clusters.of(one), partition.clusters.of(other)
    for name in sorted(x.names, key=repr):
        for second in sorted(y.names, key=repr):
            match = compare_names(name, second, known)
            if match.level == "apart":
                return match.reason
    return "their names do not fit"


def _why_joined(entries: Sequence[ActiveEntry], partition: Partition, one: int, other: int) -> Verdict:
    """The two mentions scored alone; where that would not be enough, it says that others lie between."""
    alone = start_partition(entries, partition.jurisdiction)
    score = alone.scorer.score(alone.clusters.of(one), alone.clusters.of(other))
    reasons_for, against = _reasons(score)
    others = len(partition.clusters.of(one).members) - 2
    if partition.clusters.of(one).judged and (score is None or score.points < SAME):
        reasons_for = (*reasons_for, "decisions join them")
    elif (score is None or score.points < SAME) and others:
        reasons_for = (*reasons_for, f"joined through {others} other mentions")
    elif score is None or score.points < SAME:
        reasons_for = (*reasons_for, "nobody else of that name")
    return Verdict("same", reasons_for, against, _rules(score))
