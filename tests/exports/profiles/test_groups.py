"""Each rule about people takes those in its examples, and leaves those who are one word away."""

from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import msgspec
import pytest

import exports.profiles.people as people
from exports.profiles.people.groups import RULES, Signs, group_of
from exports.profiles.people.told import gather
from exports.profiles.profile import GROUPS, Group
from exports.profiles.words.sensitive_words import SensitiveWords
from ingest.jurisdictions.packs import load_jurisdiction
from kg.explain.rule_examples import load_file, read_example
from kg.rows.build import build

VELMORIA = load_jurisdiction("velmoria")


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: str
    who: tuple[str, ...]


class Examples(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    fits: tuple[Example, ...]
    leaves: tuple[Example, ...]


def examples() -> Mapping[Group, Examples]:
    return load_file(Path(people.__file__).parent / "examples.yaml", dict[Group, Examples])


def groups_in(text: str) -> dict[str, Group]:
    """The group of everybody whom an entry names, by each of their names."""
    graph = build(read_example((text,), "velmoria"), VELMORIA).graph
    signs = Signs(gather(graph), SensitiveWords(VELMORIA))
    found = {}
    for person in signs.told.people.values():
        names = person.node.properties["names"]
        assert isinstance(names, list)
        given = f"{person.node.properties.get('given')} {person.node.properties.get('surname')}"
        found |= dict.fromkeys([*names, given], group_of(person, signs))
    return found


CASES = [(group, e, True) for group, some in examples().items() for e in some.fits] + [
    (group, e, False) for group, some in examples().items() for e in some.leaves
]


@pytest.mark.parametrize(("group", "example", "fits"), CASES, ids=lambda value: str(value)[:70])
def test_example(group: Group, example: Example, fits: bool) -> None:
    found = groups_in(example.text)
    assert set(example.who) <= set(found), f"nobody of that name is read: {sorted(found)}"
    assert all((found[name] == group) == fits for name in example.who), found


def test_every_rule_has_examples_of_both_kinds() -> None:
    assert [rule.group for rule in RULES] == list(GROUPS) == list(get_args(Group))
    assert set(examples()) == set(GROUPS) - {"speaker", "other"}  # a role alone, or none
    assert all(some.fits and some.leaves for some in examples().values())
