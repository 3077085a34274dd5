"""Workspaces that trials copy: reports corrected and withdrawn, decisions, a query and a review of the user's own.

The reports are parts of the bundled sample, about invented people in an invented country.
"""

import csv
import re
import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kg.cli.main import COMMANDS
from kg.review.draft import Draft, DraftAnswer, write_draft
from tests.conftest import SAMPLE
from tests.torture.commands import PASSPHRASE, Runner

TITLE = "MONITORING OF POLITICAL PERSECUTION IN THE REPUBLIC OF VELMORIA FROM {month} 1 TO {month} 30, 2031"
QUERY = "// title: My court cases\n// columns: court: Court\nMATCH (c:Court) RETURN c.id AS court ORDER BY court\n"
PRISONERS = (
    "name,place,article,term,held in,since\n"
    "Ilkuvel Orvane,Ishkarra,CC 207/2,5 years,Colony No. 4,2030-03\n"
    "Tamsel Brio,,CC 211,,Ashkel Prison,2031-01-02\n"
)
PAGE = "https://bureau.example/7"
DAY_FIRST = re.compile(r"^(?:On )?(?:March|April) \d", re.M)


def paragraphs(sample: str) -> list[str]:
    """The entries of a sample report that begin with a plain date."""
    text = (SAMPLE / f"{sample}.txt").read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if DAY_FIRST.match(line)]


def report(month: str, entries: list[str]) -> str:
    """A report of a month of 2031."""
    told = [re.sub(r"\b(March|April)\b", month, entry) for entry in entries]
    return "\n\n".join([TITLE.format(month=month.upper()), *told]) + "\n"


@dataclass
class Templates:
    """Makes each template once, in a folder of its own."""

    folder: Path
    runner: Runner | None

    @cached_property
    def open(self) -> Path:
        """A folder with ``reports/``, the workspace ``casefile``, a backup, a colleague's journal, CSV files."""
        folder = self.folder / "open"
        self._write_reports(folder / "reports")
        for arguments in (
            ("ingest", "reports/march.txt"),
            ("ingest", "reports/march-corrected.txt"),
            ("ingest", "reports/april.txt", "reports/may.txt"),
            ("withdraw", "2031-05"),
        ):
            self._run(folder, *arguments)
        people = self.people(folder)
        self._run(folder, "merge", people[0], people[1])
        self._attach_page(folder)
        (folder / "casefile" / "queries").mkdir(exist_ok=True)
        (folder / "casefile" / "queries" / "mine.cypher").write_text(QUERY, encoding="utf-8")
        answers = (DraftAnswer(people[2], people[3], "different"),)
        (folder / "casefile" / "review.json").write_bytes(write_draft(Draft(answers, "2031-06-01 10:00 UTC", "")))
        self._run(folder, "backup", "backup.zip")
        self._write_colleagues_journal(folder)
        self._write_answers(folder / "facts.csv")
        (folder / "list.csv").write_text(PRISONERS, encoding="utf-8")
        return folder

    @cached_property
    def first(self) -> Path:
        """A folder with a workspace of one report."""
        folder = self.folder / "first"
        folder.mkdir(parents=True)
        self._run(folder, "ingest", self.open / "reports" / "may.txt")
        return folder

    @cached_property
    def with_partner(self) -> Path:
        """The same as ``open``, and a partner's graph came in: the report of another workspace, exported whole."""
        folder = self.folder / "with partner"
        shutil.copytree(self.open, folder, symlinks=True)
        graph = folder / "partner.ttl"
        self._run(self.first, "export", "rdf", "--profile", "full", "--issued", "2031-07-01", "-o", graph)
        self._run(folder, "ingest", graph, "--series", "acme")
        return folder

    @cached_property
    def locked(self) -> Path:
        """The same, with the workspace locked."""
        folder = self.folder / "locked"
        shutil.copytree(self.open, folder, symlinks=True)
        self._run(folder, "lock", typed=f"{PASSPHRASE}\n" * 2)
        return folder

    def people(self, folder: Path) -> list[str]:
        """The ids of people in a workspace's graph, sorted."""
        (nodes,) = (folder / "casefile" / "graph").glob("gen-*/nodes.jsonl")
        return re.findall(r'^\["Person","([^"]+)"', nodes.read_text(encoding="utf-8"), re.M)

    def withdrawal(self, folder: Path) -> str:
        """The id of the decision that took the report of May out."""
        journal = (folder / "casefile" / "decisions.jsonl").read_text(encoding="utf-8")
        (line,) = [line for line in journal.splitlines() if '"withdrawn"' in line]
        (found,) = re.findall(r'"id":"(\w+)"', line)
        return found

    def _write_reports(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        march, april = paragraphs("2031-03"), paragraphs("2031-04")
        corrected = [march[0].replace("2031", "2031, in Port Auvren"), *march[1:10]]
        for name, text in {
            "march": report("March", march[:12]),
            "march-corrected": report("March", corrected),
            "april": report("April", april[:12]),
            "april-corrected": report("April", april[2:14]),
            "may": report("May", march[12:18]),
            "june": report("June", april[12:20]),
        }.items():
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")

    def _attach_page(self, folder: Path) -> None:
        """Save two pages, and attach one as the copy of a source."""
        (folder / "letter.html").write_text("<p>Ilkuvel Orvane was fined.</p>", encoding="utf-8")
        (folder / "page.html").write_text("<p>Ilkuvel Orvane was detained.</p>", encoding="utf-8")
        self._run(folder, "source", "attach", PAGE, "page.html")

    def _write_answers(self, path: Path) -> None:
        """Write a spreadsheet of facts, the first two of them answered."""
        self._run(path.parent, "review", "facts", "--export", path, "--most", "3")
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        rows[0]["answer"], rows[1]["answer"] = "y", "n"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)

    def _write_colleagues_journal(self, folder: Path) -> None:
        colleague = self.folder / "colleague"
        shutil.copytree(folder, colleague)
        people = self.people(colleague)
        self._run(colleague, "merge", people[4], people[5])
        self._run(colleague, "decisions", "export", folder / "colleague.jsonl")

    def _run(self, folder: Path, *arguments: object, typed: str = "") -> None:
        assert self.runner, "these templates are for names alone"
        done = self.runner.kg(folder, *arguments, typed=typed)
        assert done.code == 0, f"kg {' '.join(map(str, arguments))}: {done.err}"


def has_command(name: str) -> bool:
    """Whether there is such a command."""
    return name in COMMANDS
