"""The IRIs of the data: nodes, relationships, the words that they rest on."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from pyoxigraph import NamedNode

from ingest.errors import KgError
from ingest.facts import Span
from kg.entries.ids import short_hash
from kg.graph.evidence import format_span
from kg.graph.value import Key, Relationship

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]+")  # RFC 3987


@dataclass(frozen=True)
class Addresses:
    """Makes IRIs that begin with ``base``. Raises ``KgError`` when that is no absolute IRI."""

    base: str

    def __post_init__(self) -> None:
        """Check the base, and give it an end."""
        check_base("base_iri", self.base)
        if not self.base.endswith(("/", "#")):
            object.__setattr__(self, "base", f"{self.base}/")

    def node(self, key: Key) -> NamedNode:
        """The base, the label, and the key with everything unusual percent-encoded."""
        return NamedNode(f"{self.base}{key.label}/{quote(key.id, safe='')}")

    def relationship(self, relationship: Relationship) -> NamedNode:
        """A relationship is named by what identifies it: its type, its ends, its role."""
        return NamedNode(f"{self.base}relationship/{short_hash(*relationship.key)}")

    def words(self, entry: str, span: Span) -> NamedNode:
        """Words of an entry."""
        return NamedNode(f"{self.base}words/{quote(entry, safe='')}/{format_span(span)}")

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
