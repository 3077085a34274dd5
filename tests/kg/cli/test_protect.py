"""``kg protect``, profiles and ``--preview`` on the command line."""

import json
import shutil
from pathlib import Path

import pytest

from ingest.errors import KgError
from kg.workspace import Workspace
from tests.conftest import Kg

TARGET = "Brenuvel Kaveth"


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


def test_a_damaged_key_is_refused(kg: Kg, workspace: Path) -> None:
    names_in_export(kg, workspace, "public")
    key = workspace / "export.key"
    assert key.stat().st_mode & 0o777 == 0o600
    key.write_bytes(key.read_bytes()[:20])
    result = kg("export", "rdf", "-o", workspace.parent / "x", workspace=workspace)
    assert isinstance(result.exception, KgError) and "Restore it" in str(result.exception)


def test_a_profile_of_one_s_own(kg: Kg, workspace: Path) -> None:
    settings = workspace / "kg.toml"
    own = '\n[profiles.press]\nextends = "public"\nkinds = {Source = "drop"}\npeople = {target = {name = "keep"}}\n'
    settings.write_text(settings.read_text(encoding="utf-8") + own, encoding="utf-8")
    assert TARGET in names_in_export(kg, workspace, "press")
    missing = kg("export", "rdf", "--profile", "pres", "-o", workspace.parent / "x", workspace=workspace)
    assert isinstance(missing.exception, KgError) and "public, press" in str(missing.exception)
