"""Errors as answers: a sentence for who asked, and nothing of the program or the graph."""

import re
from typing import Any

from litestar import Response
from litestar.exceptions import HTTPException
from litestar.status_codes import (
    HTTP_400_BAD_REQUEST,
    HTTP_404_NOT_FOUND,
    HTTP_409_CONFLICT,
    HTTP_500_INTERNAL_SERVER_ERROR,
)
from litestar.types import ExceptionHandlersMap

from explorer.answers.problems import Problem
from ingest.errors import KgError
from kg.schema.sentences import say_error
from kg.stores.lookup import NotFound
from kg.workspace.files.lock import WorkspaceHeld
from queries.catalogue import QueryUnknown

_BROKEN = "The server could not answer. Load the page again; if that does not help, run `kg check`."
_PLACE = re.compile(r"at line (\d{1,6})(?:, column (\d{1,6}))?")


def _answer(status: int, message: str) -> Response[Problem]:
    place = _PLACE.search(message)
    line, column = (int(number) if number else None for number in place.groups()) if place else (None, None)
    return Response(Problem(say_error(message), line, column), status_code=status)


def _refuse(_: Any, error: KgError) -> Response[Problem]:
    status = HTTP_400_BAD_REQUEST
    if isinstance(error, NotFound | QueryUnknown):
        status = HTTP_404_NOT_FOUND
    elif isinstance(error, WorkspaceHeld):
        status = HTTP_409_CONFLICT
    return _answer(status, str(error))


def _refuse_request(_: Any, error: HTTPException) -> Response[Problem]:
    """What does not fit the API: which parameter, and why."""
    extra = error.extra if isinstance(error.extra, list) else []
    fields = "; ".join(f"{each['key']}: {each['message']}" for each in extra if "key" in each and "message" in each)
    return _answer(error.status_code, fields or error.detail)


def _fail(_: Any, error: Exception) -> Response[Problem]:
    """A mistake of the program. Its words may quote a report, so they go nowhere."""
    return _answer(HTTP_500_INTERNAL_SERVER_ERROR, _BROKEN)


HANDLERS: ExceptionHandlersMap = {KgError: _refuse, HTTPException: _refuse_request, Exception: _fail}
"""Which errors become which answers."""
