"""Signs that two entries tell of one case, whoever undergoes something in them."""

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.graph import Key
from kg.identity.clusters import Clusters
from kg.told import Told

Sign = tuple[str, ...]
Bodies = Mapping[tuple[str, int], tuple[Key, str | None]]

_NUMBER = re.compile(r"\bcase\s+(?:No\.?|№|number)\s*([\d/-]{4,40})", re.IGNORECASE)
_BILL = re.compile(
    r"\b(?:draft\s+(?:law|code)|bill|(?P<law>law|code)|amendments?)\s+(?:“|«|‘|\")?\s*(?:on|to|regulating|for|about)\s+"
    r"(?:the\s+)?(?P<title>[^.,;:”»’\"\n\[]{4,80})",
    re.IGNORECASE,
)
_BILL_WORD = re.compile(r"[a-z]{5,}")
# They stand in the title of any bill.
# fmt: off
_ANY_BILL = frozenset({
    "amendments", "certain", "draft", "issues", "kazakhstan", "legislative", "legislation", "republic", "parliament",
    "which", "persons", "people", "their", "other", "about", "state", "majilis", "senate",
    "deputies", "adopted", "support", "criminal", "activities",
})
# fmt: on
_PARTY_AFFAIRS = re.compile(
    r"\bregist\w+ (?:of )?(?:the |a |its )?(?:\w+ )?[“«\"]?[\w ,!-]{0,40}[”»\"]? ?(?:party|group)"
    r"|\bparty\W+(?:\w+\W+){0,6}regist|\binitiative group|\borgani[sz]ing committee|\bestablishment of the",
    re.IGNORECASE,
)
_ABROAD = re.compile(r"\basylum|\bextradit|\bdeport|\brefugee", re.IGNORECASE)
_GROUP = re.compile(
    r"\b([A-Z][a-z]{3,20})\s(?:[a-z]{3,12}\s)?"
    r"(?:activists|refugees|bloggers|journalists|diaspora|community|asylum seekers)\b"
)
# Acts that a body undergoes in an incident.
_OF_BODIES = frozenset(
    {"attack", "torture", "death", "threat", "search", "seizure", "investigation", "media_restriction"}
)
_SPOKEN = frozenset({"statement", "legislation"})
# The codes under which a proceeding lasts longer than a month.
_LASTING = "CC"


def signs_of(entry: Told, people: Mapping[tuple[str, int], str], bodies: Bodies) -> Iterator[Sign]:
    """What two entries of one case have in common; each sign alone is enough."""
    facts = entry.facts
    if number := case_number(entry):
        yield entry.report, "number", number
    for charge in facts.charges:
        if charge.person is not None and charge.code == _LASTING:
            yield "faces", people[entry.id, charge.person], charge.code, charge.article
    for act in facts.acts:
        for party in act.to:
            if party.kind == "body" and act.type in _OF_BODIES:
                yield entry.report, "incident", bodies[entry.id, party.index][0].id
    yield from _signs_of_groups(entry, bodies)
    for act in facts.acts:
        if act.type == "death":
            for party in act.to:
                if party.kind == "person":
                    yield "death", people[entry.id, party.index]


def _signs_of_groups(entry: Told, bodies: Bodies) -> Iterator[Sign]:
    """A party whose registration is told of, and a people that asks for asylum without being named."""
    facts, text = entry.facts, entry.facts.entry.text
    if _tells_party_affairs(entry):
        for index, body in enumerate(facts.bodies):
            if body.kind == "organisation" and body.type != "state":
                yield entry.report, "registration", bodies[entry.id, index][0].id
    if _ABROAD.search(text):
        # "Four Karakalpak activists who ask for asylum": a group, told of without its names.
        for group in {match[1] for match in _GROUP.finditer(text)}:
            yield entry.report, "extradition", group


def _tells_party_affairs(entry: Told) -> bool:
    """Whether an entry speaks of a party's registration: a rally's slogan may too, and refusals share a campaign."""
    types = {act.type for act in entry.facts.acts}
    if types & {"assembly_refusal", "assembly_notice", "protest"} or entry.facts.occasions:
        return "registration" in types
    return bool(_PARTY_AFFAIRS.search(entry.facts.entry.text))


def find_unnamed_trials(
    told: Sequence[Told], clusters: Clusters[str], named_events: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Entries about a hearing that names nobody, with the one trial there about that event, as pairs to join."""
    hearings: dict[Sign, tuple[list[str], list[str]]] = {}
    for entry in told:
        facts, text = entry.facts, entry.facts.entry.text.lower()
        if not facts.places or not {act.type for act in facts.acts} & {"trial", "due_process"}:
            continue
        named = any(act.to for act in facts.acts) or any(c.person is not None for c in facts.charges)
        for event in named_events:
            if event in text:
                key = (entry.report, facts.places[-1].name, event)
                hearings.setdefault(key, ([], []))[0 if named else 1].append(entry.id)
    for named_ids, nameless in hearings.values():
        # Of several trials nobody can tell which one is meant.
        one = named_ids[:1] if len({clusters.leader(id) for id in named_ids}) == 1 else []
        together = [*one, *nameless]
        yield from ((together[0], other) for other in together[1:] if not named_ids or one)


def find_bills(told: Sequence[Told]) -> Iterator[tuple[str, str]]:
    """Entries of one report that speak of one bill: they share a word of its title, as pairs to join."""
    first_of: dict[tuple[str, str], str] = {}
    for entry in told:
        told_of = "legislation" in {act.type for act in entry.facts.acts}
        # A law that is in force is cited for many reasons; only beside a step of legislation is it a bill.
        found = [m for m in _BILL.finditer(entry.facts.entry.text) if told_of or not m["law"]]
        title = " ".join(match["title"].lower() for match in found)
        for word in dict.fromkeys(_BILL_WORD.findall(title)):
            if word not in _ANY_BILL:
                first = first_of.setdefault((entry.report, word), entry.id)
                if first != entry.id:
                    yield first, entry.id


def case_number(entry: Told) -> str | None:
    """The number of a case that the entry names, the first of several."""
    found = _NUMBER.search(entry.facts.entry.text)
    return found[1] if found else None
