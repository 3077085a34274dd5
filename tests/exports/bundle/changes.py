"""What somebody may do to a bundle on its way, and what is said of it then."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.rdf.bundle.manifest import MANIFEST

ISSUED = ("--issued", "2031-05-01")

needs_openssh = pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="signatures need OpenSSH's ssh-keygen")


def rewritten(bundle: Path, path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """A copy whose files somebody changed."""
    with zipfile.ZipFile(bundle) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


CHANGES: dict[str, tuple[Callable[[dict[str, bytes]], object], str]] = {
    "one byte": (
        lambda files: files.update({"graph.ttl": files["graph.ttl"][:-2] + b" \n"}),
        "'graph.ttl' was changed",
    ),
    "longer": (lambda files: files.update({"README.md": files["README.md"] + b"\n"}), "'README.md' was changed"),
    "missing": (lambda files: files.pop("sparql/in_custody.rq"), "'sparql/in_custody.rq' is missing"),
    "added": (lambda files: files.update({"run.sh": b"rm -r ."}), "'run.sh' was added"),
    "no manifest": (lambda files: files.pop(MANIFEST), "it has no manifest.json"),
    "damaged manifest": (lambda files: files.update({MANIFEST: files[MANIFEST][:-3]}), "is damaged"),
    "newer": (
        lambda files: files.update({MANIFEST: files[MANIFEST].replace(b'"format": 1', b'"format": 9')}),
        "another kg",
    ),
    "out of the folder": (lambda files: files.update({"../../x": b"x"}), r"'\.\./\.\./x' is no path"),
    "absolute": (lambda files: files.update({"/etc/x": b"x"}), "'/etc/x' is no path"),
    "backslash": (lambda files: files.update({"a\\b": b"x"}), "is no path"),
    "drive": (lambda files: files.update({"C:x": b"x"}), "is no path"),
    "bomb": (lambda files: files.update({"graph.ttl": bytes(40 << 20)}), "out of proportion"),
    "many": (lambda files: files.update({f"f{number}": b"" for number in range(1100)}), "1,1.. files"),
}
