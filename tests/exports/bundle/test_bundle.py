"""A bundle proves itself to whoever has only it; what was changed, added or made to harm is refused."""

import json
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from exports.bundle.parts import PARTS
from ingest.errors import KgError
from kg.rdf.bundle.manifest import MANIFEST, SIGNATURE
from kg.rdf.bundle.verification import verify_bundle
from tests.conftest import Kg
from tests.exports.bundle.changes import CHANGES, ISSUED, needs_openssh, rewritten

STRANGER = Path(__file__).with_name("stranger.py")


@needs_openssh
def test_a_stranger_verifies_it_and_gets_answers(signed: Path, keys: Path, tmp_path: Path) -> None:
    copy = shutil.copy(STRANGER, tmp_path)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, copy, signed, keys / "committee.signers"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answers = json.loads(done.stdout)
    charged = {row["name"]: row for row in answers["charged_under"]}
    assert {"Estridor Lomar", "Halmuvel Oswen", "Mordevant I."} <= set(charged)
    lomar = charged["Estridor Lomar"]
    assert lomar["provision"] == "CC:207/2" and lomar["first"] == "2031-04-01"
    assert "Lomar" in lomar["quotes"] and "#" in lomar["evidence"] and "https://" in lomar["sources"]
    assert {"Korvidor Shemar"} <= {row["name"] for row in answers["in_custody"]}
    assert ("Ashgavel D.", "P7Y") in {(row["name"], row.get("duration")) for row in answers["requested_only"]}


@needs_openssh
def test_it_says_what_is_in_it_and_who_signed_it(signed: Path, keys: Path, kg: Kg, tmp_path: Path) -> None:
    with zipfile.ZipFile(signed) as archive:
        names, readme = archive.namelist(), archive.read("README.md").decode()
    assert names == sorted(names)
    assert {
        "graph.ttl",
        "graph.trig",
        "facts.jsonl",
        "graph.ftm.json",
        "casegraph.ttl",
        "shapes.ttl",
        MANIFEST,
        SIGNATURE,
    } <= set(names)
    assert "$(" not in readme and "graph.trig" in readme
    manifest = verify_bundle(signed).manifest
    assert manifest.profile == "full" and manifest.issued == "2031-05-01" and manifest.counts["Report"] == 2
    result = kg("verify", signed, "--signers", keys / "committee.signers", workspace=tmp_path)
    assert result.exit_code == 0 and "Signed by committee@example.org" in result.output
    result = kg("verify", signed, workspace=tmp_path)
    assert "Signed with the key ED25519" in result.output and "committee" not in result.output.replace(str(signed), "")


@needs_openssh
def test_another_signer_or_none_is_refused(signed: Path, bundle: Path, keys: Path) -> None:
    with pytest.raises(KgError, match=r"not in .*stranger\.signers"):
        verify_bundle(signed, keys / "stranger.signers")
    with pytest.raises(KgError, match="it is not signed"):
        verify_bundle(bundle, keys / "committee.signers")


def test_the_same_day_gives_the_same_bytes(bundle: Path, sample_workspace: Path, tmp_path: Path) -> None:
    program = "from kg.cli import run; run()"
    again = tmp_path / "again.zip"
    arguments = ["-w", sample_workspace, "export", "bundle", "--format", "turtle", *ISSUED, "-o", again]
    root = str(Path(__file__).parents[3])
    environment = os.environ | {"PYTHONPATH": root, "PYTHONHASHSEED": "7"}
    subprocess.run([sys.executable, "-c", program, *arguments], env=environment, check=True, capture_output=True)
    assert again.read_bytes() == bundle.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["again.zip"]


def test_facts_leave_in_full_alone(sample_workspace: Path, tmp_path: Path, kg: Kg) -> None:
    result = kg("export", "bundle", "--format", "facts", "-o", tmp_path / "b.zip", workspace=sample_workspace)
    assert isinstance(result.exception, KgError) and "--profile full" in str(result.exception)
    assert list(tmp_path.iterdir()) == [] and "facts" in PARTS


def test_a_preview_writes_nothing(sample_workspace: Path, tmp_path: Path, kg: Kg) -> None:
    result = kg("export", "bundle", "--preview", workspace=sample_workspace)
    assert result.exit_code == 0 and "Nothing was written" in result.output


@pytest.mark.parametrize(("change", "message"), CHANGES.values(), ids=CHANGES)
def test_what_was_changed_is_refused(
    change: Callable[[dict[str, bytes]], None], message: str, bundle: Path, tmp_path: Path, kg: Kg
) -> None:
    file = rewritten(bundle, tmp_path / "changed.zip", change)
    result = kg("verify", file, workspace=tmp_path / "none")
    assert isinstance(result.exception, KgError)
    with pytest.raises(KgError, match=message):
        verify_bundle(file)
    assert [path.name for path in tmp_path.iterdir()] == ["changed.zip"]


@needs_openssh
def test_a_manifest_changed_after_it_was_signed_is_refused(signed: Path, tmp_path: Path) -> None:
    def change(files: dict[str, bytes]) -> None:
        files[MANIFEST] = files[MANIFEST].replace(b'"profile": "full"', b'"profile": "open"')

    with pytest.raises(KgError, match="does not fit the manifest"):
        verify_bundle(rewritten(signed, tmp_path / "changed.zip", change))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_links_and_two_files_of_one_name_are_refused(bundle: Path, tmp_path: Path) -> None:
    linked, twice = (Path(shutil.copy(bundle, tmp_path / name)) for name in ("linked.zip", "twice.zip"))
    link = zipfile.ZipInfo("link")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(linked, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    with zipfile.ZipFile(twice, "a") as archive:
        archive.writestr("README.md", "other")
    with pytest.raises(KgError, match="'link' is a link"):
        verify_bundle(linked)
    with pytest.raises(KgError, match=r"'README\.md' is in it twice"):
        verify_bundle(twice)


def test_a_byte_changed_anywhere_changes_no_file_unseen(bundle: Path, tmp_path: Path) -> None:
    """Where the archive's own bookkeeping is hit, such as a time, the files may still be whole: then they are equal."""
    data = bundle.read_bytes()
    with zipfile.ZipFile(bundle) as archive:
        whole = {name: archive.read(name) for name in archive.namelist()}
    refused = 0
    for place in range(3, len(data), len(data) // 60):
        file = tmp_path / "changed.zip"
        file.write_bytes(data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :])
        try:
            verify_bundle(file)
        except KgError:
            refused += 1
            continue
        with zipfile.ZipFile(file) as archive:
            assert {name: archive.read(name) for name in archive.namelist()} == whole
    assert refused >= 50


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text.zip").write_text("no archive")
    with pytest.raises(KgError, match="not a whole zip archive"):
        verify_bundle(tmp_path / "text.zip")
    with pytest.raises(KgError):
        verify_bundle(tmp_path)
