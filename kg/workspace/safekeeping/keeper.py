"""What keeps a workspace safe, and people safe from it: backup, encryption, erasure."""

from pathlib import Path

from ingest.errors import KgError
from kg.workspace.derivation import Derivation
from kg.workspace.reader import Reader
from kg.workspace.safekeeping.backup import Backup, write_backup
from kg.workspace.safekeeping.encryption import lock_workspace
from kg.workspace.writer import Writer


class Keeper:
    """Backs a workspace up, encrypts it, and erases reports from it. Each method holds it for writing."""

    def __init__(self, reader: Reader, derivation: Derivation, writer: Writer) -> None:
        self._reader = reader
        self._derivation = derivation
        self._writer = writer
        self._layout = reader.layout

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
