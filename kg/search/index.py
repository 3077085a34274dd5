"""The search index of a graph, written whole: an SQLite file with two full-text tables over folded words.

An index is never changed: where a word is deleted from a full-text table its letters may stay in the file, and the name
of somebody who was erased must not. Rows are in the order in which they are wanted, the most mentioned things and the
newest entries first, so a search can stop at the first rows it finds.
"""

import errno
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import msgspec

from ingest.errors import KgError
from ingest.jurisdictions.packs import Jurisdiction
from ingest.jurisdictions.romanisation import Folding, folding_of
from kg.graph.value import Graph
from kg.search.spellings import Thing, list_things
from kg.search.words import Word, WordFolder

FORMAT = "1"
INITIAL = "."
"""Stands behind what the word of an initial may begin with, so that it is no word of one letter."""

_TOKENS = "tokenize=\"unicode61 remove_diacritics 0 tokenchars '-.'\""
_TABLES = f"""
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE things (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL,
                     entries INTEGER NOT NULL);
CREATE TABLE spellings (number INTEGER PRIMARY KEY, thing INTEGER NOT NULL, text TEXT NOT NULL, sorted TEXT NOT NULL);
CREATE TABLE entries (number INTEGER PRIMARY KEY, id TEXT NOT NULL, text TEXT NOT NULL);
CREATE VIRTUAL TABLE names USING fts5(words, content='', prefix='1 2 3', {_TOKENS});
CREATE VIRTUAL TABLE texts USING fts5(words, prefix='2 3 4', {_TOKENS});
"""
_INDEXES = """
CREATE INDEX thing_ids ON things (id);
CREATE INDEX entry_ids ON entries (id);
CREATE INDEX whole_names ON spellings (sorted);
INSERT INTO names (names) VALUES ('optimize');
INSERT INTO texts (texts) VALUES ('optimize');
"""
# The file is new, and worth nothing until it is whole: no journal. Nothing is written to a folder of temporary files.
_WRITING = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY; PRAGMA locking_mode=EXCLUSIVE;"


def write_index(graph: Graph, jurisdiction: Jurisdiction, path: Path) -> None:
    """Write the index of a graph into a new file, its owner's alone; words are folded as the country's names are.

    Raises ``OSError`` where the disk refuses, ``KgError`` where SQLite was built without full-text search.
    """
    path.touch(mode=0o600, exist_ok=False)
    folding = folding_of(jurisdiction)
    folder = WordFolder(folding)
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.executescript(_WRITING + _TABLES)
            database.execute("BEGIN")
            database.executemany("INSERT INTO about VALUES (?, ?)", _about(folding))
            _write_things(database, list_things(graph), folder)
            _write_entries(database, graph, folder)
            database.execute("COMMIT")
            database.executescript(_INDEXES)
    except sqlite3.Error as error:
        if "fts5" in str(error):
            raise KgError(
                "The SQLite of this Python has no full-text search (FTS5). Use a Python from python.org or your system."
            ) from None
        number = errno.ENOSPC if error.sqlite_errorcode == sqlite3.SQLITE_FULL else errno.EIO
        raise OSError(number, os.strerror(number), str(path)) from None


def spelled(words: Sequence[Word]) -> str:
    """The keys of a name's words, sorted: the same in whichever order they stand."""
    return " ".join(sorted(word.key for word in words))


def _about(folding: Folding) -> list[tuple[str, str]]:
    return [("format", FORMAT), ("romanisation", msgspec.json.encode(folding.table).decode())]


def _write_things(database: sqlite3.Connection, things: Sequence[Thing], folder: WordFolder) -> None:
    rows = ((number, t.kind, t.id, t.name, t.entries) for number, t in enumerate(things))
    database.executemany("INSERT INTO things VALUES (?, ?, ?, ?, ?)", rows)
    spellings = ((thing, number, text) for number, thing in enumerate(things) for text in thing.spellings)
    for row, (thing, number, text) in enumerate(spellings):
        words = list(folder.words(text))
        database.execute("INSERT INTO spellings VALUES (?, ?, ?, ?)", (row, number, text, spelled(words)))
        keys = " ".join(_keys(words, folder, thing.kind == "Person"))
        database.execute("INSERT INTO names (rowid, words) VALUES (?, ?)", (row, keys))


def _keys(words: Sequence[Word], folder: WordFolder, person: bool) -> Iterator[str]:
    for word in words:
        yield word.key
        if person and word.initial:
            yield from sorted(f"{beginning}{INITIAL}" for beginning in folder.beginnings(word.written))


def _write_entries(database: sqlite3.Connection, graph: Graph, folder: WordFolder) -> None:
    entries = [node for node in graph.nodes if node.label == "Entry"]
    entries.sort(key=lambda node: (str(node.properties.get("date", "")), node.id), reverse=True)
    texts = [(node.id, str(node.properties.get("text", ""))) for node in entries]  # a partner may keep it back
    rows = ((number, id, text) for number, (id, text) in enumerate(texts))
    database.executemany("INSERT INTO entries VALUES (?, ?, ?)", rows)
    words = ((number, " ".join(folder.keys(text))) for number, (_, text) in enumerate(texts))
    database.executemany("INSERT INTO texts (rowid, words) VALUES (?, ?)", words)
