"""Killed at any step that writes, a command leaves the state before or after, and the next one finishes it."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from tests.torture.commands import PASSPHRASE, Done, Runner
from tests.torture.templates import Templates, has_command
from tests.torture.trials import Trial, differences

NO_GRAPH = "There are reports and no graph. Run `kg rebuild`."
NO_LINE = "the record does not name this file"
KEYS = ("reports", "decisions", "graph", "copies", "key")
STEPS = 12
"""At how many steps each writer is killed."""

IN_CI = {
    "ingest of two reports, one corrected",
    "withdraw",
    "undo of a withdrawal",
    "backup",
    "restore",
    "lock",
    "erase",
    "export bundle",
    "entry add",
    "source attach",
    "review facts, from a spreadsheet",
}
"""The writers that are killed in CI, each at the step after the one that commits."""

AFTER_THE_COMMIT = 7

MOMENTS = (0.15, 0.4, 0.7, 0.9)
"""Parts of a run's time at which it is killed as well, inside the engine for instance."""


OWN_ENTRY = ("--date", "2031-03-05", "--place", "Pessarin", "--source", "court file 12")
OWN_WORDS = "Ilkuvel Orvane was detained by police officers at her home."


@dataclass(frozen=True)
class Writer:
    """A command that writes. ``finish`` are commands of which one finishes what a kill left, by what it says.

    One with two ``commits`` reads a report first, and then decides about it; run again, it goes on.
    """

    name: str
    arguments: tuple[str, ...]
    typed: str = ""
    workspace: str = "casefile"
    locked: bool = False
    finish: tuple[tuple[str, ...], ...] = ()
    commits: int = 1


WRITERS = (
    Writer("ingest, the first", ("ingest", "reports/march.txt"), workspace="new"),
    Writer("ingest of two reports, one corrected", ("ingest", "reports/june.txt", "reports/april-corrected.txt")),
    Writer("withdraw", ("withdraw", "2031-04")),
    Writer("undo of a withdrawal", ("undo", "{withdrawal}")),
    Writer("merge", ("merge", "{person4}", "{person5}")),
    Writer("split", ("split", "{person2}", "{person3}")),
    Writer("wrong", ("wrong", "{person4}")),
    Writer("correct", ("correct", "{person5}", "role=other")),
    Writer("add", ("add", "2031-04/3", "act", "type=threat", "--words", "said her lawyer")),
    Writer("confirm", ("confirm", "{person6}")),
    Writer("note", ("note", "{person7}", "--text", "ask again in June")),
    Writer("protect", ("protect", "{person7}", "--consent", "refused")),
    Writer("export bundle", ("export", "bundle", "--issued", "2031-07-01", "-o", "bundle.zip")),
    Writer("review facts, from a spreadsheet", ("review", "facts", "--import", "facts.csv")),
    Writer("entry add", ("entry", "add", *OWN_ENTRY), typed=f"{OWN_WORDS}\n"),
    Writer(
        "entry import",
        ("entry", "import", "list.csv", "--date", "2031-03-06", "--source", "list of the union"),
        commits=2,
    ),
    Writer("source attach", ("source", "attach", "https://bureau.example/8", "letter.html", "--note", "saved by hand")),
    Writer("decisions import", ("decisions", "import", "colleague.jsonl")),
    Writer("rebuild", ("rebuild",)),
    Writer("backup", ("backup", "new.zip")),
    Writer("restore", ("restore", "backup.zip"), workspace="new", finish=(("rebuild",),)),
    Writer("lock", ("lock",), typed=f"{PASSPHRASE}\n" * 2),
    Writer("unlock", ("unlock",), typed=f"{PASSPHRASE}\n", locked=True, finish=(("rebuild",),)),
    Writer("erase", ("erase", "2031-04"), typed="2031-04\ny\n"),
)


@dataclass
class Kills:
    """The trials of killing; what a whole run does is found out once for each writer."""

    templates: Templates
    _whole: dict[str, tuple[dict[str, Any], dict[str, Any], Done]] = field(default_factory=dict)

    def trials(self, steps: int = STEPS) -> Iterator[Trial]:
        """Each writer killed at steps that write, and at moments."""
        for writer in WRITERS:
            if not has_command(writer.arguments[0]):
                continue
            for number in range(steps):
                name = f"{writer.name}, killed at step {number + 1} of {steps}"
                ci = writer.name in IN_CI and number == AFTER_THE_COMMIT
                yield Trial("kills", name, partial(self.kill, writer, number, steps), ci)
            for part in MOMENTS:
                name = f"{writer.name}, killed after {part:.0%} of its time"
                yield Trial("kills", name, partial(self.kill, writer, part, steps))

    def prepare(self, writer: Writer, folder: Path) -> None:
        """Lay a copy of the template that the writer needs into a folder."""
        template = self.templates.locked if writer.locked else self.templates.open
        shutil.copytree(template, folder, dirs_exist_ok=True, symlinks=True)

    def run(self, writer: Writer, folder: Path, runner: Runner, **request: Any) -> Done:
        """Run a writer."""
        people = self.templates.people(self.templates.open)
        filled = {f"person{number}": id for number, id in enumerate(people)}
        filled["withdrawal"] = self.templates.withdrawal(self.templates.open)
        arguments = [word.format_map(filled) for word in writer.arguments]
        return runner.kg(folder, *arguments, workspace=writer.workspace, typed=writer.typed, **request)

    def whole(self, writer: Writer, runner: Runner) -> tuple[dict[str, Any], dict[str, Any], Done]:
        """The state before a writer, after it, and how its run ended."""
        if writer.name not in self._whole:
            folder = self.templates.folder / f"whole {writer.name}"
            self.prepare(writer, folder)
            before = runner.state(folder, writer.workspace)
            done = self.run(writer, folder, runner, kill_at=0)
            assert done.code == 0, f"{writer.name}: {done.err}"
            self._whole[writer.name] = before, runner.state(folder, writer.workspace), done
            shutil.rmtree(folder)
        return self._whole[writer.name]

    def kill(self, writer: Writer, moment: float, steps: int, folder: Path, runner: Runner) -> list[str]:
        """Kill a writer, then look, run it again, and look again."""
        before, after, whole = self.whole(writer, runner)
        self.prepare(writer, folder)
        if isinstance(moment, int):
            chosen = choose_steps(whole.steps, steps)
            died = self.run(writer, folder, runner, kill_at=chosen[min(moment, len(chosen) - 1)])
        else:
            died = self.run(writer, folder, runner, kill_after=moment * whole.seconds)
        if died.code not in (-9, 0):
            return [f"killed, it ended with {died.code}: {died.said}"]
        found = runner.state(folder, writer.workspace)
        short = (
            []
            if is_expected(found, before, after, writer.commits)
            else [f"neither before nor after: {differences(found, after, KEYS)}"]
        )
        return short + self.finish(writer, folder, runner, after)

    def finish(self, writer: Writer, folder: Path, runner: Runner, after: dict[str, Any]) -> list[str]:
        """Run the writer again, or what finishes it, and compare with the state after."""
        said = []
        for arguments in (None, *writer.finish):
            done = (
                runner.kg(folder, *arguments, workspace=writer.workspace)
                if arguments
                else self.run(writer, folder, runner)
            )
            if faults := done.faults():
                return [f"run again: {fault}" for fault in faults]
            said.append(done.said)
            found = runner.state(folder, writer.workspace)
            if found == after:
                return _leftovers(folder)
        return [f"run again, it says '{said[0]}' and leaves {differences(found, after, (*KEYS, 'problems'))}"]


def choose_steps(steps: Sequence[str], most: int) -> list[int]:
    """The numbers of at most ``most`` steps, those around the commit (the new ``CURRENT``) first, the rest spread.

    Syncing and removing the many files of a store are hundreds of steps, and all alike: two of each are enough.
    """
    alike: Counter[str] = Counter()
    numbers = []
    for number, step in enumerate(steps, 1):
        event, _, path = step.partition(" ")
        alike[event] += (bulk := "/store/" in path or "/" not in path)
        if not bulk or alike[event] <= 2:
            numbers.append(number)
    renamed = [i for i, number in enumerate(numbers) if re.match(r"os\.rename .*CURRENT", steps[number - 1])]
    commit = renamed[0] if renamed else len(numbers) - 1
    around = numbers[max(0, commit - most // 4) : commit + most // 4]
    rest = [number for number in numbers if number not in around]
    evenly = rest[:: max(1, -(-len(rest) // max(1, most - len(around))))]
    return sorted([*around, *evenly])


def is_expected(found: dict[str, Any], before: dict[str, Any], after: dict[str, Any], commits: int = 1) -> bool:
    """Whether a state is the one before or after, or one that says itself how to finish it.

    That is one without a graph, or with a copy of a source that its record does not name yet. After the first of two
    ``commits``, the report is there and the decisions are not.
    """
    if found in (before, after) or (_is_empty(found) and _is_empty(before)):
        return True
    if "problems" in found and found | {"problems": []} == before:
        return all(NO_LINE in problem for problem in found["problems"])
    if commits == 2 and found | {"graph": "", "reports": []} == before | {"graph": "", "reports": []}:
        return bool(found["reports"] == after["reports"])
    whole = before if "locked" in after else after
    return found.get("problems") == [NO_GRAPH] and found.get("decisions") == whole.get("decisions")


def _is_empty(state: dict[str, Any]) -> bool:
    return "none" in state or not (state.get("reports") or state.get("decisions") or "locked" in state)


def _leftovers(folder: Path) -> list[str]:
    left = [path for path in folder.rglob("*") if path.name.endswith((".tmp", ".part"))]
    left += [*folder.glob("*/incoming/*"), *folder.glob(".*"), *folder.glob("*/.*")]
    return [f"left behind: {path.relative_to(folder)}" for path in left]
