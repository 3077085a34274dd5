"""Which charge a sanction rests on, and how far an entry says that a charge has come."""

from collections.abc import Iterator, Mapping
from typing import get_args

from ingest.facts import Act, Charge, EntryFacts, Party, Sanction
from ingest.vocabulary import CODE_OF_SANCTION, CUSTODY_BEFORE_JUDGEMENT, ActType, ChargeStage, Outcome, SanctionKind
from kg.corrections.entries import DECIDED

STAGES: tuple[ChargeStage, ...] = get_args(ChargeStage)
"""In the order in which a charge reaches them."""
STAGE_OF_ACT: Mapping[ActType, ChargeStage] = {
    "charge": "charged",
    "remand": "charged",
    "trial": "tried",
    "sentence": "convicted",
}
_STAGE_OF_OUTCOME: Mapping[Outcome, ChargeStage] = {"acquitted": "acquitted", "dropped": "dropped"}
_ENDED: frozenset[ChargeStage] = frozenset({"acquitted", "dropped"})
# No verdict: what a court orders in a civil case, and what a prosecutor or the police may say.
_NO_VERDICT: frozenset[SanctionKind] = frozenset({"damages", "warning"})


def rests_on(sanction: Sanction, charge: Charge) -> bool:
    """Whether a sanction of an entry is one under the article of a charge of the same entry."""
    if not sanction.is_against(charge.person):
        return False
    if sanction.grounds and charge.evidence.rule != DECIDED:
        return charge.evidence.spans[0] in sanction.grounds
    return CODE_OF_SANCTION.get(sanction.kind, charge.code) in (charge.code, None)


def read_stage(facts: EntryFacts, charge: Charge) -> ChargeStage | None:
    """How far an entry says that a charge has come: the furthest act, outcome or sanction, or the words of the article.

    ``None`` where it only names the article beside the person: that neither raises nor lowers the stage.
    """
    reached = [*_by_acts(facts, charge), *([charge.stage] if charge.stage else [])]
    if any(_is_verdict_on(sanction, charge) for sanction in facts.sanctions):
        reached.append("convicted")
    return max(reached, key=STAGES.index, default=None)


def latest_stage(told: list[tuple[str, ChargeStage]]) -> ChargeStage | None:
    """The stage of a charge by what entries say, each with its date: the furthest.

    Only a conviction changes that somebody was acquitted or the charge dropped; either ends what went before.
    """
    latest: ChargeStage | None = None
    for _, stage in sorted(told, key=lambda step: (step[0], STAGES.index(step[1]))):
        replaces = stage == "convicted" if latest in _ENDED else _is_further(stage, latest)
        latest = stage if stage in _ENDED or replaces else latest
    return latest


def _is_further(stage: ChargeStage, latest: ChargeStage | None) -> bool:
    return latest is None or STAGES.index(stage) > STAGES.index(latest)


def _by_acts(facts: EntryFacts, charge: Charge) -> Iterator[ChargeStage]:
    party = Party("person", charge.person) if charge.person is not None else None
    for act in facts.acts:
        if (party is None or party in act.to) and (stage := _stage_by_act(act)):
            if stage == "convicted" and _is_about_another(facts, charge):
                continue
            yield "suspected" if stage == "charged" and charge.stage == "suspected" else stage


def _stage_by_act(act: Act) -> ChargeStage | None:
    ended = _STAGE_OF_OUTCOME.get(act.outcome) if act.outcome else None
    if ended and act.type in (*STAGE_OF_ACT, "appeal"):
        return ended
    return STAGE_OF_ACT.get(act.type)


def _is_about_another(facts: EntryFacts, charge: Charge) -> bool:
    """Whether every verdict on the person that has a sanction in the entry is one under other articles."""
    own = [s for s in facts.sanctions if s.is_against(charge.person) and _is_verdict(s)]
    return bool(own) and not any(rests_on(s, charge) for s in own)


def _is_verdict_on(sanction: Sanction, charge: Charge) -> bool:
    return _is_verdict(sanction) and rests_on(sanction, charge) and _convicts(sanction, charge)


def _is_verdict(sanction: Sanction) -> bool:
    return sanction.status == "imposed" and sanction.kind not in CUSTODY_BEFORE_JUDGEMENT


def _convicts(sanction: Sanction, charge: Charge) -> bool:
    """A warning is a penalty under the administrative code, and no verdict under another."""
    return sanction.kind not in _NO_VERDICT or (sanction.kind == "warning" and charge.code == "CAO")
