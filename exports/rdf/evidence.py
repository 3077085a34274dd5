"""The words that relationships rest on, as Web Annotation selectors (W3C Recommendation, 23 February 2017)."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from exports.rdf.addresses import Addresses
from exports.rdf.literals import make_position
from exports.rdf.tables import GraphTables
from ingest.facts import Span
from kg.graph.value import Key
from kg.rdf.terms import OA, TYPE, Terms

_SPECIFIC = NamedNode(f"{OA}SpecificResource")
_QUOTE, _POSITION = NamedNode(f"{OA}TextQuoteSelector"), NamedNode(f"{OA}TextPositionSelector")
_SOURCE, _SELECTOR = NamedNode(f"{OA}hasSource"), NamedNode(f"{OA}hasSelector")
_EXACT, _START, _END = NamedNode(f"{OA}exact"), NamedNode(f"{OA}start"), NamedNode(f"{OA}end")


def make_words(entry: str, tables: GraphTables, terms: Terms, addresses: Addresses) -> Iterator[Triple]:
    """All words of an entry that something rests on: where they stand, what they are, which source follows them."""
    text, whole = tables.texts[entry], addresses.node(Key("Entry", entry))
    for span in tables.words.get(entry, ()):
        words = addresses.words(entry, span)
        position, quote = NamedNode(f"{words.value}#position"), NamedNode(f"{words.value}#quote")
        exact = Literal(text[span.start : span.end])
        yield Triple(words, TYPE, _SPECIFIC)
        yield Triple(words, _SOURCE, whole)
        yield Triple(words, _SELECTOR, position)
        yield Triple(words, _SELECTOR, quote)
        for source in sources_behind(entry, span, tables):
            yield Triple(words, terms.own("citedSource"), addresses.node(source))
        yield Triple(position, TYPE, _POSITION)
        yield Triple(position, _START, make_position(span.start))
        yield Triple(position, _END, make_position(span.end))
        yield Triple(quote, TYPE, _QUOTE)
        yield Triple(quote, _EXACT, exact)


def sources_behind(entry: str, span: Span, tables: GraphTables) -> list[Key]:
    """The sources that an entry cites for these words: those of the first footnote after them.

    Several notes at one place all count. Words after the last footnote have none.
    """
    places = [
        (start, relationship.end)
        for relationship in tables.outgoing.get(Key("Entry", entry), ())
        if relationship.type == "CITES" and isinstance(start := relationship.properties.get("start"), int)
    ]
    next_place = min((start for start, _ in places if start >= span.end), default=None)
    return sorted({source for start, source in places if start == next_place})
