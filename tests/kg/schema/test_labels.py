"""Every word of the schema has a label in each language; what is missing or unknown is named."""

import msgspec
import pytest

from kg.schema.labels import LANGUAGES, Labels, Language, find_problems, load_labels
from kg.schema.schema import load_schema


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_complete(language: Language) -> None:
    assert not find_problems(load_labels(language), load_schema())


def test_a_missing_and_an_unknown_label_are_named() -> None:
    labels = load_labels("ru")
    nodes = {name: label for name, label in labels.nodes.items() if name != "Stay"} | {"Ship": "корабль"}
    changed: Labels = msgspec.structs.replace(labels, nodes=nodes)
    assert find_problems(changed, load_schema()) == [
        "nodes: no label for Stay; add a line for each",
        "nodes: Ship not in kg/schema.yaml; correct or remove the line",
    ]
