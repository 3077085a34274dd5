"""Saved queries: files ``<theme>/<name>.cypher`` with a header, the project's own and the workspace's.

The header is YAML in the ``//`` comments at the top of the file; ``docs/queries.md`` describes its keys.
``queries.header`` has its values, ``queries.header_text`` reads it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import KgError, LexiconError
from ingest.formats.regular_files import FileTooLarge, NotRegular, read_regular_file
from kg.system.control_characters import has_control
from queries.filters import filters_of, unknown_filter
from queries.header import Header, Parameter
from queries.header_text import HeaderMistake, header_length, read_header

HERE = Path(__file__).parent
SUGGESTIONS = HERE / "suggestions"
LARGEST = 256 * 1024
"""Bytes of a query file. A query may have 20,000 characters."""


class QueryUnknown(KgError):
    """There is no saved query of that name; the message lists those there are."""


@dataclass(frozen=True)
class SavedQuery:
    """One query file: ``name`` is the file's, ``theme`` the folder's, ``cypher`` the text below the header.

    ``line`` is the line of the file on which the Cypher begins.
    """

    name: str
    theme: str
    header: Header
    cypher: str
    path: Path
    line: int = 1

    @property
    def filters(self) -> dict[str, Parameter]:
        """The filters that it takes besides its own parameters (``queries.filters``)."""
        return filters_of(self.cypher, self.header.parameters)

    @property
    def is_own(self) -> bool:
        """Whether it is the user's own, and not one of the project's."""
        return not self.path.is_relative_to(HERE)


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


def load_query(name: str, folders: Iterable[Path] = ()) -> SavedQuery:
    """One query by its name, or by the one it had before, without reading the others where its file has that name.

    Raises ``QueryUnknown`` naming those that it may be, ``LexiconError`` naming the file with a mistake.
    """
    folders = list(folders)
    found = [path for path in query_files(folders) if path.stem == name and path.parent != SUGGESTIONS]
    return read_query(found[-1]) if found else find_query(name, load_queries(folders))


def read_query(path: Path) -> SavedQuery:
    """Read one query file and check its header. Raises ``LexiconError`` naming the file, line and column."""
    lines = read_query_text(path).splitlines()
    top = header_length(lines)
    if has_control(path.stem):
        raise LexiconError(f"{path}: its name has control characters, which a terminal would obey. Rename it.")
    try:
        header = read_header(lines[:top], _suggestions())
    except HeaderMistake as mistake:
        raise LexiconError(f"{path}, line {mistake.line}, column {mistake.column}: {mistake.said}.") from None
    _check_filters(path, lines)
    first = next((i for i in range(top, len(lines)) if lines[i].strip()), top)
    return SavedQuery(path.stem, path.parent.name, header, "\n".join(lines[first:]).strip(), path, first + 1)


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
    if name not in _suggestions():
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


def _suggestions() -> frozenset[str]:
    """The names of the files of suggestions. A name that is not among them never leads to another folder."""
    return frozenset(path.stem for path in SUGGESTIONS.glob("*.cypher"))
