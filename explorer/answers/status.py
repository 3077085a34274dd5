"""What is explored: which reports, how much, since when."""

from dataclasses import dataclass
from typing import Literal

from briefings.reports import published, read_reports
from explorer.graphs.opened import Graphs, OpenGraph
from kg.schema.labels import load_labels
from kg.schema.schema import Property, load_schema
from kg.schema.sentences import phrase, say
from queries.networks.nodes import count_nodes


@dataclass(frozen=True)
class ReportCovered:
    """A report and the days that it covers (ISO)."""

    id: str
    first: str
    last: str
    entries: int


@dataclass(frozen=True)
class Status:
    """What is explored. ``decides`` says whether people may decide about facts here.

    ``first`` and ``last`` are the days that the reports cover, ``counts`` the number of things of each kind.
    ``generation`` changes with every decision and every report. ``notice`` is what has to be known before anything is
    asked; empty where there is nothing.
    """

    generation: str
    store: Literal["workspace", "server"]
    decides: bool
    reports: tuple[ReportCovered, ...]
    first: str | None
    last: str | None
    counts: dict[str, int]
    open_questions: int
    user: str
    notice: str


@dataclass(frozen=True)
class Words:
    """A word of the vocabulary in the languages of the page."""

    en: str
    ru: str


@dataclass(frozen=True)
class PropertyKnown:
    """A property of a kind of thing or line; ``values`` are its closed list, empty where any text may stand."""

    name: str
    type: str
    words: Words
    values: dict[str, Words]


@dataclass(frozen=True)
class Kind:
    """A kind of thing, and how it is drawn."""

    name: str
    about: str
    words: Words
    colour: str
    shape: str
    properties: tuple[PropertyKnown, ...]


@dataclass(frozen=True)
class Relationship:
    """A kind of line; ``ends`` are pairs of kinds; ``connects`` says whether a path through it means a connection."""

    name: str
    about: str
    words: Words
    ends: tuple[tuple[str, ...], ...]
    connects: bool
    properties: tuple[PropertyKnown, ...]


@dataclass(frozen=True)
class Vocabulary:
    """What there can be in the graph."""

    kinds: tuple[Kind, ...]
    relationships: tuple[Relationship, ...]


_OUTDATED = phrase(
    "The graph was made under other rules than this version's: some questions may find nothing. Run `kg rebuild`."
)


def read_status(graphs: Graphs, graph: OpenGraph, user: str) -> Status:
    """What is explored now."""
    covered = published(read_reports(graph.store))
    reports = [ReportCovered(each.id, each.start, each.end, each.entries) for each in covered]
    made = graphs.workspace.status().generation if graphs.workspace and graphs.decides else None
    return Status(
        generation=graph.generation,
        store="workspace" if graphs.decides else "server",
        decides=graphs.decides,
        reports=tuple(reports),
        first=min((each.first for each in reports), default=None),
        last=max((each.last for each in reports), default=None),
        counts=count_nodes(graph.store),
        open_questions=made.open_questions if made else 0,
        user=user,
        notice=say(_OUTDATED) if made and not made.rules_are_current else "",
    )


def read_vocabulary() -> Vocabulary:
    """The vocabulary of ``kg/schema.yaml`` with its words."""
    schema, en, ru = load_schema(), load_labels("en"), load_labels("ru")
    kinds = tuple(
        Kind(name, kind.about, Words(en.nodes[name], ru.nodes[name]), kind.colour, kind.shape, _known(kind.properties))
        for name, kind in schema.nodes.items()
    )
    relationships = tuple(
        Relationship(
            name,
            kind.about,
            Words(en.relationships[name], ru.relationships[name]),
            tuple(_ends(ends) for ends in kind.ends),
            kind.connects,
            _known(kind.properties),
        )
        for name, kind in schema.relationships.items()
    )
    return Vocabulary(kinds, relationships)


def _ends(ends: str) -> tuple[str, str]:
    start, _, end = ends.partition(" -> ")
    return start, end


def _known(properties: dict[str, Property]) -> tuple[PropertyKnown, ...]:
    en, ru = load_labels("en"), load_labels("ru")
    return tuple(
        PropertyKnown(name, each.type, Words(en.properties[name], ru.properties[name]), _values(each.values))
        for name, each in properties.items()
    )


def _values(list_name: str | None) -> dict[str, Words]:
    if list_name is None:
        return {}
    en, ru = load_labels("en").values[list_name], load_labels("ru").values[list_name]
    return {word: Words(en[word], ru[word]) for word in en}
