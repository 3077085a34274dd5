"""``kg export … --preview``: what a profile leaves out, changes and keeps, before anything is written."""

from exports.profiles.application import Disclosure
from kg.cli.output import print_table, say


def print_preview(disclosure: Disclosure) -> None:
    """Print how many things of each kind are left out, changed or kept, why, and a few of them."""
    profile = disclosure.profile
    rows = [
        [line.outcome, line.what, line.why, line.number, "; ".join(line.samples)]
        for line in sorted(disclosure.record.lines(), key=lambda line: (line.outcome != "left out", line.outcome))
    ]
    print_table(f"Profile {profile.name}", ["outcome", "what", "why", "number", "samples"], rows)
    graph = disclosure.graph
    say(f"{len(graph.nodes)} things and {len(graph.relationships)} relationships would leave.")
    say(f"{profile.about} Nothing was written. The samples are for your eyes only.")
