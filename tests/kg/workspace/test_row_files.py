"""Files of rows beside the graph: written with the generation, checked by its manifest, absent from older ones."""

import hashlib
import json
from pathlib import Path

import msgspec
import pytest

from kg.stores import StoreDamaged
from kg.workspace import Workspace
from kg.workspace.derived_rows import MENTIONS
from kg.workspace.files.layout import Layout
from kg.workspace.files.row_files import RowFile
from tests.kg.workspace.fake_rules import MARCH, RULES, write_report


class Visit(msgspec.Struct, frozen=True):
    who: str
    times: int


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = Workspace.create(tmp_path / "casefile", RULES)
    made.ingest([write_report(tmp_path, "march.txt", MARCH)])
    return made


def test_rows_come_back_as_they_were_written(workspace: Workspace) -> None:
    file = RowFile("visits.jsonl", Visit)
    generation = Layout(workspace.folder).generation("gen-0001")
    rows = [Visit("Orvane Ilka", 2), Visit("Tamsel Brio", 1)]
    file.write(generation.folder, rows)
    assert file.read(generation) is None, "the manifest does not name it"
    assert "visits.jsonl" in workspace.check()[0], "a file that the manifest does not name"
    manifest = json.loads(generation.manifest.read_bytes())
    manifest[file.name] = hashlib.sha256((generation.folder / file.name).read_bytes()).hexdigest()
    generation.manifest.write_text(json.dumps(manifest))
    assert file.read(generation) == rows


def test_every_mention_of_the_graph_has_a_row(workspace: Workspace) -> None:
    rows = workspace.read_rows(MENTIONS)
    assert rows is not None
    assert {row.mention: row.thing for row in rows} == dict(workspace.build().ids)
    assert [row.mention for row in rows] == sorted(row.mention for row in rows)


def test_a_workspace_without_a_graph_has_no_rows(tmp_path: Path) -> None:
    assert Workspace.create(tmp_path / "casefile", RULES).read_rows(MENTIONS) is None


@pytest.mark.parametrize("how", ["gone", "changed"])
def test_a_damaged_file_is_refused(workspace: Workspace, how: str) -> None:
    path = workspace.folder / "graph" / "gen-0001" / "mentions.jsonl"
    if how == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(StoreDamaged, match="kg rebuild"):
        workspace.read_rows(MENTIONS)
    assert "mentions.jsonl" in workspace.check()[0]
