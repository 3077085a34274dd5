"""What an ingest of N megabytes of valid text takes: ``python benchmarks/large_report.py [N]`` (default 10).

The text is the bundled sample's report over and over, each time about other invented people and with sources of its
own. Prints seconds of wall time and the largest resident memory of ``kg ingest`` in a process of its own.
"""

import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from ingest.facts import EntryFacts, ReportFacts
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report

SAMPLE = Path(__file__).parents[1] / "ingest" / "jurisdictions" / "velmoria" / "sample" / "2031-03.txt"
SYLLABLES = ("sa", "bri", "to", "ken", "lu", "mar", "ves", "nor", "ila", "dro")
REFERENCE = 40
"""Characters of a line of the reference list, about."""


def make_text(megabytes: float) -> str:
    """A report of about so many megabytes."""
    sample = read_report(SAMPLE.read_text(encoding="utf-8"), load_jurisdiction("velmoria"))
    numbers = count(1)
    paragraphs = [sample.report.title]
    size = 0
    for paragraph in _repeated(sample):
        paragraphs.append(re.sub(r"\[\d+\]", lambda _: f"[{next(numbers)}]", paragraph))
        size += len(paragraph) + REFERENCE * paragraph.count("[")
        if size > megabytes * 1_000_000:
            break
    references = [f"[{number}] https://news.example/{number}" for number in range(1, next(numbers))]
    return "\n\n".join(paragraphs + references)


def _repeated(sample: ReportFacts) -> Iterator[str]:
    for copy in count(1):
        beginning = "".join(SYLLABLES[int(digit)] for digit in str(copy)).capitalize()
        for facts in sample.entries:
            yield _about_others(facts, beginning)


def _about_others(facts: EntryFacts, beginning: str) -> str:
    """An entry's text with another beginning to each word of its people's names."""
    text = facts.entry.text
    spans = {span for person in facts.persons for span in person.evidence.spans}
    for start, end in sorted(spans, reverse=True):
        name = re.sub(r"\b[A-Z](?=[a-z])", lambda first: beginning + first[0].lower(), text[start:end])
        text = text[:start] + name + text[end:]
    return text


def main() -> None:
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.txt"
        report.write_text(make_text(megabytes), encoding="utf-8")
        ingest = [
            sys.executable,
            "-c",
            "from kg.cli.main import run; run()",
            "-w",
            f"{folder}/casefile",
            "ingest",
            str(report),
        ]
        started = time.monotonic()
        subprocess.run(ingest, check=True, stdout=subprocess.DEVNULL)
        seconds = time.monotonic() - started
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"{report.stat().st_size / 1e6:.1f} MB of text: {seconds:.0f} seconds, {peak:.0f} MB of memory at most")


if __name__ == "__main__":
    main()
