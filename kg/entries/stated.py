"""Mentions of what partners state: each thing and each tie of a graph, once for all files of a series.

A partner names things by ids of its own, and its files may have no texts. So a decision about what it states names the
series and that id (``Mention.stated``), and no words. Two series may state things of one id: these are two mentions.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.facts import Entry, EntryFacts
from kg.entries.active import ActiveEntry
from kg.entries.ids import short_hash
from kg.entries.mentions import Mention, StatedAs
from kg.graph.evidence import parse_span, places_of
from kg.graph.value import Graph, Key, Node, Properties, Relationship
from kg.schema.schema import load_schema

DECIDABLE = (
    "Person", "Organisation", "Court", "Facility", "Place", "Event", "Charge", "Sanction", "Stay", "Case", "Campaign",
)  # fmt: skip
"""Labels of what people can decide about. Reports, entries, sources and provisions are as they were printed."""

_UNDATED = "9999"
_NAMING = frozenset({"MENTIONS", "RECORDS"})
_DESCRIBING = ("type", "kind", "status", "date", "since", "first_seen")

_Place = tuple[str, str, str]
"""Date and id of an entry, and a span such as ``12-30``."""


@dataclass(frozen=True)
class ActiveGraph:
    """A partner's graph that counts: its series and period, and where former ids of its things lead."""

    series: str
    period: str
    graph: Graph
    former: Mapping[str, str] = field(default_factory=dict)

    @property
    def report(self) -> str:
        """The id of the report that the file is kept as."""
        return ":".join(filter(None, [self.series, self.period]))


def mention_id(id: str, series: str) -> str:
    """The id of a thing as a series states it: ``person-3f…@acme``."""
    return f"{id}@{series}"


def ids_of_partners(stated: Mapping[str, str]) -> dict[str, str]:
    """Where the ids lead that partners gave: the first series to give one has it. ``stated`` is by mentions' ids."""
    found: dict[str, str] = {}
    for mention, thing in sorted(stated.items()):
        found.setdefault(mention.rpartition("@")[0], thing)
    return found


def tie_id(relationship: Relationship) -> str:
    """The id of a tie between two things, made from what identifies it in the partner's graph."""
    noun = load_schema().relationships[relationship.type].noun
    return f"{noun.lower()}-{short_hash(*relationship.key)}"


def is_tie(relationship: Relationship) -> bool:
    """Whether people can decide about a relationship: both its ends are things, and somebody's words state it."""
    ends = relationship.start.label in DECIDABLE and relationship.end.label in DECIDABLE
    return ends and load_schema().relationships[relationship.type].evidence


def stated_mentions(graphs: Iterable[ActiveGraph]) -> list[Mention]:
    """The mentions of all graphs, those of an earlier period first; a thing or tie that several state is one."""
    found: dict[str, Mention] = {}
    for graph in sorted(graphs, key=lambda g: (g.series, g.period)):
        for mention in _MentionsOf(graph).all():
            found.setdefault(mention.id, mention)
    return list(found.values())


class _MentionsOf:
    """The mentions of one graph."""

    def __init__(self, graph: ActiveGraph) -> None:
        self._graph = graph
        self._entries: dict[str, ActiveEntry] = {}
        self._dates = {n.id: str(n.properties.get("date", _UNDATED)) for n in graph.graph.nodes if n.label == "Entry"}
        self._ties = [r for r in graph.graph.relationships if is_tie(r)]
        self._people = self._people_by_thing()

    def all(self) -> Iterator[Mention]:
        """Things in the order of the graph, then ties."""
        places = self._places()
        for node in self._graph.graph.nodes:
            if node.label in DECIDABLE:
                yield self._mention(node.label, node.id, places.get(node.key), self._describe(node))
        for tie in self._ties:
            place = min(self._places_in(tie), default=None)
            yield self._mention(tie.type, tie_id(tie), place, self._describe_tie(tie))

    def _mention(self, label: str, id: str, place: _Place | None, description: str) -> Mention:
        graph = self._graph
        _, entry, words = place or ("", "", "")
        span = parse_span(words)
        stated = StatedAs(graph.series, graph.period, id)
        spans = (span,) if span else ()
        return Mention(mention_id(id, graph.series), label, self._entry(entry), 0, spans, description, stated)

    def _places(self) -> dict[Key, _Place]:
        """Where each thing is named or told first; where nothing names it, what it rests on."""
        named: dict[Key, _Place] = {}
        resting: dict[Key, _Place] = {}
        for relationship in self._graph.graph.relationships:
            found = self._places_in(relationship)
            if not found:
                continue
            into = named if relationship.type in _NAMING else resting
            for key in (relationship.start, relationship.end):
                into[key] = min(found[0], into.get(key, found[0]))
        return resting | named

    def _places_in(self, relationship: Relationship) -> list[_Place]:
        places = places_of(relationship)
        if not places and relationship.type in _NAMING:
            places = [(relationship.start.id, "")]
        found = [(self._dates.get(entry, _UNDATED), entry, span) for entry, span in places if entry in self._dates]
        return sorted(found)[:1]

    def _entry(self, id: str) -> ActiveEntry:
        """An entry of the graph; one without text where nothing says which it is."""
        if id not in self._entries:
            self._entries[id] = _active_entry(self._graph, id, self._dates.get(id, _UNDATED))
        return self._entries[id]

    def _people_by_thing(self) -> dict[Key, list[str]]:
        people: dict[Key, list[str]] = {}
        for tie in self._ties:
            if tie.start.label == "Person" and tie.end.label != "Person":
                people.setdefault(tie.end, []).append(self._caption(tie.start))
        return people

    def _caption(self, key: Key) -> str:
        return caption_of(self._graph.graph.by_key[key])

    def _describe(self, node: Node) -> str:
        """The name of what has one; else what it is, of whom, and when."""
        if (caption := caption_of(node)) != node.id:
            return caption
        said = [str(node.properties[name]) for name in _DESCRIBING if name in node.properties]
        return "; ".join([*said, *dict.fromkeys(self._people.get(node.key, ()))])

    def _describe_tie(self, tie: Relationship) -> str:
        noun = load_schema().relationships[tie.type].noun
        said = [str(value) for value in tie.identifying.values()]
        return "; ".join([self._caption(tie.start), noun, *said, self._caption(tie.end)])


def caption_of(node: Node) -> str:
    """What a node is shown as: its name or title; its id where it has none."""
    return str(node.properties.get(load_schema().nodes[node.label].caption, "")) or node.id


def _active_entry(graph: ActiveGraph, id: str, date: str) -> ActiveEntry:
    node = graph.graph.by_key.get(Key("Entry", id))
    text = str(node.properties.get("text", "")) if node else ""
    number = id.rpartition("/")[2]
    order = (date, graph.report, int(number) if number.isdecimal() else 0)
    facts = EntryFacts(Entry(order[2], text, 0, None if date == _UNDATED else date))
    return ActiveEntry(id or graph.report, graph.report, "", order, short_hash(id, text), 0, facts)


def properties_of(mention: Mention, graphs: Iterable[ActiveGraph]) -> Properties:
    """What a partner states of a thing, in the first graph of its series that has it; nothing of a tie."""
    assert mention.stated is not None
    for graph in graphs:
        node = graph.graph.by_key.get(Key(mention.label, mention.stated.id))
        if graph.series == mention.stated.series and node is not None:
            return node.properties
    return {}


def stated_as(mentions: Iterable[Mention]) -> Mapping[tuple[str, str, str], Mention]:
    """Mentions of partners by series, label and the id that the partner gave."""
    return {(m.stated.series, m.label, m.stated.id): m for m in mentions if m.stated}


def former_ids(graphs: Sequence[ActiveGraph]) -> Mapping[tuple[str, str], str]:
    """By series and former id, the id that a thing has in the series' files now."""
    return {(graph.series, id): to for graph in graphs for id, to in graph.former.items()}
