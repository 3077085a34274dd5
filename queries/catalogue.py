"""Saved queries: files ``<theme>/<name>.cypher`` with a header, the project's own and the workspace's.

The header is YAML in the ``//`` comments at the top of the file::

    // title: Held in one facility
    // learns: Who was held in a facility, since when and under which provisions.
    // parameters:
    //   facility: {type: Facility, about: "The facility, by name or id", suggest: facilities}
    //   at_least: {type: integer, default: 2, about: How many}
    // columns: {person: Person.id, provisions: Provision.id}

A parameter's type is ``string``, ``integer``, ``float``, ``date`` or a label of the schema; then its value is an id,
and the user may give a name instead. ``suggest`` names a file of ``queries/suggestions/`` that answers
with ``value`` and ``caption``, the best first: that one is the default. A parameter that ``cuts`` is the
greatest number of rows: an answer with so many says that there may be more. ``columns`` says which columns hold keys
of nodes (or lists of them), so that a picture can be drawn of an answer. A query that was renamed names itself
``formerly``: the old name still finds it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import yaml

from ingest.errors import KgError, LexiconError
from ingest.formats.regular_files import FileTooLarge, NotRegular, read_regular_file
from ingest.yaml_text import parse_yaml
from kg.schema.schema import Schema, load_schema
from kg.system.control_characters import has_control

HERE = Path(__file__).parent
SUGGESTIONS = HERE / "suggestions"
SCALARS = ("string", "integer", "float", "date")
LARGEST = 256 * 1024
"""Bytes of a query file. A query may have 20,000 characters."""

# Characters. The YAML parser ends the whole process where brackets are nested some ten thousand deep.
_LONGEST_HEADER = 8_000
_SUGGESTIONS_NAME = re.compile(r"[a-z][a-z0-9_]{0,60}")


class QueryUnknown(KgError):
    """There is no saved query of that name; the message lists those there are."""


class Parameter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A typed parameter of a saved query."""

    type: str
    about: str
    default: str | int | float | None = None
    suggest: str | None = None
    cuts: bool = False

    @property
    def label(self) -> str | None:
        """The label of the node it stands for, ``None`` for a plain value."""
        return None if self.type in SCALARS else self.type


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a query file says of itself."""

    title: str
    learns: str
    parameters: dict[str, Parameter] = {}
    columns: dict[str, str] = {}
    formerly: str | None = None

    @property
    def cutting(self) -> str | None:
        """The name of the parameter that cuts the rows, if there is one."""
        return next((name for name, parameter in self.parameters.items() if parameter.cuts), None)

    def label_of(self, column: str) -> str | None:
        """The label of the nodes whose keys stand in a column."""
        return self.columns[column].split(".")[0] if column in self.columns else None


@dataclass(frozen=True)
class SavedQuery:
    """One query file: ``name`` is the file's, ``theme`` the folder's, ``cypher`` the text below the header."""

    name: str
    theme: str
    header: Header
    cypher: str
    path: Path


def query_files(folders: Iterable[Path] = ()) -> Iterator[Path]:
    """The project's query files, suggestions among them, and those in ``folders``, sorted in each.

    Raises ``LexiconError`` for a link that leads out of its folder: somebody else may have made the workspace.
    """
    for folder in (HERE, *folders):
        if folder.is_symlink():
            raise LexiconError(f"{folder}: a link. Put the query files into a folder of the workspace itself.")
        for path in sorted(folder.rglob("*.cypher")):
            if not path.resolve().is_relative_to(folder.resolve()):
                raise LexiconError(f"{path}: a link to a file outside the folder. Put the query file itself there.")
            yield path


def load_queries(folders: Iterable[Path] = ()) -> dict[str, SavedQuery]:
    """The project's queries and those in ``folders`` (the workspace's own win), by name, sorted.

    Raises ``LexiconError`` naming the file where a header is not as it should be.
    """
    queries = {}
    for path in query_files(folders):
        if path.parent != SUGGESTIONS:
            query = read_query(path)
            queries[query.name] = query
    return dict(sorted(queries.items()))


def read_query(path: Path) -> SavedQuery:
    """Read one query file and check its header against the schema."""
    lines = read_query_text(path).splitlines()
    top = next((i for i, line in enumerate(lines) if not line.startswith("//")), len(lines))
    text = "\n".join(line.removeprefix("//").removeprefix(" ") for line in lines[:top])
    if len(text) > _LONGEST_HEADER:
        raise LexiconError(f"{path}: the header has {len(text)} characters; {_LONGEST_HEADER} are allowed.")
    try:
        raw: Any = parse_yaml(text)
        header = msgspec.convert(raw, Header)
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        what = str(error).splitlines()[0]
        raise LexiconError(f"{path}: the header is not valid ({what}).") from None
    problem = next(_problems(header, load_schema()), None)
    if any(map(has_control, (path.stem, *_texts(raw)))):
        problem = "its name or header has control characters, which a terminal would obey. Write them without"
    if problem:
        raise LexiconError(f"{path}: {problem}.")
    return SavedQuery(path.stem, path.parent.name, header, "\n".join(lines[top:]).strip(), path)


def read_query_text(path: Path) -> str:
    """The whole text of a query file. Raises ``LexiconError`` naming it if it is no regular file, or too large."""
    try:
        return read_regular_file(path, LARGEST).decode("utf-8")
    except UnicodeDecodeError:
        raise LexiconError(f"{path}: not UTF-8. Save the query as plain text in UTF-8.") from None
    except (NotRegular, FileTooLarge) as error:
        raise LexiconError(f"{error} A query file is a short text.") from None
    except OSError as error:
        raise LexiconError(f"{path}: it cannot be read ({error.strerror}). Check the path.") from None


def read_suggestions(name: str) -> str:
    """The Cypher of a file of suggestions; it answers with ``value`` and ``caption``, the best first.

    Raises ``LexiconError`` if there is no such file.
    """
    if not _suggestions_exist(name):
        raise LexiconError(f"There are no suggestions '{name}'. {SUGGESTIONS} has them.")
    lines = read_query_text(SUGGESTIONS / f"{name}.cypher").splitlines()
    return "\n".join(line for line in lines if not line.startswith("//")).strip()


def find_query(name: str, queries: dict[str, SavedQuery]) -> SavedQuery:
    """A query by its name, or by the one it had before. Raises ``QueryUnknown`` naming those that it may be."""
    if name in queries:
        return queries[name]
    for query in queries.values():
        if query.header.formerly == name:
            return query
    from difflib import get_close_matches  # noqa: PLC0415 (only a name that is wrong needs it)

    near = get_close_matches(name, queries, cutoff=0.5) or [known for known in queries if name and name in known]
    if near:
        raise QueryUnknown(f"There is no saved query '{name}'. Did you mean {' or '.join(near)}?")
    raise QueryUnknown(f"There is no saved query '{name}'. There are: {', '.join(queries)}.")


def _texts(value: Any) -> Iterator[str]:
    """Every text in a value of YAML, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _texts([*value, *value.values()])
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def _problems(header: Header, schema: Schema) -> Iterator[str]:
    for name, parameter in header.parameters.items():
        yield from _parameter_problems(name, parameter, schema)
    if sum(parameter.cuts for parameter in header.parameters.values()) > 1:
        yield "more than one parameter cuts the rows"
    for column, key in header.columns.items():
        label, _, prop = key.partition(".")
        if label not in schema.nodes or prop != schema.key_of(label):
            yield f"column {column} holds no key of the schema: '{key}'"


def _parameter_problems(name: str, parameter: Parameter, schema: Schema) -> Iterator[str]:
    if parameter.type not in (*SCALARS, *schema.nodes):
        yield f"parameter {name} has an unknown type '{parameter.type}'"
    if parameter.default is None and parameter.suggest is None:
        yield f"parameter {name} has neither a default nor suggestions"
    if parameter.cuts and parameter.type != "integer":
        yield f"parameter {name} cuts the rows, so its type has to be integer"
    if parameter.suggest and not _suggestions_exist(parameter.suggest):
        yield f"parameter {name} takes unknown suggestions '{parameter.suggest}'"


def _suggestions_exist(name: str) -> bool:
    """Whether there is a file of suggestions. A name is one word: it never leads to another folder."""
    return _SUGGESTIONS_NAME.fullmatch(name) is not None and (SUGGESTIONS / f"{name}.cypher").is_file()
