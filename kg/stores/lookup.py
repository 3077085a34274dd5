"""Finding a thing by the name a user types."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.errors import KgError
from ingest.language.folding import fold
from kg.schema.schema import load_schema
from kg.stores import Limits, Store

SHOWN = 8
NAMED = ("Person", "Organisation", "Court", "Facility", "Place")
ALL = 10_000_000


@dataclass(frozen=True)
class Found:
    """A thing with its key and the name it is shown under."""

    label: str
    id: str
    caption: str


class NotFound(KgError):
    """Nothing of that name, or too many things (``fitting``); the message lists the candidates' ids."""

    def __init__(self, message: str, fitting: Sequence[Found] = ()) -> None:
        super().__init__(message)
        self.fitting = tuple(fitting)


def find_thing(store: Store, label: str, text: str) -> Found:
    """The one thing of a label that an id or a name means.

    A name fits when it is one of the thing's names, or all its words stand in one of them (an initial fits the word it
    begins). Raises ``NotFound`` where nothing or more than one thing fits.
    """
    fitting = find_things(store, label, text)
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise NotFound(f"No {label} of that name in the graph. `kg cypher` or a shorter name may find it.")
    raise NotFound(_several(f"things of kind {label}", fitting))


def find_people(store: Store, text: str) -> list[Found]:
    """The person of an id or name; several where they bear exactly the same name. Raises ``NotFound``."""
    fitting = find_things(store, "Person", text)
    if len({sorted_name(found.caption) for found in fitting}) == 1:
        return fitting
    return [find_thing(store, "Person", text)]


def sorted_name(name: str) -> tuple[str, ...]:
    """A name's folded words whatever their order."""
    return tuple(sorted(fold(name).split()))


def find_things(store: Store, label: str, text: str) -> list[Found]:
    """All that fit, an exact name before a partial one: where a name fits exactly, partial ones are left out."""
    everything = f"MATCH (n:{label}) RETURN n.id AS id, n.name AS name, n.names AS names ORDER BY id"
    rows = store.query(everything, limits=Limits(rows=ALL)).rows
    wanted = fold(text)
    exact, partial = [], []
    for id, name, names in rows:
        found = Found(label, id, name)
        if id == text:
            return [found]
        folded = [fold(n) for n in (names or [name])]
        if sorted_name(text) in [sorted_name(n) for n in folded]:
            exact.append(found)
        elif any(_fits(wanted.split(), n.split()) for n in folded):
            partial.append(found)
    return exact or partial


def find_anything(store: Store, text: str) -> Found:
    """The one thing of any named kind that an id or a name means; an exact name of one kind wins over the others.

    Raises ``NotFound`` where nothing or more than one thing fits.
    """
    by_id = _by_key(store, text)
    if by_id:
        return by_id
    fitting = [found for label in NAMED for found in find_things(store, label, text)]
    if not fitting:
        raise NotFound("Nothing of that name in the graph. A shorter name may find it.")
    exact = [found for found in fitting if fold(found.caption) == fold(text) or found.id == text]
    if len(exact or fitting) == 1:
        return (exact or fitting)[0]
    raise NotFound(_several("things", exact or fitting), exact or fitting)


def _by_key(store: Store, text: str) -> Found | None:
    """The thing of any kind whose key is just that text."""
    for label, kind in load_schema().nodes.items():
        cypher = f"MATCH (n:{label}) WHERE n.{kind.key} = $id RETURN n.{kind.caption} AS caption"
        for (caption,) in store.query(cypher, {"id": text}).rows:
            return Found(label, text, str(caption or text))
    return None


def _several(what: str, fitting: list[Found]) -> str:
    listed = "; ".join(f"{thing.caption} ({thing.id})" for thing in fitting[:SHOWN])
    more = f" and {len(fitting) - SHOWN} more" if len(fitting) > SHOWN else ""
    return f"{len(fitting)} {what} fit: {listed}{more}. Give the id of the one you mean."


def _fits(wanted: list[str], name: list[str]) -> bool:
    return bool(wanted) and all(
        any(word == n or (len(word) == 1 and n.startswith(word)) for n in name) for word in wanted
    )
