"""What stands before the application: no request passes that is not from the server's own page, in a session."""

import json
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

from explorer.security.headers import HEADERS, SECURE
from explorer.security.origins import Origins
from explorer.security.sessions import TOKEN, Sessions, cookie_of
from kg.schema.sentences import say_error

USER = "kg.user"
"""The key of a request's state with the name of the session's user; empty without users."""
SECRET = "kg.secret"
"""The key of a request's state with the secret of its session."""
CLEARED = "; Max-Age=0"
"""What makes a browser forget a cookie."""

# The code by which a web socket is closed that breaks a rule (RFC 6455).
_NOT_ALLOWED = 1008
_CLOSED = "Open the address that `kg explore` printed; it can be opened once. Run `kg explore` again for a new one."
_SIGNED_OUT = "Sign in first: open the server's address again."
_NO_HOST = "The server does not answer to this name. Open the address that `kg explore` printed."
_ELSEWHERE = "The request comes from another page."


class Guard:
    """An ASGI application around another: checks hosts, origins and sessions, and adds the headers.

    ``sign_in`` is the path of the form in which users sign in, answered without a session; empty without users.
    """

    def __init__(self, app: ASGIApp, sessions: Sessions, origins: Origins, sign_in: str = "") -> None:
        self._app = app
        self._sessions = sessions
        self._origins = origins
        self._sign_in = sign_in
        self._added = HEADERS | (SECURE if origins.secure else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request. The server's own start and end pass; a web socket is closed."""
        if scope["type"] == ScopeType.HTTP:
            await self._answer(scope, receive, _with_headers(send, self._added))
        elif scope["type"] == ScopeType.WEBSOCKET:
            await receive()
            await send({"type": "websocket.close", "code": _NOT_ALLOWED, "reason": ""})
        else:
            await self._app(scope, receive, send)

    async def _answer(self, scope: HTTPScope, receive: Receive, send: Send) -> None:
        headers = _read_headers(scope)
        if not self._origins.knows_host(headers.get("host", "")):
            await _refuse(send, 421, _NO_HOST)
        elif self._origins.refuses(scope["method"], headers.get("origin"), headers.get("sec-fetch-site")):
            # A link elsewhere may lead to the page; the session's cookie does not come with it.
            await _refuse(send, 403, _ELSEWHERE)
        elif (token := _token_in(scope)) is not None:
            await self._exchange(token, send)
        else:
            await self._let_in(scope, _secret_in(headers, self._origins.port), receive, send)

    async def _let_in(self, scope: HTTPScope, secret: str, receive: Receive, send: Send) -> None:
        """Answer a request of a session, and the form in which one begins."""
        user = self._sessions.user_of(secret)
        if user is None and self._sign_in and scope["path"] == "/":
            await _send(send, 303, b"", [("location", self._sign_in)])
        elif user is None and scope["path"] != (self._sign_in or None):
            await _refuse(send, 401, _SIGNED_OUT if self._sign_in else _CLOSED)
        else:
            scope["state"] |= {USER: user or "", SECRET: secret}
            await self._app(scope, receive, send)

    async def _exchange(self, token: str, send: Send) -> None:
        secret = self._sessions.exchange(token)
        if secret is None:
            await _refuse(send, 401, _CLOSED)
            return
        # The token leaves the address, and with it the browser's history.
        await _send(send, 303, b"", [("location", "/"), ("set-cookie", make_cookie(secret, self._origins))])


def make_cookie(secret: str, origins: Origins) -> str:
    """The header that gives a browser its session, for TLS alone where it reaches the server by that."""
    secure = "; Secure" if origins.secure else ""
    return f"{cookie_of(origins.port)}={secret}; Path=/; HttpOnly; SameSite=Strict{secure}"


def _secret_in(headers: dict[str, str], port: int) -> str:
    """The secret that a request's cookie has; empty where it has none."""
    try:
        cookie = SimpleCookie(headers.get("cookie", "")).get(cookie_of(port))
    except CookieError:
        return ""
    return cookie.value if cookie else ""


def _token_in(scope: HTTPScope) -> str | None:
    """The token of the address that is opened; ``None`` for every other address."""
    if scope["path"] != "/" or scope["method"] != "GET":
        return None
    given = parse_qs(scope["query_string"].decode("latin-1")).get(TOKEN)
    return given[0] if given else None


def _read_headers(scope: HTTPScope) -> dict[str, str]:
    """A request's headers by their names. One that must stand alone and is there twice is no longer one of ours."""
    found: dict[str, str] = {}
    for name, value in scope["headers"]:
        key = name.decode("latin-1").lower()
        found[key] = f"{found[key]}, {value.decode('latin-1')}" if key in found else value.decode("latin-1")
    return found


def _with_headers(send: Send, further: dict[str, str]) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            own = {name for name, _ in message["headers"]}
            added = [(n.encode(), v.encode()) for n, v in further.items() if n.encode() not in own]
            message["headers"] = [*message["headers"], *added]
        await send(message)

    return sending


async def _refuse(send: Send, status: int, message: str) -> None:
    body = json.dumps({"message": say_error(message)}).encode()
    await _send(send, status, body, [("content-type", "application/json")])


async def _send(send: Send, status: int, body: bytes, headers: list[tuple[str, str]]) -> None:
    encoded = [(name.encode(), value.encode("latin-1")) for name, value in headers]
    length = (b"content-length", str(len(body)).encode())
    await send({"type": "http.response.start", "status": status, "headers": [*encoded, length]})
    await send({"type": "http.response.body", "body": body, "more_body": False})
