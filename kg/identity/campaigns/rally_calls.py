"""What one call to a rally, and one gathering, are told by: a topic, and a body whose meetings people took part in."""

import re
from collections.abc import Iterator, Mapping

from ingest.vocabulary import ActType
from kg.entries.active import ActiveEntry
from kg.identity.cases.quoted_names import find_own_names
from kg.identity.types import BodyKeys

Call = tuple[str, str]
"""A kind (``day``, ``topic``, ``meetings``), and which: an ISO day, or an id."""

_TOPIC = re.compile(
    r"\b(?:topics?|subject|theme)\b(?: of (?:the|a) [\w ]{1,30})?\s?:\s?(?P<topic>.{10,300}?)"
    r"(?=[.”»\"]?\s*(?:The\s)?(?:politically motivated\s)?\breasons?\b|$)",
    re.IGNORECASE | re.DOTALL,
)
# `With the topic “Schools first!”`, `Topic he had named: “Schools first!”`: words between, and quotation marks.
_QUOTED_TOPIC = re.compile(
    r"\b(?:topics?|subject|theme|slogan|motto)\b(?:\s[\w’']{1,12}){0,4}\s?:?\s?[“«\"](?P<topic>[^”»\"]{10,300})",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_SMALL_WORDS = frozenset({"the", "and", "for", "all", "with", "from", "including"})
_STEM = 6
# Topics are one if so large a part of the shorter one's words, and so many, stand in the other.
_ALIKE, _AT_LEAST = 0.6, 3
# `Fined for taking part in a meeting of`, `participants of the movement`: the body's name comes right behind.
_TAKING_PART = re.compile(
    r"\b(?:participants?|participat\w+|taking part|took part|take part"
    r"|attend\w*|speech|speaking|spoke)\s(?:[\w-]{1,20}\s){0,9}?[“«\"]?$",
    re.IGNORECASE,
)
# `The barn where New Wind gathered`: right behind the name.
_GATHERED = re.compile(r"^[”»\"]?\s(?:gathered|met|assembled|was meeting|held (?:a|its) meetings?)\b", re.IGNORECASE)
_GATHERING = re.compile(r"\b(?:meetings?|congress|gather(?:ed|ings?)|met|sessions?|forum|conference)\b", re.IGNORECASE)
_PENAL = re.compile(r"\b(?:persecut|prosecut|liab|fined|punish)", re.IGNORECASE)
_PENAL_ACTS: frozenset[ActType] = frozenset({"charge", "sentence", "detention", "summons", "trial", "threat"})
_BEFORE = 140


def topic_of(entry: ActiveEntry) -> frozenset[str]:
    """The beginnings of the words of a rally's topic; none where the entry tells no topic."""
    text = entry.facts.entry.text
    found = _TOPIC.search(text) or _QUOTED_TOPIC.search(text)
    words = _WORD.findall(found["topic"].lower()) if found else []
    return frozenset(word[:_STEM] for word in words if word not in _SMALL_WORDS)


def same_topic(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two topics say one thing, in nearly the same words."""
    return len(a & b) >= max(_AT_LEAST, _ALIKE * min(len(a), len(b)))


def meetings_of(entry: ActiveEntry, bodies: BodyKeys, known: Mapping[str, str]) -> Iterator[tuple[Call, str]]:
    """The bodies for taking part in which an entry tells of persecution, each as a call with the body's name.

    Rallies are no meetings of a body: they are called for a day. Nor is membership: it is no gathering. ``known`` are
    the ids of bodies by their names in lower case, for those that the entry only calls by name in quotation marks.
    """
    facts = entry.facts
    text = facts.entry.text
    penal = facts.charges or facts.sanctions or entry.types & _PENAL_ACTS or _PENAL.search(text)
    if not penal or not _GATHERING.search(text):
        return
    read: dict[str, tuple[str, list[tuple[int, int]]]] = {}
    for index, body in enumerate(facts.bodies):
        if not body.generic:
            spans = [(s.start, s.end) for s in body.evidence.spans]
            read.setdefault(bodies[entry.id, index][0].id, (body.name, []))[1].extend(spans)
    for name, *span in find_own_names(entry):
        if name.lower() in known:
            read.setdefault(known[name.lower()], (name, []))[1].append((span[0], span[1]))
    for id, (name, places) in read.items():
        if any(
            _TAKING_PART.search(text[max(0, start - _BEFORE) : start]) or _GATHERED.search(text[end:])
            for start, end in places
        ):
            yield ("meetings", f"{entry.report} {id}"), name
