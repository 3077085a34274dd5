"""Make the weights of the news model: ``python -m benchmarks.models.news_model [--shared DIR] [--write]``.

Reads every annotated set (the invented months of ``tests/samples`` and the gold of ``../shared``, where it is there),
labels each candidate act by whether the annotation has it, and fits a log-linear model. Prints how well it does in
cross-validation: an entry and its other wording are never in two folds. ``--write`` puts the weights into
``ingest/extract/acts/news/weights.yaml``. Runs in about a minute; the same data gives the same weights.
"""

import argparse
import hashlib
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

from benchmarks.extraction import COUNTRY, LEARNT, ROOT, load_scorer
from ingest.analysis.document import analyse
from ingest.extract.acts import find_candidates
from ingest.extract.acts.news.model import WEIGHTS, Weights, probability
from ingest.extract.acts.predicates.candidates import Candidate
from ingest.extract.persons.names import learn_names
from ingest.facts import EntryFacts, Party
from ingest.formats.files import read_file
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import COMPONENTS, read_entry
from ingest.report.parser import parse_report

# Sets that tell the same happenings in other words.
TOLD_TWICE = {"restated": "invented", "other_hands": "plain"}
FOLDS = 5
EPOCHS = 12
RATE = 0.1
# How strongly a weight is drawn to nothing.
RIDGE = 1.0
# How often an entry of a real report counts: what is invented is told in more ways than reports are.
REAL = {"october": 3, "forms": 3}
# A feature that fewer candidates have is left out.
FEWEST = 3
# A false act about somebody is worse than a missing one: below .42 none is told, whatever the F1. Above .46 what a
# person tells of their own arrest is lost, and the F1 is no better.
THRESHOLDS = (0.42, 0.46)
HEAD = """\
# The weights of the news model (ingest/extract/acts/news/model.py): how much each feature of a candidate speaks for an
# act of its entry, or against it. Made by `python -m benchmarks.models.news_model --write`; do not edit by hand.
# made_from: the SHA-256 of each annotated set.

"""
Row = dict[str, Any]


@dataclass(frozen=True)
class Example:
    """The candidates of one annotated entry, and which of them are acts. ``story`` is the same for two wordings."""

    set: str
    story: str
    features: tuple[tuple[str, ...], ...]
    types: tuple[str, ...]
    labels: tuple[bool, ...]
    annotated: frozenset[str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="where gold/ and corpus/ are")
    parser.add_argument("--write", action="store_true", help="write the weights")
    asked = parser.parse_args()
    score = load_scorer(asked.shared / "gold" / "score.py")
    sets = find_sets(asked.shared)
    examples = [e for name, (texts, annotation) in sets.items() for e in read_examples(name, texts, annotation, score)]
    threshold = cross_validate(examples)
    bias, weights = fit(examples)
    print(f"{len(examples)} entries, {sum(len(e.labels) for e in examples)} candidates, {len(weights)} weights")
    if asked.write:
        write_weights({name: _digest(*files) for name, files in sets.items()}, bias, threshold, weights)
        print(f"written to {WEIGHTS}")


def find_sets(shared: Path) -> dict[str, tuple[list[Path], Path]]:
    """The texts and the annotation of each set."""
    samples = ROOT / "tests" / "samples"
    sets = {name: (sorted((samples / name).glob("*.txt")), samples / name / "annotation.jsonl") for name in LEARNT}
    if (shared / "gold").is_dir():
        corpus, gold = shared / "corpus", shared / "gold"
        sets["october"] = ([corpus / "2022-10.txt"], gold / "2022-10.jsonl")
        sets["forms"] = (sorted((corpus / "forms").glob("2*.txt")), gold / "forms.jsonl")
    return sets


def read_examples(name: str, texts: Sequence[Path], annotation: Path, score: ModuleType) -> Iterator[Example]:
    """The candidates of every annotated entry of a set."""
    rows = {score.key(row): row for row in score.load(annotation)}
    country = load_jurisdiction(COUNTRY)
    until_acts = COMPONENTS[: next(n for n, c in enumerate(COMPONENTS) if c.field == "acts")]
    for path in texts:
        report = parse_report(read_file(path).text, country, name=path.name)
        documents = [analyse(entry, country) for entry in report.entries]
        names = learn_names(documents, country)
        for document in documents:
            notes = document.entry.footnotes
            key = (report.period, f"n{notes[0].number}" if notes else f"i{document.entry.number}")
            if key in rows:
                facts = read_entry(document, names, country, until_acts)
                candidates, _ = find_candidates(document, facts, country)
                yield _example(name, rows[key], facts, candidates, score)


def _example(name: str, row: Row, facts: EntryFacts, candidates: list[Candidate], score: ModuleType) -> Example:
    labels = [False] * len(candidates)
    for act in row["acts"]:
        same = [n for n, c in enumerate(candidates) if c.type == act["type"]]
        overlaps = {n: _overlap(candidates[n], act, facts, score) for n in same}
        if same:
            # The best candidate is the act; so are others that name somebody of it.
            labels[max(same, key=lambda n: (overlaps[n], candidates[n].form.startswith("finite"), -n))] = True
        for n, overlap in overlaps.items():
            labels[n] = labels[n] or overlap > 0
    story = f"{TOLD_TWICE.get(name, name)}:{row['id']}"
    return Example(
        name,
        story,
        tuple(c.features for c in candidates),
        tuple(c.type for c in candidates),
        tuple(labels),
        frozenset(row["events"]),
    )


def _overlap(candidate: Candidate, act: Row, facts: EntryFacts, score: ModuleType) -> int:
    """How many of those whom a candidate names the annotated act names too."""
    annotated = {score.fold(who) for who in (*act.get("to", ()), *act.get("by", ()))}
    named = {score.fold(_name(facts, party)) for party in (*candidate.to, *candidate.by)}
    return sum(any(score.same_name(a, n) or score.same_label(a, n) for a in annotated) for n in named)


def _name(facts: EntryFacts, party: Party) -> str:
    return facts.persons[party.index].name if party.kind == "person" else facts.bodies[party.index].name


def fit(examples: Sequence[Example]) -> tuple[float, dict[str, float]]:
    """The bias and the weights: logistic regression by adaptive gradient steps, in an order that is always the same."""
    counts = Counter(f for e in examples for features in e.features for f in set(features))
    data = [
        ([f for f in features if counts[f] >= FEWEST], label)
        for e in examples
        for _ in range(REAL.get(e.set, 1))
        for features, label in zip(e.features, e.labels, strict=True)
    ]
    weights: defaultdict[str, float] = defaultdict(float)
    squares: defaultdict[str, float] = defaultdict(lambda: 1e-6)
    bias, bias_squares, order = 0.0, 1e-6, random.Random(1)
    for _ in range(EPOCHS):
        order.shuffle(data)
        for features, label in data:
            error = probability(features, bias, weights) - label
            bias_squares += error * error
            bias -= RATE * error / math.sqrt(bias_squares)
            for f in features:
                step = error + RIDGE / len(data) * weights[f]
                squares[f] += step * step
                weights[f] -= RATE * step / math.sqrt(squares[f])
    return bias, {f: round(w, 3) for f, w in sorted(weights.items()) if abs(w) >= 0.001}


def cross_validate(examples: Sequence[Example]) -> float:
    """Print precision, recall and F1 of events for each set, and return the threshold that does best."""
    guesses: list[tuple[Example, list[float]]] = []
    for fold in range(FOLDS):
        bias, weights = fit([e for e in examples if _fold(e) != fold])
        guesses += [(e, [probability(f, bias, weights) for f in e.features]) for e in examples if _fold(e) == fold]
    # Of thresholds that do about as well the highest: what is told should be so.
    best = max(THRESHOLDS, key=lambda t: (round(_f1(_tally(guesses, t, lambda e: True)), 2), t))
    print(f"{'events, cross-validated':<26}{'P':>8}{'R':>8}{'F1':>8}   threshold {best}")
    for name in dict.fromkeys(e.set for e in examples):
        hits, found, wanted = _tally(guesses, best, lambda e, name=name: e.set == name)  # type: ignore[misc]
        print(f"{name:<26}{hits / found:>8.3f}{hits / wanted:>8.3f}{_f1((hits, found, wanted)):>8.3f}")
    return best


def _fold(example: Example) -> int:
    return hashlib.sha256(example.story.encode()).digest()[0] % FOLDS


def _tally(
    guesses: list[tuple[Example, list[float]]], threshold: float, of: Callable[[Example], bool]
) -> tuple[int, int, int]:
    """Types told rightly, types told, types annotated."""
    hits = found = wanted = 0
    for example, chances in guesses:
        if of(example):
            told = {t for t, p in zip(example.types, chances, strict=True) if p >= threshold}
            hits += len(told & example.annotated)
            found += len(told)
            wanted += len(example.annotated)
    return hits, found, wanted


def _f1(tally: tuple[int, int, int]) -> float:
    hits, found, wanted = tally
    return 2 * hits / (found + wanted) if found + wanted else 0.0


def write_weights(made_from: dict[str, str], bias: float, threshold: float, weights: dict[str, float]) -> None:
    """Write the file that ``ingest`` reads, one weight a line."""
    made = Weights(made_from, round(bias, 3), threshold, weights)
    text = yaml.safe_dump({f: getattr(made, f) for f in made.__struct_fields__}, sort_keys=False, allow_unicode=True)
    WEIGHTS.write_text(HEAD + text, encoding="utf-8")


def _digest(texts: Sequence[Path], annotation: Path) -> str:
    """The SHA-256 of a set's files, in their order."""
    digest = hashlib.sha256()
    for path in (*texts, annotation):
        digest.update(path.read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
