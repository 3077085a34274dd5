"""Saved queries: files ``<theme>/<name>.cypher`` with a header, the project's own and the workspace's.

The header is YAML in the comments at the top of the file; ``docs/queries.md`` describes its keys. ``queries.header``
has its values, ``queries.header_text`` reads it. What Cypher cannot express is in a file ``<theme>/<name>.py`` with the
same header in ``#`` comments. Only the project has such files, because a workspace may come from somebody else.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from glob import escape
from pathlib import Path

from ingest.errors import KgError, LexiconError
from ingest.formats.regular_files import FileTooLarge, NotRegular, read_regular_file
from ingest.yaml_text import parse_yaml
from kg.stores.columns import columns_of
from kg.system.control_characters import has_control
from queries.filters import filters_of, unknown_filter
from queries.header import EVIDENCE, Header, Parameter
from queries.header_text import HeaderMistake, header_length, read_header

HERE = Path(__file__).parent
SUGGESTIONS = HERE / "suggestions"
INPUTS = HERE / "inputs"
"""The Cypher files whose rows Python queries work on."""
BRIEFINGS = HERE / "briefings"
"""The queries that commands ask, such as ``kg count``."""
PARTS = (SUGGESTIONS, INPUTS, BRIEFINGS)
"""Folders of Cypher files that are no saved queries."""
LARGEST = 256 * 1024
"""Bytes of a query file. A query may have 20,000 characters."""


class QueryUnknown(KgError):
    """There is no saved query of that name; the message lists those there are."""


@dataclass(frozen=True)
class CypherText:
    """Cypher of a file; ``line`` is the line of the file on which it begins."""

    path: Path
    cypher: str
    line: int = 1


@dataclass(frozen=True)
class SavedQuery:
    """One query file: ``name`` is the file's, ``theme`` the folder's, ``cypher`` the text below the header.

    ``line`` is the line of the file on which the Cypher begins. A Python query has ``inputs`` instead of Cypher.
    """

    name: str
    theme: str
    header: Header
    cypher: str
    path: Path
    line: int = 1
    inputs: Mapping[str, CypherText] = field(default_factory=dict)

    @property
    def texts(self) -> tuple[CypherText, ...]:
        """Everything it may ask the store."""
        return tuple(self.inputs.values()) or (CypherText(self.path, self.cypher, self.line),)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of its rows, in their order."""
        return (*self.header.columns, EVIDENCE) if self.is_python else columns_of(self.cypher)

    @property
    def is_python(self) -> bool:
        """Whether its rows are made by a Python function."""
        return self.path.suffix == ".py"

    @property
    def filters(self) -> dict[str, Parameter]:
        """The filters that it takes besides its own parameters (``queries.filters``)."""
        return filters_of("\n".join(text.cypher for text in self.texts), self.header.parameters)

    @property
    def is_own(self) -> bool:
        """Whether it is the user's own, and not one of the project's."""
        return not self.path.is_relative_to(HERE)


def query_files(folders: Iterable[Path] = (), name: str = "*") -> Iterator[Path]:
    """The project's Cypher files, suggestions among them, and those in ``folders``, sorted in each.

    ``name`` is a pattern for the names without their ending.

    Raises ``LexiconError`` for a link that leads out of its folder: somebody else may have made the workspace.
    """
    for folder in (HERE, *folders):
        if folder.is_symlink():
            raise LexiconError(f"{folder}: a link. Put the query files into a folder of the workspace itself.")
        for path in sorted(folder.rglob(f"{name}.cypher")):
            if not path.resolve().is_relative_to(folder.resolve()):
                raise LexiconError(f"{path}: a link to a file outside the folder. Put the query file itself there.")
            yield path


def python_files(name: str = "*") -> Iterator[Path]:
    """The project's Python queries: modules that begin with a header, sorted."""
    for path in sorted(HERE.rglob(f"{name}.py")):
        with path.open(encoding="utf-8") as file:
            if file.readline().startswith("# title:"):
                yield path


def _saved_files(folders: Iterable[Path], name: str = "*") -> Iterator[Path]:
    """The files of saved queries, those of the workspace last."""
    for path in (*python_files(name), *query_files(folders, name)):
        if not any(part in path.parents for part in PARTS):
            yield path


def load_queries(folders: Iterable[Path] = ()) -> dict[str, SavedQuery]:
    """The project's queries and those in ``folders`` (the workspace's own win), by name, sorted.

    Raises ``LexiconError`` naming the file where a header is not as it should be.
    """
    queries = {}
    for path in _saved_files(folders):
        query = read_query(path)
        queries[query.name] = query
    return dict(sorted(queries.items()))


def project_titles() -> list[tuple[str, str, str]]:
    """Theme, name and title of the project's queries, sorted, from the first line of each alone: it is much faster."""
    found = []
    for path in _saved_files(()):
        with path.open(encoding="utf-8") as file:
            title = parse_yaml(file.readline().lstrip("/# "))["title"]
        found.append((path.parent.name, path.stem, str(title)))
    return sorted(found)


def load_query(name: str, folders: Iterable[Path] = ()) -> SavedQuery:
    """One query by its name, or by the one it had before, without reading the others where its file has that name.

    Raises ``QueryUnknown`` naming those that it may be, ``LexiconError`` naming the file with a mistake.
    """
    folders = list(folders)
    # A slash would look into other folders, and a pattern is no name.
    found = [] if "/" in name else [path for path in _saved_files(folders, escape(name)) if path.stem == name]
    return read_query(found[-1]) if found else find_query(name, load_queries(folders))


def read_query(path: Path) -> SavedQuery:
    """Read one query file and check its header. Raises ``LexiconError`` naming the file, line and column."""
    lines, mark = read_query_text(path).splitlines(), "#" if path.suffix == ".py" else "//"
    top = header_length(lines, mark)
    if has_control(path.stem):
        raise LexiconError(f"{path}: its name has control characters, which a terminal would obey. Rename it.")
    try:
        header = read_header(lines[:top], _names_in(SUGGESTIONS), mark)
    except HeaderMistake as mistake:
        raise LexiconError(f"{path}, line {mistake.line}, column {mistake.column}: {mistake.said}.") from None
    if path.suffix == ".py":
        return SavedQuery(path.stem, path.parent.name, header, "", path, inputs=_read_inputs(header.inputs, path))
    if header.inputs:
        raise LexiconError(f"{path}: only a Python query of the project has `inputs`. Leave them out.")
    text = _cypher_below(path, lines, top)
    return SavedQuery(path.stem, path.parent.name, header, text.cypher, path, text.line)


def _read_inputs(names: Sequence[str], path: Path) -> dict[str, CypherText]:
    if not path.is_relative_to(HERE):
        raise LexiconError(f"{path}: a Python file. Only the project's own are run; write the query in Cypher.")
    if unknown := sorted(set(names) - _names_in(INPUTS)):
        raise LexiconError(f"{path}: there are no inputs '{unknown[0]}'. {INPUTS} has them.")
    files = [INPUTS / f"{name}.cypher" for name in names]
    texts = [(file, read_query_text(file).splitlines()) for file in files]
    return {file.stem: _cypher_below(file, lines, header_length(lines)) for file, lines in texts}


def _cypher_below(path: Path, lines: Sequence[str], top: int) -> CypherText:
    """The Cypher of a file whose first ``top`` lines are comments. Raises ``LexiconError`` for an unknown filter."""
    _check_filters(path, lines)
    first = next((i for i in range(top, len(lines)) if lines[i].strip()), top)
    return CypherText(path, "\n".join(lines[first:]).strip(), first + 1)


def _check_filters(path: Path, lines: Sequence[str]) -> None:
    """Raise ``LexiconError`` for a filter of an unknown kind."""
    for number, line in enumerate(lines, 1):
        if found := unknown_filter(line):
            start, said = found
            raise LexiconError(
                f"{path}, line {number}, column {start + 1}: the filter '{said}' is not known. Write a kind of "
                f"thing and the query's name of it, such as 'act e'; queries/filters.yaml has the kinds."
            )


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
    if name not in _names_in(SUGGESTIONS):
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


@cache
def _names_in(folder: Path) -> frozenset[str]:
    """The names of a folder's Cypher files. A name that is not among them never leads to another folder."""
    return frozenset(path.stem for path in folder.glob("*.cypher"))
