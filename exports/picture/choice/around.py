"""What is near a thing: it, what its acts, charges, sanctions and custody connect it with, and so on, step by step."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from exports.picture.choice.connections import DOCUMENTS, FACTS, Connection, Connections, participants
from exports.picture.choice.ties import Line
from ingest.errors import KgError
from kg.graph.value import Key

# Which labels are kept first where the maximum leaves some out; others come after them.
_FIRST = ("Person", "Provision", "Facility", "Court", "Organisation", "Case")
_RANK = {label: rank for rank, label in enumerate(_FIRST)}
# The search does not go on from these: half the country meets in a city, under an article.
_ENDS = frozenset({"Place", "Provision"})
# Nor from a body or case with more connections than this: two people who met the same ministry are no nearer for it.
_BUSY = 25
# Nor do all who stood in a large case stand around each of them.
_LARGE_CASE = 10
# What facts belong to: each of these facts is drawn.
_OWNERS = DOCUMENTS | {"Case", "Campaign"}


@dataclass(frozen=True)
class Choice:
    """What to draw: things and facts in the order of their weight, the connections to draw, and what was left out.

    ``alone`` are those whose facts are drawn even where nobody else takes part in them. ``said`` are lines of which an
    answer's rows say what they are.
    """

    keys: tuple[Key, ...]
    connections: tuple[Connection, ...]
    alone: frozenset[Key] = frozenset()
    left_out: str | None = None
    said: tuple[Line, ...] = ()


def choose_around(connections: Connections, centre: Key, hops: int, most: int) -> Choice:
    """What is within ``hops`` of a thing, itself first, at most ``most`` things.

    Around a provision its parts come with it; around a case, campaign or document what belongs to it. Raises
    ``KgError`` if the graph has no such thing.
    """
    if centre not in connections.graph.by_key:
        raise KgError(f"The graph has no such {centre.label}; it may have changed since. Look it up again.")
    core = _core(connections, centre)
    found, seen = list(core), set(core)
    drawn: dict[tuple[str, ...], Connection] = {}
    ring: Sequence[Key] = core
    for step in range(hops):
        links: dict[Key, int] = defaultdict(int)
        for key in ring:
            if step and _is_end(key, connections):
                continue
            for connection in _followed(connections, key, leads_on=step > 0 or _expands(key, centre)):
                drawn[connection.id] = connection
                for other in _others(connection, key, centre):
                    links[other] += 1
        ring = sorted(links.keys() - seen, key=lambda key: (_RANK.get(key.label, len(_RANK)), -links[key], key))
        seen.update(ring)
        found += ring
    kept = [key for key in found if _is_drawn(key, centre)][:most]
    total = sum(_is_drawn(key, centre) for key in found)
    more = total - len(kept)
    said = f"{more} of {total} things {_near(hops)} were left out (at most {most} are drawn)." if more > 0 else None
    alone = frozenset({centre} if centre.label == "Person" else kept if centre.label in _OWNERS else ())
    shown = drawn.values() if centre.label == "Place" else map(_without_places, drawn.values())
    return Choice(tuple(kept), tuple(shown), alone, said)


def _is_drawn(key: Key, centre: Key) -> bool:
    """Whether it is a thing among those drawn. A fact is one only where the picture is of it or of an entry."""
    return key == centre or centre.label == "Entry" or key.label not in (*FACTS, *DOCUMENTS)


def _without_places(connection: Connection) -> Connection:
    """A fact without the town in which it happened, which says more of the town than of the others."""
    if connection.hub is None:
        return connection
    return replace(connection, ends=tuple(end for end in connection.ends if end.key.label != "Place"))


def _core(connections: Connections, centre: Key) -> list[Key]:
    """A thing and what stands for it: the parts of a provision, what belongs to a case or an entry."""
    if centre.label == "Provision":
        return connections.parts_of(centre)
    if centre.label in FACTS:
        return [centre, *participants([connections.by_hub[centre]])]
    core = [centre]
    for at in core:
        if at == centre or at.label in DOCUMENTS:
            core += [key for key in connections.members[at] if key not in core]
    return core


def _expands(key: Key, centre: Key) -> bool:
    """Whether what a thing of the core has besides is near: not so for who is named in the entry in the middle."""
    return key == centre or centre.label == "Provision"


def _followed(connections: Connections, key: Key, leads_on: bool) -> Iterator[Connection]:
    """The connections through which a thing leads on."""
    if key in connections.by_hub:
        yield connections.by_hub[key]
    for connection in connections.of[key] if leads_on else ():
        large = len(connection.ends) > _LARGE_CASE
        if not (connection.hub and connection.hub.label == "Case" and large):
            yield connection


def _others(connection: Connection, key: Key, centre: Key) -> Iterator[Key]:
    """Those at the other ends; a place only where it is what the picture is around, or says where a body is."""
    for end in connection.ends:
        if end.key.label == "Provision" and ":" not in end.key.id:
            continue  # a whole code of law, which connects nothing that has an article
        if end.key.label != "Place" or centre.label == "Place" or key.label in ("Organisation", "Court", "Facility"):
            yield end.key


def _is_end(key: Key, connections: Connections) -> bool:
    if key.label in _ENDS:
        return True
    return key.label in ("Organisation", "Court", "Facility", "Case") and len(connections.of[key]) > _BUSY


def _near(hops: int) -> str:
    return "within one hop" if hops == 1 else f"within {hops} hops"
