"""Where users sign in and out: a form without scripts. It is there where others reach the server."""

import asyncio
from html import escape
from urllib.parse import parse_qs

from litestar import MediaType, Response, get, post
from litestar.di import NamedDependency
from litestar.params import SkipValidation
from litestar.response import Redirect

from explorer.api.parts import AnyRequest
from explorer.security.guard import CLEARED, SECRET, make_cookie
from explorer.security.origins import Origins
from explorer.security.sessions import Sessions
from explorer.security.users import Door, TooManyAttempts
from kg.schema.sentences import say, say_error, spoken

PATH = "/sign-in"

_WRONG = "The name or the password is wrong."
_LONGEST = 10_000

SessionsAsked = NamedDependency[SkipValidation[Sessions]]
DoorAsked = NamedDependency[SkipValidation[Door]]
OriginsAsked = NamedDependency[SkipValidation[Origins]]


@get(PATH, include_in_schema=False, sync_to_thread=True)
def form() -> Response[str]:
    """The form."""
    return _page("")


@post(PATH, include_in_schema=False)
async def sign_in(
    request: AnyRequest, sessions: SessionsAsked, door: DoorAsked, origins: OriginsAsked
) -> Response[str] | Redirect:
    """Let a user in."""
    given = parse_qs((await request.body())[:_LONGEST].decode("utf-8", "replace"))
    name, password = (given.get(field, [""])[0] for field in ("name", "password"))
    try:
        # It takes a tenth of a second, on purpose: others are answered meanwhile.
        admitted = await asyncio.to_thread(door.admits, name, password)
    except TooManyAttempts as error:
        return _page(say_error(str(error)), 429)
    if not admitted:
        return _page(say_error(_WRONG), 401)
    return Redirect("/", status_code=303, headers={"set-cookie": make_cookie(sessions.begin(name), origins)})


@post("/sign-out", include_in_schema=False, sync_to_thread=True)
def sign_out(request: AnyRequest, sessions: SessionsAsked, origins: OriginsAsked) -> Redirect:
    """End the session."""
    sessions.end(str(request.scope["state"].get(SECRET, "")))
    return Redirect(PATH, status_code=303, headers={"set-cookie": make_cookie("", origins) + CLEARED})


def _page(message: str, status: int = 200) -> Response[str]:
    said = f'<p role="alert">{escape(message)}</p>' if message else ""
    content = (
        f'<!doctype html><html lang="{spoken()}"><meta charset="utf-8"><title>{say("Sign in")}</title>'
        f'<main><h1>{say("Sign in")}</h1>{said}<form method="post" action="{PATH}">'
        f'<p><label>{say("Name")} <input name="name" autocomplete="username" required autofocus></label></p>'
        f'<p><label>{say("Password")} <input name="password" type="password" autocomplete="current-password" required>'
        "</label></p>"
        f"<p><button>{say('Sign in')}</button></p></form></main></html>"
    )
    return Response(content, media_type=MediaType.HTML, status_code=status)


HANDLERS = (form, sign_in, sign_out)
