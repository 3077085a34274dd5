"""A workspace at rest: encrypted with a passphrase, by age (pyrage). No cryptography of our own.

``locked/`` holds two files: ``key.age``, an age identity encrypted with the passphrase (scrypt), and
``workspace.age``, a backup encrypted to that identity. The settings, ``kg.toml``, say which state counts: where they
are, the files are in the clear and whole; where they are not, ``locked/`` is. So the settings go first when a workspace
is locked, and come last when it is unlocked, and a crash in between leaves one or the other.
"""

import filecmp
import shutil
import tempfile
from pathlib import Path

import pyrage

from ingest.errors import KgError
from ingest.formats.regular_files import read_regular_file, require_regular_file
from kg.system.durable_files import make_folder, sync, sync_tree, write_durably
from kg.workspace.files.layout import Layout
from kg.workspace.files.settings import LOCKED
from kg.workspace.safekeeping.backup import Backup, kept_files, read_backup, restore_backup, write_backup

SHORTEST_PASSPHRASE = 12
"""Characters. A short one can be guessed on a stolen laptop, however slow each guess is made."""
_KEY, _WORKSPACE = "key.age", "workspace.age"
_LARGEST_KEY = 64 * 1024
_ASIDE = ".in-the-clear-"


def is_locked(folder: Path) -> bool:
    """Whether a workspace's files are encrypted."""
    return (folder / LOCKED / _WORKSPACE).exists() and not Layout(folder).settings.exists()


def require_locked(folder: Path) -> None:
    """Raise ``KgError`` where there is no workspace, or it is not locked."""
    if Layout(folder).settings.exists():
        raise KgError(f"{folder}: the workspace is not locked.")
    if not is_locked(folder):
        raise KgError(f"{folder}: there is no workspace. `kg ingest` makes one; -w names another folder.")


def lock_workspace(layout: Layout, passphrase: str) -> Backup:
    """Encrypt a workspace and remove what is in the clear. The caller holds it for writing.

    The encrypted files are decrypted and verified before anything is removed. Removing a file does not erase it from
    the disk. Raises ``KgError`` for a short passphrase, for a file that the encrypted copy would not have, or where
    verifying fails; nothing is removed then. What a killed `kg lock` encrypted is kept if it is the workspace as it is
    now; other encrypted files are never replaced.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise KgError(f"The passphrase is too short. Use {SHORTEST_PASSPHRASE} characters or more, such as four words.")
    _remove_leftovers(layout.folder)
    _require_nothing_else(layout)
    locked = layout.folder / LOCKED
    with tempfile.TemporaryDirectory(prefix=_ASIDE, dir=layout.folder) as aside:
        if locked.exists():
            backup = _require_same(layout, passphrase, Path(aside))
        else:
            # Made aside and moved in one step: a killed `kg lock` leaves nothing half-made that counts.
            made = Path(aside) / LOCKED
            backup = _encrypt(layout, passphrase, made)
            made.replace(locked)
    sync(layout.folder)
    layout.settings.unlink()
    sync(layout.folder)
    for path in layout.folder.iterdir():
        if path.name not in (LOCKED, layout.lock.name):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    sync(layout.folder)
    return backup


def _require_same(layout: Layout, passphrase: str, aside: Path) -> Backup:
    """Raise ``KgError`` unless what is encrypted is the workspace as it is in the clear."""
    locked, now = layout.folder / LOCKED, aside / "now.zip"
    backup = write_backup(layout, now)  # the same workspace gives the same bytes
    try:
        is_same = filecmp.cmp(_decrypted(locked, passphrase, aside), now, shallow=False)
    except KgError:
        is_same = False
    if not is_same:
        raise KgError(
            f"{locked}: left by a `kg lock` or `kg unlock` that was interrupted; it differs from the files in the "
            "clear, or has another passphrase. Make a backup, then delete that folder and try again."
        )
    return backup


def _encrypt(layout: Layout, passphrase: str, made: Path) -> Backup:
    """Write the two encrypted files into a new folder, and verify that they decrypt to the same backup."""
    identity = pyrage.x25519.Identity.generate()
    make_folder(made)
    write_durably(made / _KEY, pyrage.passphrase.encrypt(str(identity).encode(), passphrase))
    plain = made.with_name("backup.zip")
    backup = write_backup(layout, plain)
    pyrage.encrypt_file(str(plain), str(made / _WORKSPACE), [identity.to_public()])
    plain.unlink()
    (made / _WORKSPACE).chmod(0o600)
    sync_tree(made)
    if read_backup(_decrypted(made, passphrase, made.parent)) != backup:
        raise KgError(f"{layout.folder}: the encrypted copy differs. Nothing was removed; run `kg lock` again.")
    return backup


def _require_nothing_else(layout: Layout) -> None:
    """Raise ``KgError`` naming a file that is neither in the encrypted copy nor derived: it would be lost."""
    derived = (layout.graph, layout.cache, layout.incoming, layout.lock, layout.draft_lock, layout.folder / LOCKED)
    kept = {path for _, path in kept_files(layout)}
    for path in sorted(layout.folder.rglob("*")):
        folder = path.is_dir() and not path.is_symlink()
        if not folder and path not in kept and not any(path.is_relative_to(part) for part in derived):
            raise KgError(
                f"{path}: the encrypted workspace would not have this file. Move it out of the workspace, or delete it."
            )


def unlock_workspace(folder: Path, passphrase: str) -> Backup:
    """Decrypt a workspace. The graph has to be derived again afterwards.

    Raises ``KgError`` if it is not locked, the passphrase is wrong or a file is damaged; it stays locked then.
    """
    require_locked(folder)
    _remove_leftovers(folder)
    with tempfile.TemporaryDirectory(prefix=_ASIDE, dir=folder) as aside:
        plain = _decrypted(folder / LOCKED, passphrase, Path(aside))
        restored = Path(aside) / "workspace"
        backup = restore_backup(plain, restored)
        for path in sorted(restored.iterdir(), key=lambda p: p == Layout(restored).settings):
            shutil.rmtree(folder / path.name, ignore_errors=True)
            path.replace(folder / path.name)
            sync(folder)
    shutil.rmtree(folder / LOCKED)
    sync(folder)
    return backup


def _decrypted(locked: Path, passphrase: str, aside: Path) -> Path:
    """The backup in the clear, in a folder that goes when the caller is done."""
    plain = aside / "backup.zip"
    require_regular_file(locked / _WORKSPACE)
    try:
        key = pyrage.passphrase.decrypt(read_regular_file(locked / _KEY, _LARGEST_KEY), passphrase)
    except pyrage.DecryptError as error:
        if "excessive work" in str(error).lower():
            # age measures this machine, and refuses where it would be far slower than when the key was made.
            raise KgError(
                "This machine is too busy to try the passphrase. Close other programs and try again."
            ) from None
        raise KgError("The passphrase does not open this workspace. Try again; without it nobody can.") from None
    try:
        identity = pyrage.x25519.Identity.from_str(key.decode("ascii"))
        pyrage.decrypt_file(str(locked / _WORKSPACE), str(plain), [identity])
    except (pyrage.DecryptError, pyrage.IdentityError, UnicodeDecodeError, OSError):
        raise KgError(f"{locked / _WORKSPACE}: it is damaged. Restore it from a backup.") from None
    plain.chmod(0o600)
    return plain


def _remove_leftovers(folder: Path) -> None:
    """Remove what a killed `kg lock` or `kg unlock` left in the clear."""
    for path in folder.glob(f"{_ASIDE}*"):
        shutil.rmtree(path, ignore_errors=True)
