"""Who did it, where the words of the act's own clause do not say it but the entry leaves one answer only.

Assumed: a hearing, a verdict or a decision on a complaint is that of the only court the entry names; a rally is refused
by the only local administration named before its topic; a claimant's complaint is their own (guide, settled cases: the
claimant stands in ``to`` and ``by``, the court that turned it down in ``by``).
"""

import re
from dataclasses import replace

from ingest.extract.acts.topic import rally_topic
from ingest.facts import Act, EntryFacts, Party

# `In front of the building of the akimat`: a place to stand, not the one that refuses.
_BUILDING = re.compile(r"\b(?:building of|in front of|outside|near|opposite)\s(?:the\s)?$")
_IN_COURT = frozenset({"trial", "sentence", "remand", "appeal", "due_process"})
_NOT_CLAIMANTS = frozenset({"official", "lawyer", "speaker", "perpetrator"})


def add_actors(acts: tuple[Act, ...], facts: EntryFacts) -> tuple[Act, ...]:
    """The acts with the only court, administration or claimant that can have done them."""
    courts = [Party("body", i) for i, body in enumerate(facts.bodies) if body.kind == "court"]
    return tuple(_with_court(_with_claimant(_with_refuser(act, facts), facts), courts) for act in acts)


def _with_court(act: Act, courts: list[Party]) -> Act:
    decided = act.type in _IN_COURT or (act.type == "complaint" and act.outcome is not None)
    if len(courts) != 1 or not decided or act.date or any(party.kind == "body" for party in act.by):
        return act
    return replace(act, by=(*act.by, *courts))


def _with_refuser(act: Act, facts: EntryFacts) -> Act:
    if act.type != "assembly_refusal" or act.by:
        return act
    until = rally_topic(facts.entry.text)
    administrations = [
        Party("body", index)
        for index, body in enumerate(facts.bodies)
        if body.kind == "organisation"
        and body.type == "state"
        and body.generic
        and body.evidence.spans[0].start < until
        and not _BUILDING.search(facts.entry.text, 0, body.evidence.spans[0].start)
    ]
    return replace(act, by=tuple(administrations)) if len(administrations) == 1 else act


def _with_claimant(act: Act, facts: EntryFacts) -> Act:
    """A complaint whose claimant stands on one side only: the same person stands on the other."""
    if act.type != "complaint":
        return act
    claimants = tuple(p for p in act.by if p.kind == "person" and facts.persons[p.index].role not in _NOT_CLAIMANTS)
    owners = tuple(p for p in act.to if p.kind == "person")
    if claimants and not act.to:
        return replace(act, to=claimants)
    if owners and not any(p.kind == "person" for p in act.by):
        return replace(act, by=(*owners, *act.by))
    return act
