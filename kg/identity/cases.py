"""Which entries belong to one case (design, rules 4 and 5).

An entry belongs to a case when it tells of a charge, a measure, or an act that is part of a proceeding, an incident, a
registration or a bill; or when it speaks of a matter that another entry of its report tells. Refusals of assemblies
make no case: they share a campaign. Signs that two entries tell of one case, each alone enough:

- the same case number;
- the same person undergoes something in both, and no article speaks against it (``_proceedings``);
- the same body undergoes an attack, a threat, a restriction in both;
- both tell of the registration of one party, or of one bill;
- both tell of a trial that names no accused, at one place and about one event that everybody knows by name.

Guarantee: people alone join entries of one report only, and never entries that hold different articles against the
same person; across reports a person's proceeding goes on only under an article of a criminal code.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ingest.extract.acts.detail_words import DetailWords
from ingest.jurisdiction import Jurisdiction
from kg.graph import Key
from kg.identity.clusters import Clusters
from kg.told import Told

PROCEEDING = frozenset(
    {"charge", "remand", "trial", "sentence", "appeal", "release", "extradition", "complaint", "due_process"}
)
INCIDENT = frozenset({"attack", "torture", "death", "threat", "hunger_strike", "search", "seizure", "investigation"})
KIND_OF = {
    **dict.fromkeys(INCIDENT, "incident"),
    "registration": "registration",
    "legislation": "bill",
    **dict.fromkeys(PROCEEDING, "proceeding"),
}
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
    r"\b([A-Z][a-z]{3,20})\s(?:[a-z]{3,12}\s)?(?:activists|refugees|bloggers|journalists|asylum seekers)\b"
)
# An entry about more people tells of as many cases.
_MANY = 3
_NOT_UNDERGONE = frozenset({"assembly_refusal", "assembly_notice", "legislation", "protest"})
_SPOKEN = frozenset({"statement", "legislation"})
# Measures that tell of which code a proceeding is.
_CODE_OF = {"administrative_arrest": "CAO", "imprisonment": "CC", "restriction_of_liberty": "CC", "remand": "CC"}
# Steps with which a proceeding begins.
_BEGINS = frozenset({"detention", "summons", "search", "charge", "trial", "sentence", "attack"})
# So many days apart two different terms are two verdicts, not two accounts of one.
ACCOUNTS_WITHIN = 4
# The codes under which a proceeding lasts longer than a month.
_LASTING = "CC"


@dataclass(frozen=True)
class CaseOfEntry:
    """The case an entry belongs to: its id, its kind, its number where the text names one."""

    id: str
    kind: str
    number: str | None


def resolve_cases(
    told: Sequence[Told], people: Mapping[tuple[str, int], str], bodies: Bodies, jurisdiction: Jurisdiction
) -> dict[str, CaseOfEntry]:
    """The case of every entry that belongs to one, by entry id; a case's id is that of its earliest entry."""
    entries = {entry.id: entry for entry in told}
    clusters: Clusters[str] = Clusters(entries)
    named_events = jurisdiction.lexicon("details", DetailWords).named_times
    first_of: dict[Sign, str] = {}
    for entry in told:
        for sign in _signs(entry, people, bodies, tuple(named_events)):
            clusters.join(first_of.setdefault(sign, entry.id), entry.id)
    for a, b in (*_proceedings(told, people), *_bills(told)):
        clusters.join(a, b)
    members: dict[str, list[Told]] = {}
    for id, leader in clusters.leaders().items():
        members.setdefault(leader, []).append(entries[id])
    cases = {}
    for leader, group in members.items():
        kind = _kind_of_case(group)
        if kind is None:
            continue
        number = next((n for entry in group if (n := case_number(entry))), None)
        case = CaseOfEntry(entries[leader].mention_id("case"), kind, number)
        cases.update({entry.id: case for entry in group})
    return cases


def _signs(
    entry: Told, people: Mapping[tuple[str, int], str], bodies: Bodies, named_events: Sequence[str]
) -> Iterator[Sign]:
    """What two entries of one case have in common; each sign alone is enough."""
    facts, text = entry.facts, entry.facts.entry.text
    if number := case_number(entry):
        yield entry.report, "number", number
    for charge in facts.charges:
        if charge.person is not None and charge.code == _LASTING:
            yield "faces", people[entry.id, charge.person], charge.code, charge.article
    types = {act.type for act in facts.acts}
    for act in facts.acts:
        for party in act.to:
            if party.kind == "body" and act.type in INCIDENT | {"media_restriction"}:
                yield entry.report, "incident", bodies[entry.id, party.index][0].id
    if _PARTY_AFFAIRS.search(text):
        for index, body in enumerate(facts.bodies):
            if body.kind == "organisation" and body.type != "state":
                yield entry.report, "registration", bodies[entry.id, index][0].id
    if _ABROAD.search(text):
        # "Four Karakalpak activists who ask for asylum": a group, told of without its names.
        for group in {match[1] for match in _GROUP.finditer(text)}:
            yield entry.report, "extradition", group
    nobody = not any(act.to for act in facts.acts)
    if nobody and types & {"trial", "due_process"} and facts.places and not facts.charges:
        for event in named_events:
            if event in text.lower():
                yield entry.report, "trial", facts.places[-1].name, event


def _proceedings(told: Sequence[Told], people: Mapping[tuple[str, int], str]) -> Iterator[tuple[str, str]]:
    """Entries of one report in which one person undergoes something, as pairs to join, in the order of time.

    An entry about many people tells of many cases: there only the articles count. Who is spoken for beside others is
    not in one case with them.
    """
    matters: dict[tuple[str, str], list[_Matter]] = {}
    for entry in told:
        undergone = _undergoing(entry)
        spoken_only = {act.type for act in entry.facts.acts if act.to} <= _SPOKEN
        for index in undergone:
            step = _step(entry, index)
            if not step.articles and len(undergone) > _MANY:
                continue
            of_person = matters.setdefault((entry.report, people[entry.id, index]), [])
            if spoken_only and len(undergone) > 1:
                continue
            matter = next((m for m in reversed(of_person) if m.goes_on_with(step)), None)
            if matter is None:
                of_person.append(_Matter([step]))
                continue
            yield matter.steps[-1].entry.id, entry.id
            matter.steps.append(step)
    for entry in told:
        # Of several people spoken for together, one alone has a case in the report: they speak of that.
        undergone = _undergoing(entry)
        if len(undergone) > 1 and {act.type for act in entry.facts.acts if act.to} <= _SPOKEN:
            known = [m for i in undergone for m in matters.get((entry.report, people[entry.id, i]), [])]
            if len(known) == 1:
                yield known[0].steps[0].entry.id, entry.id


@dataclass(frozen=True)
class _Step:
    """What one entry tells of one person's matter."""

    entry: Told
    articles: frozenset[str]
    codes: frozenset[str]
    types: frozenset[str]
    terms: frozenset[tuple[str, str | None, float | None]]


def _step(entry: Told, index: int) -> _Step:
    facts = entry.facts
    charges = [c for c in facts.charges if c.person == index]
    sanctions = [s for s in facts.sanctions if s.person == index]
    codes = {c.code for c in charges if c.code} | {_CODE_OF[s.kind] for s in sanctions if s.kind in _CODE_OF}
    return _Step(
        entry,
        frozenset(f"{c.code}:{c.article}" for c in charges),
        frozenset(codes),
        frozenset(a.type for a in facts.acts if any(p.kind == "person" and p.index == index for p in a.to)),
        frozenset((s.kind, s.duration, s.amount) for s in sanctions if s.duration or s.amount),
    )


@dataclass
class _Matter:
    """One person's steps that seem to be of one case so far."""

    steps: list[_Step]

    def goes_on_with(self, step: _Step) -> bool:
        """Whether a later step may be of this case: nothing that it tells speaks against it."""
        articles = frozenset().union(*(s.articles for s in self.steps))
        codes = frozenset().union(*(s.codes for s in self.steps))
        if articles and step.articles:
            return bool(articles & step.articles) and not self._another_verdict(step)
        if codes and step.codes and not codes & step.codes:
            return False
        if "release" in self.steps[-1].types and not codes:
            return False  # held for hours and let go: what comes later is something else
        sentenced = any("sentence" in s.types for s in self.steps)
        # Behind the verdict of an administrative case only what follows from a verdict is still of it.
        return not (sentenced and codes == {"CAO"} and step.types & _BEGINS)

    def _another_verdict(self, step: _Step) -> bool:
        """`Fined on the 5th, 15 days of arrest on the 20th`: two cases under one article."""
        before = [s for s in self.steps if s.terms and "sentence" in s.types]
        if not before or not step.terms or "sentence" not in step.types or before[-1].terms & step.terms:
            return False
        first, second = before[-1].entry.date, step.entry.date
        return days_between(first, second) > ACCOUNTS_WITHIN


def days_between(first: str | None, second: str | None) -> int:
    """Days from one ISO date to another; 0 where one is not known to the day."""
    try:
        return (date.fromisoformat(second or "") - date.fromisoformat(first or "")).days
    except ValueError:
        return 0


def _undergoing(entry: Told) -> list[int]:
    """The persons of an entry to whom something is done, who are charged, or whose matter is spoken of."""
    facts = entry.facts
    done_to = [p.index for a in facts.acts for p in a.to if p.kind == "person" and a.type not in _NOT_UNDERGONE]
    held = [c.person for c in facts.charges if c.person is not None]
    measured = [s.person for s in facts.sanctions if s.person is not None]
    return list(dict.fromkeys([*done_to, *held, *measured]))


def _bills(told: Sequence[Told]) -> Iterator[tuple[str, str]]:
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


def _kind(entry: Told) -> str | None:
    facts = entry.facts
    if facts.charges or facts.sanctions:
        return "proceeding"
    kinds = {KIND_OF[act.type] for act in facts.acts if act.type in KIND_OF}
    return next((kind for kind in ("proceeding", "registration", "bill", "incident") if kind in kinds), None)


def _kind_of_case(entries: Sequence[Told]) -> str | None:
    kinds = [kind for entry in entries if (kind := _kind(entry))]
    if "registration" in kinds and len(entries) > 1 and kinds.count("registration") >= kinds.count("proceeding"):
        return "registration"
    return "proceeding" if "proceeding" in kinds else next(iter(kinds), None)
