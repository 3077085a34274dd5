"""``kg.toml``: the few things a user may set for a workspace."""

import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from ingest.errors import KgError
from ingest.formats.regular_files import read_regular_file
from kg.system.durable_files import write_durably
from kg.system.wrong_values import find_wrong_values

LOCKED = "locked"
"""The folder in a workspace that is encrypted: it has no settings in the clear."""

_LARGEST = 64 * 1024

VERSION = 1
"""Of the workspace's layout. A workspace of a higher one is refused."""

_TEMPLATE = """\
# A workspace of kg. `version` is the layout's, do not change it.
version = 1

# The country's pack; empty until the first report tells it.
jurisdiction = ""

# What addresses of things begin with in RDF; make it one of your own before you hand data on. `vocabulary_iri` is what
# terms of the vocabulary begin with (docs/exports.md says when to change it).
base_iri = "https://w3id.org/casegraph/data/"
vocabulary_iri = "https://w3id.org/casegraph/ns#"

# What every export says of itself.
# [export]
# publisher = "Your organisation"
# licence = "https://creativecommons.org/licenses/by-nc/4.0/"
# terms_of_use = "For the partner named in the agreement only; do not publish names."

# A profile of your own: what leaves in an export (docs/exports.md).
# [profiles.press]
# extends = "public"
# people = {lawyer = {name = "keep"}}
# kinds = {Source = "drop"}

# Where `kg query`, `show` and the like ask, instead of the graph in this folder. kg asks you once whether the server is
# yours. No password stands here: it comes from KG_NEO4J_PASSWORD, from a file of your own (docs/neo4j.md), or a prompt.
# [store]
# uri = "neo4j://localhost:7687"
# user = "neo4j"
# database = ""
"""


class StoreSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The ``[store]`` of ``kg.toml``: a Neo4j database. ``uri`` is empty for the graph in the workspace's folder.

    ``password_file`` is from older workspaces and is never followed: whoever connects refuses it.
    """

    uri: str = ""
    user: str = ""
    database: str = ""
    password_file: str = ""


class ExportSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The ``[export]`` of ``kg.toml``: what an export says of itself; what is empty is left out."""

    publisher: str = ""
    licence: str = ""
    terms_of_use: str = ""


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The content of ``kg.toml``. ``jurisdiction`` is empty until the first report tells it.

    ``profiles`` are the organisation's own (``exports.profiles.profile``).
    """

    version: int
    jurisdiction: str = ""
    base_iri: str = "https://w3id.org/casegraph/data/"
    vocabulary_iri: str = "https://w3id.org/casegraph/ns#"
    store: StoreSettings = StoreSettings()
    export: ExportSettings = ExportSettings()
    profiles: dict[str, dict[str, Any]] = {}


def create_settings(path: Path) -> None:
    """Write a new ``kg.toml``."""
    write_durably(path, _TEMPLATE.encode())


def read_settings(path: Path) -> Settings:
    """Read ``kg.toml``. Raises ``KgError`` if it is missing, damaged, or of a newer version."""
    try:
        raw = tomllib.loads(read_regular_file(path, _LARGEST).decode("utf-8"))
    except FileNotFoundError:
        if (path.parent / LOCKED).is_dir():
            raise KgError(f"{path.parent}: the workspace is locked. Open it with `kg unlock`.") from None
        raise KgError(f"{path.parent}: there is no workspace here. `kg ingest REPORT` makes one.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        where = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "it is not UTF-8"
        raise KgError(f"{path}: not valid TOML ({where}). Correct the line, or restore the file.") from None
    except OSError as error:
        raise KgError(f"{path}: cannot be read ({error.strerror}). Check its permissions.") from None
    version = raw.get("version")
    if isinstance(version, int) and version > VERSION:
        raise KgError(
            f"{path.parent}: the workspace was made by a newer kg (layout {version}, this one knows {VERSION}). "
            "Install the newer version; nothing was changed."
        )
    try:
        return msgspec.convert(raw, Settings)
    except msgspec.ValidationError as error:
        wrong = [f"{at}: {said}" if at else said for at, said in find_wrong_values(raw, Settings)]
        raise KgError(f"{path}: {'; '.join(wrong) or error}.") from None


def set_jurisdiction(path: Path, jurisdiction: str) -> None:
    """Write the jurisdiction into ``kg.toml`` and leave everything else as its owner wrote it."""
    text = path.read_text(encoding="utf-8")
    line = f'jurisdiction = "{jurisdiction}"'
    # Where there is no such line it goes to the top: at the end it would belong to [store].
    text, found = re.subn(r"(?m)^jurisdiction[ \t]*=.*$", line, text, count=1)
    write_durably(path, (text if found else f"{line}\n{text}").encode())
