"""What people and bodies stand for: the kinds of ``nouns.yaml`` that patterns speak of; and which body a noun means.

A named person is of the kind of their office or role, a body of the kind of its type and of the last noun of its name.
"""

from ingest.extract.acts.lexicon.nouns import NO_KINDS, Kinds, Nouns
from ingest.extract.acts.syntax.tokens import Token
from ingest.facts import Body, EntryFacts, Party, Person
from ingest.vocabulary import FAMILY_AND_LAWYERS, BodyType, Office, OrganisationKind, Role

# Nouns for a body named before, and the kind of body each means.
TYPE_OF: dict[str, OrganisationKind] = {
    "company": "company", "firm": "company", "bank": "company", "employer": "company", "plant": "company",
    "party": "party", "movement": "movement", "newsroom": "media", "newspaper": "media", "portal": "media",
    "publication": "media", "channel": "media", "site": "media", "website": "media", "outlet": "media",
    "foundation": "ngo", "fund": "ngo", "organisation": "ngo", "organization": "ngo", "association": "ngo",
}  # fmt: skip

_INVESTIGATING: tuple[str, ...] = ("investigator", "police")
_OF_OFFICE: dict[Office, tuple[str, ...]] = {
    "judge": ("court",),
    "prosecutor": ("prosecutor",),
    "police": ("police",),
    "investigator": _INVESTIGATING,
    "prison": ("prison_staff",),
    "local_head": ("administration", "official"),
    "security": _INVESTIGATING,
    "legislator": ("legislature", "official"),
    "government": ("government", "official", "administration"),
    "foreign": ("foreign", "official"),
}
_OF_ROLE: dict[Role, tuple[str, ...]] = {"lawyer": ("lawyer",), "relative": ("relative",), "perpetrator": ("attacker",)}
_OF_BODY: dict[BodyType, tuple[str, ...]] = {
    "police_station": ("station", "police"),
    "prison": ("prison",),
    "remand": ("prison",),
    "special_detention": ("prison",),
    "party": ("party",),
    "movement": ("party",),
    "ngo": ("ngo", "party"),
    "media": ("newsroom",),
    "company": ("company",),
    "state": ("administration", "government"),
    "international": ("foreign", "ngo"),
    "other": ("party",),
}
# Of a body's name only these kinds say what it does.
_SAID_BY_NAME: Kinds = frozenset({
    "administration", "bar", "court", "investigator", "legislature", "police", "prison", "prosecutor", "psychiatry",
    "school", "station",
})  # fmt: skip


def kinds_of_party(party: Party, facts: EntryFacts, nouns: Nouns) -> Kinds:
    """The kinds of somebody named: by office, role and occupation, or by the body's type and name."""
    if party.kind == "body":
        return _kinds_of_body(facts.bodies[party.index], nouns)
    return _kinds_of_person(facts.persons[party.index], nouns)


def kinds_of_staff(kinds: Kinds) -> Kinds:
    """The kind of those who work for a body of these kinds: the staff of a station are police."""
    if kinds & {"police", "investigator", "station"}:
        return frozenset({"police"})
    if "prison" in kinds:
        return frozenset({"prison_staff"})
    return frozenset({"official"}) if kinds & {"administration", "government", "prosecutor"} else NO_KINDS


def may_be_called(word: str, party: Party, facts: EntryFacts, nouns: Nouns) -> bool:
    """`The lawyer`, `the mother`: only those whose role or occupation it is."""
    asked = nouns.at_end([word])[0] & FAMILY_AND_LAWYERS
    return not asked or bool(asked & kinds_of_party(party, facts, nouns))


def named_before(word: Token, facts: EntryFacts) -> list[Party]:
    """`The Ministry returned …`: the only body named before the word whose name or type holds it, or none."""
    named = [
        Party("body", index)
        for index, body in enumerate(facts.bodies)
        if body.evidence.spans[0].start < word.start
        and (word.word in body.name.lower().split() or body.type == TYPE_OF.get(word.word))
    ]
    return named if len(named) == 1 else []


def _kinds_of_body(body: Body, nouns: Nouns) -> Kinds:
    """`The Office of the Prosecutor of Velm`: any noun of its name may end what says what it does."""
    if body.kind == "court":
        return frozenset({"court"})
    found = set(_OF_BODY.get(body.type, ()))
    name = [word.strip("“”\"'().,") for word in body.name.lower().replace("’", "'").split()]
    for end in range(1, len(name) + 1):
        found |= nouns.at_end(name[:end])[0] & _SAID_BY_NAME
    return frozenset(found)


def _kinds_of_person(person: Person, nouns: Nouns) -> Kinds:
    """`The judge X` is a court; officials without an office are officials."""
    found = {"person", *_OF_ROLE.get(person.role, ())}
    if person.office:
        found.update(_OF_OFFICE.get(person.office, ()))
    elif person.role == "official":
        found.add("official")
    for words, _ in person.occupations:
        found |= nouns.at_end(words.lower().split())[0] & {"journalist", "lawyer"}
    return frozenset(found)
