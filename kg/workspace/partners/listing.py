"""What a partner's file brought: whose it is, when it came in, under which terms, and what was not taken in."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kg.rdf.header import Header
from kg.rdf.stated import StatedGraph
from kg.workspace.files.reports import KeptReport


@dataclass(frozen=True)
class PartnerFile:
    """A partner's file. ``reports`` are the ids of the reports in it, ``kinds`` counts its things.

    ``foreign`` counts the statements of other vocabularies by predicate: they are in the file, and not in the graph.
    """

    kept: KeptReport
    header: Header
    reports: tuple[str, ...]
    kinds: Mapping[str, int]
    relationships: int
    foreign: Mapping[str, int]


def describe_file(kept: KeptReport, stated: StatedGraph) -> PartnerFile:
    """What a file brought."""
    return PartnerFile(
        kept,
        stated.header,
        tuple(report.id for report in stated.reports()),
        Counter(node.label for node in stated.graph.nodes),
        len(stated.graph.relationships),
        stated.foreign,
    )
