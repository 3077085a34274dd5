"""The server: listens on an address, and answers until it is told to stop."""

import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

import uvicorn
from litestar.types import ASGIApp

from explorer.app import make_app
from explorer.graphs.opened import Graphs
from explorer.security.origins import is_loopback, origins_of
from explorer.security.sessions import TOKEN, Sessions
from ingest.errors import KgError

# Seconds between looks at whether a writer put another generation in force.
_LOOK = 2.0
# Seconds that requests under way have at the end.
_GRACE = 2


@dataclass(frozen=True)
class Listening:
    """Where a server listens. ``address`` is what a browser opens, with the token that it takes once."""

    host: str
    port: int
    address: str


def serve(graphs: Graphs, host: str, port: int, ready: Callable[[Listening], None]) -> None:
    """Answer until Ctrl-C. ``port`` 0 is any free one; ``ready`` is called when the address can be opened.

    Raises ``KgError`` for an address that others reach, or one that cannot be listened on.
    """
    if not is_loopback(host):
        raise KgError(f"{host}: other machines would reach the graph. Only this machine can be listened on.")
    with graphs.reading():
        pass  # The store is opened before there are threads: its process is forked from this one.
    with _listen(host, port) as listener:
        bound = listener.getsockname()[1]
        sessions = Sessions()
        named = f"[{host}]" if ":" in host else host
        ready(Listening(host, bound, f"http://{named}:{bound}/?{TOKEN}={sessions.issue_token()}"))
        _run(graphs, _quiet(make_app(graphs, sessions, origins_of(host, bound))), listener)


def _quiet(app: ASGIApp) -> uvicorn.Config:
    """No log: addresses hold ids and words that were searched for, errors what a report says."""
    return uvicorn.Config(
        cast(Any, app),
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=_GRACE,
    )


def _run(graphs: Graphs, config: uvicorn.Config, listener: socket.socket) -> None:
    stopped = threading.Event()

    def look() -> None:
        while not stopped.wait(_LOOK):
            graphs.let_go_of_old()

    threading.Thread(target=look, name="generations", daemon=True).start()
    try:
        uvicorn.Server(config).run(sockets=[listener])
    finally:
        stopped.set()
        graphs.close()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise KgError(f"{host}:{port}: cannot be listened on ({error.strerror}). Name another --port.") from None
