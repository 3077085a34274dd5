"""What the model of ties sees of an act and of somebody or a body that its entry names. Never a name.

Where the name stands beside the word that tells the act, what the words around both are, what the pattern said, and
what else the entry tells of the same party.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.analysis.document import Document
from ingest.extract.acts.predicates.candidates import Candidate
from ingest.facts import Act, EntryFacts, Party, Span
from ingest.language.stems import stem

# A distance in words up to each of these is another feature.
_DISTANCES = (1, 2, 4, 7, 12, 20)
_MOST_BETWEEN = 3
# How likely a candidate must be for the places it has to count.
_POSSIBLE = 0.2


@dataclass(frozen=True, slots=True)
class Scene:
    """What the features of one entry's ties share.

    ``mentions`` are those of every party in the order of the text; ``acts`` have those who stand in them by their
    patterns; ``topic`` are the persons of the header.
    """

    document: Document
    facts: EntryFacts
    topic: tuple[int, ...]
    candidates: Sequence[Candidate]
    acts: Sequence[Act]
    parties: tuple[Party, ...]
    mentions: tuple[tuple[Span, Party], ...]
    kinds: "Counter[str]"
    charged: frozenset[int]
    punished: frozenset[int]


def read_scene(
    document: Document,
    facts: EntryFacts,
    topic: tuple[int, ...],
    candidates: Sequence[Candidate],
    acts: Sequence[Act],
) -> Scene:
    """The scene of an entry whose acts are chosen."""
    parties = [*(Party("person", i) for i in range(len(facts.persons)))]
    parties += [Party("body", i) for i in range(len(facts.bodies))]
    mentions = sorted(
        ((span, party) for party in parties for span in evidence_of(party, facts)), key=lambda m: (m[0].start, m[0].end)
    )
    return Scene(
        document=document,
        facts=facts,
        topic=topic,
        candidates=candidates,
        acts=acts,
        parties=tuple(dict.fromkeys(party for _, party in mentions)),
        mentions=tuple(mentions),
        kinds=Counter(kind_of(party, facts) for party in parties),
        charged=frozenset(c.person for c in facts.charges if c.person is not None),
        punished=frozenset(p.index for s in facts.sanctions for p in s.to if p.kind == "person"),
    )


def evidence_of(party: Party, facts: EntryFacts) -> tuple[Span, ...]:
    """Where the text names a party."""
    return (facts.persons if party.kind == "person" else facts.bodies)[party.index].evidence.spans


def kind_of(party: Party, facts: EntryFacts) -> str:
    """What a party is: the role by the words beside the name, or the kind of body."""
    if party.kind == "person":
        person = facts.persons[party.index]
        return f"{person.role}/{person.office}" if person.office else person.role
    body = facts.bodies[party.index]
    return f"{body.kind}/{body.type}"


def tie_features(act: Act, party: Party, scene: Scene) -> frozenset[str]:
    """The features of one act and one party."""
    kind = kind_of(party, scene.facts)
    plain = [*_of_patterns(act, party, scene), *_of_party(party, scene), *_of_act(act, party)]
    places = list(_of_place(act, party, scene))
    found = {f"kind:{kind}", *plain, *places}
    found.update(f"{act.type}&{feature}" for feature in (f"kind:{kind}", *plain, *places))
    found.update(f"kind:{kind}&{feature}" for feature in (*places, *plain[:2]))
    found.update(f"{act.type}&kind:{kind}&{feature}" for feature in plain)
    return frozenset(found)


def _of_patterns(act: Act, party: Party, scene: Scene) -> Iterator[str]:
    """What the pattern of the act says, what other candidates of its type say, and where else the party stands."""
    yield "pattern:to" if party in act.to else "pattern:not-to"
    yield "pattern:by" if party in act.by else "pattern:not-by"
    for candidate in scene.candidates:
        if candidate.type == act.type and candidate.probability > _POSSIBLE:
            yield from _of_candidate(candidate, party)
    yield from _of_other_acts(act, party, scene)


def _of_candidate(candidate: Candidate, party: Party) -> Iterator[str]:
    if party in candidate.to:
        yield "candidate:to"
        if candidate.direct:
            yield "candidate:to:direct"
    if party in candidate.by:
        yield "candidate:by"


def _of_other_acts(act: Act, party: Party, scene: Scene) -> Iterator[str]:
    """Where else the party stands by the patterns."""
    others = [other for other in scene.acts if other is not act]
    yield from (f"elsewhere:to:{other.type}" for other in others if party in other.to)
    yield from (f"elsewhere:by:{other.type}" for other in others if party in other.by)


def _of_party(party: Party, scene: Scene) -> Iterator[str]:
    """What else is known of the party, and whether it is the only one of its kind."""
    kind = kind_of(party, scene.facts)
    yield "only" if scene.kinds[kind] == 1 else "several"
    yield f"persons:{min(len(scene.facts.persons), 4)}"
    if party.kind == "person":
        yield from _of_person(party.index, scene)
    else:
        yield "generic" if scene.facts.bodies[party.index].generic else "named"


def _of_person(index: int, scene: Scene) -> Iterator[str]:
    yield "topic" if index in scene.topic else "header" if scene.topic else "no-header"
    yield "first" if index == 0 else "later"
    if index in scene.charged:
        yield "charged"
    if index in scene.punished:
        yield "punished"
    spans = scene.facts.persons[index].evidence.spans
    yield f"mentions:{min(len(spans), 3)}"
    if any(scene.document.quotation_at(span.start) for span in spans):
        yield "in-quotation"
    if any(scene.document.is_speaker(span.start) for span in spans):
        yield "speaks"


def _of_act(act: Act, party: Party) -> Iterator[str]:
    """Who stands in the act already."""
    others = [p for p in act.to if p != party]
    yield f"to:{min(len(others), 2)}"
    yield f"by:{min(len([p for p in act.by if p != party]), 2)}"
    if act.count:
        yield "counted"
    yield f"told:{act.evidence.rule.partition('/')[0]}" if act.evidence.rule.startswith("frame/") else "told:class"


def _of_place(act: Act, party: Party, scene: Scene) -> Iterator[str]:
    """Where the nearest mention stands beside the word that tells the act, and the words around it."""
    trigger = act.evidence.spans[0]
    spans = evidence_of(party, scene.facts)
    nearest = min(spans, key=lambda span: (_gap(span, trigger), span.start))
    side = "before" if nearest.start < trigger.start else "after"
    document = scene.document
    apart = document.sentence_number(nearest.start) - document.sentence_number(trigger.start)
    yield f"sentences:{max(-2, min(2, apart))}"
    yield from _of_words_around(nearest, document)
    if apart:
        return
    first, last = sorted((nearest, trigger))
    words = len(document.words_within(first.end, last.start))
    distance = next((d for d in _DISTANCES if words <= d), 99)
    yield f"{side}:{distance}"
    between = sum(first.end <= span.start < last.start for span, p in scene.mentions if p.kind == party.kind)
    yield f"{side}:between:{min(between, _MOST_BETWEEN)}"
    yield f"{side}&trigger:{stem(document.text[trigger.start : trigger.end].lower().split()[0])}"
    if party.kind == "person" and side == "before" and _is_last_before(nearest, trigger, scene):
        yield "last-before"
    if side == "after" and _is_first_after(nearest, trigger, scene):
        yield "first-after"


def _gap(span: Span, trigger: Span) -> int:
    return max(span.start - trigger.end, trigger.start - span.end, 0)


def _of_words_around(span: Span, document: Document) -> Iterator[str]:
    sentence = document.sentence_at(span.start)
    before = document.tokens_within(sentence.start, span.start)[-2:]
    after = document.tokens_within(span.end, sentence.end)[:2]
    yield f"before:{_plain(before[-1].text)}" if before else "before:nothing"
    yield f"after:{_plain(after[0].text)}" if after else "after:nothing"
    if len(before) == 2:
        yield f"before2:{_plain(before[0].text)} {_plain(before[1].text)}"
    if len(after) == 2:
        yield f"after2:{_plain(after[0].text)} {_plain(after[1].text)}"


def _plain(word: str) -> str:
    """The stem of a word in lower case; for the rest what it looks like, so that no name is a feature."""
    if word.islower():
        return stem(word)
    return "number" if word[0].isdigit() else "name" if word[0].isalpha() else word


def _is_last_before(span: Span, trigger: Span, scene: Scene) -> bool:
    return not any(p.kind == "person" and span.start < s.start < trigger.start for s, p in scene.mentions)


def _is_first_after(span: Span, trigger: Span, scene: Scene) -> bool:
    return not any(trigger.end <= s.start < span.start for s, _ in scene.mentions)
