"""From decisions about two things to judgements about two mentions, and from what somebody says to decisions.

A decision that takes the place of earlier ones names them in ``instead`` (ids); they do not hold as long as it does.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from ingest.errors import KgError
from kg.decisions.journal import (
    JUDGEMENT_VERBS,
    LINK,
    Decision,
    Lost,
    Verb,
    current_user,
    decide,
    effective,
    refuses_link,
    replaced_by,
)
from kg.decisions.judgements import Answer, Judgement
from kg.decisions.selectors import Located, Selector, locate, make_selector, read_selector, write_selector
from kg.entries.index import MentionIndex
from kg.entries.mentions import Mention

Side = Literal["a", "b"]
SIDES: tuple[Side, ...] = get_args(Side)
"""The two mentions of a decision, as its keys name them: ``a.exact``, ``b.exact``."""


@dataclass(frozen=True)
class Opinion:
    """What somebody says about two mentions (ids), before it is a decision."""

    answer: Answer
    a: str
    b: str
    why: str = ""
    link: str = ""
    """The name of a rule, to refuse its link of the two and say nothing else of them (with ``different``)."""


def find_judgements(
    decisions: Iterable[Decision], mentions: MentionIndex
) -> tuple[tuple[Judgement, ...], tuple[Lost, ...]]:
    """The decisions in effect about two mentions, in order of time, and those whose words are not found."""
    judging = [d for d in effective(decisions) if d.verb in JUDGEMENT_VERBS or refuses_link(d)]
    replaced = replaced_by(judging)
    judgements, lost = [], []
    for decision in judging:
        if decision.id in replaced:
            continue
        ends = [locate(selector_in(decision, side), mentions) for side in SIDES]
        if reason := _why_lost(decision, ends, mentions):
            lost.append(Lost(decision.id, reason))
            continue
        a, b = (end.mention or "" for end in ends)
        if a != b:
            judgements.append(_judgement(decision, a, b))
    return tuple(judgements), tuple(lost)


def _why_lost(decision: Decision, ends: Sequence[Located], mentions: MentionIndex) -> str:
    """Why a decision does not lead to two mentions that it can be about; empty if it does."""
    for side, end in zip(SIDES, ends, strict=True):
        if end.mention is None:
            return f"{side}: {end.reason}"
    a, b = (mentions.by_id[end.mention or ""] for end in ends)
    if a.id == b.id and decision.verb != "same":
        return "both its words lead to one mention"
    return "its words lead to things of two kinds" if a.label != b.label else ""


def _judgement(decision: Decision, a: str, b: str) -> Judgement:
    if refuses_link(decision):
        return Judgement("different", a, b, decision.id, decision.about[LINK])
    answer: Answer = decision.verb  # type: ignore[assignment]
    return Judgement(answer, a, b, decision.id)


def record_opinions(
    opinions: Iterable[Opinion], mentions: MentionIndex, decisions: Sequence[Decision], who: str
) -> list[Decision]:
    """Decisions that say what the opinions say, later than all there are; without those that hold just so already.

    One takes the place of what the same person said about the same two mentions before; what another said stays.
    Raises ``KgError`` if an id is no mention's, or two mentions are one or of two kinds.
    """
    by_id = {d.id: d for d in decisions}
    who = who or current_user()
    said: dict[tuple[frozenset[str], str], list[Judgement]] = defaultdict(list)
    for judgement in find_judgements(decisions, mentions)[0]:
        said[frozenset((judgement.a, judgement.b)), judgement.link].append(judgement)
    taken: list[Decision] = []
    for opinion in opinions:
        _refuse(opinion, mentions)
        before = said[frozenset((opinion.a, opinion.b)), opinion.link]
        if any(j.answer == opinion.answer for j in before):
            continue
        own = [by_id[j.decision] for j in before if j.decision in by_id and by_id[j.decision].who == who]
        about = about_mentions(mentions.by_id[opinion.a], mentions.by_id[opinion.b], mentions)
        if own:
            about["instead"] = " ".join(id for d in own for id in (d.id, *d.about.get("instead", "").split()))
        if opinion.link:
            about[LINK] = opinion.link
        verb: Verb = "wrong" if opinion.link else opinion.answer
        decision = decide(verb, about, who, opinion.why, taken[-1:] or decisions)
        taken.append(decision)
        by_id[decision.id] = decision
        before.append(Judgement(opinion.answer, opinion.a, opinion.b, decision.id, opinion.link))
    return taken


def about_mentions(a: Mention, b: Mention, mentions: MentionIndex) -> dict[str, str]:
    """What a decision about two mentions is about, as the journal keeps it: the selectors of both."""
    return {
        f"{side}.{key}": value
        for side, mention in zip(SIDES, (a, b), strict=True)
        for key, value in write_selector(make_selector(mention, mentions)).items()
    }


def selector_in(decision: Decision, side: Side) -> Selector:
    """One of the two selectors of a decision."""
    return read_selector({key[2:]: value for key, value in decision.about.items() if key.startswith(f"{side}.")})


def _refuse(opinion: Opinion, mentions: MentionIndex) -> None:
    for id in (opinion.a, opinion.b):
        if id not in mentions.by_id:
            raise KgError(f"'{id}' is not a mention in the reports in force. `kg why` lists the ids of mentions.")
    a, b = mentions.by_id[opinion.a], mentions.by_id[opinion.b]
    if tie := next((mention for mention in (a, b) if mention.is_tie), None):
        raise KgError(f"{tie.id} ties two things; it is right or wrong by itself. Use `kg wrong` or `kg correct`.")
    if a.label != b.label:
        raise KgError(f"{a.id} is a {a.label} and {b.id} a {b.label}. Give two things of the same kind.")
    if a.id == b.id:
        raise KgError(f"{a.id} was given twice. Give two ids, or two names.")
