"""Work that changes the workspace, each in a process of its own: it can be cancelled, and its engine goes with it.

A commit is done whole or not at all, whenever its process ends, so that a cancelled job leaves nothing half-written.
"""

import multiprocessing
import os
import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Literal

from explorer.decisions.work import Work, record
from ingest.errors import KgError
from kg import Workspace
from kg.stores.lookup import NotFound
from kg.system.core_dumps import prevent_core_dumps

JobState = Literal["running", "done", "failed", "cancelled"]

_KEPT = 100
_BROKEN = "The decision could not be recorded. `kg check` says whether the workspace is whole."
_SPAWN = multiprocessing.get_context("spawn")


@dataclass
class Job:
    """A piece of work. ``decisions`` are the ids that it recorded, ``message`` says why it failed."""

    id: str
    state: JobState = "running"
    message: str = ""
    decisions: tuple[str, ...] = ()
    ended: threading.Event = field(default_factory=threading.Event)


class Jobs:
    """The jobs of one run of the server. The workspace's own lock lets one of them write at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._processes: dict[str, BaseProcess] = {}

    def start(self, work: Work, who: str) -> Job:
        """Begin to record something in the name of somebody (empty: who runs the server)."""
        job = Job(secrets.token_hex(8))
        ours, theirs = _SPAWN.Pipe(duplex=False)
        process = _SPAWN.Process(target=_run, args=(self._folder, work, who, theirs), daemon=True)
        process.start()
        theirs.close()
        with self._lock:
            self._jobs[job.id] = job
            self._processes[job.id] = process
            while len(self._jobs) > _KEPT:
                self._jobs.popitem(last=False)
        threading.Thread(target=self._watch, args=(job, process, ours), name="job", daemon=True).start()
        return job

    def find(self, id: str) -> Job:
        """The job with an id. Raises ``NotFound`` if there is none."""
        with self._lock:
            if id not in self._jobs:
                raise NotFound("There is no such job.")
            return self._jobs[id]

    def cancel(self, id: str) -> Job:
        """End a job's process; what it had committed stays. Raises ``NotFound`` if there is none."""
        job = self.find(id)
        with self._lock:
            process = self._processes.get(id)
            if process and job.state == "running":
                job.state = "cancelled"
                process.kill()
        job.ended.wait()
        return job

    def close(self) -> None:
        """End all jobs."""
        for id in list(self._processes):
            self.cancel(id)

    def _watch(self, job: Job, process: BaseProcess, answers: Connection) -> None:
        """Wait for a job's answer, or the end of its process."""
        try:
            failed, said, decisions = answers.recv()
        except EOFError:
            failed, said, decisions = True, _BROKEN, ()
        process.join()
        with self._lock:
            self._processes.pop(job.id, None)
            if job.state == "running":
                job.state, job.message, job.decisions = ("failed" if failed else "done"), said, decisions
        job.ended.set()


def _run(folder: Path, work: Work, who: str, answers: Connection) -> None:
    """Do the work, in a process of its own. No error is printed: its words may be those of a report."""
    prevent_core_dumps()
    os.umask(0o077)
    try:
        answers.send((False, "", record(Workspace.open(folder), work, who)))
    except KgError as error:
        answers.send((True, str(error), ()))
    except Exception:  # noqa: BLE001 - said in a sentence, without the words of a report
        answers.send((True, _BROKEN, ()))
