"""The server: listens on an address, and answers until it is told to stop."""

import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import uvicorn
from litestar.types import ASGIApp

from briefings.calendar.rules import load_rules
from explorer.answers.status import read_status, read_vocabulary
from explorer.app import make_app
from explorer.graphs.opened import Graphs
from explorer.security.origins import is_loopback, origins_of
from explorer.security.sessions import TOKEN, Sessions
from explorer.security.users import Door, read_users
from ingest.errors import KgError
from kg.schema.sentences import load_sentences
from queries.catalogue import load_queries

# Seconds between looks at whether a writer put another generation in force.
_LOOK = 2.0
# Seconds that requests under way have at the end.
_GRACE = 2


@dataclass(frozen=True)
class Place:
    """Where a server listens. ``port`` 0 is any free one.

    ``names`` are those by which browsers reach it (``cases.example``, with a port where they use another).
    ``certificate`` and ``key`` are files for TLS; ``behind_proxy`` says that a proxy in front does TLS.
    """

    host: str = "127.0.0.1"
    port: int = 0
    names: tuple[str, ...] = ()
    certificate: Path | None = None
    key: Path | None = None
    behind_proxy: bool = False

    @property
    def is_open(self) -> bool:
        """Whether others can reach it."""
        return not is_loopback(self.host) or bool(self.names) or self.behind_proxy

    @property
    def is_secure(self) -> bool:
        """Whether browsers reach it by TLS."""
        return self.certificate is not None or self.behind_proxy


def serve(graphs: Graphs, place: Place, ready: Callable[[str], None]) -> None:
    """Answer until Ctrl-C; ``ready`` gets the address that a browser opens, with the token that it takes once.

    Where others reach the server, users sign in and there is no token. Raises ``KgError`` for such a place without
    users or TLS, and for one that cannot be listened on.
    """
    _require_protection(place)
    with graphs.reading() as graph:  # Before there are threads: the store's process is forked from this one.
        prepare()
        read_status(graphs, graph, "")
    with _listen(place.host, place.port) as listener:
        port = listener.getsockname()[1]
        sessions, door = Sessions(), Door() if place.is_open else None
        origins = origins_of(place.host, port, place.names, place.is_secure)
        ready(_address(place, port) + ("" if door else f"?{TOKEN}={sessions.issue_token()}"))
        _run(graphs, _quiet(make_app(graphs, sessions, origins, door), place), listener)


def prepare() -> None:
    """Read the files that answers need, before there are threads.

    msgspec (0.22) learns the fields of a class when it first makes one from a file. Where two threads do that at once,
    the process ends without a word.
    """
    read_vocabulary()
    load_queries()
    load_rules()
    load_sentences("ru")


def _require_protection(place: Place) -> None:
    if not place.is_open:
        return
    if not place.names:
        raise KgError("Other machines would reach the graph. Say by which --name browsers open it: cases.example")
    if not place.is_secure:
        raise KgError(
            "Other machines would reach the graph unencrypted. Give --certificate and --key, or --behind-proxy if a "
            "proxy in front does TLS."
        )
    if not read_users():
        raise KgError("Other machines would reach the graph. Add who may sign in: `kg users add NAME`.")


def _address(place: Place, port: int) -> str:
    if place.names:
        name = place.names[0]
        return f"https://{name}/" if place.behind_proxy or ":" in name else f"https://{name}:{port}/"
    scheme = "https" if place.is_secure else "http"
    return f"{scheme}://{f'[{place.host}]' if ':' in place.host else place.host}:{port}/"


def _quiet(app: ASGIApp, place: Place) -> uvicorn.Config:
    """No log: addresses hold ids and words that were searched for, errors what a report says."""
    return uvicorn.Config(
        cast(Any, app),
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        ws="none",
        proxy_headers=False,
        timeout_graceful_shutdown=_GRACE,
        ssl_certfile=place.certificate,
        ssl_keyfile=place.key,
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
