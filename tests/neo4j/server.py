"""A real Neo4j 5.26 for the tests and benchmarks, without Docker.

Its jars come from Maven Central into ``.cache/neo4j`` once (``pom.xml`` beside this file). One process on loopback, on
a free port, with its files in a folder given to it; it ends when the block ends, or when the process that started it
does.
"""

import ctypes
import hashlib
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
POM = Path(__file__).with_name("pom.xml")
CACHE = ROOT / ".cache" / "neo4j"
USER = "neo4j"

# What ``neo4j-admin`` runs; its own launcher would start a second Java for it.
ADMIN = "org.neo4j.cli.AdminTool"

# Quick to start rather than quick in the long run; a benchmark gives others. The openings are what Neo4j's own start
# script asks of Java.
QUICK_START = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
NEEDED = (
    "-XX:+ExitOnOutOfMemoryError",
    "-Dlog4j2.disable.jmx=true",
    "-Dfile.encoding=UTF-8",
    "-Dio.netty.tryReflectionSetAccessible=true",
    *(f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in ("java.nio", "java.io", "sun.nio.ch")),
)

_SETTINGS = {
    "server.default_listen_address": "127.0.0.1",
    "server.default_advertised_address": "127.0.0.1",
    "server.bolt.tls_level": "DISABLED",
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    "dbms.security.auth_enabled": "true",
    "dbms.usage_report.enabled": "false",
    # Without it LOAD CSV would read any file of the machine.
    "server.directories.import": "import",
    "server.memory.pagecache.size": "64m",
    "db.tx_log.rotation.retention_policy": "1 files",
    "db.tx_log.preallocate": "false",
    # Seconds that the server would otherwise wait for nobody when it ends; an integer.
    "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
}


@dataclass(frozen=True)
class Server:
    """A running server, with the settings it was started with."""

    uri: str
    password: str = field(repr=False)
    home: Path
    pid: int
    settings: Mapping[str, str]


def why_not() -> str:
    """Why no server can be started on this machine; empty if it can."""
    java, maven = shutil.which("java"), shutil.which("mvn")
    if not java or not maven:
        missing = " and ".join(name for name, path in (("Java 17 or 21", java), ("Maven", maven)) if not path)
        return f"a real Neo4j needs {missing}: apt install openjdk-17-jre-headless maven"
    said = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', said)
    if not found or found[1] not in ("17", "21"):
        return f"Neo4j 5.26 needs Java 17 or 21, not {found[1] if found else 'this one'}"
    return ""


def obtain() -> Path:
    """The folder of the server's jars, brought from Maven Central where it is not there yet (123 MB)."""
    version = re.search(r"<neo4j.version>(.+)</", POM.read_text(encoding="utf-8"))
    assert version
    jars = CACHE / version[1]
    if jars.is_dir():
        return jars
    CACHE.mkdir(parents=True, exist_ok=True)
    copy = ("dependency:copy-dependencies", "-DincludeScope=runtime")
    aside = Path(tempfile.mkdtemp(prefix=".coming-", dir=CACHE))
    try:
        subprocess.run(
            ["mvn", "-B", "-q", "-f", str(POM), *copy, f"-DoutputDirectory={aside}"],
            check=True,
            timeout=540,
        )
        # Another test run may have been first; its jars are the same.
        with suppress(OSError):
            aside.rename(jars)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return jars


def java_command(jars: Path, heap: str, main: str, flags: Sequence[str] = QUICK_START) -> list[str]:
    """The command that runs one of the jars' programs."""
    return ["java", f"-Xms{heap}", f"-Xmx{heap}", *flags, *NEEDED, "-cp", f"{jars}/*", main]


def run_import(script: Path, home: Path, heap: str = "512m") -> None:
    """Run the script of ``kg export neo4j-import`` as a user would, with a ``neo4j-admin`` made of the same jars.

    ``home`` becomes that of a server with the imported database. Raises ``RuntimeError`` with the end of what was said.
    """
    prepare(home, free_port(), "not-used-yet", {})
    programs = script.parent.parent / "bin"
    programs.mkdir(exist_ok=True)
    command = java_command(obtain(), heap, ADMIN)
    words = " ".join(f"'{word}'" for word in command)
    (programs / "neo4j-admin").write_text(f'#!/bin/sh\nexec {words} "$@"\n')
    (programs / "neo4j-admin").chmod(0o700)
    environment = os.environ | {
        "NEO4J_HOME": str(home),
        "NEO4J_CONF": str(home / "conf"),
        "PATH": f"{programs}:{os.environ['PATH']}",
    }
    load = ["sh", str(script)]
    done = subprocess.run(load, env=environment, capture_output=True, text=True, timeout=900, check=False)
    if done.returncode:
        raise RuntimeError(done.stdout[-2000:] + done.stderr[-2000:])


@contextmanager
def running(
    home: Path,
    *,
    heap: str = "512m",
    flags: Sequence[str] = QUICK_START,
    settings: Mapping[str, str] | None = None,
    patience: float = 180.0,
    meanwhile: Callable[[], object] = lambda: None,
) -> Iterator[Server]:
    """A server for the length of a block; ``meanwhile`` is done while it starts.

    Raises ``RuntimeError`` with the end of its log where it does not start.
    """
    jars, port, password = obtain(), free_port(), secrets.token_urlsafe(16)
    started = prepare(home, port, password, settings or {})
    command = java_command(jars, heap, "org.neo4j.server.CommunityEntryPoint", flags)
    log = home / "logs" / "neo4j.log"
    log.unlink(missing_ok=True)
    with (home / "logs" / "console.log").open("wb") as console:
        process = subprocess.Popen(
            [*command, f"--home-dir={home}", f"--config-dir={home / 'conf'}"],
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=subprocess.STDOUT,
            preexec_fn=_end_with_parent,  # noqa: PLW1509 - it makes one system call and takes no lock
        )
    try:
        meanwhile()
        _wait(process, log, patience)
        yield Server(f"bolt://127.0.0.1:{port}", password, home, process.pid, started)
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


class _Shared:
    """The one server of this process, and how many blocks are in it."""

    users = 0
    stack = ExitStack()
    server: Server | None = None


@contextmanager
def shared(home: Path, settings: Mapping[str, str], meanwhile: Callable[[], object]) -> Iterator[Server]:
    """The one server of this process: started for the first block, in its ``home``, and ended with the last."""
    if _Shared.server is None:
        _Shared.server = _Shared.stack.enter_context(running(home, settings=settings, meanwhile=meanwhile))
    _Shared.users += 1
    try:
        yield _Shared.server
    finally:
        _Shared.users -= 1
        if not _Shared.users:
            _Shared.server = None
            _Shared.stack.close()


def prepare(home: Path, port: int, password: str, settings: Mapping[str, str]) -> dict[str, str]:
    """Write the configuration and the password file of a server. Returns all its settings."""
    for name in ("conf", "data/dbms", "logs", "import", "plugins", "run"):
        (home / name).mkdir(parents=True, exist_ok=True)
    address = f"127.0.0.1:{port}"
    all = (
        _SETTINGS | {"server.bolt.listen_address": address, "server.bolt.advertised_address": address} | dict(settings)
    )
    (home / "conf" / "neo4j.conf").write_text("".join(f"{name}={value}\n" for name, value in all.items()))
    # What `neo4j-admin dbms set-initial-password` writes, without three seconds of Java.
    salt = secrets.token_bytes(32)
    hashed = salt + password.encode()
    for _ in range(1024):
        hashed = hashlib.sha256(hashed).digest()
    users = home / "data" / "dbms" / "auth.ini"
    users.write_text(f"{USER}:SHA-256,{hashed.hex()},{salt.hex()},1024:\n")
    users.chmod(0o600)
    return all


def free_port() -> int:
    """A port nobody listens on. (Neo4j would take port 0 too, and then say that it listens on port 0.)"""
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        port: int = asking.getsockname()[1]
        return port


def _wait(process: "subprocess.Popen[bytes]", log: Path, patience: float) -> None:
    until = time.monotonic() + patience
    text = ""
    while time.monotonic() < until and process.poll() is None:
        text = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
        if " Started.\n" in text:
            return
        time.sleep(0.05)
    console = log.with_name("console.log").read_text(encoding="utf-8", errors="replace")
    raise RuntimeError(f"Neo4j did not start (exit code {process.poll()}):\n{console[-2000:]}{text[-2000:]}")


def _end_with_parent() -> None:
    """On Linux the server ends when the process that started it ends, even by SIGKILL."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)
