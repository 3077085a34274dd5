"""Signatures by OpenSSH (``ssh-keygen -Y``, since 8.0 of 2019): every system has it, and so has the receiver.

The format is OpenSSH's PROTOCOL.sshsig. The keys are those that people have already, on a security key too.
"""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from ingest.errors import KgError

NAMESPACE = "casegraph-bundle"
"""Signatures say what they are for, so that one made for another purpose is none of a bundle."""

_KEY = re.compile(r'Good ".*" signature (?:for (?P<who>\S+) )?with (?P<key>.+)')


def sign(data: bytes, key: Path) -> bytes:
    """The signature of some bytes; OpenSSH asks for the passphrase of a key that has one.

    Raises ``KgError`` if there is no OpenSSH or it cannot sign with the key.
    """
    # ssh-keygen reads standard input and writes standard output: no copy of the manifest is on the disk.
    done = _run(["sign", "-f", str(key)], data)
    if done.returncode:
        raise KgError(f"{key}: ssh-keygen cannot sign with it ({_reason(done)}). Name a private key of OpenSSH.")
    return done.stdout


def signer_of(data: bytes, signature: bytes, signers: Path | None) -> str:
    """Who signed: the key, and the name that ``signers`` gives it (an ``allowed_signers`` file of OpenSSH).

    Raises ``KgError`` if the signature is not one of these bytes, or none of ``signers`` made it.
    """
    with tempfile.NamedTemporaryFile() as file:
        file.write(signature)
        file.flush()
        given = ["-s", file.name]
        if signers is None:
            done = _run(["check-novalidate", *given], data)
        else:
            found = _run(["find-principals", *given, "-f", str(signers)], b"", namespace=False)
            if found.returncode:
                raise KgError(f"The bundle is signed with a key that is not in {signers}. Ask the sender for theirs.")
            who = found.stdout.decode("utf-8", "replace").splitlines()[0]
            done = _run(["verify", *given, "-f", str(signers), "-I", who], data)
    said = _KEY.search(done.stdout.decode("utf-8", "replace"))
    if done.returncode or said is None:
        raise KgError("The signature does not fit the manifest: the bundle was changed after it was signed.")
    return f"{said['who']}, {said['key']}" if said["who"] else said["key"]


def _run(words: list[str], data: bytes, namespace: bool = True) -> "subprocess.CompletedProcess[bytes]":
    program = shutil.which("ssh-keygen")
    if program is None:
        raise KgError("Signatures need OpenSSH's ssh-keygen, which is not on the PATH. Install OpenSSH.")
    for_what = ["-n", NAMESPACE] if namespace else []
    return subprocess.run([program, "-Y", *words, *for_what], input=data, capture_output=True, check=False)


def _reason(done: "subprocess.CompletedProcess[bytes]") -> str:
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else "it gave no reason"
