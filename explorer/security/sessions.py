"""The token in the address that is opened, and the session that it is exchanged for."""

import hashlib
import secrets
import threading
import time
from dataclasses import dataclass

TOKEN = "token"
"""The parameter of the address that is opened."""

# Seconds without a request after which a session is over.
_IDLE = 12 * 3600.0
# Bytes of a token and of a session's secret.
_BYTES = 32
_MOST = 64


@dataclass
class _Session:
    """Whose session it is, and when it was last used (by the clock that only goes forward)."""

    user: str
    used: float


def cookie_of(port: int) -> str:
    """The name of the cookie. Browsers give a cookie to every port of a host: each server has one of its own."""
    return f"kg_session_{port}"


class Sessions:
    """The sessions of one run of the server, in memory alone: they end with it, or when they are not used for 12 hours.

    Secrets are kept as hashes, so that neither a core dump nor a comparison tells one.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._tokens: set[str] = set()
        self._sessions: dict[str, _Session] = {}

    def issue_token(self) -> str:
        """A token that opens one session, once."""
        token = secrets.token_urlsafe(_BYTES)
        with self._lock:
            self._tokens.add(_hash(token))
        return token

    def exchange(self, token: str) -> str | None:
        """The secret of a new session for a token; ``None`` if it was used before, or never issued."""
        with self._lock:
            if _hash(token) not in self._tokens:
                return None
            self._tokens.remove(_hash(token))
        return self.begin("")

    def begin(self, user: str) -> str:
        """The secret of a new session of a user; the oldest one ends where there are many."""
        secret = secrets.token_urlsafe(_BYTES)
        with self._lock:
            while len(self._sessions) >= _MOST:
                self._sessions.pop(next(iter(self._sessions)))
            self._sessions[_hash(secret)] = _Session(user, time.monotonic())
        return secret

    def user_of(self, secret: str) -> str | None:
        """Whose session it is, empty for who opened the address with the token; ``None`` if there is none."""
        with self._lock:
            session = self._sessions.get(_hash(secret))
            if session is None:
                return None
            now = time.monotonic()
            if now - session.used > _IDLE:
                del self._sessions[_hash(secret)]
                return None
            session.used = now
            return session.user

    def end(self, secret: str) -> None:
        """End a session."""
        with self._lock:
            self._sessions.pop(_hash(secret), None)


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
