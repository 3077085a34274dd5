"""``kg`` in a pseudo-terminal: what a user sees and types."""

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time
from pathlib import Path

from tests.conftest import ROOT

_PATIENCE = 90.0
RUN = "import sys; sys.path.insert(0, sys.argv.pop(1)); from kg.cli.main import run; run()"


class Terminal:
    """``kg`` in a pseudo-terminal of its own: what it shows, what is typed."""

    def __init__(self, workspace: Path, *arguments: str) -> None:
        self.shown = ""
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            command = [sys.executable, "-c", RUN, str(ROOT), "-w", str(workspace), *arguments]
            os.execve(sys.executable, command, {**os.environ, "TERM": "xterm", "NO_COLOR": "1"})
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", 60, 200, 0, 0))

    def wait_for(self, words: str) -> None:
        """Read until the words are shown; then forget all that was."""
        until = time.monotonic() + _PATIENCE
        while words not in self.shown:
            assert time.monotonic() < until and self._read(), f"'{words}' was not shown"
        self.shown = self.shown.rpartition(words)[2]

    def press(self, key: str) -> None:
        """Press a key when the process waits for one: what was typed before is thrown away."""
        until = time.monotonic() + _PATIENCE
        while termios.tcgetattr(self.master)[3] & termios.ICANON:
            assert time.monotonic() < until, "no key is waited for"
            time.sleep(0.01)
        os.write(self.master, key.encode())

    def type(self, line: str) -> None:
        """Answer a prompt."""
        os.write(self.master, f"{line}\r".encode())

    def close(self) -> int:
        """Close the terminal's window; how the process ended (minus the signal, as ``subprocess`` says it)."""
        os.close(self.master)
        return self._ended()

    def end(self) -> int:
        """Read until the process ends by itself."""
        while self._read():
            pass
        os.close(self.master)
        return self._ended()

    def _read(self) -> bool:
        ready, _, _ = select.select([self.master], [], [], _PATIENCE)
        try:
            data = os.read(self.master, 65536) if ready else b""
        except OSError:  # Linux says so when the other side is closed
            data = b""
        self.shown += data.decode(errors="replace")
        return bool(data)

    def _ended(self) -> int:
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
