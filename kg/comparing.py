"""What speaks for and against two things of one kind being one, and what people decided about them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.building import Known
from kg.decisions import JUDGING, Decision, effective
from kg.identity.bodies import LABELS
from kg.identity.people import Verdict, compare_people
from kg.judging import pointer_in
from kg.pointing import Quoted


@dataclass(frozen=True)
class Compared:
    """Two mentions, whether they lead to one thing, why, and the decisions that hold about the two things."""

    a: Quoted
    b: Quoted
    one: bool
    verdict: Verdict
    decisions: tuple[Decision, ...]


def compare(known: Known, a: str, b: str, decisions: Sequence[Decision]) -> Compared:
    """Compare the things that two mentions (ids) of one kind lead to; ``KeyError`` for an id of no mention."""
    first, second = known.mentions.by_id[a], known.mentions.by_id[b]
    one = known.leads_to(a) == known.leads_to(b)
    if first.label == "Person":
        verdict = compare_people(
            known.told,
            known.who.jurisdiction,
            (first.entry.id, first.index),
            (second.entry.id, second.index),
            known.judgements,
        )
    else:
        verdict = Verdict("same" if one else "different", *_reasons(_aspects(known, first), _aspects(known, second)))
    return Compared(first, second, one, verdict, tuple(_about(known, {a, b}, decisions)))


def _about(known: Known, ends: set[str], decisions: Sequence[Decision]) -> Iterator[Decision]:
    """Decisions that hold of which both ends lead to the two things, or to the mentions themselves."""
    things = {known.leads_to(end) for end in ends}
    for decision in effective(decisions):
        if decision.verb in JUDGING:
            found = [known.mentions.find(pointer_in(decision, side)).mention for side in ("a", "b")]
            if all(f is not None and (f in ends or known.leads_to(f) in things) for f in found):
                yield decision


def _aspects(known: Known, quoted: Quoted) -> dict[str, set[str]]:
    """What the rules go by, in words: each aspect with its values."""
    entry, who = quoted.entry, known.who
    facts = entry.facts
    place = {facts.places[-1].name} if facts.places else set()
    if quoted.label in LABELS.values():
        body = facts.bodies[quoted.index]
        where = who.body[entry.id, quoted.index][1]
        return {"name": {body.name}, "kind": {body.type}, "place": {where} if where else set()}
    if quoted.label == "Event":
        act = facts.acts[quoted.index]
        parties = {_name(quoted, party.kind, party.index) for party in act.to}
        day = act.date or entry.date
        return {"type": {act.type}, "date": {day} if day else set(), "to whom": parties, "place": place}
    if quoted.label == "Case" and entry.id in who.case:
        case = who.case[entry.id]
        charged = {f"{c.code or '?'}:{c.article}" for c in facts.charges}
        people = {facts.persons[c.person].name for c in facts.charges if c.person is not None}
        people |= {_name(quoted, party.kind, party.index) for act in facts.acts for party in act.to}
        number = {case.number} if case.number else set()
        return {"kind": {case.kind}, "number": number, "provision": charged, "party": people, "place": place}
    if quoted.label == "Campaign" and entry.id in who.campaign:
        return {"day": set(who.campaign[entry.id].days), "place": place}
    return {"name": {quoted.what} - {""}, "place": place if quoted.label != "Place" else set()}


def _name(quoted: Quoted, kind: str, index: int) -> str:
    facts = quoted.entry.facts
    return facts.persons[index].name if kind == "person" else facts.bodies[index].name


def _reasons(a: Mapping[str, set[str]], b: Mapping[str, set[str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    speaks_for, against = [], []
    for aspect in a:
        shared = a[aspect] & b.get(aspect, set())
        if shared:
            speaks_for.append(f"same {aspect}: {', '.join(sorted(shared))}")
        elif a[aspect] and b.get(aspect):
            against.append(f"{aspect}: {', '.join(sorted(a[aspect]))} against {', '.join(sorted(b[aspect]))}")
    return tuple(speaks_for), tuple(against)
