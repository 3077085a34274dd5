"""What the news model sees of a candidate: named features of its words and of its place in the entry, never a name."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.extract.acts.predicates.candidates import Candidate
from ingest.facts import EntryFacts, Party
from ingest.language.stems import stem
from ingest.vocabulary import ActType

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# Other words for a time before the news: "two years earlier", "last autumn".
_LONG_AGO = re.compile(
    r"\b(?:(?:years?|months?|decades?) (?:ago|earlier|before)|last (?:year|spring|summer|autumn|fall|winter)"
    r"|the (?:previous|year before)|back in)\b"
)
# What ends the words that belong to a verb.
_ENDS = re.compile(r"[.;:,“”]| and | but ")
# Words as features: of three letters or more, up to so far from the word that tells the act.
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]{3,}(?![^\W_])")
_STOPS = re.compile(r"[.;:“”]")
_AROUND = 50
# How far from the word that tells the act a year may stand.
_BEFORE, _BEHIND = 60, 80
_REAL = frozenset({"asserted", "caused"})


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the features of one entry's candidates share.

    ``told`` counts the types plainly told as facts; ``claimed`` and ``other_than_speech`` count candidates that are no
    statements; ``speeches`` are statements told by a finite verb.
    """

    facts: EntryFacts
    topic: tuple[int, ...]
    sentences: int
    told: "Counter[ActType]"
    main: Candidate | None
    claimed: int
    other_than_speech: int
    speeches: tuple[Candidate, ...]


def add_features(candidates: list[Candidate], facts: EntryFacts, topic: tuple[int, ...], sentences: int) -> None:
    """Write the features of every candidate of an entry; ``topic`` are the persons of its header."""
    scene = _read_scene(candidates, facts, topic, sentences)
    seen: Counter[ActType] = Counter()
    for c in candidates:
        that = ["that"] if "that" in c.features else []
        c.features = (*that, *_of_clause(c), *_of_place(c, scene), *_of_parties(c, scene), *_of_entry(c, scene, seen))
        seen[c.type] += 1


def _read_scene(candidates: Sequence[Candidate], facts: EntryFacts, topic: tuple[int, ...], sentences: int) -> _Scene:
    told = [c for c in candidates if _is_told(c)]
    rest = [c for c in candidates if c.type != "statement"]
    finite = [c for c in candidates if c.form.startswith("finite")]
    return _Scene(
        facts=facts,
        topic=topic,
        sentences=sentences,
        told=Counter(c.type for c in told),
        main=next(iter(told or finite), None),
        claimed=sum(c.assertion.claimed for c in rest),
        other_than_speech=len(rest),
        speeches=tuple(c for c in finite if c.type == "statement"),
    )


def _is_told(c: Candidate) -> bool:
    real = c.assertion.category in _REAL and not c.assertion.claimed
    told = real and c.form.startswith("finite") and "relative" not in c.assertion.marks
    return told and not c.pattern.words.incidental


def _of_clause(c: Candidate) -> Iterator[str]:
    """The pattern, the form of the word and how it is asserted, alone and with the type of act."""
    yield f"{c.type}&word:{c.trigger.word}"
    yield from (f"type:{c.type}", f"pattern:{c.pattern.id}", f"class:{c.pattern.id.split('/')[0]}")
    marks = [f"mark:{mark}" for mark in c.assertion.marks]
    paired = [f"form:{c.form}", f"as:{c.assertion.category}", *marks, *(["claimed"] if c.assertion.claimed else [])]
    yield from paired
    yield from (f"{c.type}&{feature}" for feature in paired)
    if c.frame:
        yield from ("frame", f"{c.type}&frame", f"frame:{c.frame}")
        yield "frame-only" if c.pattern.id.startswith("frame/") else "frame+pattern"
        for mark in c.frame_marks:
            yield from (f"frame&{mark}", f"{c.type}&frame&{mark}")


def _of_place(c: Candidate, scene: _Scene) -> Iterator[str]:
    """Where in the entry it stands, and whether a year before the entry's stands beside it."""
    yield from (f"sentence:{min(c.sentence, 3)}", f"{c.type}&sentence:{min(c.sentence, 2)}")
    yield f"sentences:{min(scene.sentences, 4)}"
    yield from _of_words_around(c, scene.facts.entry.text)
    beside = scene.facts.entry.text[max(c.trigger.start - _BEFORE, 0) : c.trigger.end + _BEHIND]
    reported = int((scene.facts.entry.date or "0")[:4])
    if reported and any(int(year) < reported for year in _YEAR.findall(beside)):
        yield from ("year:past", f"{c.type}&year:past", f"year:past&form:{c.form}")
    own = _own_words(c, scene.facts.entry.text)
    if _LONG_AGO.search(own) or (reported and any(int(year) < reported for year in _YEAR.findall(own))):
        yield from (
            "long-ago",
            f"{c.type}&long-ago",
            f"long-ago&form:{c.form}",
            f"long-ago&sentences:{min(scene.sentences, 2)}",
        )


def _of_words_around(c: Candidate, text: str) -> Iterator[str]:
    """The stems of the words in lower case beside the one that tells the act, up to a full stop, colon or quotation."""
    before = _STOPS.split(text[max(c.trigger.start - _AROUND, 0) : c.trigger.start])[-1]
    after = _STOPS.split(text[c.trigger.end : c.trigger.end + _AROUND])[0]
    for side, words in (("before", before), ("after", after)):
        found = (word for word in _WORD.findall(words) if word.islower())
        yield from dict.fromkeys(f"{c.type}&word-{side}:{stem(word)}" for word in found)


def _own_words(c: Candidate, text: str) -> str:
    """The words beside the one that tells the act, up to the next mark: ``in 2019 was sentenced``."""
    before = _ENDS.split(text[max(c.trigger.start - _BEFORE, 0) : c.trigger.start])[-1]
    return f"{before} {_ENDS.split(text[c.trigger.end : c.trigger.end + _BEHIND])[0]}"


def _of_parties(c: Candidate, scene: _Scene) -> Iterator[str]:
    """Who stands in it: somebody or nobody, whom the header names, in which roles."""
    yield "to" if c.to else f"{c.type}&no-to"
    yield "by" if c.by else f"{c.type}&no-by"
    yield from _of_persons(c, scene)
    yield from (name for name in ("topical", "count", "other") if getattr(c, name))
    yield from _of_speaker(c, scene.facts) if c.type == "statement" else _of_roles(c, scene.facts)


def _of_persons(c: Candidate, scene: _Scene) -> Iterator[str]:
    """Whether a person stands in it, and one of the header."""
    if c.direct and any(p.index in scene.topic for p in _persons(c.to)):
        yield "to:header"
    if not c.count and not _persons((*c.to, *c.by)):
        yield from ("nobody", f"{c.type}&nobody")


def _of_roles(c: Candidate, facts: EntryFacts) -> Iterator[str]:
    yield from (f"{c.type}&by:{_role(p, facts)}" for p in c.by)
    yield from (f"{c.type}&to:{_role_in_quotation(c, p, facts)}" for p in _persons(c.to))


def _role_in_quotation(c: Candidate, party: Party, facts: EntryFacts) -> str:
    """`“They seized me”, X said`: who tells of themselves is no mere speaker."""
    role = _role(party, facts)
    return "teller" if c.trigger.quoted and role == "speaker" else role


def _persons(parties: Sequence[Party]) -> list[Party]:
    return [party for party in parties if party.kind == "person"]


def _of_speaker(c: Candidate, facts: EntryFacts) -> Iterator[str]:
    yield from (f"speaker:{kind}" for kind in sorted(c.subject_kinds))
    yield from (f"lemma:{c.lemma}", f"lemma:{c.lemma}&sentence:{min(c.sentence, 1)}")
    yield from (f"speaker-role:{facts.persons[p.index].role}" for p in _persons(c.by))
    yield from (f"speaker-body:{facts.bodies[p.index].type}" for p in c.by if p.kind == "body")
    yield f"speakers:{min(len(c.by), 2)}"


def _role(party: Party, facts: EntryFacts) -> str:
    return facts.bodies[party.index].kind if party.kind == "body" else facts.persons[party.index].role


def _of_entry(c: Candidate, scene: _Scene, seen: "Counter[ActType]") -> Iterator[str]:
    """What else the entry tells."""
    types = set((scene.told - Counter({c.type: 1})) if _is_told(c) else scene.told)
    if c is scene.main:
        yield from ("main", f"{c.type}&main")
    if seen[c.type]:
        yield from ("again", f"{c.type}&again")
    if c.type in types:
        yield from ("told-elsewhere", f"{c.type}&told-elsewhere")
    others = types - {c.type}
    if not others:
        yield from ("alone", f"{c.type}&alone")
    yield from (f"{c.type}|{other}" for other in sorted(others))
    if c.type == "statement":
        yield from _beside_speech(c, scene)


def _beside_speech(c: Candidate, scene: _Scene) -> Iterator[str]:
    """Whether a statement tells what else the entry tells, or stands beside it."""
    every_claimed = scene.claimed == scene.other_than_speech
    others = "none" if not scene.other_than_speech else "claimed" if every_claimed else "told"
    yield from (f"statement:others:{others}", f"statement:claimed:{min(scene.claimed, 2)}")
    yield f"statement:speeches:{min(len(scene.speeches), 3)}"
    yield f"statement:first:{bool(scene.speeches) and scene.speeches[0] is c}"
    if scene.main is c:
        yield f"statement:main:{others}"
