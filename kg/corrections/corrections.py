"""Reports with what people decided about their facts: a pure function of the facts read and the decisions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ingest.facts import EntryFacts
from kg.corrections.entries import CorrectedEntry, UnfitValue, correct_entry
from kg.corrections.kinds.kind import FactKind
from kg.corrections.kinds.registry import KINDS
from kg.corrections.stated.graphs import CorrectedGraphs, correct_graphs, is_about_stated
from kg.corrections.statements import FactChange, Statement, settle
from kg.corrections.targets import ADDED, NoTarget, Target, find_target
from kg.decisions.journal import (
    STATING_VERBS,
    Conflict,
    Decision,
    Lost,
    effective,
    is_about_fact,
    replaced_by,
)
from kg.entries.active import ActiveEntry, ActiveReport, EntryDecisions, collect_entries
from kg.entries.ids import short_hash
from kg.entries.index import MentionIndex
from kg.entries.stated import ActiveGraph


@dataclass(frozen=True)
class Corrected:
    """Reports as people decided they are.

    ``read`` has the mentions as the rules read them, in the reports that decisions are about. ``entries`` are the
    entries (ids) with facts that people decided about, ``targets`` what each decision in effect (id) is about.
    ``lost`` and ``conflicts`` are those without effect. ``stated`` has partners' graphs, to which all this applies too.
    """

    reports: tuple[ActiveReport, ...]
    read: MentionIndex
    entries: Mapping[str, CorrectedEntry] = field(default_factory=dict)
    targets: Mapping[str, Target] = field(default_factory=dict)
    lost: tuple[Lost, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    stated: CorrectedGraphs = field(default_factory=CorrectedGraphs)

    def mentions(self) -> MentionIndex:
        """The mentions of all entries as they are now; each is known by what it was described as before, too."""
        descriptions = {(m.entry.id, m.label, m.index): m.description for m in self.read.by_id.values()}
        former = {
            (id, label, position): descriptions.get((id, label, origin), "")
            for id, entry in self.entries.items()
            for kind in KINDS.values()
            for position, origin in enumerate(entry.origins[kind.name])
            if isinstance(origin, int)
            for label in kind.labels
        }
        return MentionIndex(collect_entries(self.reports), former, self.stated.graphs)


def correct_reports(
    reports: Sequence[ActiveReport], decisions: Iterable[Decision], graphs: Sequence[ActiveGraph] = ()
) -> Corrected:
    """Apply the decisions in effect about facts. Their order does not matter, nor that of reports and ``graphs``."""
    decisions = tuple(decisions)
    stated = correct_graphs(graphs, decisions)
    corrected = _correct_reports(reports, decisions)
    return replace(
        corrected,
        targets={**corrected.targets, **stated.targets},
        lost=(*corrected.lost, *stated.lost),
        conflicts=(*corrected.conflicts, *stated.conflicts),
        stated=stated,
    )


def _correct_reports(reports: Sequence[ActiveReport], decisions: Iterable[Decision]) -> Corrected:
    held = effective(decisions)
    replaced = replaced_by(held)
    about = [d for d in held if is_about_fact(d) and not is_about_stated(d) and d.id not in replaced]
    if not about:
        return Corrected(tuple(reports), MentionIndex([]))
    named = {(d.about.get("series", ""), d.about.get("period")) for d in about}
    read = MentionIndex(collect_entries([r for r in reports if (r.series, r.facts.report.period) in named]))
    targets, lost = _find_targets(about, read)
    by_entry: dict[str, list[Statement]] = defaultdict(list)
    for decision in about:
        if decision.verb in STATING_VERBS and decision.id in targets:
            target = targets[decision.id]
            by_entry[target.entry.id].append(Statement(decision, target))
    entries: dict[str, CorrectedEntry] = {}
    conflicts: list[Conflict] = []
    for id, statements in sorted(by_entry.items()):
        facts = statements[0].target.entry.facts
        entries[id], unfit, contradicting = _correct(facts, statements)
        lost += unfit
        conflicts += contradicting
    digests = {id: short_hash(*(s.decision.id for s in statements)) for id, statements in by_entry.items()}
    corrected = tuple(_with_entries(report, entries, digests) for report in reports)
    return Corrected(corrected, read, entries, targets, tuple(lost), tuple(conflicts))


def find_new_ids(corrected: Corrected, now: MentionIndex) -> dict[str, str]:
    """The id of each fact that had another as the rules read it, by that one; ``now`` has the corrected mentions.

    Names, articles and terms are parts of ids, so that to correct one makes another id.
    """
    if not corrected.entries:
        return {}
    entries = {entry.id: entry for index in (corrected.read, now) for entry in index.entries}
    new: dict[str, str] = {}
    for id, entry in corrected.entries.items():
        for kind in KINDS.values():
            read, changed = (_ids(index, entries[id], kind) for index in (corrected.read, now))
            origins = enumerate(entry.origins[kind.name])
            new |= {read[origin]: changed[position] for position, origin in origins if isinstance(origin, int)}
    return {before: id for before, id in new.items() if before not in now.by_id}


def _ids(index: MentionIndex, entry: ActiveEntry, kind: FactKind) -> dict[int, str]:
    """The ids of the facts of a kind in an entry, by position."""
    return {mention.index: mention.id for label in kind.labels for mention in index.of_entry(entry, label)}


def _find_targets(decisions: Sequence[Decision], read: MentionIndex) -> tuple[dict[str, Target], list[Lost]]:
    targets: dict[str, Target] = {}
    lost: list[Lost] = []
    for decision in decisions:
        if ADDED not in decision.about:
            _take(decision, find_target(decision, read), targets, lost)
    for decision in decisions:
        made = decision.about.get(ADDED)
        # A fact that nobody adds any more is not there, as whoever said that it is wrong wants it.
        if made and (made in targets or decision.verb != "wrong"):
            target = targets.get(made) or NoTarget(f"decision {made}, which made the fact, is not in effect")
            _take(decision, target, targets, lost)
    return targets, lost


def _take(decision: Decision, found: Target | NoTarget, targets: dict[str, Target], lost: list[Lost]) -> None:
    if isinstance(found, Target):
        targets[decision.id] = found
    else:
        lost.append(Lost(decision.id, found.reason))


def _correct(facts: EntryFacts, statements: Sequence[Statement]) -> tuple[CorrectedEntry, list[Lost], list[Conflict]]:
    """The facts of an entry; a decision whose values its entry does not allow any more is left out whole."""
    unfit: dict[str, str] = {}
    while True:
        left = [statement for statement in statements if statement.decision.id not in unfit]
        changes, conflicts = _settle_all(left)
        try:
            corrected = correct_entry(facts, changes)
        except UnfitValue as error:
            unfit |= dict.fromkeys(error.decisions, error.reason)
        else:
            return corrected, [Lost(id, reason) for id, reason in unfit.items()], conflicts


def _settle_all(statements: Iterable[Statement]) -> tuple[list[FactChange], list[Conflict]]:
    """What holds of each fact; facts in the order of their words."""
    by_fact: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for statement in statements:
        by_fact[statement.target.key].append(statement)
    settled = [settle(of_fact) for of_fact in by_fact.values()]
    changes = sorted((change for change, _ in settled), key=lambda change: (change.target.span, change.target.key))
    return changes, [conflict for _, conflicts in settled for conflict in conflicts]


def _with_entries(
    report: ActiveReport, entries: Mapping[str, CorrectedEntry], digests: Mapping[str, str]
) -> ActiveReport:
    """A report with its corrected entries in place of those that were read."""
    ids = {facts.entry.number: f"{report.id}/{facts.entry.number}" for facts in report.facts.entries}
    if not entries.keys() & set(ids.values()):
        return report
    facts = tuple(
        entries[ids[read.entry.number]].facts if ids[read.entry.number] in entries else read
        for read in report.facts.entries
    )
    decided = {
        number: EntryDecisions(digests[id], entries[id].custodies) for number, id in ids.items() if id in entries
    }
    return replace(report, facts=replace(report.facts, entries=facts), decided=decided)
