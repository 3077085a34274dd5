"""Answers to saved queries and to typed Cypher."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from explorer.answers.evidence import Quote, make_quotes
from explorer.answers.networks import Network, make_network
from explorer.answers.places import AnswerMap, make_map
from explorer.answers.queries.cards import QueryColumn, make_columns
from exports.picture.answer import Row
from kg.graph.evidence import Passage, parse_span
from kg.stores import QueryCut, Rows, Store
from kg.system.control_characters import replace_control
from kg.system.csv_cells import guard_formula
from queries.catalogue import SavedQuery
from queries.dialect.check import check
from queries.execute import ask, bind_parameters
from queries.header import EVIDENCE
from queries.networks.passages import Quotations

# Things of an answer that are drawn.
_DRAWN = 300
_NARROWER = "The question took too long, or too much memory. Choose a shorter period, a place or a person in its form."


@dataclass(frozen=True)
class QueryAnswer:
    """The rows of a saved query.

    ``rows`` are as the graph has them, ``texts`` the same in words, each cell a list. ``evidence`` has for each row the
    words it rests on, as ``ENTRY#START-END``. ``network`` and ``map`` are there where the query can be drawn as one.
    ``cut``: there are more rows. ``asked`` are the values of the parameters.
    """

    columns: tuple[QueryColumn, ...]
    rows: tuple[tuple[Any, ...], ...]
    texts: tuple[tuple[tuple[str, ...], ...], ...]
    evidence: tuple[tuple[str, ...], ...]
    network: Network | None
    map: AnswerMap | None
    view: str
    cut: bool
    asked: dict[str, Any]


@dataclass(frozen=True)
class CypherAnswer:
    """The rows of typed Cypher. ``warnings`` say what would not run alike on both engines."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    cut: bool
    warnings: tuple[str, ...]


def answer_query(query: SavedQuery, given: Mapping[str, str], store: Store) -> QueryAnswer:
    """Ask a saved query. Raises ``ParameterRefused`` and ``NotFound`` for values that do not fit, and ``QueryCut``."""
    bound = bind_parameters(query, given, store)
    try:
        rows = ask(query, bound, store)
    except QueryCut:
        raise QueryCut(_NARROWER) from None
    named = [Row(dict(zip(rows.columns, row, strict=True)), query.header) for row in rows.rows]
    shown = [name for name in rows.columns if name != EVIDENCE]
    return QueryAnswer(
        columns=make_columns(query, rows.columns),
        rows=rows.without({EVIDENCE}).rows,
        texts=tuple(tuple(tuple(row.words_in(name)) for name in shown) for row in named),
        evidence=tuple(tuple(row.texts(EVIDENCE)) for row in named),
        network=_network(query, named, store) if "network" in query.header.drawings else None,
        map=make_map(store, query.header.map, named) if query.header.map else None,
        view=query.header.view,
        cut=rows.cut,
        asked=dict(bound),
    )


def _network(query: SavedQuery, rows: Sequence[Row], store: Store) -> Network:
    """The things in the rows, and every line that the graph has among them: each rests on words of its own."""
    keyed = [name for name in query.header.columns if query.header.label_of(name)]
    found = dict.fromkeys(key for row in rows for name in keyed for key in row.keys(name))
    kept = list(found)[:_DRAWN]
    return make_network(store, kept, len(found) - len(kept))


def write_csv(answer: QueryAnswer) -> bytes:
    """An answer for a spreadsheet, without ids: UTF-8 with a byte order mark, and no cell that runs as a formula.

    The ids of provisions are how law is cited, and stay.
    """
    read = [i for i, column in enumerate(answer.columns) if column.kind in (None, "Provision")]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    heading = [answer.columns[i].heading for i in read]
    for cells in (heading, *([", ".join(row[i]) for i in read] for row in answer.texts)):
        writer.writerow([guard_formula(replace_control(cell)) for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def answer_cypher(text: str, parameters: Mapping[str, Any], store: Store) -> CypherAnswer:
    """Ask typed Cypher. Raises ``QueryRefused`` for what is not read-only or not Cypher."""
    rows: Rows = store.query(text, parameters)
    return CypherAnswer(rows.columns, rows.rows, rows.cut, tuple(finding.sentence for finding in check(text)))


def quote_places(store: Store, places: Sequence[str]) -> list[Quote]:
    """The words at some places, each as ``ENTRY#START-END``."""
    passages = passages_at(places)
    return make_quotes(Quotations(store, passages), passages)


def passages_at(places: Sequence[str]) -> list[Passage]:
    """The places of words, each as ``ENTRY#START-END``; those that are none are left out."""
    return [passage for place in places if (passage := _passage(place))]


def _passage(place: str) -> Passage | None:
    entry, _, span = place.rpartition("#")
    try:
        return Passage(entry, parse_span(span)) if entry and span else None
    except ValueError:
        return None
