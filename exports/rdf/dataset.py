"""All statements of a graph in one stream, with or without named graphs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
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


@dataclass(frozen=True)
class _Rows:
    """What belongs into one named graph, in the order of the whole graph."""

    nodes: list[Node] = field(default_factory=list)
    relationships: list[Relationship] = field(default_factory=list)
    entries: list[str] = field(default_factory=list)


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
        default, rows = DefaultGraph(), self._by_report()
        for block in self._default_blocks(rows[None]):
            yield default, block
        for report in sorted(report for report in rows if report is not None):
            name = self._addresses.node(Key("Report", report))
            for node in rows[report].nodes:
                yield name, self._statements.node(node)
            for relationship in rows[report].relationships:
                yield name, self._statements.plain(relationship)
                yield name, self._statements.relationship(relationship, report)
            for entry in rows[report].entries:
                yield name, self._words(entry)

    def _default_blocks(self, rows: "_Rows") -> Iterator[Iterable[Statement]]:
        yield self._header()
        yield from map(self._statements.node, rows.nodes)
        yield self._moved()
        for relationship in rows.relationships:
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

    def _by_report(self) -> dict[str | None, _Rows]:
        """The rows of each report; under ``None`` those that no report or, of nodes, several tell of."""
        rows = defaultdict[str | None, _Rows](_Rows, {None: _Rows()})
        reports = defaultdict[Key, set[str]](set)
        for relationship in self._graph.relationships:
            own: set[str] = reports_of(relationship)
            reports[relationship.start] |= own
            reports[relationship.end] |= own
            for report in sorted(own):
                rows[report].relationships.append(relationship)
            if not own:
                rows[None].relationships.append(relationship)
        for node in self._graph.nodes:
            told = reports[node.key]
            # Reports themselves are described in the default graph.
            only = next(iter(told)) if len(told) == 1 and node.label != "Report" else None
            rows[only].nodes.append(node)
        for entry in self._tables.texts:
            if (report := report_of(entry)) in rows:
                rows[report].entries.append(entry)
        return rows
