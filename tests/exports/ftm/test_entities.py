"""The entities, read by FollowTheMoney's own library: it takes every one, and every value as it is written.

The library leaves out what it cannot read and says nothing, so each value is looked for after it was read.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from exports.ftm.entity import make_entity, web_address
from tests.conftest import Kg

followthemoney = pytest.importorskip(
    "followthemoney", reason="FollowTheMoney's library is not installed (extra readers)"
)

HARM = {"sanction", "crime", "wanted", "poi"}


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory, kg: Kg, sample_workspace: Path) -> list[dict[str, Any]]:
    file = tmp_path_factory.mktemp("ftm") / "graph.ftm.json"
    result = kg("export", "ftm", "--profile", "full", "-o", file, workspace=sample_workspace)
    assert result.exit_code == 0, result.output + str(result.exception)
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def left_out(line: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Values of an entity that the library leaves out or changes: schema, property, value."""
    read = followthemoney.EntityProxy.from_dict(line, cleaned=False)
    return [
        (line["schema"], name, value)
        for name, values in line["properties"].items()
        for value in values
        if value not in read.get(name, quiet=True)
    ]


def test_the_library_leaves_nothing_out(lines: list[dict[str, Any]]) -> None:
    assert len(lines) > 500
    assert [lost for line in lines for lost in left_out(line)] == []


def test_every_entity_is_valid_and_every_link_leads_to_one_of_the_kind_it_may(lines: list[dict[str, Any]]) -> None:
    schemata = {line["id"]: followthemoney.model[line["schema"]] for line in lines}
    assert len(schemata) == len(lines)
    for line in lines:
        schema = schemata[line["id"]]
        assert not schema.abstract
        schema.validate(line)
        assert all(line["properties"].get(name) for name in schema.required), line
        for name, values in line["properties"].items():
            declared = schema.get(name)
            if declared.type.name == "entity":
                assert all(schemata[value].is_a(declared.range) for value in values), (line["schema"], name)


def test_nobody_is_filed_among_the_sanctioned(lines: list[dict[str, Any]]) -> None:
    kinds = Counter(line["schema"] for line in lines)
    assert not {"Sanction", "Risk"} & kinds.keys()
    assert kinds["Person"] > 20 and kinds["PublicBody"] > 5 and kinds["Event"] > 100 and kinds["CourtCase"] > 5
    for line in lines:
        assert "topics" not in line["properties"] and "programId" not in line["properties"]
        assert not HARM & set(followthemoney.EntityProxy.from_dict(line).get("topics", quiet=True))


def test_a_court_is_a_public_body_and_a_charge_an_event(lines: list[dict[str, Any]]) -> None:
    by_start = {line["id"].partition("-")[0]: set[str]() for line in lines}
    for line in lines:
        by_start[line["id"].partition("-")[0]].add(line["schema"])
    assert by_start["court"] == by_start["facility"] == {"PublicBody"}
    assert by_start["charge"] == by_start["event"] == by_start["stay"] == by_start["sanction"] == {"Event"}
    assert by_start["provision"] == {"Document"}


def test_what_is_alleged_or_requested_says_so(lines: list[dict[str, Any]]) -> None:
    roles = Counter(role for line in lines for role in line["properties"].get("role", ()))
    assert roles["allegedly underwent"] and roles["underwent"] and roles["requested against"]
    requested = [line for line in lines if "sanction status: requested" in str(line["properties"].get("summary"))]
    alleged = [line for line in lines if "standing: alleged" in str(line["properties"].get("summary")).lower()]
    assert alleged and all("(alleged)" in line["properties"]["name"][0] for line in alleged)
    assert all("(requested)" in line["properties"]["name"][0] for line in requested)


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example/a b?q=x y",
        "https://news.example/[1]",
        "HTTP://News.example",
        "https://новости.example/статья",
        "https://news.example/a?b=%D0%B0&c=<d>#e f",
        "ftp://news.example/a",
        "www.news.example/a",
        "https://localhost/a",
        "https://[broken/a",
        "",
    ],
)
def test_an_address_is_written_as_the_library_keeps_it_or_not_at_all(url: str) -> None:
    entity = make_entity("source-1", "Document", fileName="a", sourceUrl=web_address(url))
    assert left_out(entity.as_json()) == []


@pytest.mark.parametrize("text", ["a\x00b", "  two  words ", "e\u0301", "\u202eabc", "line\nline", "“quoted”"])
def test_a_text_is_written_as_the_library_keeps_it(text: str) -> None:
    entity = make_entity("person-1", "Person", name=text, notes=text)
    assert left_out(entity.as_json()) == []
