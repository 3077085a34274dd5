"""Facts in the guide's shape: every field there, names as in `persons`, nothing where there is nothing."""

import json
from pathlib import Path
from typing import Any

from exports.facts import facts_rows, write_facts
from kg.build import build
from tests.kg.build.test_build import COUNTRY, MONTH

FIELDS = (
    "id footnotes sources date places persons charges sanctions courts facilities organisations acts events relations"
    " threads"
)


def rows(spans: bool = False) -> list[dict[str, Any]]:
    built = build([MONTH], COUNTRY)
    return list(facts_rows([(MONTH.id, MONTH.facts)], built.persons, built.threads, spans))


def test_every_field_is_there_in_the_guide_s_order() -> None:
    assert all(list(row) == FIELDS.split() for row in rows())


def test_an_entry_reads_as_the_guide_says() -> None:
    first = rows()[0]
    (person,) = first["persons"]
    assert (person["surname"], person["given"], person["role"]) == ("Orvin", "Tasel", "target")
    assert person["id"].startswith("person-")
    assert "office" not in person
    assert first["sources"] == ["https://news.example/1"]
    assert first["sanctions"] == [
        {
            "person": "Orvin Tasel",
            "kind": "administrative_arrest",
            "duration": "P10D",
            "amount": None,
            "status": "imposed",
        }
    ]
    assert first["acts"][0]["by"] == ["city court"]
    assert first["events"] == ["sentence"]
    assert first["threads"][0].startswith("proceeding:case-")


def test_names_in_facts_are_spelled_as_in_persons() -> None:
    for row in rows():
        names = {" ".join(filter(None, (p["surname"], p["given"]))) for p in row["persons"]}
        bodies = {*row["courts"], *row["facilities"], *row["organisations"]}
        for act in row["acts"]:
            assert {*act["to"], *act["by"]} <= names | bodies
        assert {c["person"] for c in row["charges"]} <= names | {None}
        assert {end for r in row["relations"] for end in (r["from"], r["to"])} <= names


def test_details_stand_only_where_there_are_some() -> None:
    refused = rows()[4]["acts"][0]
    assert refused == {
        "type": "assembly_refusal",
        "to": ["Nadir Quell"],
        "by": ["city akimat"],
        "at": None,
        "next": "2031-03-20",
        "reason": "repair works",
    }


def test_spans_are_the_words_of_each_fact() -> None:
    for row, facts in zip(rows(spans=True), MONTH.facts.entries, strict=True):
        for person in row["persons"]:
            words = {facts.entry.text[start:end] for start, end in person["spans"]}
            assert " ".join(filter(None, (person["surname"], person["given"]))) in words
        assert len(row["spans"]["courts"]) == len(row["courts"])


def test_campaigns_are_threads() -> None:
    threads = [row["threads"] for row in rows()]
    assert threads[4] == threads[5] and threads[4][-1].startswith("campaign:")


def test_the_file_is_one_object_a_line(tmp_path: Path) -> None:
    write_facts(rows(), tmp_path / "facts.jsonl")
    lines = (tmp_path / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [row["id"] for row in rows()]
