"""What the measures and the people of an entry add to its acts: verdicts told without a verb, and whose matter it is.

`X, Article 488 …, a fine of 72,450 tenge for …`: a measure imposed on somebody to whom the entry does nothing else is
the news, a `sentence` (guide, sanctions: a term that the header repeats counts as imposed). Where a verb tells the
verdict on some of the sentenced, it tells it on all of them. Who speaks of their own case stands in the statement as
the one whose matter it is (guide, settled cases).
"""

from dataclasses import replace

from ingest.facts import Act, EntryFacts, Evidence, Party, Sanction

# An occupation may stand between the header and the name.
_OPENING = 30
_VERDICTS = frozenset(
    {"administrative_arrest", "imprisonment", "restriction_of_liberty", "probation", "fine", "warning"}
)


def add_matters(acts: tuple[Act, ...], facts: EntryFacts) -> tuple[Act, ...]:
    """The acts with the sentences that measures tell, and statements with whose own matter they are, in text order."""
    return tuple(_own(act, facts) for act in _with_sentences(acts, facts))


def _with_sentences(acts: tuple[Act, ...], facts: EntryFacts) -> list[Act]:
    sentenced = _sentenced_without_act(acts, facts)
    if not sentenced:
        return list(acts)
    told = next((i for i, act in enumerate(acts) if act.type == "sentence" and act.to), None)
    if told is not None:
        parties = dict.fromkeys([*acts[told].to, *(party for party, _ in sentenced)])
        return [replace(act, to=tuple(parties)) if i == told else act for i, act in enumerate(acts)]
    busy = {party for act in acts for party in act.to}
    idle = [(party, sanction) for party, sanction in sentenced if party not in busy and _opens(party, facts)]
    if not idle:
        return list(acts)
    words = idle[0][1].evidence.spans[:1]
    evidence = Evidence(words, "acts.measure", "medium", "told by the measure, without a verb")
    sentence = Act("sentence", evidence, tuple(party for party, _ in idle))
    return sorted([*acts, sentence], key=lambda act: act.evidence.spans[0])


def _opens(party: Party, facts: EntryFacts) -> bool:
    """Whether the telling begins with the person: then the measure behind the name is the news."""
    first = facts.persons[party.index].evidence.spans[0]
    return 0 <= first.start - facts.entry.body <= _OPENING


def _sentenced_without_act(acts: tuple[Act, ...], facts: EntryFacts) -> list[tuple[Party, Sanction]]:
    """People with a verdict of this entry who stand in none of its sentences."""
    in_sentence = {party for act in acts if act.type == "sentence" for party in act.to}
    found: dict[Party, Sanction] = {}
    for sanction in facts.sanctions:
        if sanction.person is not None and sanction.kind in _VERDICTS and sanction.status == "imposed":
            party = Party("person", sanction.person)
            if party not in in_sentence:
                found.setdefault(party, sanction)
    return list(found.items())


def _own(act: Act, facts: EntryFacts) -> Act:
    if act.type != "statement" or act.to:
        return act
    own = tuple(party for party in act.by if party.kind == "person" and _has_a_case(party, facts))
    return replace(act, to=own)


def _has_a_case(party: Party, facts: EntryFacts) -> bool:
    concerned = {charge.person for charge in facts.charges} | {sanction.person for sanction in facts.sanctions}
    return party.index in concerned
