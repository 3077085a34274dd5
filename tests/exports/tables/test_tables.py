"""Tables, opened by frictionless and openpyxl."""

import csv
import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest

from exports.tables.package import make_safe, write_package
from exports.tables.tables import Table, make_tables
from exports.tables.workbook import write_workbook
from kg.graph.value import Graph, Key, Node, Relationship, make_graph
from kg.schema.schema import load_schema
from kg.workspace import Workspace
from tests.conftest import Kg


@pytest.fixture(scope="module")
def graph(sample_workspace: Path) -> Graph:
    return Workspace.open(sample_workspace).graph()


@pytest.fixture(scope="module")
def made(graph: Graph) -> list[Table]:
    return make_tables(graph, load_schema())


def test_frictionless_finds_nothing_wrong(made: list[Table], tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed (extra readers)")
    write_package(made, tmp_path / "graph.zip")
    with zipfile.ZipFile(tmp_path / "graph.zip") as archive:
        archive.extractall(tmp_path / "graph")
    report = frictionless.validate(str(tmp_path / "graph" / "datapackage.json"), type="package")
    assert report.valid, report.flatten(["name", "fieldName", "rowNumber", "type", "note"])[:5]
    assert report.stats["tasks"] == len(made)


def test_every_row_of_the_graph_is_a_row_of_a_table(made: list[Table], graph: Graph, tmp_path: Path) -> None:
    write_package(made, tmp_path / "graph.zip")
    with zipfile.ZipFile(tmp_path / "graph.zip") as archive:
        described = json.loads(archive.read("datapackage.json"))
        rows = 0
        for resource in described["resources"]:
            heading, *read = csv.reader(io.StringIO(archive.read(resource["path"]).decode(), newline=""))
            assert heading == [field["name"] for field in resource["schema"]["fields"]]
            assert all(field["title"] for field in resource["schema"]["fields"])
            rows += len(read)
    assert rows == len(graph)


def test_a_workbook_has_a_sheet_for_each_table_and_one_that_describes_them(made: list[Table], tmp_path: Path) -> None:
    write_workbook(made, tmp_path / "graph.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "graph.xlsx", read_only=True)
    assert workbook.sheetnames == ["Columns", *(table.name for table in made)]
    described = [row[:3:2] for row in workbook["Columns"].iter_rows(min_row=2, values_only=True)]
    assert described == [(table.name, column.name) for table in made for column in table.columns]
    for table in made:
        assert sum(1 for _ in workbook[table.name].iter_rows(min_row=2)) == len(table.rows)


def test_the_same_graph_gives_the_same_bytes(made: list[Table], tmp_path: Path) -> None:
    for name in ("first", "second"):
        write_package(made, tmp_path / f"{name}.zip")
        write_workbook(made, tmp_path / f"{name}.xlsx")
    for ending in ("zip", "xlsx"):
        assert (tmp_path / f"first.{ending}").read_bytes() == (tmp_path / f"second.{ending}").read_bytes()


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＠a"])
def test_no_cell_is_a_formula(text: str, tmp_path: Path) -> None:
    assert make_safe(text) == f"'{text}" and make_safe(-1.5) == -1.5 and make_safe("a=1") == "a=1"
    person, entry = Node("Person", "p", {"id": "p", "name": text}), Node("Entry", "e", {"id": "e"})
    mention = Relationship("MENTIONS", Key("Entry", "e"), Key("Person", "p"), {"surface": text, "start": 0, "end": 2})
    tables = make_tables(make_graph([person, entry], [mention]), load_schema())
    write_package(tables, tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        cells = [
            cell
            for name in archive.namelist()
            if name.endswith(".csv")
            for row in csv.reader(io.StringIO(archive.read(name).decode(), newline=""))
            for cell in row
        ]
        assert "An apostrophe" in json.loads(archive.read("datapackage.json"))["description"]
    assert cells.count(f"'{text}") == 2 and text not in cells


def test_the_command_writes_both(kg: Kg, sample_workspace: Path, tmp_path: Path) -> None:
    for format, opened in (("csv", zipfile.is_zipfile), ("xlsx", openpyxl.load_workbook)):
        file = tmp_path / f"graph.{format}"
        result = kg(
            "export", "tables", "--format", format, "--profile", "public", "-o", file, workspace=sample_workspace
        )
        assert result.exit_code == 0, result.output + str(result.exception)
        assert "tables are in" in result.output and opened(file)
