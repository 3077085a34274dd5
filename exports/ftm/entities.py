"""Entities of nodes.

Nobody here is a ``Sanction`` or a ``Risk`` or has a topic: in FollowTheMoney these say that somebody is wanted, listed
or suspect, and who is persecuted would be found beside criminals. A charge and a sanction are events.
"""

from collections.abc import Callable, Iterable, Mapping

from exports.ftm.entity import Entity, entity_id, make_entity, web_address
from exports.rdf.tables import GraphTables, passages
from exports.rdf.titles import Titles
from kg.graph.evidence import PACK
from kg.graph.value import Graph, Key, Node
from kg.schema.labels import load_labels
from kg.schema.schema import Schema

Properties = dict[str, object]


class Entities:
    """Makes the entity of each node; the schema says of what FollowTheMoney schema a kind of node is."""

    def __init__(self, graph: Graph, tables: GraphTables, schema: Schema, about: str = "") -> None:
        self._graph = graph
        self._about = about
        self._tables = tables
        self._schema = schema
        self._labels = load_labels("en")
        self._titles = Titles(graph, tables, schema, self._labels)
        self._properties: Mapping[str, Callable[[Node], Properties]] = {
            "Report": self._report,
            "Entry": self._entry,
            "Source": self._source,
            "Person": self._person,
            "Organisation": self._body,
            "Court": self._body,
            "Facility": self._body,
            "Place": self._place,
            "Provision": self._provision,
            "Case": self._case,
        }

    def entity(self, node: Node) -> Entity:
        """The entity of a node."""
        properties = self._properties.get(node.label, self._happened)(node)
        return make_entity(entity_id(node.key), self._schema_of(node), **properties)

    def _schema_of(self, node: Node) -> str:
        kind = node.properties.get("kind")
        if node.label == "Case" and kind != "proceeding":
            return "Event"  # a bill or an incident is before no court
        if node.label == "Organisation" and kind == "state":
            return "PublicBody"
        declared = self._schema.nodes[node.label].ftm
        assert declared, f"{node.label} has no ftm term in kg/schema.yaml"
        return declared

    def _report(self, node: Node) -> Properties:
        days = [node.properties.get(name) for name in ("period_start", "period_end")]
        title = node.properties.get("title", node.id)
        return {"name": title, "fileName": node.id, "title": title, "date": days, "summary": self._about or None}

    def _entry(self, node: Node) -> Properties:
        return {
            "name": node.id,
            "fileName": node.id,
            "title": node.id,
            "date": node.properties.get("date"),
            "bodyText": node.properties.get("text"),
            "parent": self._ids(self._ends(node, "IN_REPORT")),
            "addressEntity": self._ids(self._ends(node, "LOCATED_IN")),
        }

    def _source(self, node: Node) -> Properties:
        url = node.properties.get("url")
        address = web_address(url)
        name = node.properties.get("host", node.id)
        return {
            "name": name,
            "fileName": name,
            "sourceUrl": address,
            "notes": None if address == url else url,
            "publisher": node.properties.get("publisher"),
        }

    def _person(self, node: Node) -> Properties:
        properties = node.properties
        return {
            "name": properties.get("name", node.id),
            "alias": _others(properties),
            "firstName": properties.get("given"),
            "lastName": properties.get("surname"),
            "position": self._said("office", properties.get("offices")),
            "profession": properties.get("occupations"),
        }

    def _body(self, node: Node) -> Properties:
        declared = self._schema.nodes[node.label].properties["kind"].values or ""
        return {
            "name": node.properties.get("name", node.id),
            "alias": _others(node.properties),
            "classification": self._said(declared, node.properties.get("kind")),
            "addressEntity": self._ids(self._ends(node, "LOCATED_IN")),
        }

    def _place(self, node: Node) -> Properties:
        properties = node.properties
        name = properties.get("name", node.id)
        return {
            "name": name,
            "full": name,
            "alias": _others(properties),
            "remarks": self._said("place_kind", properties.get("kind")),
            "latitude": properties.get("lat"),
            "longitude": properties.get("lon"),
        }

    def _provision(self, node: Node) -> Properties:
        title = self._titles.title(node)
        return {"name": title, "fileName": node.id, "title": title, "summary": node.properties.get("title")}

    def _case(self, node: Node) -> Properties:
        properties = node.properties
        if properties.get("kind") != "proceeding":
            return self._happened(node)
        return {
            "name": properties.get("title", node.id),
            "caseNumber": properties.get("number"),
            "category": self._said("case_kind", properties.get("kind")),
            "court": [self._titles.title(self._graph.by_key[key]) for key in self._ends(node, "BEFORE")],
            "summary": _seen(properties),
        }

    def _happened(self, node: Node) -> Properties:
        """An act, a stay, a charge, a sanction, a campaign: what it is, when, and what is said of it in words."""
        properties = node.properties
        return {
            "name": self._titles.title(node) or node.id,
            "date": properties.get("date"),
            "startDate": properties.get("since"),
            "endDate": properties.get("until"),
            "location": [self._titles.title(self._graph.by_key[key]) for key in self._ends(node, "AT")],
            "summary": self._told(node),
            "notes": properties.get("reason"),
            "proof": self._ids(self._entries(node)),
        }

    def _told(self, node: Node) -> list[str]:
        """Lines such as ``standing: alleged``."""
        declared = self._schema.nodes[node.label].properties
        left = {"id", "date", "since", "until", "reason", "title", "account_of"}
        lines = []
        for name, value in node.properties.items():
            if name not in left:
                said = self._said(declared[name].values or "", value)
                lines.append(f"{self._labels.properties[name]}: {', '.join(said)}")
        return lines

    def _said(self, values: str, words: object) -> list[str]:
        """Words of a closed list as people read them."""
        listed: Iterable[object] = words if isinstance(words, list) else [] if words is None else [words]
        labels = self._labels.values.get(values, {})
        return [labels.get(str(word), str(word)) for word in listed]

    def _ends(self, node: Node, type: str) -> list[Key]:
        return [r.end for r in self._tables.outgoing.get(node.key, ()) if r.type == type]

    def _entries(self, node: Node) -> list[Key]:
        """The entries whose words tell of a node."""
        around = [*self._tables.outgoing.get(node.key, ()), *self._tables.incoming.get(node.key, ())]
        told = {Key("Entry", entry) for r in around for entry, _ in passages(r) if entry != PACK}
        return sorted(key for key in told if key in self._graph.by_key)

    def _ids(self, keys: Iterable[Key]) -> list[str]:
        return [entity_id(key) for key in keys]


def _others(properties: Mapping[str, object]) -> list[object]:
    names = properties.get("names")
    return [name for name in names if name != properties.get("name")] if isinstance(names, list) else []


def _seen(properties: Mapping[str, object]) -> list[str]:
    lines = (("first reported", "first_seen"), ("last reported", "last_seen"))
    return [f"{said}: {properties[name]}" for said, name in lines if name in properties]
