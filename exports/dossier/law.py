"""The provisions that a fact is under, with the titles of their articles."""

from collections.abc import Iterator
from dataclasses import dataclass

from exports.rdf.tables import GraphTables
from kg.entries.quotation import one_line
from kg.graph.value import Graph, Key, Node
from queries.pages.phrases import name_provision


@dataclass(frozen=True)
class Law:
    """Looks up the provisions of one graph."""

    graph: Graph
    tables: GraphTables

    def under(self, fact: Key) -> list[Node]:
        """The provisions that a charge or sanction is under."""
        return [self.graph.by_key[r.end] for r in self.tables.outgoing.get(fact, ()) if r.type == "UNDER"]

    def title(self, provision: Node) -> str:
        """Its title, or that of the article it is a part of; nothing where neither has one."""
        titles = (one_line(str(node.properties.get("title", ""))) for node in self._whole(provision))
        return next(filter(None, titles), "")

    def name(self, provision: Node) -> str:
        """Its name with the title behind: ``CC 207/2 (mass disorder)``."""
        title = self.title(provision)
        return f"{name_provision(provision.id)}{f' ({title})' if title else ''}"

    def _whole(self, provision: Node) -> Iterator[Node]:
        """The provision and what it is a part of, up to the article; a code's title is no article's."""
        while provision.properties.get("level") != "code":
            yield provision
            wholes = (r.end for r in self.tables.outgoing.get(provision.key, ()) if r.type == "PART_OF")
            whole = next(wholes, None)
            if whole is None:
                return
            provision = self.graph.by_key[whole]
