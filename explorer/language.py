"""The language of what the server says: the one that a request asks for."""

from collections.abc import Iterator
from urllib.parse import parse_qs

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Receive, Scope, Send

from kg.schema.labels import LANGUAGES, Language
from kg.schema.sentences import speaking


class Speaks:
    """An ASGI application around another, which speaks the language of each request."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        accepted = next((value for name, value in scope["headers"] if name.lower() == b"accept-language"), b"")
        asked = parse_qs(scope["query_string"].decode("latin-1")).get("language", [""])[0]
        with speaking(choose_language(asked, accepted.decode("latin-1"))):
            await self._app(scope, receive, send)


def choose_language(asked: str, accepted: str) -> Language:
    """The language that is asked for by name, or the first that ``Accept-Language`` wants; else English."""
    wanted = [asked.lower(), *_by_preference(accepted)]
    return next((language for code in wanted for language in LANGUAGES if code == language), "en")


def _by_preference(accepted: str) -> Iterator[str]:
    """The languages of an ``Accept-Language``, the most wanted first: ``ru-KZ,en;q=0.8`` as ``ru``, ``en``."""
    weighed: list[tuple[float, int, str]] = []
    for part in accepted.split(","):
        name, _, quality = part.partition(";")
        try:
            weight = float(quality.strip().removeprefix("q=") or 1)
        except ValueError:
            continue
        weighed.append((-weight, len(weighed), name.strip().partition("-")[0].lower()))
    for weight, _, name in sorted(weighed):
        if weight < 0:
            yield name
