"""The chain of links from one entry to another: why both are of one case or of one campaign."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kg.entries.active import ActiveEntry
from kg.entries.index import MentionIndex
from kg.entries.mentions import Mention
from kg.identity.disjoint_sets import shortest_chain
from kg.identity.links import Link, LinkKind
from kg.rows.resolved_reports import ResolvedReports

MENTION_PREFIX: dict[LinkKind, str] = {"Case": "case", "Campaign": "campaign"}
"""What the id of an entry's mention of a case or a campaign begins with."""


@dataclass(frozen=True)
class Step:
    """From one entry (id) to the next: by the link of a rule, or by a decision (its id) that both are one."""

    start: str
    end: str
    link: Link | None = None
    decision: str = ""


def mention_of_entry(mentions: MentionIndex, kind: LinkKind, entry: ActiveEntry) -> Mention | None:
    """An entry as a mention of its case or campaign; ``None`` if no words of it can be quoted as one."""
    return mentions.by_id.get(entry.mention_id(MENTION_PREFIX[kind]))


def find_chain(resolved: ResolvedReports, kind: LinkKind, a: str, b: str) -> tuple[Step, ...]:
    """The shortest chain of links and decisions from one entry (id) to another; empty if there is none.

    A chain inside the thing of both entries is shown before one that leads through entries which a decision took out of
    it.
    """
    steps = _steps(resolved, kind)
    things = _things(resolved, kind)
    inside = [step for step in steps if things.get(step.start) == things.get(step.end) == things.get(a)]
    return _shortest(inside, a, b) or _shortest(steps, a, b)


def _steps(resolved: ResolvedReports, kind: LinkKind) -> list[Step]:
    """Every step there is, the rules' in the order of the registry."""
    steps = [Step(link.a, link.b, link) for link in resolved.resolution.links if link.kind == kind]
    for judgement in resolved.judgements:
        one, other = (resolved.mentions.by_id[id] for id in (judgement.a, judgement.b))
        if judgement.answer == "same" and one.label == kind and not (one.stated or other.stated):
            steps.append(Step(one.entry.id, other.entry.id, decision=judgement.decision))
    return steps


def _things(resolved: ResolvedReports, kind: LinkKind) -> dict[str, str]:
    mentions = (m for m in resolved.mentions.by_id.values() if m.label == kind and not m.stated)
    return {mention.entry.id: resolved.leads_to(mention.id) for mention in mentions}


def _shortest(steps: Sequence[Step], a: str, b: str) -> tuple[Step, ...]:
    ties: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for number, step in enumerate(steps):
        ties[step.start].append((step.end, str(number)))
        ties[step.end].append((step.start, str(number)))
    chain = []
    here = a
    for name in shortest_chain(ties, a, b):
        step = steps[int(name)]
        there = step.end if step.start == here else step.start
        chain.append(Step(here, there, step.link, step.decision))
        here = there
    return tuple(chain)
