"""A full disk stops a writer with a sentence, before or after; with space again, the writer finishes."""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.torture.commands import Runner
from tests.torture.kills import KEYS, WRITERS, Kills, Writer, is_expected
from tests.torture.templates import has_command
from tests.torture.trials import Trial, differences

KILOBYTES = (0, 16, 128, 512, 2048, 6000)
"""What is free on the disk."""

FILE_KILOBYTES = (1, 16, 70, 200)
"""The largest file that can be written, where no small disk can be mounted."""

NAMES_THE_DISK = ("no space left", "disk", "file too large")


@dataclass
class FullDisks:
    """The trials of a full disk, of every writer."""

    kills: Kills

    def trials(self) -> Iterator[Trial]:
        """Each writer with little space, as a small file system and as a limit of a file's size."""
        mounts = can_mount()
        for writer in WRITERS:
            if not has_command(writer.arguments[0]):
                continue
            for free in KILOBYTES if mounts else ():
                ci = (writer.name, free) in (("withdraw", 16), ("rebuild", 16))
                yield Trial("full disk", f"{writer.name}, {free} KB free", partial(self.fill, writer, free), ci)
            for most in FILE_KILOBYTES:
                ci = (writer.name, most) in (("merge", 16), ("backup", 1))
                yield Trial(
                    "full disk", f"{writer.name}, no file over {most} KB", partial(self.limit, writer, most), ci
                )

    def fill(self, writer: Writer, free: int, folder: Path, runner: Runner) -> list[str]:
        """Run a writer on a file system with so much free, then make it larger."""
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "kg-torture", folder], check=True)
        try:
            self.kills.prepare(writer, folder)
            used = sum(path.stat().st_blocks for path in folder.rglob("*")) // 2
            size = f"remount,size={used + free + 4}k"
            subprocess.run(["mount", "-o", size, folder], check=True)
            short = self._run(writer, folder, runner, 0)
            subprocess.run(["mount", "-o", "remount,size=64m", folder], check=True)
            return short + self.kills.finish(writer, folder, runner, self.kills.whole(writer, runner)[1])
        finally:
            subprocess.run(["umount", folder], check=True)

    def limit(self, writer: Writer, most: int, folder: Path, runner: Runner) -> list[str]:
        """Run a writer that may write no larger file, then one that may."""
        self.kills.prepare(writer, folder)
        short = self._run(writer, folder, runner, most * 1024)
        return short + self.kills.finish(writer, folder, runner, self.kills.whole(writer, runner)[1])

    def _run(self, writer: Writer, folder: Path, runner: Runner, file_bytes: int) -> list[str]:
        before, after, _ = self.kills.whole(writer, runner)
        done = self.kills.run(writer, folder, runner, file_bytes=file_bytes)
        short = done.faults()
        if done.code != 0 and not any(words in done.err.lower() for words in NAMES_THE_DISK):
            short.append(f"it does not name the disk: {done.said}")
        found = runner.state(folder, writer.workspace)
        if not is_expected(found, before, after, writer.commits):
            short.append(f"neither before nor after: {differences(found, before, KEYS)}")
        if done.code == 0 and found != after:
            short.append(f"ended with 0, and there are {differences(found, after, (*KEYS, 'problems'))}")
        return short


def can_mount() -> bool:
    """Whether this process may mount a small file system."""
    if os.getuid() != 0:
        return False
    tried = subprocess.run(["unshare", "--mount", "true"], check=False, capture_output=True)
    return tried.returncode == 0
