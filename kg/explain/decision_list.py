"""Every decision with its status: whether it is in effect, undone, lost, replaced, or contradicted."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from kg.corrections.corrections import correct_reports
from kg.corrections.targets import SEEN, SET, fields_in
from kg.decisions.journal import (
    JUDGEMENT_VERBS,
    LINK,
    Conflict,
    Decision,
    Waiting,
    is_acted_on,
    refuses_link,
    replaced_by,
    sort_decisions,
    without_undone,
)
from kg.decisions.opinions import SIDES, find_judgements, selector_in
from kg.decisions.selectors import Selector, read_selector
from kg.entries.active import ActiveReport
from kg.entries.stated import ActiveGraph
from kg.identity.constraints import separate_conflicts
from kg.identity.link_rules import RULES, find_lost

DecisionStatus = Literal["holds", "contradicted", "undone", "without effect", "replaced", "lost", "not done", "waiting"]
"""What has become of a decision.

``contradicted``: it is in effect, and a later one contradicts it; ``not done``: it contradicts earlier ones; ``without
effect``: this version does not act on its verb; ``lost``: its words are not found.
"""


@dataclass(frozen=True)
class DecisionListed:
    """A decision, what it is about in words, and its status.

    ``others`` are the decisions (ids) that replace, contradict or are contradicted by it; ``reason`` says why it is
    lost or waits.
    """

    decision: Decision
    about: str
    status: DecisionStatus
    others: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class _State:
    status: DecisionStatus
    others: tuple[str, ...] = ()
    reason: str = ""


def list_decisions(
    decisions: Sequence[Decision],
    reports: Sequence[ActiveReport],
    waiting: Sequence[Waiting] = (),
    graphs: Sequence[ActiveGraph] = (),
) -> list[DecisionListed]:
    """All decisions in the order of their time with their status; ``waiting`` are those that wait for others.

    The reports have the facts as they were read, the ``graphs`` as partners state them.
    """
    corrected = correct_reports(reports, decisions, graphs)
    found, lost = find_judgements(decisions, corrected.mentions())
    lost = (*corrected.lost, *lost, *find_lost(found))
    held = {d.id for d in without_undone(decisions)}
    states = {d.id: _own_state(d, held) for d in decisions}
    replaced = replaced_by(d for d in decisions if d.id in held)
    states |= {id: _State("replaced", (by,)) for id, by in replaced.items() if id in held}
    states |= {item.decision: _State("lost", reason=item.reason) for item in lost}
    states |= _contradictions((*corrected.conflicts, *separate_conflicts(found)[1]))
    states |= {item.decision: _State("waiting", reason=item.reason) for item in waiting}
    listed = []
    for decision in sort_decisions(decisions):
        state = states[decision.id]
        listed.append(DecisionListed(decision, describe(decision), state.status, state.others, state.reason))
    return listed


def _own_state(decision: Decision, held: Container[str]) -> _State:
    """The state of a decision for itself, before others are compared with it."""
    if decision.id not in held:
        return _State("undone")
    return _State("holds" if is_acted_on(decision) else "without effect")


def describe(decision: Decision) -> str:
    """What a decision is about, in the words it quotes."""
    about = decision.about
    if decision.verb == "undo":
        return f"decision {about.get('decision', '?')}"
    if decision.verb in JUDGEMENT_VERBS:
        return _two(decision)
    if refuses_link(decision):
        rule = RULES.get(about[LINK])
        return f"the link “{rule.about if rule else about[LINK]}” of {_two(decision)}"
    for selector in (read_selector(about), selector_in(decision, "a")):
        if selector.exact:
            return f"{selector.kind or 'thing'} {_quote(selector)}{_described(selector)}{_stated(decision)}"
    if "period" not in about:
        return ""
    return f"report {_report(about)}, file {about['sha256'][:12]}" if "sha256" in about else f"report {_report(about)}"


def _described(selector: Selector) -> str:
    """What the rules read in the words, where the words do not say so."""
    return f", {selector.description}" if selector.description not in ("", selector.exact) else ""


def _stated(decision: Decision) -> str:
    """The fields that a decision states, each after what was there before."""
    seen = fields_in(decision, SEEN)
    new = {name: text for name, text in fields_in(decision, SET).items() if seen.get(name, "") != text}
    stated = [f"{name} {_from(seen.get(name, ''))}{text or 'none'}" for name, text in new.items()]
    return f": {', '.join(stated)}" if stated else ""


def _from(before: str) -> str:
    return f"{before} → " if before else ""


def _two(decision: Decision) -> str:
    a, b = (selector_in(decision, side) for side in SIDES)
    return f"{a.kind or 'thing'} {_quote(a)} and {_quote(b)}"


def _contradictions(conflicts: Sequence[Conflict]) -> dict[str, _State]:
    states: dict[str, _State] = {}
    for conflict in conflicts:
        refused, *others = conflict.decisions
        for other in others:
            states.setdefault(other, _State("contradicted", (refused,)))
    for conflict in conflicts:
        refused, *others = conflict.decisions
        states[refused] = _State("not done", tuple(others))
    return states


def _quote(selector: Selector) -> str:
    return f"“{selector.exact or '?'}” ({selector.report or '?'})"


def _report(about: Mapping[str, str]) -> str:
    return ":".join(filter(None, [about.get("series", ""), about.get("period", "?")]))
