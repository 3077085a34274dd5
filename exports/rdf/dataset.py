"""All statements of a graph in one stream, with or without named graphs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from pyoxigraph import DefaultGraph, NamedNode, Quad

from exports.rdf.addresses import Addresses
from exports.rdf.evidence import make_words
from exports.rdf.literals import Statement
from exports.rdf.release import Release, make_header
from exports.rdf.statements import Statements
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

    def statements(self) -> Iterator[Statement]:
        """Header, nodes, relationships, words; the statements about one subject stand together."""
        return chain.from_iterable(self._blocks())

    def quads(self) -> Iterator[Quad]:
        """First the default graph, with all that no report or several tell; then one graph for each report.

        A relationship that several reports tell of stands in the graph of each, with the words of that report.
        """
        return chain.from_iterable([Quad(*s, graph) for s in block] for graph, block in self._blocks_of_graphs())

    def _blocks(self) -> Iterator[Iterable[Statement]]:
        yield self._header()
        for node in self._graph.nodes:
            yield self._statements.node(node)
            yield self._statements.plain_of(node)
        yield from map(self._statements.relationship, self._graph.relationships)
        yield from map(self._words, self._tables.texts)
        yield self._moved()

    def _blocks_of_graphs(self) -> Iterator[tuple[NamedNode | DefaultGraph, Iterable[Statement]]]:
        default = DefaultGraph()
        for block in self._default_blocks():
            yield default, block
        nodes, relationships, entries = self._by_report()
        for report in sorted({*nodes, *relationships}):
            name = self._addresses.node(Key("Report", report))
            for node in nodes[report]:
                yield name, self._statements.node(node)
            for relationship in relationships[report]:
                yield name, self._statements.plain(relationship)
                yield name, self._statements.relationship(relationship, report)
            for entry in entries[report]:
                yield name, self._words(entry)

    def _default_blocks(self) -> Iterator[Iterable[Statement]]:
        yield self._header()
        for node in self._graph.nodes:
            if self._only_report(node) is None:
                yield self._statements.node(node)
        yield self._moved()
        for relationship in self._graph.relationships:
            if not reports_of(relationship):
                yield self._statements.plain(relationship)
                yield self._statements.relationship(relationship)

    def _header(self) -> Iterator[Statement]:
        return make_header(self._release, self._graph, self._terms, self._addresses)

    def _words(self, entry: str) -> list[Statement]:
        return make_words(entry, self._tables, self._terms, self._addresses)

    def _moved(self) -> Iterator[Statement]:
        """Where the addresses lead that an earlier export may have had."""
        now = {node.id: node.key for node in self._graph.nodes}
        for id, to in self._former.items():
            if to in now and id not in now:
                former, address = (self._addresses.node(key) for key in (Key(now[to].label, id), now[to]))
                yield former, _REPLACED, address
                yield former, _SAME, address

    def _by_report(
        self,
    ) -> tuple[defaultdict[str, list[Node]], defaultdict[str, list[Relationship]], defaultdict[str, list[str]]]:
        """The nodes, relationships and entries of each report."""
        nodes, relationships = defaultdict[str, list[Node]](list), defaultdict[str, list[Relationship]](list)
        entries = defaultdict[str, list[str]](list)
        for node in self._graph.nodes:
            if report := self._only_report(node):
                nodes[report].append(node)
        for relationship in self._graph.relationships:
            for report in sorted(reports_of(relationship)):
                relationships[report].append(relationship)
        for entry in self._tables.texts:
            entries[report_of(entry)].append(entry)
        return nodes, relationships, entries

    def _only_report(self, node: Node) -> str | None:
        """The one report that tells of a node; reports themselves are described in the default graph."""
        reports = self._tables.reports.get(node.key, frozenset())
        return next(iter(reports)) if len(reports) == 1 and node.label != "Report" else None
