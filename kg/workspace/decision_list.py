"""Every decision with what has become of it: whether it holds, is undone, lost, taken anew, or contradicted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.decisions.journal import (
    JUDGING,
    LINK,
    Conflict,
    Decision,
    Waiting,
    holding,
    in_order,
    is_acted_on,
    refuses_link,
)
from kg.decisions.opinions import SIDES, find_judgements, replaced_by, selector_in
from kg.decisions.selectors import Selector, read_selector
from kg.entries.active import ActiveEntry
from kg.entries.index import MentionIndex
from kg.identity.constraints import separate_conflicts
from kg.identity.link_rules import RULES, find_lost

KEPT = "kept; has no effect yet"
"""The state of a decision whose verb this version does not act on."""


@dataclass(frozen=True)
class DecisionListed:
    """A decision, what it is about in words, and its state: ``holds``, why it does not, or that it is only kept."""

    decision: Decision
    about: str
    state: str


def list_decisions(
    decisions: Sequence[Decision], entries: Sequence[ActiveEntry], waiting: Sequence[Waiting] = ()
) -> list[DecisionListed]:
    """All decisions in the order of their time with their state among these entries; ``waiting`` are not done yet."""
    found, lost = find_judgements(decisions, MentionIndex(entries))
    lost = (*lost, *find_lost(found))
    held = {d.id for d in holding(decisions)}
    states = {d.id: "undone" if d.id not in held else "holds" if is_acted_on(d) else KEPT for d in decisions}
    replaced = replaced_by(d for d in decisions if d.id in held)
    states |= {id: f"decided anew by {by}" for id, by in replaced.items() if id in held}
    states |= {item.decision: f"lost: {item.reason}" for item in lost}
    states |= _contradictions(separate_conflicts(found)[1])
    states |= {item.decision: f"waits: {item.reason}" for item in waiting}
    return [DecisionListed(d, describe(d), states[d.id]) for d in in_order(decisions)]


def describe(decision: Decision) -> str:
    """What a decision is about, in the words it quotes."""
    about = decision.about
    if decision.verb == "undo":
        return f"decision {about.get('decision', '?')}"
    if decision.verb in JUDGING:
        return _two(decision)
    if refuses_link(decision):
        rule = RULES.get(about[LINK])
        return f"the link “{rule.about if rule else about[LINK]}” of {_two(decision)}"
    for selector in (read_selector(about), selector_in(decision, "a")):
        if selector.exact:
            return f"{selector.kind or 'thing'} {_quote(selector)}"
    if "period" not in about:
        return ""
    return f"report {_report(about)}, file {about['sha256'][:12]}" if "sha256" in about else f"report {_report(about)}"


def _two(decision: Decision) -> str:
    a, b = (selector_in(decision, side) for side in SIDES)
    return f"{a.kind or 'thing'} {_quote(a)} and {_quote(b)}"


def _contradictions(conflicts: Sequence[Conflict]) -> dict[str, str]:
    states: dict[str, str] = {}
    for conflict in conflicts:
        refused, *others = conflict.decisions
        for other in others:
            states.setdefault(other, f"holds; contradicted by {refused}")
    for conflict in conflicts:
        refused, *others = conflict.decisions
        states[refused] = f"not done: it contradicts {', '.join(others)}"
    return states


def _quote(selector: Selector) -> str:
    return f"“{selector.exact or '?'}” ({selector.report or '?'})"


def _report(about: Mapping[str, str]) -> str:
    return ":".join(filter(None, [about.get("series", ""), about.get("period", "?")]))
