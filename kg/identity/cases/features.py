"""Signs that two entries tell of one case, whoever undergoes something in them."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from kg.entries.active import ActiveEntry
from kg.identity.types import BodyKeys

Sign = tuple[str, ...]


def signs_of(entry: ActiveEntry, bodies: BodyKeys) -> Iterator[Sign]:
    """What two entries of one case have in common; each sign alone is enough."""
    if number := case_number(entry):
        yield entry.report, "number", number
    yield from _signs_of_parties(entry, bodies)


def _signs_of_parties(entry: ActiveEntry, bodies: BodyKeys) -> Iterator[Sign]:
    """A party whose registration is told of."""
    facts = entry.facts
    if _tells_party_affairs(entry):
        for index, body in enumerate(facts.bodies):
            if body.kind == "organisation" and body.type != "state":
                yield entry.report, "registration", bodies[entry.id, index][0].id
        for name in sorted({matter.value.lower() for matter in facts.matters_of("quoted_name")}):
            yield entry.report, "registration", name


def find_groups(entries: Sequence[ActiveEntry]) -> Iterator[tuple[str, str]]:
    """`Four Karakalpak activists who ask for asylum`: a group told of without its names, as pairs of entries to join.

    One entry tells that they seek asylum or may be sent back; the others that, or that they were detained.
    """
    first_of: dict[Sign, str] = {}
    abroad: set[Sign] = set()
    naming: list[tuple[Sign, str]] = []
    for entry in entries:
        seeks_asylum, held = entry.facts.has_matter("asylum"), entry.facts.has_matter("custody")
        for group in sorted(matter.value for matter in entry.facts.matters_of("group")):
            sign: Sign = (entry.report, group)
            if seeks_asylum:
                abroad.add(sign)
            if seeks_asylum or held:
                naming.append((sign, entry.id))
    for sign, id in naming:
        if sign in abroad and first_of.setdefault(sign, id) != id:
            yield first_of[sign], id


def find_strikes(told: Sequence[ActiveEntry], bodies: BodyKeys) -> Iterator[tuple[str, str]]:
    """Entries of one report and place that speak of a strike of workers, as pairs to join.

    Not where each names firms or groups, and none of them is the other's: those are two strikes.
    """
    spoken: dict[tuple[str, str], list[ActiveEntry]] = {}
    for entry in told:
        if entry.where and entry.facts.has_matter("strike"):
            spoken.setdefault((entry.report, entry.where), []).append(entry)
    for entries in spoken.values():
        for a, b in combinations(entries, 2):
            named, also = (_own_bodies(entry, bodies) for entry in (a, b))
            if not (named and also and named.isdisjoint(also)):
                yield a.id, b.id


def _own_bodies(entry: ActiveEntry, bodies: BodyKeys) -> frozenset[str]:
    return frozenset(
        bodies[entry.id, index][0].id
        for index, body in enumerate(entry.facts.bodies)
        if body.kind == "organisation" and body.type != "state" and not body.generic
    )


def _tells_party_affairs(entry: ActiveEntry) -> bool:
    """Whether an entry speaks of a party's registration: a rally's slogan may too, and refusals share a campaign."""
    if entry.types & {"assembly_refusal", "assembly_notice"} or entry.facts.occasions:
        return "registration" in entry.types
    return entry.facts.has_matter("party_affairs")


def case_number(entry: ActiveEntry) -> str | None:
    """The number of a case that the entry names, the first of several."""
    return next((matter.value for matter in entry.facts.matters_of("case_number")), None)
