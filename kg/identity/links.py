"""Links: why two entries are of one case or of one campaign, each link a value with its rule and its evidence.

A rule finds matches: two entries, what they share in words, and the words on both sides that say so. A match under the
name of its rule is a link. A registry is an ordered tuple of stages; the rules of a stage see what the stages before
it joined, and never each other's links.

A person may refuse a link. Then its rule no longer leads from the one entry to the other, neither by itself nor through
further entries that it joins; other rules still may.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, NamedTuple, TypeVar

from ingest.facts import Span
from kg.entries.active import ActiveEntry
from kg.identity.disjoint_sets import shortest_chain

C = TypeVar("C")
F = TypeVar("F")

LinkKind = Literal["Case", "Campaign"]
"""What a link makes one; a label of the graph."""


class Quote(NamedTuple):
    """Words of an entry: its id, and the characters ``start`` to ``end`` of its text."""

    entry: str
    start: int
    end: int


@dataclass(frozen=True)
class Match:
    """Two entries (ids) that a rule ties together: why, in plain words, and the words of both that say so."""

    a: str
    b: str
    reason: str
    evidence: tuple[Quote, ...]


@dataclass(frozen=True)
class Link:
    """Two entries (ids, the earlier first) that are of one case or campaign by a rule (its name)."""

    kind: LinkKind
    a: str
    b: str
    rule: str
    reason: str
    evidence: tuple[Quote, ...]


@dataclass(frozen=True)
class RefusedLink:
    """Two entries (ids) that a person said a rule must not tie together; ``kind`` is a label of the graph."""

    kind: str
    a: str
    b: str
    rule: str


@dataclass(frozen=True)
class LinkRule(Generic[C, F]):
    """One ground on which entries are one.

    ``name`` is stable: decisions and documents refer to it. ``about`` says in words what two entries share, ``unless``
    what speaks against it. ``find`` gives what the rule finds in a context: matches of two entries, or
    answers to calls. ``makes`` is the kind of case
    that entries make which only speak of something.
    """

    name: str
    about: str
    find: Callable[[C], Iterable[F]]
    unless: str = ""
    makes: Literal["incident", "bill"] = "incident"


@dataclass(frozen=True)
class Stage(Generic[C, F]):
    """Rules that see the same: what the stages before theirs joined.

    ``single_entries_only``: a match counts only where one of its entries was of no case with others before.
    """

    about: str
    rules: tuple[LinkRule[C, F], ...]
    single_entries_only: bool = False


def match_entries(
    a: ActiveEntry, a_spans: Iterable[Span], b: ActiveEntry, b_spans: Iterable[Span], reason: str
) -> Match:
    """Tie two entries together, each with the words that say so; an entry without any is quoted by its header."""
    return Match(a.id, b.id, reason, (*_quotes(a, a_spans), *_quotes(b, b_spans)))


def find_links(
    kind: LinkKind,
    rule: LinkRule[C, Match],
    context: C,
    order: Mapping[str, int],
    refused: Sequence[RefusedLink] = (),
) -> list[Link]:
    """The links of one rule, each pair of entries once, without those that people refused.

    ``order`` has the place of every entry in time.
    """
    links: dict[tuple[str, str], Link] = {}
    for match in rule.find(context):
        if match.a != match.b:
            link = make_link(kind, rule.name, match, order)
            links.setdefault((link.a, link.b), link)
    of_rule = [r for r in refused if r.kind == kind and r.rule == rule.name]
    return _without(list(links.values()), of_rule, order)


def make_link(kind: LinkKind, rule: str, match: Match, order: Mapping[str, int]) -> Link:
    """A match as the link of its rule, the earlier entry first."""
    a, b = sorted((match.a, match.b), key=order.__getitem__)
    return Link(kind, a, b, rule, match.reason, match.evidence)


def _without(links: list[Link], refused: Sequence[RefusedLink], order: Mapping[str, int]) -> list[Link]:
    """Leave out links until none leads from one end of a refused one to the other, nearest to the later end first."""
    for refusal in refused:
        earlier, later = sorted((refusal.a, refusal.b), key=lambda id: order.get(id, len(order)))
        while chain := shortest_chain(_ties(links), earlier, later):
            links = [link for link in links if _pair(link) != chain[-1]]
    return links


def _ties(links: Iterable[Link]) -> Mapping[str, Sequence[tuple[str, str]]]:
    ties: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for link in links:
        ties[link.a].append((link.b, _pair(link)))
        ties[link.b].append((link.a, _pair(link)))
    return ties


def _pair(link: Link) -> str:
    return f"{link.a} {link.b}"


def _quotes(entry: ActiveEntry, spans: Iterable[Span]) -> Iterator[Quote]:
    found = sorted(set(spans)) or _header(entry)
    yield from (Quote(entry.id, span.start, span.end) for span in found)


def _header(entry: ActiveEntry) -> list[Span]:
    """The date and the most specific place of an entry's header, or the first words that say anything."""
    facts = entry.facts
    header = [facts.entry.date_span] if facts.entry.date_span else []
    header += [span for place in facts.places[-1:] for span in place.evidence.spans[:1]]
    first = next(iter(facts.evidences()), None)
    return sorted(header) or (list(first.spans[:1]) if first else [])
