"""Bundles of the sample, and keys to sign them with."""

import subprocess
from pathlib import Path

import pytest

from tests.conftest import Kg
from tests.exports.bundle.changes import ISSUED


def make_key(folder: Path, name: str) -> Path:
    """A private key; beside it the file that says whose it is."""
    key = folder / name
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", key], check=True)
    public = " ".join((folder / f"{name}.pub").read_text().split()[:2])
    (folder / f"{name}.signers").write_text(f"{name}@example.org {public}\n")
    return key


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("keys")
    for name in ("committee", "stranger"):
        make_key(folder, name)
    return folder


@pytest.fixture(scope="module")
def bundle(sample_workspace: Path, tmp_path_factory: pytest.TempPathFactory, kg: Kg) -> Path:
    """Of the sample, unsigned."""
    file = tmp_path_factory.mktemp("bundle") / "bundle.zip"
    result = kg("export", "bundle", "--format", "turtle", *ISSUED, "-o", file, workspace=sample_workspace)
    assert result.exit_code == 0, result.output + str(result.exception)
    return file


@pytest.fixture(scope="module")
def signed(sample_workspace: Path, keys: Path, kg: Kg) -> Path:
    """Of the sample, in several formats, signed."""
    file = keys / "signed.zip"
    formats = ("--format", "trig", "--format", "turtle", "--format", "facts", "--format", "ftm", "--profile", "full")
    result = kg(
        "export", "bundle", *formats, *ISSUED, "--sign", keys / "committee", "-o", file, workspace=sample_workspace
    )
    assert result.exit_code == 0, result.output + str(result.exception)
    return file
