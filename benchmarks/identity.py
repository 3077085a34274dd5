"""How well and how fast people are told apart: ``python benchmarks/identity.py [MENTIONS ...]`` (default 1000 10000).

For each size: a population with known truth (``generators/populations.py``), who is who among it, and beside it, up to
``ALL_PAIRS`` mentions, what rapidfuzz makes of all pairs of names (WRatio, 90 and more is one person). Prints pairs
compared, seconds, the largest resident memory so far, B-cubed precision and recall, and precision and recall of pairs.
``--families`` takes the population with families and frequent surnames. ``--month`` times the last month added to the
others as well. ``--nomenklatura PYTHON`` names the Python of an environment where ``pip install nomenklatura`` was run,
and runs its xref (logic-v2) beside, in the same run.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from benchmarks.generators.populations import FAMILIES, WIDE, populate, spellings
from ingest.jurisdictions.packs import load_jurisdiction
from kg.entries.active import ActiveEntry
from kg.entries.mentions import person_mention_ids
from kg.identity.disjoint_sets import DisjointSets
from kg.identity.people.block_cache import BlockCache, read_block_cache, write_block_cache
from kg.identity.people.clustering import cluster_mentions

ALL_PAIRS = 10_000
LIKE = 90


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:] if size.isdigit()] or [1_000, 10_000]
    print("mentions  people  method      pairs      s     MB    B-cubed P  R    F1     pairs P  R")
    for size in sizes:
        entries, truth = populate(size, habits=FAMILIES if "--families" in sys.argv else WIDE)
        start = time.perf_counter()
        jurisdiction = load_jurisdiction("kazakhstan")
        work = cluster_mentions(entries, jurisdiction, person_mention_ids(entries))
        found = {mention: work.clusters.find(i) for i, mention in enumerate(work.mentions)}
        seconds = time.perf_counter() - start
        _print(truth, found, "identity", work.clusters.compared, seconds)
        if "--month" in sys.argv:
            _add_month(entries)
        if len(truth) <= ALL_PAIRS * 2:
            start = time.perf_counter()
            found = _all_pairs(entries)
            _print(truth, found, "rapidfuzz", len(truth) * (len(truth) - 1) // 2, time.perf_counter() - start)
        if "--nomenklatura" in sys.argv:
            _beside_nomenklatura(entries, truth, sys.argv[sys.argv.index("--nomenklatura") + 1])


def _add_month(entries: list[ActiveEntry]) -> None:
    """Time the last month added to the rest, with a memory as a workspace keeps it, and compare with the whole."""
    jurisdiction, block_cache = load_jurisdiction("kazakhstan"), BlockCache()
    last = entries[-1].report
    earlier = [entry for entry in entries if entry.report != last]
    cluster_mentions(earlier, jurisdiction, person_mention_ids(earlier), block_cache=block_cache)
    written = write_block_cache(block_cache)
    ids, start = person_mention_ids(entries), time.perf_counter()
    work = cluster_mentions(entries, jurisdiction, ids, block_cache=block_cache)
    kept = time.perf_counter() - start
    del block_cache
    start = time.perf_counter()
    cluster_mentions(entries, jurisdiction, ids, block_cache=read_block_cache(written))
    from_disk = time.perf_counter() - start
    whole = cluster_mentions(entries, jurisdiction, ids)
    same = all(work.clusters.of(i).first == whole.clusters.of(i).first for i in range(len(work.mentions)))
    print(
        f"          a month of {len(entries) - len(earlier)} entries added: {work.clusters.compared} pairs compared, "
        f"{kept:.1f} s in the same process, {from_disk:.1f} s from a memory of {len(written) / 1e6:.1f} MB, "
        f"{'as the whole at once' if same else 'NOT AS THE WHOLE'}"
    )


def _beside_nomenklatura(entries: list[ActiveEntry], truth: Mapping[Any, int], python: str) -> None:
    """Its xref of the same names in a process of its own, with the context a FollowTheMoney person can carry."""
    names = dict(spellings(entries))
    places = {
        (e.id, i): e.facts.places[0].name for e in entries if e.facts.places for i, _ in enumerate(e.facts.persons)
    }
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "people.jsonl", Path(folder) / "clusters.json"
        with source.open("w", encoding="utf-8") as file:
            for number, mention in enumerate(truth):
                properties = {"name": [names[mention]], "country": ["kz"]}
                if mention in places:
                    properties["address"] = [places[mention]]
                json.dump({"id": f"m{number}", "schema": "Person", "properties": properties}, file)
                file.write("\n")
        script = Path(__file__).parent / "baselines" / "nomenklatura_xref.py"
        done = subprocess.run(
            [python, str(script), str(source), str(target)], capture_output=True, text=True, check=False
        )
        if done.returncode:
            print(f"          nomenklatura did not finish: {done.stderr.strip().splitlines()[-1:]}")
            return
        result = json.loads(target.read_text(encoding="utf-8"))
    found = {mention: result["clusters"][f"m{number}"] for number, mention in enumerate(truth)}
    _print(truth, found, "nomenkl.", 0, result["seconds"])


def _all_pairs(entries: list[ActiveEntry]) -> dict[tuple[str, int], int]:
    mentions, names = zip(*spellings(entries), strict=True)
    clusters: DisjointSets[int] = DisjointSets(range(len(names)))
    for i, name in enumerate(names):
        for _, _, beyond in process.extract(name, names[i + 1 :], scorer=fuzz.WRatio, score_cutoff=LIKE, limit=None):
            clusters.join(i, i + 1 + beyond)
    return {mentions[i]: leader for i, leader in clusters.leaders().items()}


def _print(truth: Mapping[Any, int], found: Mapping[Any, Any], method: str, pairs: int, seconds: float) -> None:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    p, r = b_cubed(truth, found)
    pair_p, pair_r = of_pairs(truth, found)
    print(
        f"{len(truth):8}  {len(set(truth.values())):6}  {method:9} {pairs:10} {seconds:7.1f} {memory:6}    "
        f"{p:.3f} {r:.3f} {2 * p * r / (p + r):.3f}     {pair_p:.3f} {pair_r:.3f}",
        flush=True,
    )


def b_cubed(truth: Mapping[Any, int], found: Mapping[Any, int]) -> tuple[float, float]:
    """B-cubed precision and recall."""
    both = Counter((truth[m], found[m]) for m in truth)
    real, made = Counter(truth.values()), Counter(found[m] for m in truth)
    n = len(truth)
    return sum(k * k / made[f] for (_, f), k in both.items()) / n, sum(
        k * k / real[t] for (t, _), k in both.items()
    ) / n


def of_pairs(truth: Mapping[Any, int], found: Mapping[Any, int]) -> tuple[float, float]:
    """Precision and recall over pairs of mentions in one cluster."""
    counts: dict[str, Counter[Any]] = defaultdict(Counter)
    for mention, human in truth.items():
        counts["both"][human, found[mention]] += 1
        counts["real"][human] += 1
        counts["made"][found[mention]] += 1
    both, real, made = (sum(k * (k - 1) for k in counts[x].values()) for x in ("both", "real", "made"))
    return both / max(1, made), both / max(1, real)


if __name__ == "__main__":
    main()
