"""The open questions about people: those that the rules leave, and those about people whom partners state."""

from collections.abc import Iterator, Mapping, Sequence

from ingest.facts import Span
from kg.entries.mentions import Mention, MentionKey, person_mention_ids
from kg.entries.stated import properties_of
from kg.graph.evidence import parse_span, places_of
from kg.graph.value import Graph, Key, Node
from kg.identity.namesakes import Namesakes
from kg.review.questions import EntryView, PersonView, QuestionView, view_person, view_questions
from kg.rows.resolved_reports import ResolvedReports

_DESCRIBING = ("offices", "occupations")


def open_questions(known: ResolvedReports, most: int | None = None) -> list[QuestionView]:
    """The questions as a reader sees them, most useful first; those about partners' people after the others."""
    own = list(known.resolution.people.questions)[:most]
    asked = view_questions(known.entries, known.resolution, own)
    left = None if most is None else max(0, most - len(asked))
    return [*asked, *_Namesakes(known).view(known.namesakes[:left])]


class _Namesakes:
    """Makes questions of people of one name."""

    def __init__(self, known: ResolvedReports) -> None:
        self._known = known
        self._own: dict[str, list[MentionKey]] = {}
        if known.namesakes:
            for mention, person in known.resolution.person.items():
                self._own.setdefault(person, []).append(mention)

    def view(self, pairs: Sequence[Namesakes]) -> Iterator[QuestionView]:
        ids = person_mention_ids(self._known.entries) if pairs else {}
        for pair in pairs:
            a, b = (self._view(self._known.mentions.by_id[id], ids) for id in (pair.a, pair.b))
            shared = sorted(set(a.descriptions) & set(b.descriptions))
            reasons = ("the same name, in a partner's file", *(f"both {text}" for text in shared))
            yield QuestionView(a, b, reasons, (), pair.entries)

    def _view(self, mention: Mention, ids: Mapping[MentionKey, str]) -> PersonView:
        own = self._own.get(self._known.leads_to(mention.id))
        if not own:
            return _view_stated(mention, self._known)
        by_id = {entry.id: entry for entry in self._known.entries}
        return view_person(ids[own[0]], [(by_id[entry], index) for entry, index in own])


def _view_stated(mention: Mention, known: ResolvedReports) -> PersonView:
    properties = properties_of(mention, known.graphs)
    said = [value for name in _DESCRIBING if isinstance(value := properties.get(name), list)]
    names = properties.get("names")
    spellings = map(str, names) if isinstance(names, list) else ()
    return PersonView(
        mention.id,
        tuple(dict.fromkeys([mention.description, *spellings])),
        (f"stated by {mention.entry.report}", *(str(text) for texts in said for text in texts)),
        tuple(_entries(mention, known)),
    )


def _entries(mention: Mention, known: ResolvedReports) -> Iterator[EntryView]:
    """The partner's entries that name somebody, where the file has their texts."""
    assert mention.stated is not None
    person = Key(mention.label, mention.stated.id)
    for graph in known.graphs:
        if graph.series == mention.stated.series:
            for entry, words in _named_in(graph.graph, person).items():
                yield from _view_entry(graph.graph.by_key[entry], words)


def _named_in(graph: Graph, person: Key) -> dict[Key, list[Span]]:
    spans: dict[Key, list[Span]] = {}
    for relationship in graph.relationships:
        if relationship.type == "MENTIONS" and relationship.end == person:
            found = (parse_span(span) for _, span in places_of(relationship))
            spans.setdefault(relationship.start, []).extend(span for span in found if span)
    return spans


def _view_entry(entry: Node, words: Sequence[Span]) -> Iterator[EntryView]:
    text, date = entry.properties.get("text"), entry.properties.get("date")
    if words and text:
        yield EntryView(entry.id, str(date) if date else None, str(text), tuple(words))
