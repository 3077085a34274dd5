"""A damaged file of a workspace stops a writer or is mended by it; no writer ends with 0 and a loss."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from tests.torture.commands import PASSPHRASE, Runner
from tests.torture.states import kept_files
from tests.torture.templates import PAGE, Templates
from tests.torture.trials import Trial, differences

KEYS = ("reports", "decisions", "graph", "copies", "problems")
WRITERS = {"ingest": ("ingest", "reports/june.txt"), "rebuild": ("rebuild",)}
"""The two ways in which a loss could be made permanent."""


def flip(path: Path, part: float) -> None:
    """Turn one bit around, at a part of the file's length."""
    data = bytearray(path.read_bytes())
    if data:
        data[min(int(part * len(data)), len(data) - 1)] ^= 1
    path.write_bytes(data)


def cut(path: Path, part: float) -> None:
    """Keep a part of the file."""
    data = path.read_bytes()
    path.write_bytes(data[: int(part * len(data))])


def drop_line(path: Path, number: int) -> None:
    """Take a whole line out."""
    lines = path.read_bytes().splitlines(keepends=True)
    del lines[number]
    path.write_bytes(b"".join(lines))


def delete(path: Path) -> None:
    """Remove the file."""
    path.unlink()


def empty(path: Path) -> None:
    """Leave no byte."""
    path.write_bytes(b"")


DAMAGES: dict[str, Callable[[Path], None]] = {
    "one bit in the middle": partial(flip, part=0.5),
    "one bit at the end": partial(flip, part=0.97),
    "cut in half": partial(cut, part=0.5),
    "empty": empty,
    "deleted": delete,
}
LINES: dict[str, Callable[[Path], None]] = {
    "first line gone": partial(drop_line, number=0),
    "last line gone": partial(drop_line, number=-1),
}
KINDS = {
    "settings": "kg.toml",
    "journal": "decisions.jsonl",
    "redirects": "ids.jsonl",
    "report in force": "reports/{april}*/report.txt",
    "report replaced": "reports/{march}*/report.txt",
    "report withdrawn": "reports/{may}*/report.txt",
    "record of a report in force": "reports/{april}*/_*.json",
    "record of a report replaced": "reports/{march}*/_*.json",
    "record of a report withdrawn": "reports/{may}*/_*.json",
    "cached facts": "cache/*.json",
    "cached comparisons": "cache/*.memory",
    "cached versions": "cache/rule-versions",
    "name of the generation": "graph/CURRENT",
    "inputs of the generation": "graph/gen-*/inputs.json",
    "manifest": "graph/gen-*/manifest.json",
    "nodes": "graph/gen-*/nodes.jsonl",
    "relationships": "graph/gen-*/relationships.jsonl",
    "mentions": "graph/gen-*/mentions.jsonl",
    "links": "graph/gen-*/links.jsonl",
    "search index": "graph/gen-*/search.sqlite",
    "bucket of the store": "graph/gen-*/store/Person_0.*.bucket",
    "index of the store": "graph/gen-*/store/Person_0_*.umtidx",
    "dictionary of the store": "graph/gen-*/store/dictionary.*",
    "schema of the store": "graph/gen-*/store/schema.json",
}
"""A file of each kind. Your own queries and an unfinished review cannot be told from others, so they are not here."""

OF_PARTNERS = {
    "partner's file": "reports/*/report.ttl",
    "record of a partner's file": "reports/{partner}*/acme_*.json",
    "cached graph of a partner's file": "cache/*.graph",
}
"""The same of a workspace into which a partner's graph came."""

KEY_OF_PSEUDONYMS = "export.key"
"""No graph is made with it: the command that needs it is ``export``."""

COPIES = {"copy of a source": "sources/" + "[0-9a-f]" * 64, "record of copies": "sources/attached.jsonl"}
"""Copies of sources and their record, which no graph is made of: the command that writes them is ``source attach``."""

IN_CI = {
    ("journal", "one bit in the middle", "ingest"),
    ("journal", "deleted", "ingest"),
    ("record of a report withdrawn", "deleted", "ingest"),
    ("journal", "last line gone", "rebuild"),
    ("redirects", "deleted", "rebuild"),
    ("record of a report replaced", "cut in half", "rebuild"),
    ("report in force", "one bit in the middle", "rebuild"),
    ("inputs of the generation", "empty", "ingest"),
    ("nodes", "cut in half", "ingest"),
    ("bucket of the store", "one bit in the middle", "ingest"),
    ("cached graph of a partner's file", "one bit in the middle", "rebuild"),
    ("cached graph of a partner's file", "deleted", "ingest"),
}


@dataclass
class Damages:
    """The trials of damage; what a writer makes of the whole workspace is found out once."""

    templates: Templates
    _whole: dict[tuple[Path, str], dict[str, Any]] = field(default_factory=dict)

    def trials(self) -> Iterator[Trial]:
        """Each kind of file, damaged in each way, before each writer."""
        for kind in KINDS | OF_PARTNERS:
            by_line = LINES if kind in ("journal", "redirects") else {}
            for damage in DAMAGES | by_line:
                for writer in WRITERS:
                    run = partial(self.damage, kind, damage, writer)
                    yield Trial("damage", f"{kind}, {damage}, then {writer}", run, (kind, damage, writer) in IN_CI)
        yield from self._key_trials()
        for name in COPIES:
            for damage in DAMAGES:
                run = partial(self.damage_copies, name, damage)
                ci = (name, damage) == ("copy of a source", "cut in half")
                yield Trial("damage", f"{name}, {damage}, then source attach", run, ci)
        for name in ("key.age", "workspace.age"):
            for damage in DAMAGES:
                yield Trial(
                    "damage", f"locked {name}, {damage}, then unlock", partial(self.damage_locked, name, damage)
                )
        for damage in DAMAGES:
            if damage != "deleted":
                yield Trial("damage", f"backup, {damage}, then restore", partial(self.damage_backup, damage))

    def _key_trials(self) -> Iterator[Trial]:
        for damage in DAMAGES:
            ci = damage in ("deleted", "one bit in the middle")
            yield Trial("damage", f"key of pseudonyms, {damage}", partial(self.damage_key, damage), ci)

    def whole(self, writer: str, runner: Runner, template: Path | None = None) -> dict[str, Any]:
        """What a writer makes of a template when nothing is damaged; without one, the workspace as it is."""
        of = template or self.templates.open
        if (of, writer) not in self._whole:
            folder = self.templates.folder / f"undamaged {writer}"
            shutil.copytree(of, folder)
            if writer in WRITERS:
                assert runner.kg(folder, *WRITERS[writer]).code == 0
            self._whole[of, writer] = runner.state(folder)
            shutil.rmtree(folder)
        return self._whole[of, writer]

    def damage(self, kind: str, damage: str, writer: str, folder: Path, runner: Runner) -> list[str]:
        """Damage a file, check, run a writer, and compare with what the writer makes of the whole workspace."""
        template = self.templates.with_partner if kind in OF_PARTNERS else self.templates.open
        before, after = self.whole("", runner, template), self.whole(writer, runner, template)
        shutil.copytree(template, folder, dirs_exist_ok=True)
        workspace = folder / "casefile"
        (DAMAGES | LINES)[damage](self.find(kind, workspace))
        left = kept_files(workspace)
        short = []
        found = runner.state(folder)
        if found.get("problems") == [] and found != before:
            short.append(f"`kg check` finds nothing, and there are {differences(found, before, KEYS)}")
        done = runner.kg(folder, *WRITERS[writer])
        short += done.faults()
        if done.code != 0:
            gone = {name for name, digest in left.items() if kept_files(workspace).get(name) != digest}
            return short + [f"refused, and changed {name}" for name in sorted(gone)]
        found = runner.state(folder)
        if found != after:
            short.append(f"ended with 0, and there are {differences(found, after, KEYS)}")
        return short

    def find(self, kind: str, workspace: Path) -> Path:
        """The file of a kind in a workspace."""
        names = {}
        for name in ("march", "april", "may"):
            data = (self.templates.open / "reports" / f"{name}.txt").read_bytes()
            names[name] = next(p.parent.name for p in workspace.glob("reports/*/report.txt") if p.read_bytes() == data)
        names["partner"] = next((path.parent.name for path in workspace.glob(OF_PARTNERS["partner's file"])), "")
        return sorted(workspace.glob((KINDS | OF_PARTNERS)[kind].format_map(names)))[0]

    def damage_copies(self, name: str, damage: str, folder: Path, runner: Runner) -> list[str]:
        """Damage what no graph is made of: ``kg check`` names it; attaching the same file again mends it or stops."""
        before = self.whole("", runner)
        shutil.copytree(self.templates.open, folder, dirs_exist_ok=True)
        workspace = folder / "casefile"
        (damaged,) = workspace.glob(COPIES[name])
        DAMAGES[damage](damaged)
        left = kept_files(workspace)
        short = [] if runner.kg(folder, "check").code == 1 else ["`kg check` finds nothing"]
        done = runner.kg(folder, "source", "attach", PAGE, "page.html")
        short += done.faults()
        if done.code != 0:
            return short + (["refused, and changed a file"] if kept_files(workspace) != left else [])
        found = runner.state(folder)
        return short + ([f"ended with 0, and there are {differences(found, before, KEYS)}"] if found != before else [])

    def damage_key(self, damage: str, folder: Path, runner: Runner) -> list[str]:
        """Damage the key: ``kg check`` names it, and no export makes another one without a word."""
        shutil.copytree(self.templates.open, folder, dirs_exist_ok=True)
        export = ("export", "bundle", "--format", "ntriples", "-o", "bundle.zip")
        assert runner.kg(folder, *export).code == 0
        (folder / "bundle.zip").unlink()
        DAMAGES[damage](folder / "casefile" / KEY_OF_PSEUDONYMS)
        left = kept_files(folder / "casefile")
        checked, done = runner.kg(folder, "check"), runner.kg(folder, *export)
        short = [] if checked.code == 1 and KEY_OF_PSEUDONYMS in checked.out + checked.err else ["check finds nothing"]
        short += done.faults()
        if done.code == 0 or (folder / "bundle.zip").exists():
            short.append("it exported with another key")
        return short + (["refused, and changed a file"] if kept_files(folder / "casefile") != left else [])

    def damage_locked(self, name: str, damage: str, folder: Path, runner: Runner) -> list[str]:
        """Damage what is encrypted: it is not unlocked to something else."""
        before = self.whole("", runner)
        shutil.copytree(self.templates.locked, folder, dirs_exist_ok=True)
        DAMAGES[damage](folder / "casefile" / "locked" / name)
        done = runner.kg(folder, "unlock", typed=f"{PASSPHRASE}\n")
        return done.faults() + self._compare(done.code, folder, "casefile", before, runner)

    def damage_backup(self, damage: str, folder: Path, runner: Runner) -> list[str]:
        """Damage a backup: no other workspace comes out of it."""
        before = self.whole("", runner)
        shutil.copytree(self.templates.open, folder, dirs_exist_ok=True)
        DAMAGES[damage](folder / "backup.zip")
        done = runner.kg(folder, "restore", "backup.zip", workspace="new")
        return done.faults() + self._compare(done.code, folder, "new", before, runner)

    def _compare(self, code: int, folder: Path, workspace: str, before: dict[str, Any], runner: Runner) -> list[str]:
        found = runner.state(folder, workspace)
        if code == 0 and found != before:
            return [f"ended with 0, and there are {differences(found, before, KEYS)}"]
        if code != 0 and not found.keys() & {"none", "locked"}:
            return [f"refused, and there are {differences(found, before, KEYS)}"]
        return []
