"""The text of a thing or line while the pointer rests on it. Plain text only.

What stands between two ``MARK`` is bold on the page. No text of a report can hold the mark, because every text passes
:func:`one_line`, for which the mark is white space.
"""

from collections.abc import Iterable, Sequence

from exports.picture.captions import extent_of, kind_of, name_of
from exports.picture.choice.ties import Line, Mark, Told
from exports.picture.stages import Stages
from ingest.facts import Span
from kg.entries.quotation import one_line, quote
from kg.graph.evidence import parse_span, passages_of
from kg.graph.value import Graph, Key, Node, Relationship
from kg.schema.schema import Schema
from queries.pages.phrases import (
    PARTS,
    count,
    date_act,
    date_mentions,
    list_words,
    name_provision,
    plain,
    standing_of,
)

MARK = "\x1f"
_QUOTED = 3
_TOLD = 6
_AROUND = 60
_DATES = (("since", "since"), ("until", "until"), ("next", "next date"), ("first_seen", "first mentioned"))
_STATEMENTS = {
    "AFFILIATED_WITH": "{as} of",
    "RELATED_TO": "{kind} of",
    "REPRESENTS": "lawyer of",
    "LOCATED_IN": "in",
    "PART_OF": "part of",
    "BEFORE": "before",
}


class Tooltips:
    """Writes the tooltips of one graph's picture."""

    def __init__(self, graph: Graph, schema: Schema) -> None:
        self._graph, self._schema = graph, schema
        self._stages = Stages(graph)
        entries = [node for node in graph.nodes if node.label == "Entry"]
        self._texts = {node.id: str(node.properties.get("text", "")) for node in entries}
        self._dates = {node.id: str(node.properties.get("date", "")) for node in entries}

    def of_thing(self, node: Node) -> str:
        """A thing's name, kind and what is known of it, with its id."""
        p = node.properties
        kind = ", ".join(filter(None, (kind_of(node.label), plain(p.get("kind", "")))))
        lines = [bold(name_of(node, self._schema)), kind, *self._about(node)]
        if node.label == "Entry":
            lines.append(one_line(self._texts[node.id][:600]))
        return "\n".join([*lines, one_line(node.id)])

    def of_line(self, line: Line) -> str:
        """Each thing that a line tells, with its words and its id; or what an answer's rows say of it."""
        if line.said:
            names = f"{self._name(line.start)} – {self._name(line.end)}"
            return self.of_words(names, line.said.lines, line.said.passages)
        blocks = [self._told(told, line) for told in line.told[:_TOLD]]
        more = len(line.told) - len(blocks)
        return "\n\n".join([*blocks, *([f"and {more} more"] if more else [])])

    def of_mark(self, mark: Mark) -> str:
        """The facts of a mark, with their participants, words and ids."""
        blocks = []
        for fact in mark.facts[:_TOLD]:
            own = [end.relationship for end in mark.ends if fact.key in (end.relationship.start, end.relationship.end)]
            others = dict.fromkeys(r.end if r.start == fact.key else r.start for r in own)
            blocks.append(self._fact(fact, own, list_words(map(self._name, others))))
        more = len(mark.facts) - len(blocks)
        return "\n\n".join([*blocks, *([f"and {more} more"] if more else [])])

    def of_words(self, heading: str, lines: Iterable[str], words: Iterable[str]) -> str:
        """A heading, lines, and words of entries given as a saved query gives them: ``ENTRY#START-END``."""
        places = [place.rpartition("#") for place in words]
        quotes = [self._quote(entry, span) for entry, _, at in places if (span := parse_span(at))]
        return "\n".join([bold(heading), *map(one_line, lines), *_first(quotes)])

    def _about(self, node: Node) -> list[str]:
        p = node.properties
        listed = {name: [one_line(str(v)) for v in value] for name, value in p.items() if isinstance(value, list)}
        others = [name for name in listed.get("names", []) if name != p.get("name")]
        days = int(str(p.get("days_targeted", 0)))
        lines = [
            f"also {list_words(others)}" if others else "",
            list_words([*map(plain, listed.get("offices", [])), *listed.get("occupations", [])]),
            f"acts against this person on {count(days, 'day')}" if days else "",
            "" if node.label in ("Person", "Event") else one_line(str(p.get("title", ""))),
        ]
        if node.label in ("Case", "Campaign"):
            lines += date_mentions(_text(p.get("first_seen")), _text(p.get("last_seen")))
        return list(filter(None, lines))

    def _told(self, told: Told, line: Line) -> str:
        if told.fact is not None:
            return self._fact(told.fact, told.relationships, f"{self._name(line.start)} – {self._name(line.end)}")
        blocks = [self._statement(relationship) for relationship in told.relationships]
        return "\n\n".join(blocks)

    def _statement(self, relationship: Relationship) -> str:
        p = {name: plain(value) for name, value in relationship.properties.items()}
        words = _STATEMENTS.get(relationship.type)
        if words is None:
            words = p.get("role", plain(relationship.type.lower()))
            words = PARTS.get(words, {"to": "it happened to them", "by": "they did it"}.get(words, words))
            heading = f"{self._name(relationship.start)}: {words}"
        else:
            said = words.format(**{"as": "member", "kind": "relative", **p})
            heading = f"{self._name(relationship.start)}, {said} {self._name(relationship.end)}"
        return "\n".join([bold(heading), *self._quotes([relationship])])

    def _fact(self, fact: Node, relationships: Sequence[Relationship], who: str) -> str:
        lines = [bold(name_of(fact, self._schema)), who, *self._details(fact, relationships)]
        return "\n".join([*filter(None, lines), *self._quotes(relationships), one_line(fact.id)])

    def _details(self, fact: Node, relationships: Sequence[Relationship]) -> list[str]:
        p = fact.properties
        if fact.label == "Charge":
            under = [name_provision(r.end.id) for r in relationships if r.type == "UNDER"]
            accused = any(r.properties.get("role") == "perpetrator" for r in relationships)
            return [
                f"under {list_words(under)}: {self._stages.word(fact.key)}",
                PARTS["perpetrator"] if accused else "",
                *date_mentions(_text(p.get("first_seen")), _text(p.get("last_seen"))),
            ]
        if fact.label == "Event":
            said = [standing_of(_text(p.get("standing"))), *date_act(_text(p.get("date")), _text(p.get("reported")))]
            told = [(plain(p["outcome"]), "outcome")] if "outcome" in p else []
            told += [(one_line(str(p["reason"])), "reason")] if "reason" in p else []
            told += [(f"{p['hours']:g}", "hours")] if isinstance(p.get("hours"), float) else []
            return [", ".join(said), *(f"{name}: {value}" for value, name in told)]
        status = plain(p.get("status", "")) if extent_of(p) or fact.label == "Sanction" else ""
        dates = [f"{words} {p[name]}" for name, words in _DATES if name in p]
        return [", ".join(filter(None, (status, *dates)))]

    def _quotes(self, relationships: Iterable[Relationship]) -> list[str]:
        """The words that relationships rest on, each in context after its entry's id and date."""
        passages = dict.fromkeys(passage for r in relationships for passage in passages_of(r))
        quoted = [self._quote(entry, span) for entry, span in passages if span and entry in self._texts]
        known = [] if quoted or not passages else ["known from the country's data, not from a report"]
        return _first(list(dict.fromkeys(quoted))) + known

    def _quote(self, entry: str, span: Span) -> str:
        prefix, exact, suffix = quote(self._texts.get(entry, ""), span, _AROUND)
        words = bold(exact) if exact else ""
        date = self._dates.get(entry)
        return f"[{one_line(entry)}{f', {date}' if date else ''}] {_spaced(prefix)}{words}{_spaced(suffix)}"

    def _name(self, key: Key) -> str:
        return name_of(self._graph.by_key[key], self._schema)


def bold(words: str) -> str:
    """Words between the marks that the page shows bold."""
    return f"{MARK}{one_line(words)}{MARK}"


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _first(quotes: list[str]) -> list[str]:
    return quotes[:_QUOTED] + ([f"and {len(quotes) - _QUOTED} more passages"] if len(quotes) > _QUOTED else [])


def _spaced(text: str) -> str:
    """One line, a blank at either end kept."""
    inner = one_line(text)
    return f"{' ' if text[:1].isspace() else ''}{inner}{' ' if inner and text[-1:].isspace() else ''}"
