"""Users of a server that others reach: names and argon2 hashes, in the user's own configuration folder.

They are outside every workspace, because somebody else may have made the workspace.
"""

import threading
import time
from collections.abc import Iterable
from pathlib import Path

import msgspec
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from ingest.errors import KgError
from kg.system.control_characters import has_control
from kg.system.durable_files import make_folder, write_durably
from kg.system.user_files import configuration_folder, read_private_file

SHORTEST = 12
"""Characters of a password."""

_LONGEST_NAME = 100
# Wrong passwords in a minute, of all users together, after which nobody is let in for the rest of it.
_ATTEMPTS = 10
_MINUTE = 60.0
# RFC 9106's second recommendation, the library's default: 64 MiB, three passes.
_HASHER = PasswordHasher()


class User(msgspec.Struct, frozen=True):
    """A user; ``password`` is an argon2id hash with its parameters and salt."""

    name: str
    password: str


class TooManyAttempts(KgError):
    """So many wrong passwords that nobody is let in for a while."""


def users_file() -> Path:
    """The file of the users: a line of JSON each."""
    return configuration_folder() / "explorer-users.jsonl"


def read_users() -> list[User]:
    """All users. Raises ``KgError`` for a file that is damaged, or that others could read."""
    try:
        lines = read_private_file(users_file()).splitlines()
    except FileNotFoundError:
        return []
    try:
        return [msgspec.json.decode(line, type=User) for line in lines if line.strip()]
    except msgspec.MsgspecError:
        raise KgError(f"{users_file()}: the file is damaged. Delete it, and add the users again.") from None


def add_user(name: str, password: str) -> None:
    """Add a user, or give one another password. Raises ``KgError`` for a name or password that will not do."""
    if not name.strip() or len(name) > _LONGEST_NAME or has_control(name):
        raise KgError(f"A name has 1 to {_LONGEST_NAME} characters, and no control characters.")
    if len(password) < SHORTEST:
        raise KgError(f"A password has at least {SHORTEST} characters.")
    others = [user for user in read_users() if user.name != name]
    _write([*others, User(name, _HASHER.hash(password))])


def remove_user(name: str) -> None:
    """Remove a user. Raises ``KgError`` if there is none of that name."""
    users = read_users()
    left = [user for user in users if user.name != name]
    if len(left) == len(users):
        raise KgError("There is no user of that name. `kg users list` shows them.")
    _write(left)


def _write(users: Iterable[User]) -> None:
    make_folder(users_file().parent)
    write_durably(users_file(), b"".join(msgspec.json.encode(user) + b"\n" for user in users))


class Door:
    """Lets users in by name and password, a limited number of wrong ones a minute."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._failed: list[float] = []
        self._nobody = _HASHER.hash("nobody")

    def admits(self, name: str, password: str) -> bool:
        """Whether the password is that of the user. It takes as long for a name that nobody has.

        Raises ``TooManyAttempts``. One password is looked at at a time.
        """
        with self._lock:
            since = time.monotonic() - _MINUTE
            self._failed = [when for when in self._failed if when > since]
            if len(self._failed) >= _ATTEMPTS:
                raise TooManyAttempts("Too many wrong passwords. Wait a minute.")
            known = {user.name: user.password for user in read_users()}
            admitted = _verify(known.get(name, self._nobody), password) and name in known
            if not admitted:
                self._failed.append(time.monotonic())
            return admitted


def _verify(hash: str, password: str) -> bool:
    try:
        return _HASHER.verify(hash, password)
    except (VerificationError, InvalidHashError):
        return False
