"""From facts and decisions to the graph: a pure function of the reports in force and of what people decided.

``build`` gathers the rows of each kind of thing from a module of its own; ``kg.identity`` has decided beforehand who
and what is one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ingest.jurisdiction import Jurisdiction
from ingest.rules import digest_files
from kg.building.acts import put_acts
from kg.building.campaigns import put_campaigns
from kg.building.cases import put_cases
from kg.building.charges import put_charges
from kg.building.documents import put_documents
from kg.building.sanctions import put_sanctions
from kg.building.stays import put_stays
from kg.building.tables import Tables
from kg.building.targeting import put_targeting
from kg.building.things import put_bodies, put_people, put_places
from kg.building.ties import put_ties
from kg.collecting import collector_resting
from kg.decisions import Conflict, Decision, Lost, Waiting
from kg.graph import Graph
from kg.identity.judgements import Judgement
from kg.identity.people import Memory, Question
from kg.identity.resolution import Resolution, resolve
from kg.identity.settling import weigh
from kg.judging import find_judgements
from kg.pointing import Mentions
from kg.told import ReportInForce, Told, tell

__all__ = ["Built", "Known", "ReportInForce", "build", "build_version", "know"]


@cache
def build_version() -> str:
    """The version of the rules of identity and build, a digest of the files that make them."""
    kg = Path(__file__).parents[1]
    return digest_files(
        [kg / "building", kg / "identity", *(kg / f"{name}.py" for name in ("decisions", "judging", "pointing"))]
    )


@dataclass(frozen=True)
class Built:
    """The graph, and where in it everything is found.

    ``ids``: the id of every mention with the id of the thing it leads to. ``persons``: the same for the persons of an
    entry, by entry id and position. ``threads``: each entry's case and campaigns as slugs of the guide
    (``proceeding:case-3f…``). ``lost``: decisions whose words are not found; ``conflicts``: decisions that contradict
    each other; ``waiting``: decisions not done as long as others are not taken; ``questions``: which people may be one,
    most valuable first.
    """

    graph: Graph
    ids: Mapping[str, str]
    persons: Mapping[tuple[str, int], str]
    threads: Mapping[str, Sequence[str]]
    lost: tuple[Lost, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    questions: Sequence[Question] = ()


@dataclass(frozen=True)
class Known:
    """Who and what is one under the decisions, before any row is made; ``judgements`` are those that are done."""

    told: Sequence[Told]
    mentions: Mentions
    judgements: Sequence[Judgement]
    lost: tuple[Lost, ...]
    conflicts: tuple[Conflict, ...]
    who: Resolution

    def leads_to(self, mention: str) -> str:
        """The id of the thing that a mention is a mention of; its own where it is of none that the graph shows."""
        return self.who.ids.get(mention, mention)


@collector_resting()
def know(
    reports: Sequence[ReportInForce],
    jurisdiction: Jurisdiction,
    decisions: Iterable[Decision] = (),
    memory: Memory | None = None,
) -> Known:
    """Find what the decisions are about, and decide who and what is one; a ``memory`` saves work, and no more."""
    told = tell(reports)
    mentions = Mentions(told)
    found, lost = find_judgements(decisions, mentions)
    judgements, conflicts = weigh(found)
    who = resolve(told, jurisdiction, judgements, memory)
    waiting = {w.decision for w in who.held.waiting}
    done = [j for j in judgements if j.decision not in waiting]
    return Known(told, mentions, done, lost, conflicts, who)


@collector_resting()
def build(
    reports: Sequence[ReportInForce],
    jurisdiction: Jurisdiction,
    decisions: Iterable[Decision] = (),
    memory: Memory | None = None,
) -> Built:
    """Derive the graph. The order of reports and decisions does not matter; the same give the same graph and ids.

    A ``memory`` of who was one before saves work, and changes nothing.
    """
    known = know(reports, jurisdiction, decisions, memory)
    told, who = known.told, known.who
    tables = Tables()
    put_documents(tables, reports, told)
    put_places(tables, told, who)
    put_bodies(tables, told, who)
    put_people(tables, told, who)
    put_cases(tables, told, who)
    put_acts(tables, told, who)
    put_charges(tables, told, who)
    put_sanctions(tables, told, who)
    put_stays(tables, told, who)
    put_campaigns(tables, told, who)
    put_ties(tables, told, who)
    put_targeting(tables)
    threads = {id: [f"{case.kind}:{case.id}"] for id, case in who.case.items()}
    for id, campaign in who.campaign.items():
        threads.setdefault(id, []).append(f"campaign:{campaign.id}")
    return Built(
        tables.take_graph(),
        who.ids,
        who.person,
        threads,
        known.lost,
        known.conflicts,
        who.held.waiting,
        tuple(who.people.questions),
    )
