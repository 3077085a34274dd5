"""How well and how fast reports are read: ``python benchmarks/extraction.py [--shared DIR] [--eyecite PYTHON]``.

Well: one table of ``score.py``'s figures for each set that has an annotation: the annotated month cut in two by a hash
of each entry's id, the restated forms of other years, and the invented months of every folder of ``tests/samples``. The
part called ``held out`` and the months in ``tests/samples/held_out*`` are not read while rules are written. The weights
of the models are learnt from every set but ``tests/samples/held_out*``, so only these say how well acts are read
in an unseen month.

Fast: entries a second on one core, with acts and without, and eyecite's scan of the same text in the same run
(``--eyecite`` names the Python of an environment where ``pip install eyecite`` was run). The best of several rounds:
the machines are shared.
"""

import argparse
import hashlib
import importlib.util
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import takewhile
from pathlib import Path
from types import ModuleType
from typing import Any

from exports.facts import facts_rows
from ingest.analysis.document import Document, analyse
from ingest.extract.persons.names import learn_names
from ingest.formats.files import read_file
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import COMPONENTS, read_entry, read_report
from ingest.report.parser import parse_report

ROOT = Path(__file__).parents[1]
ROUNDS = 5
SCAN = """
import json, sys, time
from eyecite import get_citations
entries = json.load(open(sys.argv[1], encoding="utf-8"))
get_citations(entries[0])
best = min(
    (lambda begin: ([get_citations(text) for text in entries], time.perf_counter() - begin)[1])(time.perf_counter())
    for _ in range(int(sys.argv[2]))
)
print(best)
"""
Rows = list[dict[str, Any]]
COUNTRY = "kazakhstan"
# The folders of ``tests/samples`` from which the news model learns.
LEARNT = ("invented", "restated", "plain", "other_hands", "plain_later", "other_hands_later")
# The folders that nobody reads, and from which nothing is learnt.
HELD_OUT = ("held_out", "held_out_later", "held_out_other_hands")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="where gold/ and corpus/ are")
    parser.add_argument("--eyecite", help="the Python of an environment that has eyecite")
    asked = parser.parse_args()
    score = load_scorer(asked.shared / "gold" / "score.py")
    print_scores(score, load_sets(score, asked.shared))
    print_speed(asked.shared / "corpus" / "2022-10.txt", asked.eyecite)


def load_scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None or not path.exists():
        sys.exit(f"{path} is not there: say with --shared where gold/score.py is.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load_sets(score: ModuleType, shared: Path) -> dict[str, tuple[Rows, Rows]]:
    """Every set's annotation and what we read, by name."""
    forms = sorted((shared / "corpus" / "forms").glob("2*.txt"))
    sets = _split_month(
        score.load(shared / "gold" / "2022-10.jsonl"), rows([shared / "corpus" / "2022-10.txt"], COUNTRY)
    )
    sets["forms"] = (score.load(shared / "gold" / "forms.jsonl"), rows(forms, COUNTRY))
    samples = ROOT / "tests" / "samples"
    for folder in (samples / name for name in (*LEARNT, *HELD_OUT)):
        annotated = [row for path in sorted(folder.glob("*.jsonl")) for row in score.load(path)]
        sets[folder.name.replace("_", " ")] = (annotated, rows(sorted(folder.glob("*.txt")), COUNTRY))
    return sets


def _split_month(gold: Rows, read: Rows) -> dict[str, tuple[Rows, Rows]]:
    """A month in two parts, a third of it held out by the hash of the entries' ids."""
    held = {row["id"] for row in gold if hashlib.sha256(row["id"].encode()).digest()[0] % 3 == 0}
    parts = {"october, 2/3": False, "october, held out": True}

    def part(rows: Rows, is_held: bool) -> Rows:
        return [row for row in rows if (row["id"] in held) == is_held]

    return {name: (part(gold, is_held), part(read, is_held)) for name, is_held in parts.items()}


def rows(paths: Sequence[Path], country: str) -> Rows:
    """The guide's shape of every entry of these reports, without identity."""
    found = []
    for path in paths:
        report = read_report(read_file(path).text, load_jurisdiction(country))
        period = report.report.period
        nobody = {(f"{period}/{f.entry.number}", i): "" for f in report.entries for i, _ in enumerate(f.persons)}
        found += list(facts_rows([(period, report)], nobody, {}))
    return found


def print_scores(score: ModuleType, sets: dict[str, tuple[Rows, Rows]]) -> None:
    results = {name: score.compare(*pair)[0] for name, pair in sets.items()}
    print(f"{'F1 (facts in the annotation)':<30}" + "".join(f"{name:>20}" for name in results))
    for kind in next(iter(results.values())):
        if kind.startswith(("cases", "campaigns")):
            continue  # identity's: `kg export facts` and score.py --people
        cells = [result.get(kind) for result in results.values()]
        texts = [f"{c['f1']:.3f} ({c['gold']})" if isinstance(c, dict) else f"{c:.3f}" if c else "-" for c in cells]
        print(f"{kind:<30}" + "".join(f"{cell:>20}" for cell in texts))


def print_speed(path: Path, eyecite: str | None) -> None:
    jurisdiction = load_jurisdiction("kazakhstan")
    entries = parse_report(read_file(path).text, jurisdiction, None, "the report").entries
    number = len(entries)

    def analyse_all() -> list[Document]:
        return [analyse(entry, jurisdiction) for entry in entries]

    names = learn_names(entries, jurisdiction)
    before_acts = tuple(takewhile(lambda component: component.field != "acts", COMPONENTS))
    without = number / fastest(
        lambda: [read_entry(document, names, jurisdiction, before_acts) for document in analyse_all()]
    )
    whole = number / fastest(lambda: [read_entry(document, names, jurisdiction) for document in analyse_all()])
    print(f"\nentries a second, one core: without acts {without:.0f}, with acts {whole:.0f}")
    if not eyecite:
        print("eyecite was not measured: name the Python of its environment with --eyecite.")
        return
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump([entry.text for entry in entries], file)
        file.flush()
        output = subprocess.run(
            [eyecite, "-c", SCAN, file.name, str(ROUNDS)], capture_output=True, text=True, check=True
        )
    scan = number / float(output.stdout)
    print(f"eyecite scans {scan:.0f}; ratio without acts {without / scan:.2f}, with acts {whole / scan:.2f}")


def fastest(work: Callable[[], object]) -> float:
    """Seconds of the fastest round."""
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return min(times)


if __name__ == "__main__":
    main()
