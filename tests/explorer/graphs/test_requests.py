"""A question ends when the browser that asked it goes away."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from explorer.graphs.requests import CANCELLATION, EndsWithClient, RequestGraphs
from explorer.graphs.workspace_graphs import WorkspaceGraphs
from kg.stores.cancellation import Cancellation, QueryCancelled

ENDLESS = "MATCH (a), (b), (c), (d), (e) WHERE a.id + b.id + c.id + d.id + e.id = 'x' RETURN count(*) AS n"


def run(app: Any, method: str, messages: list[dict[str, Any]]) -> dict[str, Any]:
    """Ask an application, with what the browser sends; then it stays there."""
    scope: dict[str, Any] = {"type": "http", "method": method, "path": "/", "headers": [], "state": {}}

    async def receive() -> dict[str, Any]:
        if not messages:
            await asyncio.Event().wait()
        await asyncio.sleep(0.2)
        return messages.pop(0)

    async def send(message: Any) -> None:
        raise AssertionError(message)

    asking: Any = EndsWithClient(app)
    # In a thread of its own: Playwright keeps a loop running in the main one once a browser test has run there.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, asyncio.wait_for(asking(scope, receive, send), 60)).result()
    return dict(scope["state"])


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_who_goes_away_ends_the_question(graphs: WorkspaceGraphs, method: str) -> None:
    ended = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        assert (await receive())["type"] == "http.request"

        def ask() -> None:
            with RequestGraphs(graphs, scope["state"][CANCELLATION]).reading() as graph, pytest.raises(QueryCancelled):
                graph.store.query(ENDLESS)
            ended.append(method)

        await asyncio.to_thread(ask)
        assert (await receive())["type"] == "http.disconnect"

    body = {"type": "http.request", "body": b"{}", "more_body": False}
    run(app, method, [body, {"type": "http.disconnect"}])
    assert ended == [method]
    with graphs.reading() as graph:
        assert graph.store.query("RETURN 1 AS x").rows == ((1,),)


def test_a_long_body_is_read_by_who_wants_it_alone() -> None:
    read: list[bytes] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        while (message := await receive()).get("more_body"):
            read.append(message["body"])

    parts = [{"type": "http.request", "body": b"a" * 10, "more_body": True} for _ in range(3)]
    state = run(app, "POST", [*parts, {"type": "http.request", "body": b"", "more_body": False}])
    assert len(read) == 3 and not state[CANCELLATION].cancelled
    run(app, "GET", list(parts))
    assert len(read) == 3


def test_other_requests_go_on(graphs: WorkspaceGraphs) -> None:
    gone = Cancellation(60)
    gone.cancel()
    with RequestGraphs(graphs, gone).reading() as graph, pytest.raises(QueryCancelled):
        graph.store.query("RETURN 1 AS x")
    with RequestGraphs(graphs, Cancellation(60)).reading() as graph:
        assert graph.store.query("RETURN 1 AS x").rows == ((1,),)
