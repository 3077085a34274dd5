"""Investigations: canvases that are named, saved, and handed on under a profile."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Annotated, Any
from urllib.parse import unquote

from litestar import Response, delete, put
from litestar.params import JSONBody, PathParameter

from explorer.api.decisions import JobAnswer, require_jobs, say_job
from explorer.api.parts import PROBLEMS, AnyRequest, GraphsAsked, Id, JobsAsked, reads, takes, user_of
from explorer.exports.files import ExportAsked, ExportFormat
from explorer.graphs.opened import Graphs
from explorer.graphs.requests import cancellation_of
from explorer.jobs.jobs import Job
from explorer.jobs.work import Export
from exports.profiles.profile import GIVEN, find_profile
from ingest.errors import KgError
from kg.stores.lookup import NotFound
from kg.workspace import Workspace
from kg.workspace.files.layout import Layout
from kg.workspace.investigations.files import (
    Investigation,
    delete_investigation,
    list_investigations,
    read_investigation,
    write_investigation,
)
from queries.networks.nodes import find_keys

Name = Annotated[str, PathParameter(description="The name of an investigation, as one part of the path.")]


@dataclass(frozen=True)
class InvestigationListed:
    """An investigation: its name, how many things are on it, and when it was saved (UTC, ISO)."""

    name: str
    things: int
    changed: str


@dataclass(frozen=True)
class Canvas:
    """What is saved: the ids of things, where each stands (two numbers), notes, and what else the page keeps."""

    things: list[str]
    positions: dict[str, list[float]] = field(default_factory=dict)
    filters: dict[str, Any] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class InvestigationSaved:
    """An investigation as it was saved, with the ids that its things have now."""

    name: str
    things: tuple[str, ...]
    positions: dict[str, list[float]]
    filters: dict[str, Any]
    notes: dict[str, str]
    changed: str


@dataclass(frozen=True)
class ProfileListed:
    """A profile, and what it lets out."""

    name: str
    about: str


@dataclass(frozen=True)
class CanvasExport:
    """A canvas that is to leave: see the formats and profiles of docs/exports.md."""

    things: list[str]
    format: ExportFormat
    profile: str = "partner"
    receiver: str = ""
    title: str = ""

    @property
    def asked(self) -> ExportAsked:
        """What is asked of the file."""
        return ExportAsked(self.format, self.profile, self.receiver, self.title)


@reads("/investigations")
def investigations(graphs: GraphsAsked) -> list[InvestigationListed]:
    """The saved investigations, the last one changed first."""
    found = list_investigations(_layout(graphs))
    return [InvestigationListed(each.name, len(each.things), each.changed) for each in found]


@reads("/investigations/{name:str}")
def investigation(graphs: GraphsAsked, name: Name) -> InvestigationSaved:
    """A saved investigation."""
    return _say(graphs, unquote(name))


@put("/investigations/{name:str}", status_code=200, sync_to_thread=True, responses=PROBLEMS)
def save(graphs: GraphsAsked, name: Name, data: JSONBody[Canvas]) -> InvestigationSaved:
    """Save a canvas under a name, in the place of what has the name."""
    changed = datetime.now(UTC).isoformat(timespec="seconds")
    positions = {id: _position(place) for id, place in data.positions.items()}
    saved = Investigation(unquote(name), tuple(data.things), positions, data.filters, data.notes, changed)
    write_investigation(_layout(graphs), saved)
    return _say(graphs, saved.name)


@delete("/investigations/{name:str}", status_code=204, sync_to_thread=True, responses=PROBLEMS)
def remove(graphs: GraphsAsked, name: Name) -> None:
    """Delete an investigation. Its things stay in the graph."""
    delete_investigation(_layout(graphs), unquote(name))


@reads("/profiles")
def profiles(graphs: GraphsAsked) -> list[ProfileListed]:
    """The profiles under which something can leave: the given ones, and the workspace's own."""
    own = _workspace(graphs).settings.profiles
    found = [find_profile(name, own) for name in dict.fromkeys((*GIVEN, *own))]
    return [ProfileListed(profile.name, profile.about) for profile in found]


@takes("/investigations/{name:str}/export")
def export_saved(
    graphs: GraphsAsked, jobs: JobsAsked, request: AnyRequest, name: Name, data: JSONBody[ExportAsked]
) -> Response[bytes]:
    """An investigation as a file, under a profile."""
    work = _export(graphs, _say(graphs, unquote(name)).things, data)
    return _file_of(require_jobs(jobs).run(work, user_of(request), cancellation_of(request)))


@takes("/export")
def export(graphs: GraphsAsked, jobs: JobsAsked, request: AnyRequest, data: JSONBody[CanvasExport]) -> Response[bytes]:
    """The things of a canvas and the lines among them as a file, under a profile; a dossier of the one selected.

    Who goes away cancels it. ``POST /api/exports`` is the same as a job, which says how far it is.
    """
    work = _export(graphs, data.things, data.asked)
    return _file_of(require_jobs(jobs).run(work, user_of(request), cancellation_of(request)))


@takes("/exports")
def begin_export(graphs: GraphsAsked, jobs: JobsAsked, request: AnyRequest, data: JSONBody[CanvasExport]) -> JobAnswer:
    """Begin to write a canvas as a file. The job's address says how far it is, ``/file`` behind it has the file."""
    return say_job(require_jobs(jobs).start(_export(graphs, data.things, data.asked), user_of(request)), graphs)


@reads("/jobs/{id:str}/file")
def file(jobs: JobsAsked, id: Id) -> Response[bytes]:
    """The file that a job made."""
    return _file_of(require_jobs(jobs).find(id))


def _export(graphs: Graphs, things: tuple[str, ...] | list[str], asked: ExportAsked) -> Export:
    """What a job has to do. Raises ``KgError`` for no such profile, or nothing to write, before a job begins."""
    workspace = _workspace(graphs)
    find_profile(asked.profile, workspace.settings.profiles)
    with graphs.reading() as graph:
        keys = tuple(find_keys(graph.store, [workspace.resolve(id) for id in things]).values())
    if not keys:
        raise KgError("There is nothing on the canvas to write. Add things to it first.")
    return Export(keys, asked)


def _file_of(job: Job) -> Response[bytes]:
    if job.state == "failed":
        raise KgError(job.message)
    if job.file is None:
        raise NotFound("The file is not there yet. /api/jobs says how far the job is.")
    # The file's name tells nothing of whom it is about.
    headers = {"content-disposition": f'attachment; filename="canvas.{job.file.ending}"'}
    return Response(job.file.content, media_type=job.file.kind, headers=headers)


def _say(graphs: Graphs, name: str) -> InvestigationSaved:
    found = read_investigation(_layout(graphs), name, _workspace(graphs).resolve)
    positions = {id: list(place) for id, place in found.positions.items()}
    return InvestigationSaved(found.name, found.things, positions, found.filters, found.notes, found.changed)


def _position(place: list[float]) -> tuple[float, float]:
    if len(place) != 2:
        raise KgError("A position has two numbers, from left to right and from top to bottom.")
    return place[0], place[1]


def _layout(graphs: Graphs) -> Layout:
    return Layout(_workspace(graphs).folder)


def _workspace(graphs: Graphs) -> Workspace:
    if graphs.workspace is None:
        raise KgError("Investigations are kept in a workspace: name one with -w.")
    return graphs.workspace


HANDLERS = (investigations, investigation, save, remove, profiles, export_saved, export, begin_export, file)
