"""What somebody may try by a query, or by the files of a workspace that was sent: nothing is changed, nothing hangs."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.queries.attempts import ATTEMPTS
from tests.queries.test_reading_only import files_of
from tests.torture.commands import Runner
from tests.torture.templates import QUERY, Templates
from tests.torture.trials import Trial

EVERY = 9
"""Every ninth attempt runs in CI here; ``tests/queries`` tries all of them on an open store."""

ELSEWHERE = "// parameters:\n//   x: {type: text, suggest: ../../../etc/passwd}\n// columns"

LONG = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 100000) AS c RETURN count(*) AS n"


def write(text: str, path: Path) -> None:
    """Make a query file."""
    path.write_text(text, encoding="utf-8")


QUERY_FILES: dict[str, Callable[[Path], None]] = {
    "FIFO among the queries": os.mkfifo,
    "link to /dev/zero among the queries": lambda path: path.symlink_to("/dev/zero"),
    "link to a file elsewhere among the queries": lambda path: path.symlink_to("/etc/passwd"),
    "folder among the queries": Path.mkdir,
    "empty query": partial(write, ""),
    "query of 8 MB": partial(write, QUERY + "// x\n" * 1_600_000),
    "NULs in a query": partial(write, QUERY.replace("RETURN", "\0RETURN")),
    "escape sequences in a query's title": partial(write, QUERY.replace("My court", "\x1b[2J\x07My court")),
    "suggestions from elsewhere": partial(write, QUERY.replace("// columns", ELSEWHERE)),
    "a header without end": partial(write, "// " + "[" * 100_000 + "\n" + QUERY),
}


@dataclass
class Questions:
    """The trials of asking."""

    templates: Templates

    def trials(self) -> Iterator[Trial]:
        """Each attempt to do more than read, each file that is no query, and a query that does not end."""
        for number, attempt in enumerate(ATTEMPTS):
            run = partial(self.attempt, attempt.cypher)
            yield Trial("cypher", attempt.name, run, number % EVERY == 0)
        for name in QUERY_FILES:
            yield Trial("query file", name, partial(self.list_queries, name), name.startswith(("FIFO", "escape")))
        yield Trial("cypher", "a query that does not end", self.wait_for_the_limit)

    def attempt(self, cypher: str, folder: Path, runner: Runner) -> list[str]:
        """Run a query that is to be refused."""
        shutil.copytree(self.templates.first, folder, dirs_exist_ok=True)
        before = files_of(folder)
        done = runner.kg(folder, "cypher", "--", cypher)
        short = done.faults()
        if done.code == 0:
            short.append("it was not refused")
        if "root:" in done.out + done.err:
            short.append("it printed a file")
        return short + [f"it changed {name}" for name in _changed(before, files_of(folder))]

    def list_queries(self, name: str, folder: Path, runner: Runner) -> list[str]:
        """List the queries, and run a good one, beside a file that is none."""
        shutil.copytree(self.templates.first, folder, dirs_exist_ok=True)
        queries = folder / "casefile" / "queries"
        queries.mkdir(exist_ok=True)
        QUERY_FILES[name](queries / "bad.cypher")
        short = []
        for arguments in (("query",), ("query", "held_in_facility"), ("query", "check"), ("query", "bad")):
            done = runner.kg(folder, *arguments)
            short += [f"kg {' '.join(arguments)}: {fault}" for fault in done.faults()]
            if "root:" in done.out + done.err:
                short.append("it printed a file")
        return short

    def wait_for_the_limit(self, folder: Path, runner: Runner) -> list[str]:
        """A query is stopped at its limit, with a sentence, and leaves no dump of the memory."""
        shutil.copytree(self.templates.first, folder, dirs_exist_ok=True)
        done = runner.kg(folder, "cypher", "--", LONG, cpu_seconds=120)
        short = done.faults()
        if done.code == 0:
            short.append("it ended with an answer")
        return short + [f"left behind: {path.name}" for path in folder.rglob("*core*") if path.is_file()]


def _changed(before: dict[str, str], after: dict[str, str]) -> list[str]:
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
