"""The files of the page, as they were built: each by its name, and nothing beside them."""

from functools import cache
from mimetypes import guess_type
from pathlib import Path

from litestar import MediaType, Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

BUILT = Path(__file__).parent / "built"
"""Where ``explorer.build`` puts the page."""

_MISSING = (
    "The page is not built. Run `python -m explorer.build` in the project's folder, and load this address again.\n"
)


@get("/", include_in_schema=False, sync_to_thread=True)
def index() -> Response[bytes]:
    """The page; how to build it where it is not there."""
    files = list_files(BUILT)
    if "index.html" not in files:
        return Response(_MISSING.encode(), media_type=MediaType.TEXT, status_code=503)
    return Response(files["index.html"].read_bytes(), media_type=MediaType.HTML)


@get("/{name:path}", include_in_schema=False, sync_to_thread=True)
def page_file(name: FromPath[str]) -> Response[bytes]:
    """A file of the page."""
    path = list_files(BUILT).get(name.removeprefix("/"))
    if path is None:
        raise NotFoundException("The page has no such file.")
    kind, _ = guess_type(path.name)
    return Response(path.read_bytes(), media_type=kind or "application/octet-stream")


def _is_own(path: Path, folder: Path) -> bool:
    """Whether it is a file of the folder, and no link out of it."""
    return path.is_file() and path.resolve().is_relative_to(folder.resolve())


@cache
def _listed(folder: Path, changed: float) -> dict[str, Path]:
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if _is_own(path, folder)}


def list_files(folder: Path) -> dict[str, Path]:
    """The files of the page by their names. A name that is not among them leads nowhere, whatever is in it."""
    return _listed(folder, folder.stat().st_mtime) if folder.is_dir() else {}
