"""The application: the API and the page over the graphs that it is given, behind the guard."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast
from urllib.parse import quote, unquote

from litestar import Litestar, Router
from litestar.di import Provide
from litestar.enums import ScopeType
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.types import ASGIApp, Receive, Scope, Send

from explorer.api import decisions, docs, investigations, paths, queries, reports, review, search, sign_in, things
from explorer.api.errors import HANDLERS
from explorer.api.parts import AnyRequest
from explorer.decisions.service import make_service
from explorer.graphs.opened import Graphs
from explorer.graphs.requests import EndsWithClient, RequestGraphs, cancellation_of
from explorer.jobs.jobs import Jobs
from explorer.language import Speaks
from explorer.page_files import index, page_file
from explorer.security.guard import Guard
from explorer.security.origins import Origins
from explorer.security.sessions import Sessions
from explorer.security.users import Door

_PARTS = (search, things, queries, paths, reports, review, decisions, investigations)
# A person's words, or the ids on a full canvas.
_LARGEST_BODY = 1_000_000


def make_app(graphs: Graphs, sessions: Sessions, origins: Origins, door: Door | None = None) -> ASGIApp:
    """The application, with everything that stands before it. With a ``door`` users sign in."""
    inner = SlashesInIds(cast(ASGIApp, make_api(graphs, Entrance(sessions, door, origins))))
    return Speaks(Guard(EndsWithClient(inner), sessions, origins, sign_in.PATH if door else ""))


@dataclass(frozen=True)
class Entrance:
    """What signing in and out needs; without a ``door`` nobody signs in."""

    sessions: Sessions
    door: Door | None
    origins: Origins


def make_api(graphs: Graphs, entrance: Entrance | None = None) -> Litestar:
    """The application without what stands before it."""
    jobs = Jobs(graphs.workspace.folder) if graphs.workspace else None
    service = make_service(graphs, jobs)
    api = Router(
        "/api",
        route_handlers=[*(handler for part in _PARTS for handler in part.HANDLERS), docs.openapi, docs.docs],
        dependencies={
            "graphs": Provide(_asked_by_each(graphs), sync_to_thread=False),
            "service": Provide(lambda: service, sync_to_thread=False),
            "jobs": Provide(lambda: jobs, sync_to_thread=False),
        },
    )
    return Litestar(
        [api, *_doors(entrance), index, page_file],
        exception_handlers=HANDLERS,
        openapi_config=OpenAPIConfig(
            title="The explorer's API",
            version="1",
            path="/api/documents",
            render_plugins=[JsonRenderPlugin()],
            use_handler_docstrings=True,
        ),
        request_max_body_size=_LARGEST_BODY,
        logging_config=None,
        debug=False,
    )


def _asked_by_each(graphs: Graphs) -> Callable[[AnyRequest], Graphs]:
    """What gives a request the graphs, with queries that end with it."""

    def asked_by(request: AnyRequest) -> Graphs:
        cancellation = cancellation_of(request)
        return RequestGraphs(graphs, cancellation) if cancellation else graphs

    return asked_by


def _doors(entrance: Entrance | None) -> list[Router]:
    """Where users sign in and out, if they do."""
    if entrance is None or entrance.door is None:
        return []
    provided = {
        "sessions": Provide(lambda: entrance.sessions, sync_to_thread=False),
        "door": Provide(lambda: entrance.door, sync_to_thread=False),
        "origins": Provide(lambda: entrance.origins, sync_to_thread=False),
    }
    return [Router("/", route_handlers=list(sign_in.HANDLERS), dependencies=provided)]


class SlashesInIds:
    """An ASGI application around another, in whose paths a part may hold a slash.

    Ids such as ``CC:272/2`` are one part of a path, with the slash encoded. Servers decode the path as a whole; here
    each part keeps its slashes encoded (and its percent signs, so that it can be decoded again).
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] == ScopeType.HTTP:
            raw = scope["raw_path"].decode("latin-1").partition("?")[0]
            scope["path"] = "/".join(_encoded(part) for part in raw.split("/")) if raw else scope["path"]
        await self._app(scope, receive, send)


def _encoded(part: str) -> str:
    """A part of a path, decoded but for its slashes and percent signs."""
    text = unquote(part)
    return "".join(quote(letter, safe="") if letter in "/%" else letter for letter in text)
