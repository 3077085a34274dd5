"""A bundle comes into a workspace only whole: verified first, then its graph, and nothing where a byte was changed."""

import hashlib
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.rdf.bundle.manifest import MANIFEST
from kg.workspace import Workspace
from tests.conftest import Kg
from tests.exports.bundle.changes import CHANGES, ISSUED, needs_openssh, rewritten


def bytes_in(folder: Path) -> dict[str, str]:
    """The hash of every file, but for locks and the cache."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and "lock" not in path.name)
    files = (path for path in files if path.parent.name != "cache")
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    Workspace.create(tmp_path / "casefile")
    return tmp_path / "casefile"


@pytest.fixture(scope="module")
def whole(sample_workspace: Path, tmp_path_factory: pytest.TempPathFactory, kg: Kg) -> Path:
    """Of the sample, with everything in it."""
    file = tmp_path_factory.mktemp("whole") / "whole.zip"
    options = ("--profile", "full", "--format", "trig", "--format", "turtle", *ISSUED)
    result = kg("export", "bundle", *options, "-o", file, workspace=sample_workspace)
    assert result.exit_code == 0, result.output + str(result.exception)
    return file


def test_its_graph_is_the_senders(whole: Path, sample_workspace: Path, empty: Path, kg: Kg) -> None:
    result = kg("ingest", whole, workspace=empty)
    assert result.exit_code == 0, result.output + str(result.exception)
    said = " ".join(result.output.split())
    assert "The bundle is whole" in said and "not signed" in said and "graph.ttl is kept" in said
    ours, theirs = (Workspace.open(folder).graph() for folder in (empty, sample_workspace))
    assert ours.nodes == theirs.nodes and ours.relationships == theirs.relationships
    again = kg("ingest", whole, workspace=empty)
    assert again.exit_code == 0 and "already added" in again.output
    assert Workspace.open(empty).check() == []


@pytest.mark.parametrize(("change", "message"), CHANGES.values(), ids=CHANGES)
def test_what_was_changed_is_not_taken_in(
    change: Callable[[dict[str, bytes]], None], message: str, bundle: Path, empty: Path
) -> None:
    before, file = bytes_in(empty), rewritten(bundle, empty.parent / "changed.zip", change)
    (refused,) = Workspace.open(empty).ingest([file]).files
    assert refused.outcome == "refused" and "Nothing" in refused.reason
    assert bytes_in(empty) == before
    with pytest.raises(AssertionError, match=message):
        assert refused.reason == ""


def test_a_byte_changed_anywhere_takes_nothing_in(bundle: Path, empty: Path, tmp_path: Path) -> None:
    """Where the archive's own bookkeeping is hit, such as a time, all files may still be whole: then it is taken in."""
    data, opened, refused, changed = bundle.read_bytes(), Workspace.open(empty), 0, tmp_path / "changed.zip"
    before, graph = bytes_in(empty), graph_in(bundle)
    for place in range(7, len(data), len(data) // 40):
        changed.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        (file,) = opened.ingest([changed]).files
        if file.outcome == "refused":
            refused += 1
            assert bytes_in(empty) == before
            continue
        assert graph_in(changed) == graph
        shutil.rmtree(empty)
        opened = Workspace.create(empty)
    assert refused >= 35


def graph_in(bundle: Path) -> bytes:
    with zipfile.ZipFile(bundle) as archive:
        return archive.read("graph.ttl")


@needs_openssh
def test_a_signature_is_verified_first(signed: Path, whole: Path, keys: Path, empty: Path, tmp_path: Path) -> None:
    opened, before = Workspace.open(empty), bytes_in(empty)
    (file,) = opened.ingest([signed], signers=keys / "stranger.signers").files
    assert file.outcome == "refused" and "not in" in file.reason
    (file,) = opened.ingest([whole], signers=keys / "committee.signers").files
    assert file.outcome == "refused" and "not signed" in file.reason

    def change(files: dict[str, bytes]) -> None:
        files[MANIFEST] = files[MANIFEST].replace(b'"profile": "full"', b'"profile": "open"')

    (file,) = opened.ingest([rewritten(signed, tmp_path / "changed.zip", change)]).files
    assert file.outcome == "refused" and "changed after it was signed" in file.reason
    assert bytes_in(empty) == before
    (file,) = opened.ingest([signed], signers=keys / "committee.signers").files
    assert file.outcome == "added" and "committee@example.org" in " ".join(map(str, file.notes))


def test_a_bundle_without_a_graph_and_one_in_a_folder_are_not_taken_in(
    bundle: Path, sample_workspace: Path, empty: Path, tmp_path: Path, kg: Kg
) -> None:
    file, folder = tmp_path / "tables.zip", tmp_path / "folder"
    kg("export", "bundle", "--format", "tables", *ISSUED, "-o", file, workspace=sample_workspace)
    (refused,) = Workspace.open(empty).ingest([file]).files
    assert "no graph in RDF" in refused.reason
    folder.mkdir()
    shutil.copy(bundle, folder)
    (skipped,) = Workspace.open(empty).ingest([folder]).files
    assert (skipped.outcome, "itself is named" in skipped.reason) == ("skipped", True)
