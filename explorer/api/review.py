"""Review: who is who, and which facts are right. Facts are answered by decisions (``/api/decisions``)."""

from dataclasses import dataclass
from typing import Annotated

from litestar.params import JSONBody, QueryParameter

from explorer.answers.reading.review import FactQuestions, PeopleQuestions, ask_about_facts, ask_about_people
from explorer.api.decisions import JobAnswer, finish_job
from explorer.api.parts import AnyRequest, GraphsAsked, ServiceAsked, reads, takes, user_of
from explorer.decisions.service import require_service
from kg.decisions.judgements import Answer
from kg.decisions.opinions import Opinion

Skip = Annotated[int, QueryParameter(ge=0, le=10_000_000, description="Questions to pass over.")]
Most = Annotated[int, QueryParameter(ge=1, le=50, description="At most so many questions.")]


@dataclass(frozen=True)
class PeopleAnswer:
    """What somebody says about two people, by the ids of the question."""

    answer: Answer
    a: str
    b: str
    why: str = ""


@reads("/review/people")
def people(graphs: GraphsAsked, service: ServiceAsked, skip: Skip = 0, limit: Most = 1) -> PeopleQuestions:
    """Open questions: which mentions may be one person, the most useful first."""
    with graphs.reading() as graph:
        questions = require_service(service).knowledge.questions(graph.generation)
    return ask_about_people(questions, skip, limit)


@takes("/review/people")
def answer_people(
    graphs: GraphsAsked, service: ServiceAsked, request: AnyRequest, data: JSONBody[PeopleAnswer]
) -> JobAnswer:
    """Record whether two are one person. The next question is about the graph that follows."""
    opinion = Opinion(data.answer, data.a, data.b, data.why)
    return finish_job(require_service(service).jobs.start((opinion,), user_of(request)), graphs)


@reads("/review/facts")
def facts(graphs: GraphsAsked, service: ServiceAsked, skip: Skip = 0, limit: Most = 1) -> FactQuestions:
    """Facts that nobody decided about, the most doubtful and most consequential first."""
    deciding = require_service(service)
    with graphs.reading() as graph:
        return ask_about_facts(graph.store, deciding.knowledge.read(graph.generation), skip, limit)


HANDLERS = (people, answer_people, facts)
