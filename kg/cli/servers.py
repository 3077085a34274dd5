"""Which server a workspace may send the user to, and the password for it.

Somebody else may have made the workspace: its ``kg.toml`` could name a server of theirs. So a server that it names is
confirmed once, and the confirmation and the password are kept outside the workspace.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from ingest.errors import KgError
from kg.cli.context import EMBEDDED
from kg.cli.output import ask_secret, ask_yes_or_no
from kg.system.durable_files import make_folder, write_durably
from kg.system.user_files import configuration_folder, read_private_file
from kg.workspace.files.layout import Layout
from kg.workspace.files.settings import StoreSettings, read_settings

if TYPE_CHECKING:
    from kg.stores.neo4j import Address

_PASSWORD = "kg.password"


class ConfirmedServer(msgspec.Struct, frozen=True):
    """A line of ``servers.jsonl``: a server that the user confirmed for one workspace, by its absolute path."""

    workspace: str
    uri: str
    user: str
    database: str


def find_address(workspace: Path, text: str | None) -> "Address":
    """The address of the database: the one given, or the one that the workspace names and the user confirmed.

    Raises ``KgError`` if there is none, or it is not confirmed.
    """
    from kg.stores.neo4j import read_address  # noqa: PLC0415 (the driver is slow to load, and only a server needs it)

    path = Layout(workspace).settings
    store = read_settings(path).store if path.exists() else StoreSettings()
    if store.password_file:
        raise KgError(
            f"{path}: password_file is no longer read, because whoever made the workspace could name any file. "
            f"Move the password to {_password_path()} (`chmod 600`), and remove the line."
        )
    given = text if text and text != EMBEDDED else ""
    if not (given or store.uri):
        raise KgError(
            f"No database is given. Name one, such as neo4j://HOST:7687, or set `uri` under [store] in {path}."
        )
    user = os.environ.get("KG_NEO4J_USER") or store.user
    address = read_address(given or store.uri, user, store.database)
    if not given:
        _confirm(workspace, address)
    return address


def find_password(address: "Address") -> str:
    """The password from the environment, the user's file or a prompt. The prompt appears once per run.

    Before the prompt, the server is looked for. Raises ``KgError`` if it does not answer, or there is no password.
    """
    if password := os.environ.get("KG_NEO4J_PASSWORD"):
        return password
    if named := os.environ.get("KG_NEO4J_PASSWORD_FILE"):
        return _read_password(Path(named))
    if _password_path().is_symlink() or _password_path().exists():
        return _read_password(_password_path())
    meta = click.get_current_context().meta
    if _PASSWORD not in meta:
        if not sys.stdin.isatty():
            raise KgError(
                f"{address.uri}: no password. Set KG_NEO4J_PASSWORD, or write it to {_password_path()} (`chmod 600`)."
            )
        from kg.stores.neo4j import require_listening  # noqa: PLC0415 (the driver is slow to load)

        require_listening(address)
        meta[_PASSWORD] = ask_secret(f"Password of {address.user} at {address.uri}")
    return str(meta[_PASSWORD])


def _confirm(workspace: Path, address: "Address") -> None:
    """Ask once for each workspace and address. Raises ``KgError`` if the user says no, or cannot be asked."""
    server = ConfirmedServer(str(workspace.resolve()), address.uri, address.user, address.database)
    path = configuration_folder() / "servers.jsonl"
    confirmed = _read_confirmed(path)
    if server in confirmed:
        return
    settings = Layout(workspace).settings
    named = f"{address.name} (user {address.user})"
    if not sys.stdin.isatty():
        raise KgError(
            f"{settings}: it names the server {named}, which you have not confirmed for this workspace. Run "
            f"`kg -w {workspace} status` at a terminal and confirm it, or name the server yourself with --store."
        )
    question = f"{settings} names the server {named}. kg will send it your password and your queries. Is it yours?"
    if not ask_yes_or_no(question, default=False):
        raise KgError("The server is not used. `kg --store embedded …` queries the workspace's own graph.")
    make_folder(path.parent)
    lines = [msgspec.json.encode(known) + b"\n" for known in (*confirmed, server)]
    write_durably(path, b"".join(lines))


def _read_confirmed(path: Path) -> list[ConfirmedServer]:
    try:
        return msgspec.json.Decoder(ConfirmedServer).decode_lines(read_private_file(path))
    except FileNotFoundError:
        return []
    except msgspec.DecodeError:
        raise KgError(f"{path}: it is damaged. Delete it; kg asks again about each server.") from None


def _password_path() -> Path:
    return configuration_folder() / "neo4j-password"


def _read_password(path: Path) -> str:
    try:
        lines = read_private_file(path).decode("utf-8").splitlines()
    except FileNotFoundError:
        raise KgError(f"{path}: there is no such file. KG_NEO4J_PASSWORD_FILE names it.") from None
    except UnicodeDecodeError:
        raise KgError(f"{path}: not UTF-8. Save the password as plain text in UTF-8.") from None
    if not lines or not lines[0]:
        raise KgError(f"{path}: the first line is empty. Write the password there.")
    return lines[0]
