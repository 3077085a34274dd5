"""What the API needs to let people decide: the facts that can be decided about, and the jobs that record it."""

from dataclasses import dataclass

from explorer.decisions.knowledge import Knowledge, Known
from explorer.graphs.opened import Graphs, OpenGraph
from explorer.jobs.jobs import Jobs
from ingest.errors import KgError

# A larger graph's facts are derived only when somebody asks for one of them: it takes seconds for each 10,000 entries.
_LARGE = 20_000


@dataclass(frozen=True)
class DecisionService:
    """The facts and the jobs of a workspace."""

    knowledge: Knowledge
    jobs: Jobs

    def known_beside(self, graph: OpenGraph) -> Known | None:
        """The facts to show beside others; ``None`` where deriving them would keep somebody waiting."""
        if graph.size > _LARGE or not self.knowledge.is_quick(graph.generation):
            return self.knowledge.at_hand(graph.generation)
        return self.knowledge.read(graph.generation)


def make_service(graphs: Graphs, jobs: Jobs | None) -> DecisionService | None:
    """The service of a workspace; ``None`` where people may not decide."""
    if graphs.workspace is None or jobs is None or not graphs.decides:
        return None
    return DecisionService(Knowledge(graphs.workspace), jobs)


def require_service(service: DecisionService | None) -> DecisionService:
    """The service. Raises ``KgError`` where people may not decide."""
    if service is None:
        raise KgError("Decisions are made on the workspace's own graph: run `kg explore` without --store.")
    return service
