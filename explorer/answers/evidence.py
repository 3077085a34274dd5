"""Facts with the words they rest on. No fact leaves without them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from urllib.parse import urlsplit

from explorer.answers.things import Piece, Standing
from kg.graph.evidence import PACK, Passage
from kg.schema.sentences import say
from kg.stores import Store
from queries.networks.nodes import find_keys
from queries.networks.passages import Quotations, Quoted
from queries.pages.phrases import CONVICTED, PENALISED, REQUESTED, STANDINGS, host_of
from queries.pages.values import Line, Page

Verb = Literal["right", "wrong", "corrected", "note"]


@dataclass(frozen=True)
class Source:
    """A cited source. ``url`` is ``None`` where the report's text is no address of the web."""

    label: str
    url: str | None


@dataclass(frozen=True)
class Quote:
    """Words of an entry with the text around them.

    ``pieces`` are the same words, with those that the fact rests on as hits: a name, and what was done. ``rule`` read
    them; it is there where one fact is asked for.
    """

    report: str
    entry: str
    date: str | None
    place: str
    before: str
    words: str
    after: str
    pieces: tuple[Piece, ...]
    sources: tuple[Source, ...]
    rule: str | None = None


@dataclass(frozen=True)
class FactDecision:
    """What somebody decided about a fact."""

    id: str
    verb: Verb
    why: str
    who: str


@dataclass(frozen=True)
class Field:
    """A field of a fact that can be corrected.

    ``allowed`` says what may stand in it; ``choices`` is its closed list, empty where there is none.
    """

    field: str
    label: str
    value: str
    allowed: str
    choices: tuple[str, ...]


@dataclass(frozen=True)
class Fact:
    """A fact, a tie or a mention, in a sentence, with the words it rests on.

    ``group`` is the heading it stands under. ``known`` says where it is from: ``pack`` where the country's data says it
    and no report. ``confidence``, ``decision`` and ``correctable`` are there where one fact is asked for.
    """

    id: str
    kind: str
    group: str
    sentence: str
    standing: Standing
    standing_words: str
    date: str
    quotes: tuple[Quote, ...]
    known: Literal["report", "pack"] = "report"
    decidable: bool = False
    confidence: str | None = None
    decision: FactDecision | None = None
    correctable: tuple[Field, ...] = ()


def make_facts(store: Store, page: Page) -> list[Fact]:
    """The lines of a page as facts, each with its words."""
    lines = [(say(section.title), line) for section in page.sections for line in section.lines]
    quotations = Quotations(store, (passage for _, line in lines for passage in line.passages))
    keys = find_keys(store, (line.id for _, line in lines))
    return [make_fact(line, keys[line.id].label, group, quotations) for group, line in lines if line.id in keys]


def make_fact(line: Line, kind: str, group: str, quotations: Quotations) -> Fact:
    """A line of a page, about a node of a kind, as a fact."""
    from_pack = any(passage.entry == PACK for passage in line.passages)
    return Fact(
        id=line.id,
        kind=kind,
        group=group,
        sentence="; ".join((line.what, *line.details)),
        standing=_standing(line),
        standing_words=line.standing,
        date=", ".join(line.dates),
        quotes=tuple(make_quotes(quotations, line.passages)),
        known="pack" if from_pack else "report",
    )


def make_quotes(quotations: Quotations, passages: Sequence[Passage]) -> list[Quote]:
    """The quotes of some passages, one an entry."""
    return [_quote(quoted) for quoted in quotations.of(passages)]


def _quote(quoted: Quoted) -> Quote:
    sources = tuple(map(_source, quoted.sources))
    return Quote(
        quoted.report,
        quoted.entry,
        quoted.date,
        ", ".join(quoted.places),
        quoted.before,
        quoted.words,
        quoted.after,
        tuple(Piece(text, hit) for text, hit in quoted.parts),
        sources,
    )


@lru_cache(maxsize=2_000)
def _source(url: str) -> Source:
    return Source(host_of(url), url if is_web_address(url) else None)


def is_web_address(url: str) -> bool:
    """Whether an address may be followed: a report may cite ``javascript:`` or a file."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _standing(line: Line) -> Standing:
    """The standing of a line by its words."""
    for word, said in STANDINGS.items():
        if say(said) == line.standing:
            return word
    if line.standing == say(REQUESTED):
        return "requested"
    if line.id.startswith("charge-"):
        return "found" if line.standing in (say(CONVICTED), say(PENALISED)) else "accused"
    return "stated"
