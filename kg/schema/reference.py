"""The reference page of the vocabulary: ``python -m kg.schema.reference > docs/vocabulary.md``."""

from collections.abc import Iterator, Mapping

from kg.schema.schema import NodeKind, Property, RelationshipKind, Schema, load_schema

INTRODUCTION = """# The vocabulary of the graph

Derived from `kg/schema.yaml` by `python -m kg.schema.reference > docs/vocabulary.md`; a test compares the two. A
property that names or describes a human being is marked *protected*. Dates are ISO text, as exact as known (`2031`,
`2031-03`, `2031-03-07`). A relationship with *evidence* says which words it rests on, in two lists of one length:
`entries` (entry ids, or `pack` for what the jurisdiction pack knows by itself) and `spans` (`start-end`, characters
of that entry's text)."""


def render_vocabulary(schema: Schema) -> str:
    """The whole page as Markdown."""
    parts = [INTRODUCTION, "## Nodes", *(_node(name, kind) for name, kind in schema.nodes.items())]
    parts += ["## Relationships", *(_relationship(name, kind) for name, kind in schema.relationships.items())]
    parts += ["## Values", *(_values(name, values) for name, values in schema.values.items())]
    return "\n\n".join(parts) + "\n"


def _node(name: str, kind: NodeKind) -> str:
    marks = [f"key `{kind.key}`", f"shown as its `{kind.caption}`"]
    marks += [f"{what} `{term}`" for what, term in (("RDF", kind.rdf), ("FollowTheMoney", kind.ftm)) if term]
    marks += ["*protected*"] if kind.protected else []
    return f"### {name}\n\n{kind.about} ({'; '.join(marks)})\n\n" + "\n".join(_properties(kind.properties))


def _relationship(name: str, kind: RelationshipKind) -> str:
    marks = ["*evidence*"] if kind.evidence else []
    marks += ["*connects*: a path through it means a connection"] if kind.connects else []
    marks += [f"RDF `{kind.rdf}`"] if kind.rdf else []
    said = f" ({'; '.join(marks)})" if marks else ""
    ends = ", ".join(f"`{ends.replace('->', '→')}`" for ends in kind.ends)
    return "\n".join([f"### {name}", "", f"{kind.about}: {ends}.{said}", *_properties(kind.properties)])


def _properties(properties: Mapping[str, Property]) -> Iterator[str]:
    for name, declared in properties.items():
        marks: list[str] = [declared.type]
        marks += [f"values [{declared.values}](#{declared.values})"] if declared.values else []
        marks += ["*protected*"] if declared.protected else []
        marks += [f"RDF `{declared.rdf}`"] if declared.rdf else []
        about = f": {declared.about}" if declared.about else ""
        yield f"- `{name}` ({', '.join(marks)}){about}"


def _values(name: str, values: Mapping[str, str]) -> str:
    listed = "\n".join(f"- `{value}`" + (f": {about}" if about else "") for value, about in values.items())
    return f"### {name}\n\n{listed}"


if __name__ == "__main__":
    print(render_vocabulary(load_schema()), end="")
