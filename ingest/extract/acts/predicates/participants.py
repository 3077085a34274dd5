"""Who stands in the places of a pattern: to whom it was done, and who did it."""

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.extract.acts.arguments.focus import NEVER_CONCERNED
from ingest.extract.acts.arguments.slots import Argument, Slots
from ingest.extract.acts.lexicon.nouns import Kinds
from ingest.extract.acts.predicates.context import Context
from ingest.facts import Party
from ingest.vocabulary import FAMILY_AND_LAWYERS, POLITICAL_BODIES

# Who acts for a body: "officers of the department".
_STAFF: Kinds = frozenset({
    "court", "police", "investigator", "official", "prison_staff", "person", "administration", "prosecutor", "crowd",
})  # fmt: skip
# Who acts for somebody else.
_REPRESENTATIVES: Kinds = frozenset(FAMILY_AND_LAWYERS)
# Slots in which a decision stands: "on the order of the court".
_DECISION_SLOTS = ("on", "at", "by", "under", "in")


@dataclass(frozen=True, slots=True)
class Participants:
    """Who stands there, how many people are counted there without names, and whether the entry's topic was taken."""

    parties: tuple[Party, ...] = ()
    count: int | None = None
    topical: bool = False


@dataclass(slots=True)
class PlaceReader:
    """Reads the places of a pattern one after another, up to the first that has somebody.

    ``topic``: whom the entry is about there; ``allowed``: the kinds of those who may stand there; ``on_behalf``: a
    relative or lawyer in the subject does it for somebody.
    """

    slots: Slots
    context: Context
    topic: tuple[Party, ...]
    allowed: tuple[str, ...]
    on_behalf: bool = False
    _count: int | None = None
    _claimants: tuple[Party, ...] = ()

    def read(self, places: tuple[str, ...]) -> Participants:
        """Who stands in the first of the places that has somebody."""
        for place in places:
            found = self._read_place(place)
            if found is not None:
                return found
        return Participants(_unique(self._claimants), self._count)

    def _read_place(self, place: str) -> Participants | None:
        """``None`` where the next place is to be read."""
        if place == "topic":
            named = self.topic if self._count is None else ()
            return Participants(named, topical=True) if named else None
        if place == "party":
            party = self._only_party()
            return Participants((party,), topical=True) if party is not None else None
        if place == "claimant":
            self._claimants = (*self._claimants, *self._owners_of_claim()) or self.topic
            return None
        return self._read_slot(place)

    def _only_party(self) -> Party | None:
        """The only political body of the entry: a registration is its own."""
        found = [i for i, body in enumerate(self.context.facts.bodies) if body.type in POLITICAL_BODIES]
        return Party("body", found[0]) if len(found) == 1 else None

    def _owners_of_claim(self) -> tuple[Party, ...]:
        """``Satisfied the claim of X``: X."""
        claim = self.slots.first("object")
        return tuple(p for p in claim.owners if p.kind == "person") if claim is not None else ()

    def _read_slot(self, place: str) -> Participants | None:
        """Who stands in ``object``, ``object.owner`` or ``comp.object``."""
        slot, _, part = place.partition(".")
        if slot == "comp":
            argument, part = self._argument_of_following(part), ""
        else:
            argument = self.slots.first(slot)
        if argument is None:
            return None
        client = self._client_of(argument) if place == "subject" and self.on_behalf else ()
        if client:
            return Participants(self._keep_allowed(client))
        if place == "subject" and self.on_behalf and "lawyer" in argument.kinds:
            return None  # a lawyer acts for somebody, though nobody says for whom
        parties = self._keep_allowed(self._parties_of(argument, part))
        if parties or self._claimants:
            return Participants(_unique((*self._claimants, *parties)), argument.besides)
        if not part:
            self._count = self._count or argument.count
        unnamed = argument.other and "person" in argument.kinds
        return Participants((), self._count) if unnamed else None

    def _argument_of_following(self, slot: str) -> Argument | None:
        """``Refused to release X``: the object of ``release``."""
        following = self.slots.comp
        return self.context.arguments.of_verb(following).first(slot) if following is not None else None

    def _parties_of(self, argument: Argument, part: str) -> tuple[Party, ...]:
        """Whom a part of a place names: whose it is, whom it names, or who stands in another slot beside it."""
        if part in ("of", "owner"):
            return argument.owners
        if part in ("", "first"):
            return argument.parties
        other = self.slots.first(part)
        return other.parties if other is not None else ()

    def _client_of(self, argument: Argument) -> tuple[Party, ...]:
        """``The lawyer of X appealed``: X; without "of X", whom the entry is about or was told of last."""
        if not argument.kinds & _REPRESENTATIVES:
            return ()
        others = tuple(p for p in self.topic if p not in argument.parties)
        return argument.owners or others or self._last_concerned()

    def _last_concerned(self) -> tuple[Party, ...]:
        """The last who were told of that need somebody to act for them."""
        persons = self.context.facts.persons
        for group in self.context.focus.recent:
            if NEVER_CONCERNED.isdisjoint(persons[i].role for i in group):
                return tuple(Party("person", i) for i in group)
        return ()

    def _keep_allowed(self, parties: Iterable[Party]) -> tuple[Party, ...]:
        return _unique(p for p in parties if self._kind(p) in self.allowed)

    def _kind(self, party: Party) -> str:
        return "person" if party.kind == "person" else self.context.facts.bodies[party.index].kind


def find_body_behind(places: tuple[str, ...], slots: Slots, context: Context) -> tuple[Party, ...]:
    """The body whose officers did it, or on whose instruction it was done."""
    for place in places:
        argument = slots.first(place)
        if argument is not None and not argument.parties and argument.kinds & _STAFF:
            bodies = _bodies(argument.owners)
            if bodies:
                return bodies
    return _find_body_that_decided(slots, context)


def _find_body_that_decided(slots: Slots, context: Context) -> tuple[Party, ...]:
    """``By a decision of the court``: the court."""
    for slot in _DECISION_SLOTS:
        for argument in slots.arguments.get(slot, ()):
            bodies = _bodies((*argument.parties, *argument.owners))
            if bodies and argument.words & context.lexicon.nouns.decisions:
                return bodies
    return ()


def _bodies(parties: Iterable[Party]) -> tuple[Party, ...]:
    return tuple(p for p in parties if p.kind == "body")


def _unique(parties: Iterable[Party]) -> tuple[Party, ...]:
    return tuple(dict.fromkeys(parties))
