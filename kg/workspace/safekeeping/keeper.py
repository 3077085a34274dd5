"""What keeps a workspace safe, and people safe from it: backup, encryption, erasure, copies of sources."""

import time
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from ingest.errors import KgError
from kg.decisions.journal import Decision
from kg.workspace.derivation import Derivation
from kg.workspace.files.decision_files import digest_redirects, load_redirects
from kg.workspace.files.generations import Derived, make_generation
from kg.workspace.files.lock import PATIENCE, OnWait, review_lock
from kg.workspace.integrity.commits import finish_commit, has_unfinished_erasure
from kg.workspace.reader import Reader
from kg.workspace.safekeeping.backup import Backup, write_backup
from kg.workspace.safekeeping.encryption import lock_workspace
from kg.workspace.safekeeping.erasure import ErasurePlan, ErasurePreview
from kg.workspace.safekeeping.sources import Sources
from kg.workspace.state import State
from kg.workspace.writer import Writer

_PAUSE = 0.1


@dataclass(frozen=True)
class Erased:
    """The decision that says what was erased, and the files in the folder that still contain a name.

    ``finished`` is false while another process reads a generation of before: the next command removes it.
    """

    decision: Decision
    other_files: tuple[Path, ...]
    finished: bool


class Keeper:
    """Backs a workspace up, encrypts it, and erases reports from it. Each method holds it for writing."""

    def __init__(self, reader: Reader, derivation: Derivation, writer: Writer) -> None:
        self._reader = reader
        self._derivation = derivation
        self._writer = writer
        self._layout = reader.layout

    @cached_property
    def sources(self) -> Sources:
        """The sources that reports cite, and the copies that are kept of them."""
        return Sources(self._layout, self._derivation, self._writer)

    def back_up(self, path: Path) -> Backup:
        """Write the reports, the journal and all else that cannot be derived into one file.

        ``kg.workspace.safekeeping.backup.restore_backup`` makes a workspace of it. Raises ``KgError`` if the file
        cannot be written.
        """
        self._reader.refuse_own_file(path)
        if path.exists():
            raise KgError(f"{path}: there is a file already. A backup replaces none; name another file.")
        if not path.parent.is_dir():
            raise KgError(f"{path.parent}: there is no such folder. Name a file in a folder that exists.")
        with self._writer.writing():
            return write_backup(self._layout, path)

    def lock(self, passphrase: str) -> Backup:
        """Encrypt the workspace with a passphrase, and remove what is in the clear.

        ``kg.workspace.safekeeping.encryption.unlock_workspace`` takes it back. Raises ``KgError`` for a short
        passphrase, or where the encrypted copy is not what it should be; nothing is removed then.
        """
        with self._writer.writing():
            return lock_workspace(self._layout, passphrase)

    def preview_erasure(self, report_id: str) -> ErasurePreview:
        """What ``erase`` would take. Raises ``KgError`` if there is no such report."""
        with self._writer.writing() as state:
            return self._plan(state, report_id).preview()

    def erase(
        self, report_id: str, who: str = "", why: str = "", waiting: OnWait | None = None, patience: float = PATIENCE
    ) -> Erased:
        """Take a report with all its versions out of the workspace: reports, journal, ids, cache, every generation.

        A decision in the journal says that it was erased, by whom, when and why. The graph is loaded anew, not from a
        copy of the old one. Waits ``patience`` seconds for those who still read an old generation. Raises ``KgError``
        if there is no such report, a review is going on, or the reason names somebody; nothing is changed then.
        """
        with self._writer.writing(patience, waiting) as state, review_lock(self._layout):
            plan = self._plan(state, report_id)
            decision = plan.decide(who, why)
            added = (*plan.journal.reworded.values(), *plan.consents, decision)
            jurisdiction = self._derivation.jurisdiction(state)
            redirects = load_redirects(self._layout.ids)

            def derive() -> Derived:
                derived = self._derivation.derive_generation(plan.state_after(added), added, jurisdiction, False)
                erasure = plan.erasure(added, redirects, derived.inputs.redo_ids)
                left = {id: to for id, to in derived.inputs.redo_ids.items() if id in erasure.redirects}
                inputs = replace(derived.inputs, redo_ids=left, redirects=digest_redirects(erasure.redirects))
                return replace(derived, inputs=inputs, erasure=erasure)

            make_generation(self._layout, self._reader.engine, derive, whole=True)
            finish_commit(self._layout)
            finished = self._wait_for_readers(waiting, patience)
            return Erased(decision, plan.find_other_files(), finished)

    def _plan(self, state: State, report_id: str) -> ErasurePlan:
        return ErasurePlan(self._layout, self._derivation, state, report_id)

    def _wait_for_readers(self, waiting: OnWait | None, patience: float) -> bool:
        """Remove the old generations when their readers have closed them; false if some still read."""
        until = time.monotonic() + patience
        if waiting and has_unfinished_erasure(self._layout):
            waiting(f"{self._layout.folder}: another command still reads the old graph; waiting for it.")
        while has_unfinished_erasure(self._layout) and time.monotonic() < until:
            time.sleep(_PAUSE)
            finish_commit(self._layout)
        return not has_unfinished_erasure(self._layout)
