"""Nodes of the graph from the descriptions of a file."""

from collections.abc import Mapping

from ingest.errors import KgError
from kg.graph.value import Key, Node
from kg.rdf.descriptions import Descriptions, Said
from kg.rdf.meanings import Meanings
from kg.rdf.terms import class_name

_NEEDED: Mapping[str, str] = {"Event": "type", "Sanction": "kind"}
"""What a thing is nothing without."""


def read_nodes(descriptions: Descriptions, meanings: Meanings) -> dict[str, Node]:
    """The nodes that a file describes, by their addresses.

    A thing without an ``id`` is called by its address. Raises ``KgError`` for what cannot be one thing: two classes, a
    class that its standing contradicts, two things of one id, an entry that is in no report.
    """
    found: dict[str, Node] = {}
    keys: dict[Key, str] = {}
    for subject, said in descriptions.of.items():
        classes = [name for name in meanings.classes_of(said) if meanings.label_of(name)]
        if not classes:
            continue
        if len(classes) > 1:
            raise KgError(f"{subject} is a {classes[0]} and a {classes[1]}, and can be one of them")
        node = _node(subject, said, classes[0], meanings)
        if node.key in keys:
            raise KgError(f"{subject} and {keys[node.key]} have the same id, '{node.id}'")
        keys[node.key] = subject
        found[subject] = node
    return found


def require_reports(nodes: Mapping[str, Node]) -> None:
    """Raise ``KgError`` unless there is a report, and every entry has one: its id begins with the report's."""
    reports = {node.id for node in nodes.values() if node.label == "Report"}
    if not reports:
        raise KgError("there is no Report in it, and everything that is taken in rests on entries of reports")
    for subject, node in nodes.items():
        if node.label == "Entry" and node.id.rpartition("/")[0] not in reports:
            raise KgError(f"the entry {subject} is in no report: its id must be the report's, a slash and a number")


def _node(subject: str, said: Said, stated: str, meanings: Meanings) -> Node:
    label = meanings.label_of(stated) or stated
    try:
        properties = meanings.fixed_by(stated) | meanings.properties(label, said)
    except KgError as error:
        raise KgError(f"{subject}: {error}") from None
    if (needed := _NEEDED.get(label)) and needed not in properties:
        raise KgError(f"{subject} is a {label} without a {needed}, which says too little")
    key = meanings.schema.key_of(label)
    id = str(properties.setdefault(key, subject))
    if id.startswith("_:"):
        raise KgError(f"{subject} is a {label} with neither an address nor an {key}, so nobody could find it again")
    node = Node(label, id, properties)
    if class_name(node) != stated:
        raise KgError(f"{subject} is stated as {stated}, and its own properties make it a {class_name(node)}")
    return node
