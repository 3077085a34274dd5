"""All statements of a graph in one stream, with or without named graphs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import DefaultGraph, NamedNode, Quad, Triple

from exports.rdf.addresses import Addresses
from exports.rdf.evidence import make_words
from exports.rdf.release import Release, make_header
from exports.rdf.statements import Statements, starts_of_plain
from exports.rdf.tables import GraphTables, make_tables, report_of, reports_of
from kg.graph.value import Graph, Key, Node, Relationship
from kg.rdf.terms import DCTERMS, OWL, Terms

_REPLACED, _SAME = NamedNode(f"{DCTERMS}isReplacedBy"), NamedNode(f"{OWL}sameAs")


class RdfDataset:
    """A graph as triples, or as quads with one named graph for each report.

    ``former`` are ids that were given out for things whose ids are others now.
    """

    def __init__(
        self, graph: Graph, terms: Terms, addresses: Addresses, release: Release, former: Mapping[str, str]
    ) -> None:
        self._graph = graph
        self._former = former
        self._terms = terms
        self._addresses = addresses
        self._release = release
        self._tables: GraphTables = make_tables(graph)
        self._statements = Statements(graph, self._tables, terms, addresses)

    def triples(self) -> Iterator[Triple]:
        """Header, nodes, relationships, words; the statements about one subject stand together."""
        yield from make_header(self._release, self._graph, self._terms, self._addresses)
        for node in self._graph.nodes:
            yield from self._statements.node(node)
            for relationship in starts_of_plain(node.key, self._tables, self._graph):
                yield from self._statements.plain(relationship)
        for relationship in self._graph.relationships:
            yield from self._statements.relationship(relationship)
        for entry in self._tables.texts:
            yield from make_words(entry, self._tables, self._terms, self._addresses)
        yield from self._moved()

    def quads(self) -> Iterator[Quad]:
        """First the default graph, with all that no report or several tell; then one graph for each report.

        A relationship that several reports tell of stands in the graph of each, with the words of that report.
        """
        yield from self._default_graph()
        nodes, relationships = self._by_report()
        for report in sorted({*nodes, *relationships}):
            name = self._addresses.node(Key("Report", report))
            for node in nodes[report]:
                yield from _within(name, self._statements.node(node))
            for relationship in relationships[report]:
                yield from _within(name, self._statements.plain(relationship))
                yield from _within(name, self._statements.relationship(relationship, report))
            for entry in self._tables.texts:
                if report_of(entry) == report:
                    words = make_words(entry, self._tables, self._terms, self._addresses)
                    yield from _within(name, words)

    def _default_graph(self) -> Iterator[Quad]:
        default = DefaultGraph()
        header = make_header(self._release, self._graph, self._terms, self._addresses)
        yield from _within(default, header)
        for node in self._graph.nodes:
            if self._only_report(node) is None:
                yield from _within(default, self._statements.node(node))
        yield from _within(default, self._moved())
        for relationship in self._graph.relationships:
            if not reports_of(relationship):
                yield from _within(default, self._statements.plain(relationship))
                yield from _within(default, self._statements.relationship(relationship))

    def _moved(self) -> Iterator[Triple]:
        """Where the addresses lead that an earlier export may have had."""
        now = {node.id: node.key for node in self._graph.nodes}
        for id, to in self._former.items():
            if to in now and id not in now:
                former = self._addresses.node(Key(now[to].label, id))
                yield Triple(former, _REPLACED, self._addresses.node(now[to]))
                yield Triple(former, _SAME, self._addresses.node(now[to]))

    def _by_report(self) -> tuple[defaultdict[str, list[Node]], defaultdict[str, list[Relationship]]]:
        nodes, relationships = defaultdict[str, list[Node]](list), defaultdict[str, list[Relationship]](list)
        for node in self._graph.nodes:
            if report := self._only_report(node):
                nodes[report].append(node)
        for relationship in self._graph.relationships:
            for report in sorted(reports_of(relationship)):
                relationships[report].append(relationship)
        return nodes, relationships

    def _only_report(self, node: Node) -> str | None:
        """The one report that tells of a node; reports themselves are described in the default graph."""
        reports = self._tables.reports.get(node.key, frozenset())
        return next(iter(reports)) if len(reports) == 1 and node.label != "Report" else None


def _within(graph: NamedNode | DefaultGraph, triples: Iterable[Triple]) -> Iterator[Quad]:
    return (Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples)
