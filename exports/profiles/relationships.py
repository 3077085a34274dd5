"""Relationships as a plan lets them out, with the words they rest on."""

from collections.abc import Mapping
from typing import Any

from exports.profiles.nodes import generalise
from exports.profiles.plan import BODIES, TOLD, Plan
from exports.profiles.profile import PlaceRule, Treatment
from exports.profiles.record import Record
from ingest.facts import Span
from kg.graph.evidence import PACK, passages_of
from kg.graph.value import Key, Node, Relationship

_OF_PEOPLE = frozenset({"RELATED_TO", "REPRESENTS", "AFFILIATED_WITH"})
"""What ties a person to others or to an organisation: it would tell who a pseudonym is."""

_POSITIONS = frozenset({"start", "end", "surface", "footnote"})
_WITH_POSITIONS = frozenset({"MENTIONS", "RECORDS", "CITES"})
_UNTREATED = Treatment()


class RelationshipWriter:
    """Makes each relationship as it leaves. ``ends`` leads from each node's key to its key outside, if it leaves."""

    def __init__(self, plan: Plan, ends: Mapping[Key, Key], record: Record) -> None:
        self._plan = plan
        self._ends = ends
        self._record = record
        self._regions = _regions(plan)

    def write(self, relationship: Relationship) -> Relationship | None:
        """The relationship as it leaves; ``None`` if it does not."""
        self._record.turn_to(relationship.start, relationship.end)
        plan, type = self._plan, relationship.type
        start, end = self._ends.get(relationship.start), self._end(relationship)
        if start is None or end is None:
            return None
        if plan.profile.kinds.get(type) == "drop":
            self._record.add("left out", type, "kind left out")
            return None
        if self._is_home(relationship):
            self._record.add("left out", type, "words of a home address")
            return None
        protected = plan.is_protected(relationship.start) or plan.is_protected(relationship.end)
        if protected and type in _OF_PEOPLE:
            self._record.add("left out", type, "tie of a protected person")
            return None
        return Relationship(type, start, end, self._properties(relationship))

    def _end(self, relationship: Relationship) -> Key | None:
        """The end as it leaves: a region for a place, nothing for a body, where the person's rule says so."""
        start, end = relationship.start, relationship.end
        if end.label == "Place":
            return self._place(end, self._treatment(start).places)
        if end.label in BODIES and start.label in TOLD | {"Entry"}:
            teller = start
        elif start.label in BODIES and end.label in TOLD:
            teller = end
        else:
            return self._ends.get(end)
        return None if self._treatment(teller).bodies == "drop" else self._ends.get(end)

    def _place(self, place: Key, precision: PlaceRule) -> Key | None:
        """A place as exact as it may leave."""
        if precision == "keep":
            return self._ends.get(place)
        region = self._regions.get(place) if precision == "region" else None
        return self._ends.get(region) if region else None

    def _is_home(self, relationship: Relationship) -> bool:
        """Whether a place or body is only there because a street where somebody lives was read as its name."""
        if relationship.end.label not in BODIES | {"Place"}:
            return False
        passages = [(entry, span) for entry, span in passages_of(relationship) if span is not None]
        return bool(passages) and all(self._in_home_address(entry, span) for entry, span in passages)

    def _in_home_address(self, entry: str, span: Span) -> bool:
        found = self._plan.found.get(entry, ())
        return any(home.subject == "home_address" and _overlap(home.words, span) for home in found)

    def _properties(self, relationship: Relationship) -> dict[str, Any]:
        plan, type = self._plan, relationship.type
        kind = plan.schema.relationships[type]
        wordless = type in _WITH_POSITIONS and plan.is_wordless(relationship.start)
        dates = self._treatment(relationship.start).stricter(self._treatment(relationship.end)).dates
        properties: dict[str, Any] = {}
        for name, value in relationship.properties.items():
            if name in ("entries", "spans") or (wordless and name in _POSITIONS):
                continue
            declared = kind.properties[name]
            rule = plan.profile.properties.get(f"{type}.{name}", "keep")
            new = generalise(value, dates) if declared.type == "date" else value
            new = generalise(new, rule) if declared.type == "date" else None if rule == "drop" else new
            if isinstance(new, str) and not declared.values and plan.names.is_in(new):
                new = None
            if new is not None:
                properties[name] = new
        return properties | self._evidence(relationship)

    def _evidence(self, relationship: Relationship) -> dict[str, Any]:
        """The entries it rests on, without the place of the words where these do not leave."""
        entries, spans = relationship.properties.get("entries"), relationship.properties.get("spans")
        if not isinstance(entries, list) or not isinstance(spans, list):
            return {}
        kept: dict[tuple[str, str], None] = {}
        for entry, span in zip(entries, spans, strict=True):
            if entry == PACK:
                kept[PACK, ""] = None
            elif (outside := self._ends.get(Key("Entry", str(entry)))) is not None:
                wordless = self._plan.is_wordless(Key("Entry", str(entry)))
                kept[outside.id, "" if wordless else str(span)] = None
        return {"entries": [entry for entry, _ in kept], "spans": [span for _, span in kept]}

    def _treatment(self, key: Key) -> Treatment:
        return self._plan.things.get(key) or self._plan.entries.get(key) or _UNTREATED


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _regions(plan: Plan) -> dict[Key, Key]:
    """For each place the region that it is in, itself if it is a region or a country."""
    graph = plan.told.graph
    around = {r.start: r.end for r in graph.relationships if r.type == "PART_OF" and r.start.label == "Place"}
    places = [node for node in graph.nodes if node.label == "Place"]
    return {node.key: region for node in places if (region := _region(node, around, graph.by_key))}


def _region(place: Node, around: Mapping[Key, Key], by_key: Mapping[Key, Node]) -> Key | None:
    key: Key | None = place.key
    for _ in range(len(around) + 1):
        if key is None or by_key[key].properties.get("kind") in ("region", "country"):
            return key
        key = around.get(key)
    return None
