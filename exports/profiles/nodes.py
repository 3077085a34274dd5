"""Nodes as a plan lets them out."""

from typing import Any

from exports.profiles.plan import TOLD, Plan, leaving_out
from exports.profiles.profile import DateRule, PropertyRule, Treatment
from exports.profiles.record import Record
from exports.profiles.words.sensitive_words import mask
from kg.graph.value import Key, Node
from kg.schema.schema import Property, PropertyType

# A name that a place, a body of the state or a law has is public.
_PUBLIC_NAMES = frozenset({"Place", "Court", "Facility", "Provision"})
_NAMES_OF_PEOPLE = frozenset({"name", "surname", "given", "names"})
_TEXTS: frozenset[PropertyType] = frozenset({"string", "strings"})
# What an entry says of itself that leads to its words.
_OF_WORDS = frozenset({"number", "publishers"})
# How much is told of a person, which the relationships beside them say anyway.
_COUNTED = frozenset({"days_targeted", "entries_naming", "reports_naming"})
_UNTREATED = Treatment()


class NodeWriter:
    """Makes each node as it leaves, and counts what happened to it."""

    def __init__(self, plan: Plan, record: Record) -> None:
        self._plan = plan
        self._record = record

    def write(self, node: Node) -> Node | None:
        """The node as it leaves; ``None`` if it does not."""
        self._record.turn_to(node.key)
        if self._plan.profile.kinds.get(node.label) == "drop":
            self._record.add("left out", node.label, "kind left out")
            return None
        if node.label == "Person":
            return self._person(node)
        if node.label == "Source":
            return self._source(node)
        return self._other(node)

    def _person(self, node: Node) -> Node | None:
        plan, key = self._plan, node.key
        treatment, why = plan.people[key], plan.why[key].replace("_", " ")
        caption = str(node.properties.get("name", node.id))
        if treatment.name == "drop":
            self._record.add("left out", "Person", why, caption)
            return None
        if treatment.name == "keep":
            self._record.add("kept", "Person", why)
            return self._other(node)
        name = plan.pseudonyms.name(key, "Minor" if plan.why[key] == "minor" else "Person")
        self._record.add("changed", "Person", why, f"{caption} → {name}")
        counted = {k: v for k, v in node.properties.items() if k in _COUNTED}
        id = plan.id(key)
        return Node("Person", id, {"id": id, "name": name, **counted})

    def _source(self, node: Node) -> Node | None:
        link = self._plan.links[node.key]
        if link.url is None:
            self._record.add("left out", "Source", f"{link.kind} address", node.id)
            return None
        if link.url == node.id:
            self._record.add("kept", "Source", f"{link.kind} address")
            return node
        self._record.add("changed", "Source", f"{link.kind} address", f"{node.id} → {link.url}")
        return Node("Source", link.url, {**node.properties, "url": link.url})

    def _other(self, node: Node) -> Node:
        plan, kind = self._plan, self._plan.schema.nodes[node.label]
        properties: dict[str, Any] = {}
        for name, value in node.properties.items():
            new = self._value(node, name, value, kind.properties[name])
            if new is not None:
                properties[name] = new
        id = plan.id(node.key)
        if kind.key in properties or id != node.id:
            properties[kind.key] = id
        if kind.caption in node.properties and kind.caption not in properties:
            properties[kind.caption] = plan.pseudonyms.name(node.key)
        return Node(node.label, id, dict(sorted(properties.items())))

    def _value(self, node: Node, name: str, value: Any, declared: Property) -> Any:
        """A value as it leaves; ``None`` if it does not."""
        rule = self._plan.profile.properties.get(f"{node.label}.{name}", "keep")
        if rule == "drop":
            self._left_out(node, name, "property left out")
            return None
        if declared.type == "date":
            return generalise(generalise(value, self._treatment(node.key).dates), rule)
        if name == "account_of":
            return self._plan.id(Key(node.label, str(value)))
        if node.label == "Entry" and name == "text":
            return self._text(node, value)
        if node.label == "Entry" and name in _OF_WORDS:
            return None if self._plan.is_wordless(node.key) else value
        is_key = name == self._plan.schema.key_of(node.label)
        if is_key or declared.values or declared.type not in _TEXTS:
            return value
        return self._words(node, name, value, declared)

    def _text(self, node: Node, text: str) -> str | None:
        if self._plan.is_wordless(node.key):
            named = node.key in self._plan.entries
            self._left_out(node, "text", "names a protected person" if named else "free text left out")
            return None
        found = self._plan.found[node.id]
        if not found:
            self._record.add("kept", "Entry.text", "nothing protected is in it")
            return text
        for subject in sorted({sensitive.subject for sensitive in found}):
            words = next(text[slice(*s.words)] for s in found if s.subject == subject)
            self._record.add("changed", "Entry.text", subject.replace("_", " "), words)
        return mask(text, [sensitive.span for sensitive in found])

    def _words(self, node: Node, name: str, value: Any, declared: Property) -> Any:
        """Words of a text: left out where they name or describe somebody protected."""
        if node.label in _PUBLIC_NAMES or (node.label == "Person" and name in _NAMES_OF_PEOPLE):
            return value
        if isinstance(value, list):
            return [part for part in value if self._may_leave(node, name, part, declared)]
        return value if self._may_leave(node, name, value, declared) else None

    def _may_leave(self, node: Node, name: str, text: str, declared: Property) -> bool:
        plan = self._plan
        if plan.names.is_in(text):
            self._left_out(node, name, "names a protected person")
        elif not declared.protected:
            return True
        elif node.label in TOLD and node.key in plan.things:
            self._left_out(node, name, "told of a protected person")
        elif plan.profile.texts == "drop" or leaving_out(plan.profile, plan.sensitive, text):
            self._left_out(node, name, "free text")
        else:
            return True
        return False

    def _treatment(self, key: Key) -> Treatment:
        return self._plan.things.get(key) or self._plan.entries.get(key) or _UNTREATED

    def _left_out(self, node: Node, name: str, why: str) -> None:
        self._record.add("left out", f"{node.label}.{name}", why)


def generalise(value: Any, rule: DateRule | PropertyRule) -> Any:
    """A date as exact as a rule lets it be; ``None`` if it does not leave."""
    if value is None or rule == "drop":
        return None
    return str(value)[: {"month": 7, "year": 4}.get(rule)]
