"""The words that relationships rest on, as Web Annotation selectors (W3C Recommendation, 23 February 2017)."""

from collections.abc import Sequence

from pyoxigraph import Literal, NamedNode

from exports.rdf.addresses import Addresses
from exports.rdf.literals import Statement, make_position
from exports.rdf.tables import GraphTables
from ingest.facts import Span
from kg.graph.evidence import format_span
from kg.graph.value import Key
from kg.rdf.terms import OA, TYPE, Terms

_SPECIFIC = NamedNode(f"{OA}SpecificResource")
_QUOTE, _POSITION = NamedNode(f"{OA}TextQuoteSelector"), NamedNode(f"{OA}TextPositionSelector")
_SOURCE, _SELECTOR = NamedNode(f"{OA}hasSource"), NamedNode(f"{OA}hasSelector")
_EXACT, _START, _END = NamedNode(f"{OA}exact"), NamedNode(f"{OA}start"), NamedNode(f"{OA}end")


def make_words(entry: str, tables: GraphTables, terms: Terms, addresses: Addresses) -> list[Statement]:
    """All words of an entry that something rests on: where they stand, what they are, which source follows them."""
    text, whole, cited = tables.texts[entry], addresses.node(Key("Entry", entry)), terms.own("citedSource")
    places = _cited_places(entry, tables)
    made: list[Statement] = []
    for span in tables.words.get(entry, ()):
        words = addresses.words(entry, format_span(span))
        iri = words.value
        position, quote = NamedNode(f"{iri}#position"), NamedNode(f"{iri}#quote")
        made += [
            (words, TYPE, _SPECIFIC),
            (words, _SOURCE, whole),
            (words, _SELECTOR, position),
            (words, _SELECTOR, quote),
            *[(words, cited, addresses.node(source)) for source in _sources_after(span, places)],
            (position, TYPE, _POSITION),
            (position, _START, make_position(span.start)),
            (position, _END, make_position(span.end)),
            (quote, TYPE, _QUOTE),
            (quote, _EXACT, Literal(text[span.start : span.end])),
        ]
    return made


def sources_behind(entry: str, span: Span, tables: GraphTables) -> list[Key]:
    """The sources that an entry cites for these words: those of the first footnote after them.

    Several notes at one place all count. Words after the last footnote have none.
    """
    return _sources_after(span, _cited_places(entry, tables))


def _cited_places(entry: str, tables: GraphTables) -> list[tuple[int, Key]]:
    """Where an entry cites which source."""
    return [
        (start, relationship.end)
        for relationship in tables.outgoing.get(Key("Entry", entry), ())
        if relationship.type == "CITES" and isinstance(start := relationship.properties.get("start"), int)
    ]


def _sources_after(span: Span, places: Sequence[tuple[int, Key]]) -> list[Key]:
    next_place = min([start for start, _ in places if start >= span.end], default=None)
    return sorted({source for start, source in places if start == next_place})
