"""Partners' graphs with what people decided about them: a pure function of the graphs and the decisions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ingest.facts import Span
from kg.corrections.references import ValueNotAllowed
from kg.corrections.stated.kinds import kind_of, text_of, value_of
from kg.corrections.statements import FactChange, Statement, settle
from kg.corrections.targets import Target
from kg.decisions.journal import STATING_VERBS, Conflict, Decision, Lost, effective, is_about_fact, replaced_by
from kg.decisions.selectors import STATED, locate, read_selector
from kg.entries.index import MentionIndex
from kg.entries.mentions import Mention
from kg.entries.stated import ActiveGraph, is_tie, mention_id, tie_id
from kg.graph.value import Node, Relationship, Value, make_graph


@dataclass(frozen=True)
class CorrectedGraphs:
    """Graphs as people decided they are.

    ``changes`` has what holds of each mention (id) that somebody decided about, ``targets`` what each decision in
    effect (id) is about. ``lost`` and ``conflicts`` are those without effect.
    """

    graphs: tuple[ActiveGraph, ...] = ()
    changes: Mapping[str, FactChange] = field(default_factory=dict)
    targets: Mapping[str, Target] = field(default_factory=dict)
    lost: tuple[Lost, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def is_about_stated(decision: Decision) -> bool:
    """Whether a decision is about one fact that a partner states."""
    return is_about_fact(decision) and STATED in decision.about


def correct_graphs(graphs: Sequence[ActiveGraph], decisions: Iterable[Decision]) -> CorrectedGraphs:
    """Apply the decisions in effect about what partners state. Their order does not matter, nor that of the graphs."""
    held = effective(decisions)
    replaced = replaced_by(held)
    about = [d for d in held if is_about_stated(d) and d.id not in replaced]
    if not about:
        return CorrectedGraphs(tuple(graphs))
    mentions = MentionIndex([], graphs=graphs)
    targets, lost = _find_targets(about, mentions)
    by_mention: dict[str, list[Statement]] = defaultdict(list)
    for decision in about:
        if decision.verb in STATING_VERBS and decision.id in targets:
            by_mention[targets[decision.id].key[1]].append(Statement(decision, targets[decision.id]))
    changes: dict[str, FactChange] = {}
    conflicts: list[Conflict] = []
    for id, statements in sorted(by_mention.items()):
        fitting, unfit = _fitting(statements, mentions.by_id[id])
        lost += unfit
        if fitting:
            changes[id], contradicting = settle(fitting)
            conflicts += contradicting
    corrected = tuple(_corrected(graph, changes) for graph in graphs)
    return CorrectedGraphs(corrected, changes, targets, tuple(lost), tuple(conflicts))


def target_of(mention: Mention) -> Target:
    """What decisions about a mention of a partner have in common."""
    return Target(mention.entry, kind_of(mention.label).name, Span(0, 0), None, ("stated", mention.id))


def _find_targets(about: Iterable[Decision], mentions: MentionIndex) -> tuple[dict[str, Target], list[Lost]]:
    targets, lost = {}, []
    for decision in about:
        found = locate(read_selector(decision.about), mentions)
        if found.mention is None:
            lost.append(Lost(decision.id, found.reason))
        else:
            targets[decision.id] = target_of(mentions.by_id[found.mention])
    return targets, lost


def _fitting(statements: Sequence[Statement], mention: Mention) -> tuple[list[Statement], list[Lost]]:
    """The statements whose values this version's vocabulary allows, and those without effect."""
    fitting, unfit = [], []
    for statement in statements:
        try:
            for name, words in statement.stated.items():
                value_of(kind_of(mention.label), name, words)
            fitting.append(statement)
        except ValueNotAllowed as error:
            unfit.append(Lost(statement.decision.id, str(error)))
    return fitting, unfit


def _corrected(graph: ActiveGraph, changes: Mapping[str, FactChange]) -> ActiveGraph:
    """A graph without what is wrong, and with the properties that people stated."""
    series, rows = graph.series, graph.graph
    by_key = {n.key: change for n in rows.nodes if (change := changes.get(mention_id(n.id, series)))}
    gone = {key for key, change in by_key.items() if change.wrong}
    wrong = {id for id, change in changes.items() if change.wrong}
    nodes = (_with_values(node, by_key.get(node.key)) for node in rows.nodes if node.key not in gone)
    kept = (r for r in rows.relationships if not {r.start, r.end} & gone and not _is_wrong(r, series, wrong))
    return replace(graph, graph=make_graph(nodes, kept)) if by_key or wrong else graph


def _is_wrong(relationship: Relationship, series: str, wrong: set[str]) -> bool:
    return is_tie(relationship) and mention_id(tie_id(relationship), series) in wrong


def _with_values(node: Node, change: FactChange | None) -> Node:
    if change is None:
        return node
    properties: dict[str, Value] = dict(node.properties)
    for name, (words, _) in change.values.items():
        if name in properties and text_of(properties[name]) == words:
            continue
        value = value_of(kind_of(node.label), name, words)
        if value in (None, []):
            properties.pop(name, None)
        else:
            properties[name] = value if value is not None else ""
    return replace(node, properties=_spelt_anew(node, properties))


def _spelt_anew(node: Node, properties: dict[str, Value]) -> dict[str, Value]:
    """With a corrected name in the place of the one before among all spellings, unless these are stated too."""
    before, now, names = node.properties.get("name"), properties.get("name"), properties.get("names")
    if before == now or not isinstance(names, list) or names != node.properties.get("names"):
        return properties
    spelt = [str(now) if name == before else str(name) for name in names]
    return {**properties, "names": list(dict.fromkeys(spelt))}
