"""``kg find`` on the sample: what it prints, and what a generation without an index says."""

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import Kg


def test_people_are_found_in_any_alphabet_with_id_and_count(kg: Kg, sample_workspace: Path) -> None:
    result = kg("find", "Халмувел", "О.", workspace=sample_workspace)
    assert result.exit_code == 0, result.output
    assert "Halmuvel Oswen  person, mentioned in 4 entries" in result.output
    assert "\n  person-2a7ac6d01a55c488\n" in result.output


def test_articles_and_entries_are_found(kg: Kg, sample_workspace: Path) -> None:
    output = kg("find", "207/2", workspace=sample_workspace).output
    assert output.startswith("CC:207/2  provision, mentioned in 6 entries\n")
    assert "2031-04/42  …" in output


def test_lines_fit_eighty_columns_but_for_addresses(kg: Kg, sample_workspace: Path) -> None:
    output = kg("find", "ishkarra", "--limit", 50, workspace=sample_workspace).output
    assert len(output.splitlines()) > 25
    assert [line for line in output.splitlines() if len(line) > 80 and "://" not in line] == []


def test_words_in_quotation_marks_stand_side_by_side(kg: Kg, sample_workspace: Path) -> None:
    found = json.loads(kg("find", '"city court read"', "--format", "json", workspace=sample_workspace).output)
    assert [hit["id"] for hit in found["entries"]] == ["2031-04/44"] and found["things"] == []
    text = found["entries"][0]["words"]
    assert [text["text"][start:end] for start, end in text["marks"]][:3] == ["city", "court", "read"]


def test_what_is_not_found_is_said_with_the_nearest_names(kg: Kg, sample_workspace: Path) -> None:
    result = kg("find", "Halmovel Oswin", workspace=sample_workspace)
    assert result.exit_code == 0
    assert "Nothing has these words. The most similar names:\n  Halmuvel Oswen (person-" in result.output
    assert kg("find", "qqxxzz", workspace=sample_workspace).output == "Nothing has these words.\n"


def test_exact_words_are_found_as_they_are_spelled(kg: Kg, sample_workspace: Path) -> None:
    assert "person-17816d1f4ed068c1" in kg("find", "--exact", "Talydora", workspace=sample_workspace).output
    assert "Nothing has these words." in kg("find", "--exact", "Talldora", workspace=sample_workspace).output


def test_more_is_said(kg: Kg, sample_workspace: Path) -> None:
    output = kg("find", "court", "--limit", "2", workspace=sample_workspace).output
    assert "--limit 4 shows more, a further word fewer" in output and "older ones: --limit 4" in output


def test_a_server_is_not_searched(sample_workspace: Path) -> None:
    from click.testing import CliRunner

    from kg.cli.main import kg as command

    result = CliRunner().invoke(
        command, ["-w", str(sample_workspace), "--store", "bolt://127.0.0.1:1", "find", "halmuvel"]
    )
    assert result.exit_code == 1 and "Leave out --store" in str(result.exception)


@pytest.mark.parametrize("damage", ["gone", "changed", "not written"])
def test_a_damaged_index_is_named(kg: Kg, sample_workspace: Path, tmp_path: Path, damage: str) -> None:
    workspace = Path(shutil.copytree(sample_workspace, tmp_path / "casefile"))
    (index,) = workspace.glob("graph/gen-*/search.sqlite")
    if damage == "changed":
        data = bytearray(index.read_bytes())
        data[len(data) // 2] ^= 1
        index.write_bytes(data)
    else:
        index.unlink()
    if damage == "not written":
        manifest = index.with_name("manifest.json")
        hashes = json.loads(manifest.read_bytes())
        del hashes["search.sqlite"]
        manifest.write_text(json.dumps(hashes), encoding="utf-8")
    result = kg("find", "halmuvel", workspace=workspace)
    assert result.exit_code == 1 and "kg rebuild" in str(result.exception)
    assert kg("rebuild", workspace=workspace).exit_code == 0
    assert "Halmuvel Oswen" in kg("find", "halmuvel", workspace=workspace).output
