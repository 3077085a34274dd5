"""Work that takes a while, each in a process of its own: it can be followed and cancelled, and its engine goes with it.

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

from explorer.jobs.work import Done, Export, JobFile, Stage, Work, perform
from ingest.errors import KgError
from kg.stores.cancellation import Cancellation, ended_by
from kg.stores.lookup import NotFound
from kg.system.core_dumps import prevent_core_dumps

JobState = Literal["running", "done", "failed", "cancelled"]

_KEPT = 100
# The last files that were made stay to be fetched.
_FILES = 8
_BROKEN = "The decision could not be recorded. `kg check` says whether the workspace is whole."
_NO_FILE = "The file could not be made. `kg check` says whether the workspace is whole."
_SPAWN = multiprocessing.get_context("spawn")


@dataclass
class Job:
    """A piece of work: how far it is, and what came of it.

    ``done`` are rows written of ``total``, or steps of an export; both 0 before they are counted. ``decisions`` are the
    ids that it recorded, ``file`` what it made, ``message`` says why it failed.
    """

    id: str
    state: JobState = "running"
    stage: Stage = "preparing"
    done: int = 0
    total: int = 0
    message: str = ""
    decisions: tuple[str, ...] = ()
    file: JobFile | None = None
    ended: threading.Event = field(default_factory=threading.Event)


class Jobs:
    """The jobs of one run of the server. The workspace's own lock lets one of them write at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._processes: dict[str, BaseProcess] = {}

    def start(self, work: Work, who: str) -> Job:
        """Begin to do something in the name of somebody (empty: who runs the server)."""
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
            for old in [each for each in self._jobs.values() if each.file][:-_FILES]:
                old.file = None
        threading.Thread(target=self._watch, args=(job, process, ours), name="job", daemon=True).start()
        return job

    def run(self, work: Work, who: str, cancellation: Cancellation | None) -> Job:
        """Do something, and wait for its end; the cancellation of who waits for it ends it too."""
        job = self.start(work, who)
        with ended_by(cancellation, lambda: self._kill(job)):
            job.ended.wait()
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
        self._kill(job)
        job.ended.wait()
        return job

    def _kill(self, job: Job) -> None:
        with self._lock:
            process = self._processes.get(job.id)
            if process and job.state == "running":
                job.state = "cancelled"
                process.kill()

    def close(self) -> None:
        """End all jobs."""
        for id in list(self._processes):
            self.cancel(id)

    def _watch(self, job: Job, process: BaseProcess, answers: Connection) -> None:
        """Follow a job until its answer, or the end of its process."""
        answer: Done | str = _BROKEN
        try:
            while not isinstance(told := answers.recv(), Done | str):
                job.stage, job.done, job.total = told
            answer = told
        except EOFError:
            pass  # It was killed, or ended by the machine.
        process.join()
        with self._lock:
            self._processes.pop(job.id, None)
            if job.state == "running":
                _end(job, answer)
        job.ended.set()


def _end(job: Job, answer: Done | str) -> None:
    if isinstance(answer, str):
        job.state, job.message = "failed", answer
    else:
        job.state, job.decisions, job.file = "done", answer.decisions, answer.file


def _run(folder: Path, work: Work, who: str, answers: Connection) -> None:
    """Do the work, in a process of its own. No error is printed: its words may be those of a report."""
    prevent_core_dumps()
    os.umask(0o077)
    try:
        answers.send(perform(folder, work, who, lambda *told: answers.send(told)))
    except KgError as error:
        answers.send(str(error))
    except Exception:  # noqa: BLE001 - said in a sentence, without the words of a report
        answers.send(_NO_FILE if isinstance(work, Export) else _BROKEN)
