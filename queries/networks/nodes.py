"""Nodes of the graph by their keys, with their properties."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.graph.value import Key, Node
from kg.schema.schema import load_schema
from kg.stores import Store
from queries.entry_texts import ALL_ROWS

# Ids that are made from words begin with what they are of; an entry's ends with its number.
_MADE = re.compile(r"([a-z]+)-[0-9a-f]{16}")
_NUMBERED = re.compile(r".*\d/\d+", re.DOTALL)


def find_keys(store: Store, ids: Iterable[str]) -> dict[str, Key]:
    """The node that each id is of, in the order of the ids; those of nothing are left out."""
    wanted = list(dict.fromkeys(ids))
    labels = {label.lower(): label for label in load_schema().nodes}
    found = {id: Key(labels[made[1]], id) for id in wanted if (made := _MADE.fullmatch(id)) and made[1] in labels}
    found |= _ask_for(store, "Entry", [id for id in wanted if id not in found and _NUMBERED.fullmatch(id)])
    for label in reversed(load_schema().nodes):
        found |= _ask_for(store, label, [id for id in wanted if id not in found])
    return {id: found[id] for id in wanted if id in found}


def _ask_for(store: Store, label: str, ids: Sequence[str]) -> dict[str, Key]:
    """Those of some ids that are of a kind."""
    key = load_schema().key_of(label)
    asked = f"UNWIND $ids AS id MATCH (n:{label}) WHERE n.{key} = id RETURN n.{key} AS id"
    rows = store.query(asked, {"ids": list(ids)}, ALL_ROWS).rows if ids else ()
    return {id: Key(label, id) for (id,) in rows}


def read_nodes(store: Store, keys: Iterable[Key]) -> dict[Key, Node]:
    """The nodes of some keys that there are, in the order of the keys."""
    wanted = list(dict.fromkeys(keys))
    by_label: dict[str, list[str]] = defaultdict(list)
    for key in wanted:
        by_label[key.label].append(key.id)
    found: dict[Key, Node] = {}
    for label, ids in by_label.items():
        name = load_schema().key_of(label)
        asked = f"UNWIND $ids AS id MATCH (n:{label}) WHERE n.{name} = id RETURN n.{name} AS id, properties(n) AS known"
        for id, known in store.query(asked, {"ids": ids}, ALL_ROWS).rows:
            properties = {name: value for name, value in known.items() if value is not None}
            found[Key(label, id)] = Node(label, id, properties)
    return {key: found[key] for key in wanted if key in found}


def count_nodes(store: Store) -> dict[str, int]:
    """How many nodes there are of each kind, in the order of the schema."""
    return {label: count_of(store, label) for label in load_schema().nodes}


def count_of(store: Store, label: str) -> int:
    """How many nodes there are of one kind."""
    ((number,),) = store.query(f"MATCH (n:{label}) RETURN count(n) AS number").rows
    return int(number)
