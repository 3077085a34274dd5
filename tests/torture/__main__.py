"""Run all trials, and print the table of what was tried and what fell short: ``python -m tests.torture [WORD …]``.

With words, only the trials whose area and name have one of them.
"""

import os
import queue
import shutil
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from pathlib import Path

from tests.torture.commands import Runner
from tests.torture.selection import all_trials
from tests.torture.templates import Templates
from tests.torture.trials import Trial

Short = list[tuple[Trial, list[str]]]


def run_all(words: list[str]) -> tuple[Counter[str], Short]:
    """Run the trials, one at a time on each core. Gives how many there were of each area, and what fell short."""
    numbers: queue.SimpleQueue[int] = queue.SimpleQueue()
    tried: Counter[str] = Counter()
    short: Short = []
    with tempfile.TemporaryDirectory(prefix="kg-torture-") as folder:
        wanted = [n for n, trial in enumerate(all_trials(Templates(Path(folder), None))) if is_wanted(trial, words)]
        for number in wanted:
            numbers.put(number)
        workers = [
            threading.Thread(target=run_some, args=(Path(folder, f"worker-{n}"), numbers, tried, short))
            for n in range(os.cpu_count() or 1)
        ]
        for worker in workers:
            worker.start()
        while any(worker.is_alive() for worker in workers):
            print(f"\r{sum(tried.values())} of {len(wanted)} tried, {len(short)} fell short ", end="", file=sys.stderr)
            time.sleep(1)
        print(file=sys.stderr)
    return tried, sorted(short, key=lambda pair: (pair[0].area, pair[0].name))


def run_some(folder: Path, numbers: "queue.SimpleQueue[int]", tried: Counter[str], short: Short) -> None:
    """Take trials from the queue until it is empty, with a server and templates of one's own."""
    folder.mkdir()
    runner = Runner()
    trials = all_trials(Templates(folder / "templates", runner))
    while True:
        try:
            number = numbers.get_nowait()
        except queue.Empty:
            runner.close()
            return
        trial, place = trials[number], folder / str(number)
        place.mkdir()
        try:
            found = trial.run(place, runner)
        except Exception:  # noqa: BLE001 (a trial that fails is one that fell short)
            found = [f"the trial failed: {traceback.format_exc(limit=-1)}"]
        tried[trial.area] += 1
        if found:
            short.append((trial, found))
            print(f"\n{trial.area}: {trial.name}: {found[0]}", file=sys.stderr)
        shutil.rmtree(place, ignore_errors=True)


def is_wanted(trial: Trial, words: list[str]) -> bool:
    """Whether a trial is asked for."""
    return not words or any(word in f"{trial.area}: {trial.name}" for word in words)


def main(words: list[str]) -> int:
    """Print the table; 1 if anything fell short."""
    start = time.monotonic()
    tried, short = run_all(words)
    fell = Counter(trial.area for trial, _ in short)
    print("| area | tried | fell short |\n| --- | --- | --- |")
    for area, number in tried.items():
        print(f"| {area} | {number} | {fell[area]} |")
    print(f"| all | {sum(tried.values())} | {len(short)} |\n\n{(time.monotonic() - start) / 60:.1f} minutes.\n")
    for trial, found in short:
        print(f"- {trial.area}: {trial.name}")
        print("".join(f"  - {sentence}\n" for sentence in found), end="")
    return int(bool(short))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
