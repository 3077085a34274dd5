"""Questions end with the request that asks them: when the browser goes away, or after some time."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from litestar import Request
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Receive, Scope, Send
from litestar.types.asgi_types import HTTPReceiveMessage, WebSocketReceiveMessage

from explorer.graphs.opened import Graphs, OpenGraph
from explorer.security.origins import SAFE
from kg.stores.cancellable import CancellableStore
from kg.stores.cancellation import Cancellation
from kg.workspace import Workspace

ReceiveMessage = HTTPReceiveMessage | WebSocketReceiveMessage

CANCELLATION = "kg.cancellation"
"""The key of a request's state with its ``Cancellation``."""

LONGEST = 120.0
"""Seconds that all queries of one request may take."""


class RequestGraphs:
    """The graphs as one request asks them."""

    def __init__(self, graphs: Graphs, cancellation: Cancellation) -> None:
        self._graphs = graphs
        self._cancellation = cancellation

    @property
    def workspace(self) -> Workspace | None:
        """The workspace beside it, if there is one."""
        return self._graphs.workspace

    @property
    def decides(self) -> bool:
        """Whether people may decide about its facts."""
        return self._graphs.decides

    @contextmanager
    def reading(self) -> Iterator[OpenGraph]:
        """The graph in force, whose queries end with the request."""
        with self._graphs.reading() as graph:
            yield replace(graph, store=CancellableStore(graph.store, self._cancellation))

    def let_go_of_old(self) -> None:
        """Close what is no longer in force."""
        self._graphs.let_go_of_old()

    def close(self) -> None:
        """Nothing to do: the graphs stay open for other requests."""


def cancellation_of(request: Request[Any, Any, Any]) -> Cancellation | None:
    """What cancels a request; ``None`` where nobody looks for its end."""
    found = request.scope["state"].get(CANCELLATION)
    return found if isinstance(found, Cancellation) else None


class EndsWithClient:
    """An ASGI application around another: who goes away before the answer is there cancels the request's queries."""

    def __init__(self, app: ASGIApp, seconds: float = LONGEST) -> None:
        self._app = app
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        cancellation = Cancellation(self._seconds)
        scope["state"][CANCELLATION] = cancellation
        client = _Client(receive, cancellation)
        if scope["method"] in SAFE:
            client.watch()
        try:
            await self._app(scope, client.receive, send)
        finally:
            client.leave()


_NOTHING: ReceiveMessage = {"type": "http.request", "body": b"", "more_body": False}
"""The body of a request that only reads: whatever it sent is passed over."""


class _Client:
    """Who asks: gives the messages of a request, and looks for its end once all of it has come."""

    def __init__(self, receive: Receive, cancellation: Cancellation) -> None:
        self._receive = receive
        self._cancellation = cancellation
        self._left: asyncio.Task[ReceiveMessage] | None = None
        self._given = False

    async def receive(self) -> ReceiveMessage:
        """The next message."""
        if self._left is None:
            message = await self._receive()
            if not message.get("more_body"):
                self._given = True
                self.watch()
            return message
        if not self._given:
            self._given = True
            return _NOTHING
        return await asyncio.shield(self._left)

    def watch(self) -> None:
        """Look for the end, while the request is answered."""
        self._left = asyncio.get_running_loop().create_task(self._watch())

    def leave(self) -> None:
        """Look no longer."""
        if self._left:
            self._left.cancel()

    async def _watch(self) -> ReceiveMessage:
        while (message := await self._receive())["type"] != "http.disconnect":
            pass
        await asyncio.to_thread(self._cancellation.cancel)
        return message
