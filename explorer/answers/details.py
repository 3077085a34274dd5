"""One thing with everything that is known of it."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from explorer.answers.evidence import Fact, make_facts
from explorer.answers.things import Thing, make_thing
from kg.graph.evidence import Passage
from kg.graph.value import Key, Node
from kg.schema.sentences import say
from kg.stores import Store
from kg.stores.lookup import NotFound
from queries.networks.nodes import find_keys, read_nodes
from queries.networks.passages import passages_about
from queries.pages.page import read_page
from queries.pages.values import Line, Page


@dataclass(frozen=True)
class Known:
    """A line such as ``Also spelled: …``; ``label`` is empty where the value says it all."""

    label: str
    value: str


@dataclass(frozen=True)
class Group:
    """A heading that facts of a thing stand under, and how many do."""

    title: str
    facts: int


@dataclass(frozen=True)
class Details:
    """A thing, what is known of it in a word or two, and its facts: the first under each heading.

    ``groups`` are the headings, in their order, each with how many facts there are in all.
    """

    thing: Thing
    fields: tuple[Known, ...]
    groups: tuple[Group, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Wanted:
    """Which facts of a thing: at most so many under each heading, or under one heading alone (as it is said)."""

    most: int = 15
    group: str = ""


def find_node(store: Store, id: str) -> Node:
    """The node with an id. Raises ``NotFound`` if there is none."""
    keys = find_keys(store, [id])
    nodes = read_nodes(store, keys.values())
    if not nodes:
        raise NotFound("There is no such thing in the graph. It may have changed since: search for it again.")
    return next(iter(nodes.values()))


def read_details(
    store: Store, id: str, wanted: Wanted = Wanted(), finish: Callable[[Sequence[Fact]], Sequence[Fact]] = list
) -> Details:
    """What is known of the thing with an id, each fact with its words. Raises ``NotFound`` if there is none.

    ``finish`` adds to the facts what the graph does not have.
    """
    node = find_node(store, id)
    page = read_page(store, node.label, node.id, 0, wanted.most)
    fields = tuple(Known(say(label) if label else "", value) for label, value in page.about)
    groups = tuple(Group(say(section.title), len(section.lines) + section.left_out) for section in page.sections)
    shown = with_words(_cut(page, wanted), passages_about(store, node.key))
    return Details(make_thing(node), fields, groups, tuple(finish(make_facts(store, shown))))


def _cut(page: Page, wanted: Wanted) -> Page:
    """A page with the lines that are wanted."""
    sections = [each for each in page.sections if wanted.group in ("", say(each.title))]
    return replace(page, sections=tuple(replace(each, lines=each.lines[: wanted.most]) for each in sections))


def with_words(page: Page, passages: Sequence[Passage]) -> Page:
    """A page in which lines without words of their own have those of the entry: the page's, or the one that they name.

    ``passages`` are the words that tell of the page's thing.
    """
    marked: dict[int, list[Passage]] = defaultdict(list)
    for mark in page.marks:
        marked[mark.number].append(Passage(page.id, mark.span))
    told: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        told[passage.entry].append(passage)

    def words_of(line: Line) -> Line:
        found = line.passages or marked.get(line.mark or 0, []) or told.get(line.id, [])
        return replace(line, passages=tuple(found))

    sections = tuple(replace(each, lines=tuple(map(words_of, each.lines))) for each in page.sections)
    return replace(page, sections=sections)


def require_key(store: Store, id: str) -> Key:
    """The key of the thing with an id. Raises ``NotFound`` if there is none."""
    return find_node(store, id).key
