"""The vocabulary: complete, consistent, and loud when it is not."""

import copy
from importlib import resources
from typing import Any

import pytest
import yaml

from ingest.errors import LexiconError
from kg.schema.schema import load_schema, parse_schema

# Design, "The graph's vocabulary": the kinds there are.
NODES = (
    "Campaign Case Charge Court Entry Event Facility Organisation Person Place Provision Report Sanction Source Stay"
)
TIES = (
    "AFFILIATED_WITH ARISES_FROM AT BEFORE CITES CONTRADICTS FACES IMPOSED_BY INVOLVED_IN IN_CASE IN_CUSTODY IN_REPORT"
    " LOCATED_IN MENTIONS PART_OF PARTY_TO RECEIVED RECORDS RELATED_TO REPLACES REPRESENTS UNDER"
)


def raw() -> Any:
    return yaml.safe_load(resources.files("kg").joinpath("schema.yaml").read_text(encoding="utf-8"))


def test_it_declares_the_design_s_kinds() -> None:
    schema = load_schema()
    assert sorted(schema.nodes) == NODES.split()
    assert sorted(schema.relationships) == sorted(TIES.split())


def test_a_mere_mention_never_connects() -> None:
    connecting = load_schema().connecting()
    assert "INVOLVED_IN" in connecting
    assert not {"MENTIONS", "IN_REPORT", "LOCATED_IN", "PART_OF", "UNDER", "ARISES_FROM"} & set(connecting)


def test_whatever_names_a_person_is_protected() -> None:
    person = load_schema().nodes["Person"]
    assert person.protected
    assert all(person.properties[name].protected for name in ("name", "surname", "given", "names"))


def change(raw: Any, path: str, value: Any) -> Any:
    *above, last = path.split("/")
    target: Any = copy.deepcopy(raw)
    place = target
    for key in above:
        place = place[key]
    place[last] = value
    return target


@pytest.mark.parametrize(
    "path, value, said",
    [
        ("nodes/Person/caption", "nickname", "Person has no property nickname"),
        ("nodes/Event/properties/type/values", "deeds", "unknown values deeds"),
        ("relationships/AT/ends", ["Event -> Room"], "unknown kind Room"),
        ("nodes/Person/rdf", "vcard:Individual", "unknown prefix"),
        ("nodes/Person/colour", None, "nodes"),
        ("relationships/AT/conects", True, "unknown field `conects`"),
    ],
)
def test_a_mistake_is_named(path: str, value: Any, said: str) -> None:
    with pytest.raises(LexiconError, match=said):
        parse_schema(change(raw(), path, value))
