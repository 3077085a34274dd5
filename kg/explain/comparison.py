"""What speaks for and against two things of one kind being one, and what people decided about them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.decisions.journal import JUDGEMENT_VERBS, Decision, effective, refuses_link
from kg.decisions.opinions import SIDES, selector_in
from kg.decisions.selectors import locate
from kg.entries.mentions import Mention
from kg.explain.attributes import aspects_of
from kg.identity.people.people import compare_people
from kg.identity.people.values import Verdict
from kg.identity.stated_things import own_judgements
from kg.rows.resolved_reports import ResolvedReports


@dataclass(frozen=True)
class Compared:
    """Two mentions, whether they lead to one thing, why, and the decisions in effect about the two things."""

    a: Mention
    b: Mention
    one: bool
    verdict: Verdict
    decisions: tuple[Decision, ...]


def compare(known: ResolvedReports, a: str, b: str, decisions: Sequence[Decision]) -> Compared:
    """Compare the things that two mentions (ids) of one kind lead to; ``KeyError`` for an id of no mention."""
    first, second = known.mentions.by_id[a], known.mentions.by_id[b]
    one = known.leads_to(a) == known.leads_to(b)
    if first.stated or second.stated:
        verdict = _compare_stated(known, first, second, one)
    elif first.label == "Person":
        verdict = compare_people(
            known.entries,
            known.resolution.jurisdiction,
            (first.entry.id, first.index),
            (second.entry.id, second.index),
            own_judgements(known.judgements, {mention.id for mention in known.mentions.stated}),
            known.resolution.retellings,
        )
    else:
        verdict = Verdict(
            "same" if one else "different", *_reasons(aspects_of(known, first), aspects_of(known, second))
        )
    return Compared(first, second, one, verdict, tuple(_about(known, {a, b}, decisions)))


def _compare_stated(known: ResolvedReports, first: Mention, second: Mention, one: bool) -> Verdict:
    """What a partner states is one with something else by its id or by a decision; a name is only what they share."""
    a, b = ({"name": {m.description} - {""}} if m.stated else aspects_of(known, m) for m in (first, second))
    shared = {aspect: values for aspect, values in a.items() if aspect in b}
    return Verdict("same" if one else "different", *_reasons(shared, b))


def _about(known: ResolvedReports, ends: set[str], decisions: Sequence[Decision]) -> Iterator[Decision]:
    """Decisions in effect whose ends lead to the two things, or are the mentions themselves."""
    things = {known.leads_to(end) for end in ends}
    for decision in effective(decisions):
        if decision.verb in JUDGEMENT_VERBS or refuses_link(decision):
            found = [locate(selector_in(decision, side), known.mentions).mention for side in SIDES]
            if all(f is not None and (f in ends or known.leads_to(f) in things) for f in found):
                yield decision


def _reasons(a: Mapping[str, set[str]], b: Mapping[str, set[str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    speaks_for, against = [], []
    for aspect in a:
        shared = a[aspect] & b.get(aspect, set())
        if shared:
            speaks_for.append(f"same {aspect}: {', '.join(sorted(shared))}")
        elif a[aspect] and b.get(aspect):
            against.append(f"{aspect}: {', '.join(sorted(a[aspect]))} against {', '.join(sorted(b[aspect]))}")
    return tuple(speaks_for), tuple(against)
