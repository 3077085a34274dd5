"""The names that must not leave: those of protected people, as far as nothing else has them."""

from collections.abc import Collection, Iterator

from exports.profiles.words.scripts import NamesAcrossScripts, Scripts, names_across_scripts, words_across
from exports.profiles.words.secrets import Names, Secrets, secrets_of_names
from kg.graph.value import Graph, Key, Node
from kg.schema.labels import load_labels
from kg.schema.schema import Schema

_PUBLIC = frozenset({"Place", "Court", "Facility", "Provision"})


def names_to_hide(graph: Graph, protected: Collection[Key], schema: Schema, scripts: Scripts) -> Secrets:
    """The names of protected people that nobody has who stays named, and no place, court, facility or law.

    They are looked for in every script that ``scripts`` can read.
    """
    public = [*_words_of_the_vocabulary(schema)]
    for node in graph.nodes:
        if node.label in _PUBLIC or (node.label == "Person" and node.key not in protected):
            public += _names_of(node)
    hidden = (graph.by_key[key] for key in protected)
    names = (Names(frozenset(_names_of(n)), frozenset(_surname(n))) for n in hidden)
    return secrets_of_names(names, public, scripts)


def find_namesakes(graph: Graph, protected: Collection[Key], scripts: Scripts) -> Iterator[Key]:
    """Other people whose name in another script stands for that of a protected person.

    Who is meant cannot be told: a declined name is not always known to be the same person's.
    """
    hidden = [graph.by_key[key] for key in protected]
    names = [name for node in hidden for name in _names_of(node)]
    surnames = [surname for node in hidden for surname in _surname(node)]
    across = names_across_scripts(scripts, names, [*surnames, *names], [])
    for node in graph.nodes:
        if node.label == "Person" and node.key not in protected and _is_meant(_names_of(node), across):
            yield node.key


def _is_meant(spellings: Collection[str], across: NamesAcrossScripts) -> bool:
    """Whether one of some spellings is a protected name: all of it, not a surname beside another given name."""
    named = ((spelling, name) for spelling in spellings for name in across.find(spelling))
    return any(len(name) > 1 or len(words_across(spelling)) == 1 for spelling, name in named)


def _names_of(node: Node) -> list[str]:
    names = node.properties.get("names", [])
    listed = names if isinstance(names, list) else []
    return [str(name) for name in (node.properties.get("name"), node.properties.get("title"), *listed) if name]


def _surname(node: Node) -> list[str]:
    return [str(node.properties["surname"])] if "surname" in node.properties else []


def _words_of_the_vocabulary(schema: Schema) -> Iterator[str]:
    """What every export says by itself: kinds, properties, values, and their labels."""
    for kinds in (schema.nodes, schema.relationships):
        for name, kind in kinds.items():
            yield from (name, kind.about, *kind.properties)
    for values in schema.values.values():
        yield from values
    for language in ("en", "ru"):
        labels = load_labels(language)
        yield from labels.properties.values()
        yield from (label for values in labels.values.values() for label in values.values())
