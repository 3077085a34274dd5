"""The IRIs of the data: nodes, relationships, the words that they rest on."""

import re
from urllib.parse import quote

from pyoxigraph import NamedNode

from ingest.errors import KgError
from kg.entries.ids import short_hash
from kg.graph.value import Key, Relationship

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]+")  # RFC 3987


class Addresses:
    """Makes IRIs that begin with ``base``. Raises ``KgError`` when that is no absolute IRI.

    Those of nodes are kept, for each is in many statements.
    """

    def __init__(self, base: str) -> None:
        check_base("base_iri", base)
        self.base = base if base.endswith(("/", "#")) else f"{base}/"
        self._nodes: dict[Key, NamedNode] = {}
        self._words: dict[str, str] = {}

    def node(self, key: Key) -> NamedNode:
        """The base, the label, and the key with everything unusual percent-encoded."""
        made = self._nodes.get(key)
        if made is None:
            made = self._nodes[key] = NamedNode(f"{self.base}{key.label}/{quote(key.id, safe='')}")
        return made

    def relationship(self, relationship: Relationship) -> NamedNode:
        """A relationship is named by what identifies it: its type, its ends, its role."""
        return NamedNode(f"{self.base}relationship/{short_hash(*relationship.key)}")

    def words(self, entry: str, span: str) -> NamedNode:
        """Words of an entry, by their characters as the graph has them: ``12-30``."""
        start = self._words.get(entry)
        if start is None:
            start = self._words[entry] = f"{self.base}words/{quote(entry, safe='')}/"
        return NamedNode(start + span)

    def other(self, kind: str, name: str) -> NamedNode:
        """Something that is no row of the graph, such as the dataset itself."""
        return NamedNode(f"{self.base}{kind}/{quote(name, safe='')}")


def check_base(setting: str, iri: str) -> None:
    """Raise ``KgError`` when an IRI from ``kg.toml`` cannot begin an address."""
    if not _ABSOLUTE.fullmatch(iri):
        raise KgError(
            f"{setting} in kg.toml is {iri!r}, which cannot begin an address;"
            " write an absolute one without spaces, such as https://data.example/."
        )
