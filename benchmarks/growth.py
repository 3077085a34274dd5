"""How time and memory grow with a report: ``python -m benchmarks.growth [SHAPE ...] [--size KB] [--limit SECONDS]``.

Every shape is read, and its graph built, at once, twice and four times the size, each in a process of its own. Printed
are the processor's seconds for reading and building and the peak of memory, all above those of an empty report, and the
exponents from the smallest to the largest: 1 is linear, 2 is quadratic. What grows faster than ``LIMIT`` or takes too
long is marked, and the exit code is then 1.
"""

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from math import log

from benchmarks.large_report import make_text
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report
from kg.entries.active import ActiveReport
from kg.rows.build import build

TITLE = "MONITORING OF POLITICAL PERSECUTION FROM OCTOBER 1 TO OCTOBER 31, 2022"
LIMIT = 1.5
STEPS = (1, 2, 4)
# Seconds below which the growth is not to be told from the machine's noise.
NOISE = 1.0
LETTERS = "ABDGKLMNRST"
SMALL = LETTERS.lower()
Entries = Callable[[int], str]
"""What the entry of a number says behind its date and place."""

ENTRIES: dict[str, Entries] = {
    "one surname alone": lambda i: f"activist Orvinov was detained near the house number {i}",
    "one name in full": lambda i: f"activist Tasel Orvinov was fined {i} crowns by the city court",
    "one surname, many initials": lambda i: (
        f"activist Orvinov {LETTERS[i % 11]}.{LETTERS[i // 11 % 11]}. was questioned by the police"
    ),
    "one surname, many given names": lambda i: f"activist Orvinov {name_of(i)} was questioned by the police",
    "surnames one letter apart": lambda i: (
        f"activist Orvin{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}ov Tasel was fined"
    ),
    "one charge": lambda i: f"the trial of Tasel Orvinov under Article 405 of the Criminal Code went on, day {i}",
    "one rally": lambda i: f"the akimat refused {name_of(i)} Orvinov a rally on November 5, 2022",
    "one source": lambda i: f"{name_of(i)} Dovanov was detained by the police. [1]",
    "other people": lambda i: f"{name_of(i)} {name_of(i * 7 + 3)}ov was arrested for 15 days by the city court",
}
UNITS = {
    "blanks behind a date": " ",
    "stops": ".",
    "digits": "7",
    "commas": ", ",
    "opening brackets": "(",
    "opening quotation marks": "“",
    "straight quotation marks": '"',
    "capital letters": "A",
    "initials": "A. ",
    "capitalised words": "Orvinov ",
    "small words": "and ",
    "dashes": "- ",
    "footnotes": "[1]",
    "articles": "Article 1,1,1 ",
    "days": "October 5 and ",
    "sums": "15 days of 15 days of ",
    "speakers": "“says X. said “he ",
    "line breaks": "a\n",
    "courts": "Court of ",
    "ministries": "Ministry of Internal Affairs and ",
    "acronyms": "PF ",
    "names in quotation marks": "party “Aaa, ",
    "facilities": "LA-155/",
    "fines": "fined 5 tenge ",
    "terms": "sentenced to 5 years for ",
    "detentions": "X was detained, ",
}
"""Runs of one thing in one entry."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shapes", nargs="*", help="parts of the names of shapes (default: all)")
    parser.add_argument("--size", type=int, default=50, help="KB of the smallest report (default 50)")
    parser.add_argument("--limit", type=int, default=300, help="seconds a report may take (default 300)")
    parser.add_argument("--only", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.only is not None:
        print(*measure(make_report(asked.only, asked.size)))
        return
    print(f"{'shape':<32}{'KB':>7}{'read s':>9}{'build s':>9}{'MB':>7}{'time ^':>8}{'memory ^':>9}")
    chosen = [shape for shape in SHAPES if not asked.shapes or any(part in shape for part in asked.shapes)]
    grown = [shape for shape in chosen if not print_shape(shape, asked.size, asked.limit)]
    sys.exit(1 if grown else 0)


def name_of(number: int) -> str:
    """A name of its own for each number."""
    syllables = ("ta", "sel", "or", "vin", "do", "mar", "ku", "len", "ri", "bas")
    return "".join(syllables[int(digit)] for digit in str(number + 10)).capitalize()


def of_entries(say: Entries) -> Callable[[int], str]:
    """A report of short entries, about so many characters long."""

    def make(size: int) -> str:
        paragraphs, length, number = [TITLE], 0, 0
        while length < size:
            number += 1
            paragraphs.append(f"October {number % 28 + 1}, Astana, {say(number)}.[{number}]")
            length += len(paragraphs[-1]) + 2
        return "\n\n".join(paragraphs) + "\n\n[1] https://news.example/1\n"

    return make


def of_runs(unit: str) -> Callable[[int], str]:
    """A report of one entry that repeats something."""
    return lambda size: f"{TITLE}\n\nOctober 3, Astana, on October 4{unit * (size // len(unit))}x [1].\n"


SHAPES: dict[str, Callable[[int], str]] = {
    "ordinary": lambda size: make_text(size / 1_000_000),
    **{shape: of_entries(say) for shape, say in ENTRIES.items()},
    **{shape: of_runs(unit) for shape, unit in UNITS.items()},
}


def make_report(shape: str, kilobytes: int) -> str:
    return SHAPES[shape](kilobytes * 1000) if shape else f"{TITLE}\n\nOctober 3, Astana, nothing happened.[1]\n"


def measure(text: str) -> tuple[float, float, int]:
    """Seconds of reading and of building, and megabytes of memory at most."""
    country = load_jurisdiction("velmoria" if "VELMORIA" in text[:200] else "kazakhstan")
    start = time.process_time()
    facts = read_report(text, country)
    read = time.process_time()
    build([ActiveReport("", "0" * 64, facts)], country)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return read - start, time.process_time() - read, peak


def print_shape(shape: str, kilobytes: int, limit: int) -> bool:
    """Whether it grew as it should."""
    empty = in_process("", 0, limit)
    found = []
    for size in (kilobytes * step for step in STEPS):
        figures = in_process(shape, size, limit)
        if figures is None or empty is None:
            print(f"{shape:<32}{size:>7}   took longer than {limit} s, or ended early !", flush=True)
            return False
        read, built, peak = (max(0.0, figure - least) for figure, least in zip(figures, empty, strict=True))
        found.append((read + built, peak))
        print(f"{shape:<32}{size:>7}{read:>9.1f}{built:>9.1f}{peak:>7.0f}", end="", flush=True)
        print("" if size < kilobytes * STEPS[-1] else describe_growth(*exponents(found)))
    return found[-1][0] < NOISE or exponents(found)[0] <= LIMIT


def exponents(found: Sequence[tuple[float, float]]) -> list[float]:
    """Of time and memory."""
    ends = zip(found[0], found[-1], strict=True)
    return [log(max(last, 0.1) / max(first, 0.1)) / log(STEPS[-1]) for first, last in ends]


def describe_growth(time: float, memory: float) -> str:
    return f"{time:>8.2f}{memory:>9.2f}{' !' if time > LIMIT else ''}"


def in_process(shape: str, kilobytes: int, limit: int) -> tuple[float, ...] | None:
    command = [sys.executable, "-m", "benchmarks.growth", "--only", shape, "--size", str(kilobytes)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        print(done.stderr, file=sys.stderr)
    return None if done.returncode else tuple(map(float, done.stdout.split()))


if __name__ == "__main__":
    main()
