"""What handlers are given and share."""

from typing import Annotated
from urllib.parse import unquote

from litestar import Request, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.params import PathParameter, QueryParameter, SkipValidation

from explorer.answers.problems import Problem
from explorer.decisions.service import DecisionService
from explorer.graphs.opened import Graphs
from explorer.jobs.jobs import Jobs
from explorer.security.guard import USER
from kg.workspace import Workspace

GraphsAsked = NamedDependency[SkipValidation[Graphs]]
"""The graphs of the application, as every handler gets them."""

ServiceAsked = NamedDependency[SkipValidation[DecisionService | None]]
"""What lets people decide; ``None`` where they may not."""

JobsAsked = NamedDependency[SkipValidation[Jobs | None]]
"""The jobs of the workspace; ``None`` where there is none."""

Id = Annotated[str, PathParameter(description="The id of a thing. Encode it as one part of the path: `/` as `%2F`.")]
Limit = Annotated[int, QueryParameter(ge=1, le=1_000)]
AnyRequest = Request[None, None, State]

_PROBLEM = ResponseSpec(Problem, description="Why there is no answer, and what to do.", generate_examples=False)


PROBLEMS = dict.fromkeys((400, 404, 409), _PROBLEM)
"""The answers of every address that are no success."""


def reads(path: str) -> get:
    """Declare what answers to GET at a path."""
    return get(path, sync_to_thread=True, responses=PROBLEMS)


def takes(path: str) -> post:
    """Declare what answers to POST at a path."""
    return post(path, sync_to_thread=True, status_code=200, responses=PROBLEMS)


def read_id(text: str, workspace: Workspace | None) -> str:
    """The id that a part of a path says, as things are called now: an id once given out leads on for ever."""
    id = unquote(text)
    return workspace.resolve(id) if workspace else id


def user_of(request: AnyRequest) -> str:
    """The name of who asks; empty without users."""
    return str(request.scope["state"].get(USER, ""))
