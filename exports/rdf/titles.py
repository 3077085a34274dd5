"""Labels by which people can tell things apart: who, what, where, when."""

from collections.abc import Iterable

from exports.rdf.tables import GraphTables
from kg.graph.value import Graph, Key, Node
from kg.schema.labels import Labels
from kg.schema.schema import Schema
from queries.pages.phrases import format_duration, list_words, name_provision


class Titles:
    """Makes the label of each node from its own properties and from what it is related to."""

    def __init__(self, graph: Graph, tables: GraphTables, schema: Schema, labels: Labels) -> None:
        self._graph = graph
        self._tables = tables
        self._schema = schema
        self._labels = labels
        self._titles = {
            "Event": self._event,
            "Charge": self._charge,
            "Sanction": self._sanction,
            "Stay": self._stay,
            "Provision": _provision,
        }

    def title(self, node: Node) -> str:
        """A line such as ``Detention of N. N. by police, Lomar, 2031-06-08``; empty where nothing names the node."""
        make = self._titles.get(node.label)
        return make(node) if make else self._caption(node)

    def _event(self, node: Node) -> str:
        properties = node.properties
        what = self._labels.values["act_type"][str(properties["type"])] if "type" in properties else node.id
        undergone, carried_out = self._involved(node, "to"), self._involved(node, "by")
        where = list_words(self._captions(self._ends(node, "AT")))
        who = f" of {undergone}" if undergone else ""
        doers = f" by {carried_out}" if carried_out else ""
        standing = f" ({properties['standing']})" if "standing" in properties else ""
        # Refusals of rallies on several days, told together, differ in the day that each was asked for alone.
        day = f"for {properties['next']}" if "next" in properties else ""
        return _joined(f"{_capital(what)}{who}{doers}", where, properties.get("date"), day) + standing

    def _charge(self, node: Node) -> str:
        law = list_words(self._law(node))
        since = f"from {node.properties['first_seen']}" if "first_seen" in node.properties else ""
        where = list_words(self._places(node))
        return _joined(f"Charge {law}".strip(), list_words(self._people(node, "FACES")), where, since)

    def _sanction(self, node: Node) -> str:
        properties = node.properties
        kind = self._labels.values["sanction_kind"][str(properties["kind"])] if "kind" in properties else node.id
        status = " (requested)" if properties.get("status") == "requested" else ""
        who, by = list_words(self._people(node, "RECEIVED")), list_words(self._captions(self._ends(node, "IMPOSED_BY")))
        return _joined(_capital(kind), _extent(node), who, by, properties.get("date")) + status

    def _stay(self, node: Node) -> str:
        since = node.properties.get("since") or node.properties.get("first_seen")
        where = list_words(self._captions(self._ends(node, "AT")))
        return _joined("Custody", list_words(self._people(node, "IN_CUSTODY")), where, f"from {since}" if since else "")

    def _involved(self, node: Node, role: str) -> str:
        found = [
            r.start
            for r in self._tables.incoming.get(node.key, ())
            if r.type == "INVOLVED_IN" and r.properties.get("role") == role
        ]
        return list_words(self._captions(found))

    def _people(self, node: Node, type: str) -> list[str]:
        return self._captions(r.start for r in self._tables.incoming.get(node.key, ()) if r.type == type)

    def _ends(self, node: Node, type: str) -> list[Key]:
        return [r.end for r in self._tables.outgoing.get(node.key, ()) if r.type == type]

    def _law(self, node: Node) -> list[str]:
        return [_provision(self._graph.by_key[key]) for key in self._ends(node, "UNDER")]

    def _places(self, node: Node) -> list[str]:
        """The places of the entries that tell of a thing."""
        entries = [r.start for r in self._tables.incoming.get(node.key, ()) if r.type == "RECORDS"]
        places = {r.end for e in entries for r in self._tables.outgoing.get(e, ()) if r.type == "LOCATED_IN"}
        return self._captions(sorted(places))

    def _captions(self, keys: Iterable[Key]) -> list[str]:
        return list(dict.fromkeys(filter(None, (self._caption(self._graph.by_key[key]) for key in keys))))

    def _caption(self, node: Node) -> str:
        return str(node.properties.get(self._schema.nodes[node.label].caption, ""))


def _provision(node: Node) -> str:
    return name_provision(node.id)


def _extent(node: Node) -> str:
    properties = node.properties
    if "duration" in properties:
        return format_duration(str(properties["duration"]))
    names = (("amount", ""), ("index_units", " index units"))
    return next((f"{properties[name]:,.10g}{unit}" for name, unit in names if name in properties), "")


def _joined(*parts: object) -> str:
    return ", ".join(str(part) for part in parts if part)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
