"""What a partner's RDF file states: rows of the graph, whose they are, and of which days.

Nothing is read out of texts here and nobody is recognised: a file that states two people states two people.
"""

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import quote, unquote

from ingest.errors import KgError, ReportRefused
from kg.graph.evidence import Passage, format_span, passage_order
from kg.graph.value import Graph, Key, Node, Relationship, Value, make_graph
from kg.rdf.descriptions import Descriptions, name_of
from kg.rdf.foreign import count_foreign
from kg.rdf.header import Header, read_header
from kg.rdf.meanings import Meanings
from kg.rdf.relationships import RelationshipReader, Stated
from kg.rdf.statement_rules import StatementRules
from kg.rdf.syntax import read_statements, require_whole, syntax_of
from kg.rdf.terms import DCTERMS, Terms
from kg.rdf.things import read_nodes, require_reports
from kg.schema.schema import load_schema


@dataclass(frozen=True)
class StatedGraph:
    """A partner's graph. ``former`` ids lead to the ids that their things have in it.

    ``foreign`` counts the statements of other vocabularies, which are not taken in and are no repetition, by predicate.
    """

    graph: Graph
    former: Mapping[str, str] = field(default_factory=dict)
    header: Header = field(default_factory=Header)
    foreign: Mapping[str, int] = field(default_factory=dict)

    def reports(self) -> list[Node]:
        """Its reports, sorted by id."""
        return [node for node in self.graph.nodes if node.label == "Report"]

    def days(self) -> tuple[str, str] | None:
        """The first and the last day that its reports are about; ``None`` where none says so to the day."""
        starts, ends = self._days("period_start"), self._days("period_end")
        return (min(starts), max(ends)) if starts and ends else None

    def in_series(self, series: str) -> "StatedGraph":
        """The same with a series for the reports that have none; their entries are called by it too."""
        names = {node.id: f"{series}:{node.id}" for node in self.reports() if not node.properties.get("series")}
        if not names:
            return self
        nodes = (_renamed_node(node, names, series) for node in self.graph.nodes)
        relationships = (_renamed_relationship(r, names) for r in self.graph.relationships)
        return replace(self, graph=make_graph(nodes, relationships))

    def _days(self, name: str) -> list[str]:
        said = (str(node.properties.get(name, "")) for node in self.reports())
        return [day for day in said if len(day) == len("2031-03-01")]


def read_stated(data: bytes, suffix: str, name: str) -> StatedGraph:
    """What a file states. Raises ``ReportRefused`` that names the file, the line or value, and what to do."""
    try:
        return _read(data, suffix, name)
    except KgError as error:
        what = str(error).removeprefix(f"{name}: ")
        advice = "" if what.endswith(".") else ". `kg check rdf` checks the whole file. Nothing was taken in."
        raise ReportRefused(f"{name}: {what}{advice}") from None


def _read(data: bytes, suffix: str, name: str) -> StatedGraph:
    syntax, file = syntax_of(suffix, name), io.BytesIO(data)
    require_whole(file, syntax, name)
    descriptions = Descriptions(read_statements(file, syntax, name))
    schema = load_schema()
    terms = Terms(schema, descriptions.namespace(schema))
    meanings = Meanings(schema, terms)
    _require_terms(descriptions, StatementRules(terms))
    _require_classes(descriptions, meanings)
    nodes = read_nodes(descriptions, meanings)
    require_reports(nodes)
    relationships = RelationshipReader(descriptions, meanings, nodes).read()
    return StatedGraph(
        make_graph(nodes.values(), _joined(relationships)),
        _former(descriptions, nodes),
        read_header(descriptions, meanings),
        count_foreign(descriptions, terms),
    )


def _require_terms(descriptions: Descriptions, rules: StatementRules) -> None:
    """Raise ``KgError`` for a file without statements, or with one that the vocabulary does not have."""
    if not descriptions.of:
        raise KgError("there is no statement in it. Ask for the file again.")
    found: Counter[str] = Counter()
    first = ""
    for subject, predicate, value in descriptions:
        for problem in rules.problems_of(predicate, value):
            first = first or f"{subject}: {problem}"
            found[problem] += 1
    if found:
        others = found.total() - 1
        raise KgError(f"{first}, and {others} other problems" if others else first)


def _require_classes(descriptions: Descriptions, meanings: Meanings) -> None:
    """Raise ``KgError`` where something is said in the vocabulary's terms of a thing that has none of its classes."""
    known = False
    for subject, said in descriptions.of.items():
        classes = meanings.classes_of(said)
        known = known or bool(classes)
        if any(meanings.label_of(name) or meanings.type_of(name) for name in classes):
            continue
        if classes:
            raise KgError(f"{subject} is a {classes[0]}, which says too little: give the class below it that it has")
        if other := next((p for p in said if not meanings.is_of_another(p)), None):
            raise KgError(f"{subject} has {other} and no class of the vocabulary")
    if not known:
        raise KgError(f"nothing in it is of a class of the vocabulary {meanings.terms.namespace}")


def _joined(stated: Iterable[Stated]) -> Iterator[Relationship]:
    """One relationship for all that state the same, with the words of each."""
    same: dict[tuple[str, ...], tuple[Relationship, set[Passage]]] = {}
    for one in stated:
        relationship = Relationship(one.type, one.start.key, one.end.key, one.properties)
        same.setdefault(relationship.key, (relationship, set()))[1].update(one.words or ())
    for relationship, found in same.values():
        properties: dict[str, Value] = dict(relationship.properties)
        if found:
            ordered = sorted(found, key=passage_order)
            properties["entries"] = [passage.entry for passage in ordered]
            properties["spans"] = [format_span(passage.span) for passage in ordered]
        yield replace(relationship, properties=properties)


def _former(descriptions: Descriptions, nodes: Mapping[str, Node]) -> dict[str, str]:
    """The ids of things that are replaced, as their addresses tell them: the same but for the id."""
    found = {}
    for subject, said in descriptions.of.items():
        for value in said.get(f"{DCTERMS}isReplacedBy", ()):
            now = nodes.get(name_of(value))
            if now is None:
                continue
            before = name_of(value).removesuffix(quote(now.id, safe=""))
            if subject.startswith(before) and before != name_of(value):
                found[unquote(subject.removeprefix(before))] = now.id
    return found


def _renamed_node(node: Node, names: Mapping[str, str], series: str) -> Node:
    if node.label == "Report" and node.id in names:
        return Node("Report", names[node.id], {**node.properties, "id": names[node.id], "series": series})
    if node.label == "Entry":
        id = _renamed_entry(node.id, names)
        return Node("Entry", id, {**node.properties, "id": id})
    return node


def _renamed_relationship(relationship: Relationship, names: Mapping[str, str]) -> Relationship:
    properties = dict(relationship.properties)
    if isinstance(entries := properties.get("entries"), list):
        properties["entries"] = [_renamed_entry(str(entry), names) for entry in entries]
    start, end = (_renamed_key(key, names) for key in (relationship.start, relationship.end))
    return Relationship(relationship.type, start, end, properties)


def _renamed_key(key: Key, names: Mapping[str, str]) -> Key:
    if key.label == "Report":
        return Key("Report", names.get(key.id, key.id))
    return Key("Entry", _renamed_entry(key.id, names)) if key.label == "Entry" else key


def _renamed_entry(id: str, names: Mapping[str, str]) -> str:
    report, slash, number = id.rpartition("/")
    return f"{names.get(report, report)}{slash}{number}"
