"""Runs ``kg`` in children of one loaded process, so that hundreds of runs cost no start-up, and none harms another.

A request is a line of JSON on standard input, the answer a line on standard output. Each child is forked before any
engine is started; it gets files for its three streams, no terminal, and may be killed by its own doing at a step that
writes, or by the server at its limit of time or memory.
"""

import importlib
import json
import os
import resource
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any

WRITES = frozenset(
    {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod"}
)
"""The audit events that change a folder; opening a file to write and syncing are the other steps."""

LOADED = (
    "kg.cli.main",
    *(f"kg.cli.commands.{name}" for name in ("decisions", "export", "identity", "maintenance", "reports")),
    "kg.cli.facts.commands",
    "kg.cli.intake.command",
    "kg.cli.intake.entry",
    "kg.cli.intake.lists",
    "kg.cli.review.facts",
    "kg.cli.saved_queries.command",
    "kg.cli.sources.commands",
    "kg.stores.arcadedb",
    "kg.workspace.writer",
    "kg.workspace.safekeeping.backup",
    "kg.workspace.safekeeping.encryption",
    "tests.torture.states",
)
"""Imported once, for all children. None of them starts the engine."""

LOOK = 0.01
"""Seconds between two looks at a child."""

KILLED_FOR_TIME, KILLED_FOR_MEMORY = "time", "memory"


def serve() -> None:
    """Load everything, then answer requests until standard input ends."""
    load()
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)


def load() -> None:
    """Import what commands need, and read the data that they share. No engine is started, for none survives a fork."""
    from ingest.jurisdictions.packs import load_jurisdiction
    from ingest.version import reading_version
    from kg.workspace.versions import build_version, source_digest
    from queries.catalogue import load_queries

    for name in LOADED:
        importlib.import_module(name)
    load_jurisdiction("velmoria")
    load_queries()
    reading_version()
    build_version()
    source_digest()


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """Fork a child, wait for it, and say how it ended."""
    with tempfile.TemporaryDirectory(prefix="torture-") as folder:
        streams = Path(folder)
        (streams / "in").write_text(request.get("typed", ""), encoding="utf-8")
        for name in ("out", "err"):
            (streams / name).touch()
        child = os.fork()
        if child == 0:
            run_child(request, streams)
        status, use, reason, seconds = wait(child, request)
        return {
            "code": os.waitstatus_to_exitcode(status),
            "out": (streams / "out").read_text(encoding="utf-8", errors="surrogateescape"),
            "err": (streams / "err").read_text(encoding="utf-8", errors="surrogateescape"),
            "killed_for": reason,
            "seconds": seconds,
            "cpu": use.ru_utime + use.ru_stime,
            "megabytes": use.ru_maxrss // 1024,
            "steps": (streams / "steps").read_text().splitlines() if (streams / "steps").exists() else [],
        }


def wait(child: int, request: dict[str, Any]) -> tuple[int, resource.struct_rusage, str, float]:
    """Wait for a child; kill it at ``kill_after`` seconds, or past its limits of seconds and megabytes."""
    start, reason = time.monotonic(), ""
    kill_after = request.get("kill_after")
    while True:
        ended, status, use = os.wait4(child, os.WNOHANG)
        seconds = time.monotonic() - start
        if ended:
            return status, use, reason, seconds
        if kill_after is not None and seconds >= kill_after:
            kill(child)
            kill_after = None
        elif not reason and seconds > request["seconds"]:
            reason = KILLED_FOR_TIME
            kill(child)
        elif not reason and resident(child) > request["megabytes"]:
            reason = KILLED_FOR_MEMORY
            kill(child)
        time.sleep(LOOK)


def kill(child: int) -> None:
    """Kill a child with all that it started; alone, where it is not yet the head of a group."""
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:
        os.kill(child, signal.SIGKILL)


def resident(process: int) -> int:
    """Megabytes that a process has in memory."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 2**20
    except (OSError, IndexError):
        return 0


def run_child(request: dict[str, Any], streams: Path) -> None:
    """In the child: run ``kg``, or look at a workspace, and end the process."""
    code = 1
    try:
        os.setsid()  # no terminal: what asks for a passphrase reads standard input
        for number, (name, flags) in enumerate([("in", os.O_RDONLY), ("out", os.O_WRONLY), ("err", os.O_WRONLY)]):
            os.dup2(os.open(streams / name, flags), number)
        sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")  # noqa: SIM115
        os.chdir(request["cwd"])
        if request.get("file_bytes"):
            # What a full disk does to a write, where no small disk can be mounted.
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (request["file_bytes"],) * 2)
        if request.get("cpu_seconds"):
            resource.setrlimit(resource.RLIMIT_CPU, (request["cpu_seconds"],) * 2)
        if "kill_at" in request:
            count_steps(request["kill_at"], request["cwd"], streams / "steps")
        if request["what"] == "kg":
            from kg.cli import run

            sys.argv = ["kg", *request["arguments"]]
            run()
        else:
            from tests.torture.states import print_state

            print_state(Path(request["arguments"][0]))
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 (a child of the server ends here, whatever happened)
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def count_steps(last: int, folder: str, file: Path) -> None:
    """Write down the steps that write below a folder; die before the one numbered ``last``, if that is not 0."""
    steps = 0
    sync, counter = os.fsync, os.open(file, os.O_WRONLY | os.O_CREAT, 0o600)

    def step(event: str, path: object) -> None:
        nonlocal steps
        steps += 1
        if steps == last:
            os.kill(os.getpid(), signal.SIGKILL)
        os.write(counter, f"{event} {path}\n".encode())

    def watch(event: str, about: tuple[Any, ...]) -> None:
        if event in WRITES or (
            event == "open" and (about[2] or 0) & (os.O_WRONLY | os.O_RDWR) and str(about[0]).startswith(folder)
        ):
            step(event, about[0])

    def counted_sync(descriptor: int) -> None:
        step("sync", Path(f"/proc/self/fd/{descriptor}").readlink())
        sync(descriptor)

    os.fsync = counted_sync  # type: ignore[assignment]
    sys.addaudithook(watch)


if __name__ == "__main__":
    serve()
