"""``kg protect``, profiles and ``--preview`` on the command line."""

import json
import shutil
from pathlib import Path

import pytest

from ingest.errors import KgError
from kg.workspace import Workspace
from tests.conftest import SAMPLE, Kg

TARGET = "Brenuvel Kaveth"
JOURNALIST = "Talidora Ilvane"


@pytest.fixture
def workspace(sample_workspace: Path, tmp_path: Path) -> Path:
    shutil.copytree(sample_workspace, tmp_path / "casefile")
    return tmp_path / "casefile"


def names_in_export(kg: Kg, workspace: Path, profile: str, *more: str) -> set[str]:
    file = workspace.parent / "out.jsonld"
    options = ("--format", "jsonld", "--profile", profile, *more, "-o", file)
    result = kg("export", "rdf", *options, workspace=workspace)
    assert result.exit_code == 0, result.output + str(result.exception)
    graph = json.loads(file.read_text(encoding="utf-8"))["@graph"]
    return {str(thing["kg:name"]) for thing in graph if "kg:Person" in thing.get("@type", ())}


def test_consent_and_refusal_hold_until_undone(kg: Kg, workspace: Path) -> None:
    assert TARGET in names_in_export(kg, workspace, "partner") - names_in_export(kg, workspace, "public")
    given = kg("protect", TARGET, "--consent", "given", workspace=workspace)
    assert given.exit_code == 0, given.output + str(given.exception)
    assert "Consent given by decision" in given.output
    assert TARGET in names_in_export(kg, workspace, "public")
    assert "already decided" in kg("protect", TARGET, "--consent", "given", workspace=workspace).output
    refused = kg("protect", TARGET, "--consent", "refused", workspace=workspace)
    assert refused.exit_code == 0
    for profile in ("full", "partner", "public"):
        assert TARGET not in names_in_export(kg, workspace, profile)
    facts = kg("export", "facts", "--profile", "full", "-o", workspace.parent / "facts", workspace=workspace)
    assert isinstance(facts.exception, KgError) and "refused" in str(facts.exception)
    decision = next(d for d in reversed(Workspace.open(workspace).decisions()) if d.verb == "protect")
    assert kg("undo", decision.id, workspace=workspace).exit_code == 0
    assert TARGET in names_in_export(kg, workspace, "public")


def test_decisions_list_who_consented(kg: Kg, workspace: Path) -> None:
    kg("protect", TARGET, "--consent", "refused", workspace=workspace)
    listed = kg("decisions", workspace=workspace).output
    assert "consent refused" in listed and "in effect" in listed


def test_only_a_person_is_protected(kg: Kg, workspace: Path) -> None:
    result = kg("protect", "Ministry of Justice", "--consent", "given", workspace=workspace)
    assert isinstance(result.exception, KgError) and "no person" in str(result.exception)


def test_a_preview_writes_nothing_and_says_what_would_go(kg: Kg, workspace: Path) -> None:
    files = sorted(workspace.parent.iterdir())
    result = kg("export", "rdf", "--profile", "public", "--preview", workspace=workspace)
    assert result.exit_code == 0, result.output
    assert "Nothing was written" in result.output and "relative" in result.output and "→ Person" in result.output
    assert sorted(workspace.parent.iterdir()) == files


def test_receivers_get_other_pseudonyms(kg: Kg, workspace: Path) -> None:
    acme, again, bureau = (
        names_in_export(kg, workspace, "public", "--receiver", name) for name in ("Acme", "acme ", "Bureau")
    )
    assert acme == again
    assert not {name for name in acme & bureau if name.startswith(("Person ", "Minor "))}


def flip(key: Path) -> None:
    digits = key.read_bytes()
    key.write_bytes(digits[:9] + (b"a" if digits[9:10] != b"a" else b"b") + digits[10:])


DAMAGES = {"cut": lambda key: key.write_bytes(key.read_bytes()[:20]), "changed": flip, "lost": lambda key: key.unlink()}


@pytest.mark.parametrize("damage", DAMAGES)
def test_no_export_goes_on_with_another_key(kg: Kg, workspace: Path, damage: str) -> None:
    before = names_in_export(kg, workspace, "public")
    key, out = workspace / "export.key", workspace.parent / "x"
    assert key.stat().st_mode & 0o777 == 0o600
    whole = key.read_bytes()
    DAMAGES[damage](key)
    result = kg("export", "rdf", "-o", out, workspace=workspace)
    assert isinstance(result.exception, KgError) and "Restore it" in str(result.exception) and not out.exists()
    assert any("export.key" in problem for problem in Workspace.open(workspace).check())
    key.write_bytes(whole)
    assert names_in_export(kg, workspace, "public") == before and Workspace.open(workspace).check() == []


def test_a_key_of_an_earlier_version_is_read(kg: Kg, workspace: Path) -> None:
    before = names_in_export(kg, workspace, "public")
    key = workspace / "export.key"
    key.write_bytes(key.read_bytes()[:64] + b"\n")
    (workspace / "export.key.made").unlink()
    assert names_in_export(kg, workspace, "public") == before


def test_consent_and_key_survive(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    """A backup, another machine, a report that comes in again, and a colleague's journal."""
    assert kg("protect", TARGET, "--consent", "refused", workspace=workspace).exit_code == 0
    before = names_in_export(kg, workspace, "public")
    assert TARGET not in names_in_export(kg, workspace, "full")
    assert kg("backup", tmp_path / "b.zip", workspace=workspace).exit_code == 0
    other = tmp_path / "other" / "casefile"
    assert kg("restore", tmp_path / "b.zip", workspace=other).exit_code == 0
    assert names_in_export(kg, other, "public") == before
    assert kg("rebuild", workspace=other).exit_code == 0
    assert kg("ingest", SAMPLE / "2031-03.txt", workspace=other).exit_code == 0
    assert names_in_export(kg, other, "public") == before
    assert kg("decisions", "export", tmp_path / "journal.jsonl", workspace=workspace).exit_code == 0
    fresh = tmp_path / "fresh" / "casefile"
    assert kg("ingest", SAMPLE / "2031-03.txt", SAMPLE / "2031-04.txt", workspace=fresh).exit_code == 0
    assert TARGET in names_in_export(kg, fresh, "full")
    assert kg("decisions", "import", tmp_path / "journal.jsonl", workspace=fresh).exit_code == 0
    assert TARGET not in names_in_export(kg, fresh, "full")


def test_a_profile_of_one_s_own(kg: Kg, workspace: Path) -> None:
    settings = workspace / "kg.toml"
    own = '\n[profiles.press]\nextends = "public"\nkinds = {Source = "drop"}\npeople = {target = {name = "keep"}}\n'
    settings.write_text(settings.read_text(encoding="utf-8") + own, encoding="utf-8")
    assert JOURNALIST in names_in_export(kg, workspace, "press") - names_in_export(kg, workspace, "public")
    missing = kg("export", "rdf", "--profile", "pres", "-o", workspace.parent / "x", workspace=workspace)
    assert isinstance(missing.exception, KgError) and "public, press" in str(missing.exception)
