"""What the measures and the people of an entry add to its acts: verdicts told without a verb, and whose matter it is.

`X, Article 488 …, a fine of 72,450 crowns for …`: a measure imposed on somebody to whom the entry does nothing else is
the news, a `sentence` (annotation, sanctions: a term that the header repeats counts as imposed). Where a verb tells the
verdict on some of the sentenced, it tells it on all of them. Who speaks of their own case stands in the statement as
the one whose matter it is (annotation, acts). `Among the detained were X and Y` names whom an earlier sentence told
of; a rally is refused to whoever gave notice of it, never to those that its topic names.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from ingest.analysis.document import Document
from ingest.extract.acts.arguments.topic import rally_topic
from ingest.facts import Act, EntryFacts, Evidence, Party, Sanction, Span
from ingest.vocabulary import ADMINISTRATIVE_PENALTIES, PROFESSIONALS, ActType, SanctionKind

# An occupation may stand between the header and the name.
_OPENING = 30
_AMONG = re.compile(
    r"\b(?:[Aa]mong (?:(?:the|those) (?:who were )?(?:detained|arrested|detainees)|them|whom)\b[^.;]{0,40}?"
    r"\b(?:were|was|are|is)\b|[Oo]ne of them (?:was|is)\b|[Tt]hose detained (?:are|were)\b|,? including\b)"
)
# From the name of a header over a provision to the colon and the quotation.
_SAYS = re.compile(r"(?:,[^.:“«\"]{0,120}?)?\s?(:\s?[“«\"])")
# How long the words for who they are may be before the first of those named.
_TITLES = 60
# Steps before a verdict: the measure in the header is the news beside them.
_BEFORE_VERDICT: frozenset[ActType] = frozenset({"detention", "release", "seizure"})
# What is done to many people, some of whom are named behind it.
_OF_MANY: frozenset[ActType] = frozenset(
    {"detention", "sentence", "dismissal", "summons", "release", "search", "attack", "death"}
)
_VERDICTS: frozenset[SanctionKind] = frozenset(
    {"administrative_arrest", "imprisonment", "restriction_of_liberty", "probation", "fine", "warning"}
)


def _with_quoted(acts: list[Act], facts: EntryFacts) -> list[Act]:
    """`Name, Article …: “I report …”`: what the person of the header says is a statement."""
    if any(act.type == "statement" for act in acts):
        return acts
    for index, person in enumerate(facts.persons):
        opens = bool(person.evidence.spans) and _opens(Party("person", index), facts)
        spoken = _SAYS.match(facts.entry.text, person.evidence.spans[0].end) if opens else None
        if spoken:
            evidence = Evidence((Span(spoken.start(1), spoken.end(1)),), "acts.quotation", "medium", "told by a colon")
            own = (Party("person", index),)
            return sorted([*acts, Act("statement", evidence, own, own)], key=lambda act: act.evidence.spans[0])
    return acts


def add_matters(acts: tuple[Act, ...], document: Document, facts: EntryFacts) -> tuple[Act, ...]:
    """The acts with the sentences that measures tell, and statements with whose own matter they are, in text order."""
    named = _with_those_among(_with_requested(_with_sentences(acts, facts), facts), document, facts)
    named = _with_quoted(named, facts)
    concerned = {party for act in named if act.type != "statement" for party in act.to}
    told = (_own(_refused(act, facts), facts, concerned) for act in named)
    return tuple(_spoken_for(act, document, facts) for act in told)


def _with_sentences(acts: tuple[Act, ...], facts: EntryFacts) -> list[Act]:
    """A verdict on those whose sanction stands without a verb, or that of a verb on all of the sentenced."""
    acts = tuple(_received(act, facts) for act in acts)
    sentenced = _sentenced_without_act(acts, facts)
    told = next((i for i, act in enumerate(acts) if act.type == "sentence" and act.to), None)
    if sentenced and told is not None:
        parties = dict.fromkeys([*_with_a_case(acts[told], facts), *(party for party, _ in sentenced)])
        return [replace(act, to=tuple(parties)) if i == told else act for i, act in enumerate(acts)]
    news = _told_by_sanction(sentenced, acts, facts)
    return _with_verdict(acts, news) if any(_opens(party, facts) for party, _ in news) else list(acts)


def _received(act: Act, facts: EntryFacts) -> Act:
    """`X fined 50 units`, as headlines say it: X got the sanction and imposed none."""
    got = {index for sanction in facts.sanctions for index in sanction.persons}
    headline = act.type == "sentence" and not act.to and act.by
    if headline and all(p.kind == "person" and p.index in got for p in act.by):
        return replace(act, to=act.by, by=())
    return act


def _with_a_case(act: Act, facts: EntryFacts) -> list[Party]:
    """Those of a verdict who may have got it, where sanctions say who did: not a lawyer who has none."""
    return [
        party
        for party in act.to
        if party.kind == "body" or facts.persons[party.index].role not in PROFESSIONALS or _has_a_case(party, facts)
    ]


def _with_verdict(acts: tuple[Act, ...], news: list[tuple[Party, Sanction]]) -> list[Act]:
    """The acts with a sentence of those whose sanctions are the news."""
    words = news[0][1].evidence.spans[:1]
    evidence = Evidence(words, "acts.sanction", "medium", "told by the measure, without a verb")
    sentence = Act("sentence", evidence, tuple(party for party, _ in news))
    return sorted([*acts, sentence], key=lambda act: act.evidence.spans[0])


def _told_by_sanction(
    sentenced: list[tuple[Party, Sanction]], acts: tuple[Act, ...], facts: EntryFacts
) -> list[tuple[Party, Sanction]]:
    """The sanctions that are news: told before the first act, on people to whom the entry does nothing else.

    Who was taken by the police got an administrative sanction for it; another term is who they are.
    """
    first = min((act.evidence.spans[0].start for act in acts), default=len(facts.entry.text))
    early = [(party, s) for party, s in sentenced if s.evidence.spans[0].start < first]
    return [(party, s) for party, s in early if _may_be_news(s, {act.type for act in acts if party in act.to})]


def _may_be_news(sanction: Sanction, undergone: set[ActType]) -> bool:
    """Whether a sanction may be the news on somebody to whom the entry tells that acts of these types were done.

    `X, 10 days of arrest, walked out today`: the term is over.
    """
    if undergone == {"release"}:
        return sanction.kind == "fine"
    if undergone - _BEFORE_VERDICT:
        return False
    return not undergone or sanction.kind in ADMINISTRATIVE_PENALTIES


def _with_requested(acts: list[Act], facts: EntryFacts) -> list[Act]:
    """For whom a prosecutor asks a term: they are the ones on trial, where nobody else is said to be."""
    asked = tuple(
        dict.fromkeys(Party("person", index) for s in facts.sanctions if s.status == "requested" for index in s.persons)
    )
    return [
        replace(a, to=asked) if a.type == "trial" and set(a.to) <= set(asked) and not a.count and asked else a
        for a in acts
    ]


def _opens(party: Party, facts: EntryFacts) -> bool:
    """Whether the telling begins with the person: then the measure behind the name is the news."""
    first = facts.persons[party.index].evidence.spans[0]
    return 0 <= first.start - facts.entry.body <= _OPENING


def _sentenced_without_act(acts: tuple[Act, ...], facts: EntryFacts) -> list[tuple[Party, Sanction]]:
    """People with a verdict of this entry who stand in none of its sentences."""
    in_sentence = {party for act in acts if act.type == "sentence" for party in act.to}
    found: dict[Party, Sanction] = {}
    for sanction in facts.sanctions:
        if sanction.kind in _VERDICTS and sanction.status == "imposed":
            for party in (Party("person", index) for index in sanction.persons):
                if party not in in_sentence:
                    found.setdefault(party, sanction)
    return list(found.items())


def _with_those_among(acts: list[Act], document: Document, facts: EntryFacts) -> list[Act]:
    """`Among the detained were X and Y`: they join the detention that the entry tells without names."""
    among = _AMONG.search(facts.entry.text)
    named = _named_behind(among.end(), document.sentence_at(among.start()).end, facts) if among else ()
    if among is None or not named:
        return acts
    before = [i for i, act in enumerate(acts) if act.evidence.spans[0].start < among.start()]
    detention = _last(before, lambda i: acts[i].type in _OF_MANY and not acts[i].to)
    if detention is not None:
        return _replaced(acts, detention, replace(acts[detention], to=named))
    rally = _last(before, lambda i: acts[i].type == "protest" and not acts[i].by)
    return acts if rally is None else _replaced(acts, rally, replace(acts[rally], by=named))


def _last(indexes: list[int], fits: Callable[[int], bool]) -> int | None:
    return next(filter(fits, reversed(indexes)), None)


def _replaced(acts: list[Act], i: int, act: Act) -> list[Act]:
    return [*acts[:i], act, *acts[i + 1 :]]


def _named_behind(start: int, end: int, facts: EntryFacts) -> tuple[Party, ...]:
    """The persons whom the text names between two positions; nobody where other words than titles come first."""
    inside = [
        Party("person", index)
        for index, person in enumerate(facts.persons)
        if any(start <= s.start < end for s in person.evidence.spans)
    ]
    first = min((s.start for party in inside for s in _mentions(party, facts, start)), default=start)
    titles = facts.entry.text[start:first]
    return () if " for " in titles or len(titles) > _TITLES else tuple(inside)


def _mentions(party: Party, facts: EntryFacts, start: int) -> list[Span]:
    return [s for s in facts.persons[party.index].evidence.spans if s.start >= start]


def _refused(act: Act, facts: EntryFacts) -> Act:
    """A refusal without a person is told of those in its sentence, or of the only one who can have given notice."""
    if act.type != "assembly_refusal" or any(party.kind == "person" for party in act.to):
        return act
    until = rally_topic(facts.entry.text)
    applicants = [
        Party("person", index)
        for index, person in enumerate(facts.persons)
        if person.role not in PROFESSIONALS and person.evidence.spans[0].start < until
    ]
    return replace(act, to=tuple(applicants)) if applicants else act


def _own(act: Act, facts: EntryFacts, concerned: set[Party]) -> Act:
    """Who speaks of their own case: somebody who is charged or punished, or to whom the entry tells something done."""
    if act.type != "statement" or act.to:
        return act
    told = act.evidence.spans[0].start
    speakers = [party for party in act.by if party.kind == "person"]
    own = tuple(party for party in speakers if party in concerned or _has_a_case(party, facts))
    # "…", says X: the case told of within the quotation is another's.
    own = tuple(party for party in own if facts.persons[party.index].evidence.spans[0].start < told)
    return replace(act, to=own)


def _spoken_for(act: Act, document: Document, facts: EntryFacts) -> Act:
    """`The foundation said that the sentence of X is illegal`: whose matter a body's statement is about."""
    if act.type != "statement" or act.to or not any(party.kind == "body" for party in act.by):
        return act
    spoken = act.evidence.spans[0]
    concerned = (Party("person", i) for i, p in enumerate(facts.persons) if p.role not in PROFESSIONALS)
    named = tuple(party for party in concerned if _is_named_behind(party, spoken, document, facts))
    return act if set(named) & set(act.by) else replace(act, to=named)


def _is_named_behind(party: Party, spoken: Span, document: Document, facts: EntryFacts) -> bool:
    """Whether the sentence names the person behind the verb of speech."""
    behind = (span.start for span in facts.persons[party.index].evidence.spans if span.start > spoken.end)
    return any(document.in_one_sentence(spoken.start, start) for start in behind)


def _has_a_case(party: Party, facts: EntryFacts) -> bool:
    concerned = {charge.person for charge in facts.charges} | {i for s in facts.sanctions for i in s.persons}
    return party.index in concerned
