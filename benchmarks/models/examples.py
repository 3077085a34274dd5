"""Annotated entries as the models learn from them: each with what was read of it until its acts, and its annotation."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.extraction import COUNTRY, LEARNT, ROOT
from ingest.analysis.document import Document, analyse
from ingest.extract.acts import find_candidates
from ingest.extract.acts.predicates.candidates import Candidate
from ingest.extract.persons.names import learn_names
from ingest.facts import EntryFacts, Party, party_name
from ingest.formats.files import read_file
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import COMPONENTS, read_entry
from ingest.report.parser import parse_report

# Sets that tell the same happenings in other words.
TOLD_TWICE = {"restated": "invented", "other_hands": "plain"}
FOLDS = 5
# So many entries of the bank make one report, of which names are learnt.
_ENTRIES_A_REPORT = 40
Row = dict[str, Any]


@dataclass(frozen=True)
class Example:
    """One annotated entry. ``story`` is the same for two wordings; ``topic`` are the persons of its header."""

    set: str
    story: str
    row: Row
    document: Document
    facts: EntryFacts
    candidates: list[Candidate]
    topic: tuple[int, ...]

    @property
    def fold(self) -> int:
        """In which part of a cross-validation it is."""
        return hashlib.sha256(self.story.encode()).digest()[0] % FOLDS


@dataclass(frozen=True)
class AnnotatedSet:
    """The texts of a set, each with its period where the text has none, the annotation, and the files of both."""

    name: str
    texts: tuple[tuple[str, str | None], ...]
    rows: tuple[Row, ...]
    files: tuple[Path, ...]

    def digest(self) -> str:
        """The SHA-256 of the files, in their order."""
        digest = hashlib.sha256()
        for path in self.files:
            digest.update(path.read_bytes())
        return digest.hexdigest()


def find_sets(shared: Path, score: ModuleType) -> list[AnnotatedSet]:
    """The sets to learn from: the samples, the bank, and the gold of ``shared`` where it is there."""
    samples = ROOT / "tests" / "samples"
    found = [_set(name, sorted((samples / name).glob("*.txt")), samples / name / "annotation.jsonl", score)
             for name in LEARNT]  # fmt: skip
    found.append(read_bank(sorted((samples / "bank").glob("*.jsonl"))))
    if (shared / "gold").is_dir():
        corpus, gold = shared / "corpus", shared / "gold"
        found.append(_set("october", [corpus / "2022-10.txt"], gold / "2022-10.jsonl", score))
        found.append(_set("forms", sorted((corpus / "forms").glob("2*.txt")), gold / "forms.jsonl", score))
    return found


def _set(name: str, texts: Sequence[Path], annotation: Path, score: ModuleType) -> AnnotatedSet:
    read = tuple((read_file(path).text, None) for path in texts)
    return AnnotatedSet(name, read, tuple(score.load(annotation)), (*texts, annotation))


def read_bank(files: Sequence[Path]) -> AnnotatedSet:
    """The bank: entries that are no months, one JSON object a line, each its own text."""
    texts: list[tuple[str, str | None]] = []
    rows: list[Row] = []
    for path in files:
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for start in range(0, len(lines), _ENTRIES_A_REPORT):
            part = lines[start : start + _ENTRIES_A_REPORT]
            period = f"{2001 + len(texts) // 12}-{len(texts) % 12 + 1:02}"
            paragraphs = []
            for n, line in enumerate(part, 1):
                paragraphs.append(line["text"].rsplit("[", 1)[0].strip().rstrip(".") + f"[{n}].")
                rows.append({**line, "id": f"{period}/{n}", "footnotes": [str(n)]})
            texts.append(("\n\n".join(paragraphs) + "\n", period))
    return AnnotatedSet("bank", tuple(texts), tuple(rows), tuple(files))


def read_examples(annotated: AnnotatedSet, score: ModuleType) -> Iterator[Example]:
    """Every annotated entry of a set, read until its acts."""
    rows = {score.key(row): row for row in annotated.rows}
    country = load_jurisdiction(COUNTRY)
    until_acts = COMPONENTS[: next(n for n, c in enumerate(COMPONENTS) if c.field == "acts")]
    for text, period in annotated.texts:
        report = parse_report(text, country, period, annotated.name)
        documents = [analyse(entry, country) for entry in report.entries]
        names = learn_names(documents, country)
        for document in documents:
            notes = document.entry.footnotes
            key = (report.period, f"n{notes[0].number}" if notes else f"i{document.entry.number}")
            if key in rows:
                facts = read_entry(document, names, country, until_acts)
                candidates, focus = find_candidates(document, facts, country)
                story = f"{TOLD_TWICE.get(annotated.name, annotated.name)}:{rows[key]['id']}"
                topic = focus.topic if focus.header else ()
                yield Example(annotated.name, story, rows[key], document, facts, candidates, topic)


def overlap(parties: Sequence[Party], names: Sequence[str], example: Example, score: ModuleType) -> int:
    """How many of these parties the annotation names."""
    annotated = {score.fold(name) for name in names}
    named = {score.fold(party_name(example.facts, party)) for party in parties}
    return sum(any(score.same_name(a, n) or score.same_label(a, n) for a in annotated) for n in named)
