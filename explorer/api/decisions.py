"""What people decide about facts, and the jobs that record it."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from litestar import delete
from litestar.params import JSONBody, QueryParameter

from explorer.api.parts import (
    PROBLEMS,
    AnyRequest,
    GraphsAsked,
    Id,
    JobsAsked,
    ServiceAsked,
    read_id,
    reads,
    takes,
    user_of,
)
from explorer.decisions.service import require_service
from explorer.graphs.opened import Graphs
from explorer.jobs.jobs import Job, Jobs, JobState
from explorer.jobs.work import Stage, Undo
from ingest.errors import KgError
from kg.corrections.opinions import FactOpinion, FactVerb
from kg.schema.sentences import say_error

DecisionVerb = Literal["right", "confirm", "wrong", "correct", "note"]

_VERBS: dict[DecisionVerb, FactVerb] = {
    "right": "right",
    "confirm": "right",
    "wrong": "wrong",
    "correct": "corrected",
    "note": "note",
}
# Seconds that a request waits for its job; mostly it is done by then.
_PATIENCE = 20.0


@dataclass(frozen=True)
class DecisionAsked:
    """A decision about the fact with an id, or about all facts of entries about a thing.

    ``fields`` are those to correct, by name. Without ``everywhere`` it is about the fact in its own entry alone.
    """

    verb: DecisionVerb
    id: str
    fields: dict[str, str] = field(default_factory=dict)
    why: str = ""
    everywhere: bool = True


@dataclass(frozen=True)
class JobAnswer:
    """A job. ``decisions`` are the ids of what it recorded: none where all of it was decided before.

    ``stage`` says what it does now; ``done`` are rows that are written of ``total``, or steps of an export, 0 before.
    ``generation`` is the graph's now; it is another one when a decision is recorded. ``file`` says that there is a file
    to fetch. ``message`` says why it failed.
    """

    id: str
    state: JobState
    stage: Stage
    done: int
    total: int
    file: bool
    message: str
    decisions: tuple[str, ...]
    generation: str


@takes("/decisions")
def decide(graphs: GraphsAsked, service: ServiceAsked, request: AnyRequest, data: JSONBody[DecisionAsked]) -> JobAnswer:
    """Record that a fact is right, wrong or to be corrected, or a note about it. The next answers have it."""
    deciding = require_service(service)
    with graphs.reading() as graph:
        known = deciding.knowledge.read(graph.generation)
    verb = _VERBS[data.verb]
    if verb == "corrected" and not data.fields:
        raise KgError("Say which field is to be corrected.")
    facts = known.of(read_id(data.id, graphs.workspace), data.everywhere and verb != "note")
    opinions = tuple(FactOpinion(verb, fact.id, data.fields, data.why) for fact in facts)
    return finish_job(deciding.jobs.start(opinions, user_of(request)), graphs)


@delete("/decisions/{id:str}", status_code=200, sync_to_thread=True, responses=PROBLEMS)
def undo(
    graphs: GraphsAsked,
    service: ServiceAsked,
    request: AnyRequest,
    id: Id,
    why: Annotated[str, QueryParameter(max_length=2_000, description="The reason, kept in the journal.")] = "",
) -> JobAnswer:
    """Take a decision back."""
    return finish_job(require_service(service).jobs.start(Undo(id, why), user_of(request)), graphs)


@reads("/jobs/{id:str}")
def job(graphs: GraphsAsked, jobs: JobsAsked, id: Id) -> JobAnswer:
    """How far a job is."""
    return say_job(require_jobs(jobs).find(id), graphs)


@delete("/jobs/{id:str}", status_code=200, sync_to_thread=True, responses=PROBLEMS)
def cancel(graphs: GraphsAsked, jobs: JobsAsked, id: Id) -> JobAnswer:
    """Cancel a job. What it had recorded whole stays; nothing is half-written."""
    return say_job(require_jobs(jobs).cancel(id), graphs)


def require_jobs(jobs: Jobs | None) -> Jobs:
    """The jobs. Raises ``KgError`` where there is no workspace."""
    if jobs is None:
        raise KgError("Decisions and exports are made in a workspace: name one with -w.")
    return jobs


def finish_job(job: Job, graphs: Graphs) -> JobAnswer:
    """A job that was begun, when it is done, or as it is where that takes long. Raises ``KgError`` if it failed."""
    job.ended.wait(_PATIENCE)
    if job.state == "failed":
        raise KgError(job.message)
    return say_job(job, graphs)


def say_job(job: Job, graphs: Graphs) -> JobAnswer:
    """A job as it is now."""
    with graphs.reading() as graph:
        return JobAnswer(
            id=job.id,
            state=job.state,
            stage=job.stage,
            done=job.done,
            total=job.total,
            file=job.file is not None,
            message=say_error(job.message),
            decisions=job.decisions,
            generation=graph.generation,
        )


HANDLERS = (decide, undo, job, cancel)
