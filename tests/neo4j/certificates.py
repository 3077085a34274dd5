"""A certificate of our own for the tests' server, made by ``openssl``."""

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_POLICY = "dbms.ssl.policy.bolt"


@dataclass(frozen=True)
class Certificates:
    """A folder with ``private.key`` and ``public.crt`` of a server, and ``ca.crt`` of the authority that signed it."""

    folder: Path

    @property
    def authority(self) -> Path:
        return self.folder / "ca.crt"

    @property
    def settings(self) -> dict[str, str]:
        """What a server needs to use them; ``OPTIONAL`` takes unencrypted connections too."""
        return {
            f"{_POLICY}.enabled": "true",
            f"{_POLICY}.base_directory": str(self.folder),
            f"{_POLICY}.private_key": "private.key",
            f"{_POLICY}.public_certificate": "public.crt",
            "server.bolt.tls_level": "OPTIONAL",
        }


def why_none() -> str:
    """Why no certificate can be made on this machine; empty if one can."""
    return "" if shutil.which("openssl") else "encryption is tested with openssl: apt install openssl"


def make_certificates(folder: Path) -> Certificates:
    """An authority that no machine knows, and a certificate of it for ``127.0.0.1`` (and not for ``localhost``)."""
    folder.mkdir(parents=True)
    key, request = ("-newkey", "rsa:2048", "-nodes"), ("-days", "2", "-batch")
    _openssl(folder, "req", "-x509", *key, *request, "-subj", "/CN=tests", "-keyout", "ca.key", "-out", "ca.crt")
    _openssl(folder, "req", "-new", *key, "-batch", "-subj", "/CN=server", "-keyout", "private.key", "-out", "request")
    (folder / "names").write_text("subjectAltName=IP:127.0.0.1\n")
    signing = ("-CA", "ca.crt", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", "names")
    _openssl(folder, "x509", "-req", "-in", "request", *signing, "-out", "public.crt")
    return Certificates(folder)


def certificates_of(settings: Mapping[str, str]) -> Certificates:
    """Those that a server with these settings has."""
    return Certificates(Path(settings[f"{_POLICY}.base_directory"]))


def _openssl(folder: Path, *words: str) -> None:
    subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)
